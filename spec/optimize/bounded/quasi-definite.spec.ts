import { expect } from "chai";
import { openQuasiDefinite } from "../../../lib/optimize/bounded/quasi-definite.ts";
import { dotOf, numbers, zeros } from "../support/dense.ts";

/** P = A·Aᵀ + I, any Q, and T = C·Cᵀ, which may be singular. */
function blocks(k: number, memory: number, seed: number, rank: number) {
  const draw = numbers(seed);
  const rows = (width: number) =>
    Array.from({ length: k }, () => Array.from({ length: width }, draw));
  const [a, q, c] = [rows(k), rows(k), rows(rank)];
  const system = openQuasiDefinite(memory);
  const matrix = zeros(2 * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const p = dotOf(a[i]!, a[j]!) + Number(i === j);
      const t = dotOf(c[i]!, c[j]!);
      matrix[i]![j] = -p;
      matrix[k + i]![j] = matrix[j]![k + i] = q[i]![j]!;
      matrix[k + i]![k + j] = t;
      const at = i * memory + j;
      [system.p[at], system.q[at], system.t[at]] = [p, q[i]![j]!, t];
    }
  }
  return { system, matrix, b: Array.from({ length: 2 * k }, draw) };
}

describe("openQuasiDefinite", () => {
  for (const [k, memory, rank] of [
    [1, 1, 1],
    [3, 5, 3],
    [6, 6, 0], // T is zero
    [8, 20, 4], // T is singular
  ] as const) {
    it(`solves a system of 2·${k} with T of rank ${rank}, in rows of ${memory}`, () => {
      const { system, matrix, b } = blocks(k, memory, 7 * k, rank);
      expect(system.factor(k)).to.equal(true);
      const row = Float64Array.from(b);
      system.solve(row);
      matrix.forEach((own, i) => expect(dotOf(own, row)).to.be.closeTo(b[i]!, 1e-12));
    });
  }

  it("solves a system worked by hand", () => {
    // -4a + 2b = -2 and 2a + 3b = 9 have the solution 1.5, 2
    const system = openQuasiDefinite(1);
    [system.p[0], system.q[0], system.t[0]] = [4, 2, 3];
    expect(system.factor(1)).to.equal(true);
    const row = Float64Array.of(-2, 9);
    system.solve(row);
    expect([...row]).to.deep.equal([1.5, 2]);
  });

  for (const [what, p, q, t] of [
    ["P", -1, 1, 1],
    ["T + Q·P⁻¹·Qᵀ", 1, 1, -2],
    ["P, by overflow,", Infinity, 1, 1],
    ["Q, as NaN,", 1, NaN, 1],
  ] as const) {
    it(`says that it cannot factor if ${what} is not positive definite`, () => {
      const system = openQuasiDefinite(1);
      [system.p[0], system.q[0], system.t[0]] = [p, q, t];
      expect(system.factor(1)).to.equal(false);
    });
  }
});
