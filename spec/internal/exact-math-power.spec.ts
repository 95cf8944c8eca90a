import { createHash } from "node:crypto";
import { expect } from "chai";
import { power } from "../../lib/internal/exact-math/power.ts";
import { itRefuses } from "../support/refuses.ts";

/** A number as the whole number m and the exponent e of m·2ᵉ. */
function exactly(x: number): [m: bigint, e: bigint] {
  let [m, e] = [x, 0n];
  for (; !Number.isInteger(m); e--) m *= 2;
  return [BigInt(m), e];
}

/** How many times 2⁻⁵³ the relative error of `power(base, n)` is, by whole numbers; rounded up. */
function roundingsOf(base: number, n: number): number {
  const [m, e] = exactly(base);
  const [value, exponent] = exactly(power(base, n));
  const common = e * BigInt(n) < exponent ? e * BigInt(n) : exponent;
  const exact = (m ** BigInt(n)) << (e * BigInt(n) - common);
  const error = (value << (exponent - common)) - exact;
  const [size, of] = [error < 0n ? -error : error, exact < 0n ? -exact : exact];
  return Number(((size << 53n) + of - 1n) / of);
}

const decays = [0.9, 0.99, 0.999, 0.9999, Math.SQRT1_2, 1 / 3];

describe("power", () => {
  it("is exact where the power has at most 53 bits", () => {
    const cases = [
      [3, 33, 5559060566555523],
      [7, 18, 1628413597910449],
      [-3, 33, -5559060566555523],
      [-10, 22, 1e22],
      [1.5, 4, 5.0625],
      [2, 1023, 8.98846567431158e307],
      [0.5, 1074, Number.MIN_VALUE],
      [-1, Number.MAX_SAFE_INTEGER, -1],
      [1, Number.MAX_SAFE_INTEGER, 1],
    ] as const;
    expect(cases.map(([base, n]) => [base, n, power(base, n)])).to.deep.equal(cases);
  });

  it("multiplies squares from right to left", () => {
    const b = 0.9;
    const [b2, b4, b8] = [b * b, b * b * (b * b), b * b * (b * b) * (b * b * (b * b))];
    expect(power(b, 1)).to.equal(b);
    expect(power(b, 6)).to.equal(b2 * b4);
    expect(power(b, 7)).to.equal(b * b2 * b4);
    expect(power(b, 13)).to.equal(b * b4 * b8);
  });

  for (const base of decays) {
    it(`of ${base} is within n - 1 roundings of the exact power`, () => {
      for (const n of [1, 2, 3, 4, 5, 7, 10, 31, 63, 100, 365, 600]) {
        expect(roundingsOf(base, n), `n = ${n}`).to.be.at.most(n - 1);
      }
    });

    it(`of ${base} falls with n`, () => {
      const powers = Array.from({ length: 600 }, (_, n) => power(base, n));
      expect(powers.findIndex((p, n) => n > 0 && p >= powers[n - 1]!)).to.equal(-1);
    });

    it(`of ${base} turns sums into products within 2(n + m) roundings`, () => {
      for (const [n, m] of [
        [1, 1],
        [5, 6],
        [40, 23],
        [100, 255],
      ] as const) {
        const sum = power(base, n + m);
        const off = Math.abs(power(base, n) * power(base, m) - sum) / sum;
        expect(off, `${n} + ${m}`).to.be.at.most((n + m) * Number.EPSILON);
      }
    });
  }

  it("rises with the base", () => {
    const powers = Array.from({ length: 1000 }, (_, i) => power(i / 1000, 50));
    expect(powers.findIndex((p, i) => i > 0 && p < powers[i - 1]!)).to.equal(-1);
  });

  it("has the same bits on every engine", () => {
    const bases = [0.9, 0.99, 0.999, 0.9999, 0.5, 1.1, -0.7];
    const powers = bases.flatMap((b) => Array.from({ length: 3000 }, (_, n) => power(b, n)));
    const digest = createHash("sha256").update(Float64Array.from(powers)).digest("hex");
    expect(digest.slice(0, 16)).to.equal("751cbf639087999b");
  });

  it("has the special values of products", () => {
    const cases = [
      [NaN, 0, 1],
      [Infinity, 0, 1],
      [0, 0, 1],
      [NaN, 1, NaN],
      [0, 3, 0],
      [-0, 3, -0],
      [-0, 2, 0],
      [-Infinity, 3, -Infinity],
      [-Infinity, 2, Infinity],
      [2, 1024, Infinity],
      [-2, 1025, -Infinity],
      [0.5, 1075, 0],
      [0.999, Number.MAX_SAFE_INTEGER, 0],
    ] as const;
    expect(cases.map(([base, n]) => [base, n, power(base, n)])).to.deep.equal(cases);
  });

  const need = "power: n must be a whole number of at least 0";
  itRefuses([
    ["a negative power", () => power(2, -1), RangeError, `${need}, got -1`],
    ["a fraction of a power", () => power(2, 0.5), RangeError, `${need}, got 0.5`],
    ["NaN", () => power(2, NaN), RangeError, `${need}, got NaN`],
    [
      "a power that is no number",
      () => power(2, "2" as unknown as number),
      TypeError,
      'power: n must be a number, got "2"',
    ],
  ]);
});
