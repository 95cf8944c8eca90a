import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { cos, sin } from "../../lib/internal/exact-math/cos-sin.ts";
import { exp } from "../../lib/internal/exact-math/exp.ts";
import { expm1 } from "../../lib/internal/exact-math/expm1.ts";
import { log } from "../../lib/internal/exact-math/log.ts";
import { log1p } from "../../lib/internal/exact-math/log1p.ts";
import { tanh } from "../../lib/internal/exact-math/tanh.ts";

const functions = { exp, expm1, log, log1p, tanh, cos, sin };
type Name = keyof typeof functions;
const names = Object.keys(functions) as Name[];

/** The smallest and the largest number above 0. */
const [LEAST, MOST] = [Number.MIN_VALUE, Number.MAX_VALUE];

/** Uniform numbers in [0, 1) by exact steps.  Ettinger 2017, mulberry32. */
function drawer(seed: number): () => number {
  let state = seed;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
  return () => draw() + Math.floor(draw() * 0x100000) / 0x10000000000000;
}

type Make = (draw: () => number) => number;

const between =
  (low: number, high: number): Make =>
  (draw) =>
    low + (high - low) * draw();

const whole = (draw: () => number, count: number): number => Math.floor(draw() * count);

/** x·2ᵏ by exact steps. */
function shifted(x: number, k: number): number {
  let result = x;
  for (let i = 0; i < Math.abs(k); i++) result *= k < 0 ? 0.5 : 2;
  return result;
}

/** A number of either sign whose exponent is uniform, added to `around`. */
const spread =
  (low: number, high: number, around = 0): Make =>
  (draw) =>
    around + (1 + draw()) * shifted(draw() < 0.5 ? -1 : 1, low + whole(draw, high - low));

/** A multiple of a number, or one of the numbers beside it. */
const multiples =
  (of: number, most: number): Make =>
  (draw) =>
    of * (whole(draw, 2 * most) - most) * (1 + (whole(draw, 5) - 2) * Number.EPSILON);

const positive =
  (make: Make): Make =>
  (draw) =>
    Math.abs(make(draw));

const angles = [between(-4, 4), spread(-60, 0), multiples(Math.PI / 2, 40)];
const mediumAngles = [between(-1.6e6, 1.6e6), multiples(Math.PI / 2, 0x80000)];

const makers: Record<Name, readonly Make[]> = {
  exp: [between(-746, 710), between(-2, 2), spread(-60, 0), multiples(Math.LN2 / 2, 2000)],
  expm1: [between(-60, 710), between(-2, 2), spread(-60, 0), multiples(Math.LN2 / 2, 110)],
  log: [
    positive(spread(-1070, 1023)),
    between(0.5, 2),
    spread(-52, -2, 1),
    positive(multiples(Math.SQRT1_2, 4)),
  ],
  log1p: [
    positive(spread(-60, 1023)),
    between(-0.9999, 2),
    spread(-60, -1),
    between(-0.2929, -0.29289),
    between(0.41421, 0.41422),
  ],
  tanh: [between(-23, 23), between(-1.5, 1.5), spread(-60, 0), multiples(Math.LN2 / 4, 120)],
  cos: [...angles, ...mediumAngles],
  sin: [...angles, ...mediumAngles],
};

/** Seeded arguments of a function, of each kind in turn. */
function argumentsOf(name: Name, count: number, more: readonly Make[] = []): Float64Array {
  const draw = drawer(1993);
  const kinds = [...makers[name], ...more];
  return Float64Array.from({ length: count }, (_, i) => kinds[i % kinds.length]!(draw));
}

/** The distance from |y| to the next number. */
function ulpOf(y: number): number {
  const bits = new BigInt64Array(1);
  const number = new Float64Array(bits.buffer);
  number[0] = Math.abs(y);
  bits[0]! += 1n;
  return number[0] - Math.abs(y);
}

describe("exact math", () => {
  const file = new URL("../fixtures/exact-math.json", import.meta.url);
  const fixture = JSON.parse(readFileSync(file, "utf8")) as Record<
    Name,
    [x: number, y: number, rest: number][]
  >;
  for (const [name, ulps] of Object.entries({
    exp: 0.8,
    expm1: 0.8,
    log: 0.8,
    log1p: 0.8,
    tanh: 1.8,
    cos: 0.6,
    sin: 0.6,
  }) as [Name, number][]) {
    it(`${name} is within ${ulps} ulp of what mpmath finds at about 200 arguments`, () => {
      expect(fixture[name].length).to.be.above(190);
      const far = fixture[name].filter(([x, y, rest]) => {
        const error = (functions[name](x) - y) / ulpOf(y) - rest;
        return !(Math.abs(error) <= ulps);
      });
      expect(far).to.deep.equal([]);
    });
  }
});

describe("the bits of exact math", () => {
  const hugeAngles = [spread(21, 1023)];
  for (const [name, hash] of Object.entries({
    exp: "cbe4a21a30b28cdd",
    expm1: "6c498af709b98cdc",
    log: "da88caa6ac7038fb",
    log1p: "96e525542d2b5710",
    tanh: "6d52702b0573afc8",
    cos: "8723aa29bac6d260",
    sin: "53bf13a19b2d2203",
  }) as [Name, string][]) {
    it(`are those of every engine at 10,000 arguments of ${name}`, () => {
      const more = name === "cos" || name === "sin" ? hugeAngles : [];
      const values = argumentsOf(name, 10_000, more).map(functions[name]);
      const digest = createHash("sha256").update(values).digest("hex");
      expect(digest.slice(0, 16)).to.equal(hash);
    });
  }

  // Node 20 computes by fdlibm, as these functions do; other engines do not.
  for (const name of process.versions.node.startsWith("20.") ? names : []) {
    it(`are those of Node 20 at 100,000 arguments of ${name}`, () => {
      const different = argumentsOf(name, 100_000).filter(
        (x) => !Object.is(functions[name](x), Math[name](x)),
      );
      expect([...different]).to.deep.equal([]);
    });
  }

  for (const name of ["cos", "sin"] as const) {
    it(`${name} of huge angles is within an ulp of the engine's`, () => {
      const draw = drawer(7);
      const huge = Array.from({ length: 1000 }, () => hugeAngles[0]!(draw));
      const far = huge.filter((x) => {
        const y = Math[name](x);
        return !(Math.abs(functions[name](x) - y) <= ulpOf(y));
      });
      expect(far).to.deep.equal([]);
    });
  }
});

describe("the special values of exact math", () => {
  const cases: Record<Name, readonly (readonly [x: number, y: number])[]> = {
    exp: [
      [0, 1],
      [-0, 1],
      [1, Math.E],
      [LEAST, 1],
      [-LEAST, 1],
      [709.782712893384, 1.7976931348622732e308],
      [709.7827128933841, Infinity],
      [MOST, Infinity],
      [Infinity, Infinity],
      [-708.3964185322641, 2.2250738585072626e-308],
      [-745.1332191019411, LEAST],
      [-745.1332191019412, 0],
      [-MOST, 0],
      [-Infinity, 0],
      [NaN, NaN],
    ],
    expm1: [
      [0, 0],
      [-0, -0],
      [LEAST, LEAST],
      [-LEAST, -LEAST],
      [709.7827128933841, Infinity],
      [MOST, Infinity],
      [Infinity, Infinity],
      [-37.5, -1],
      [-745, -1],
      [-MOST, -1],
      [-Infinity, -1],
      [NaN, NaN],
    ],
    log: [
      [1, 0],
      [0, -Infinity],
      [-0, -Infinity],
      [LEAST, -744.4400719213812],
      [MOST, 709.782712893384],
      [2, Math.LN2],
      [Infinity, Infinity],
      [-LEAST, NaN],
      [-1, NaN],
      [-Infinity, NaN],
      [NaN, NaN],
    ],
    log1p: [
      [0, 0],
      [-0, -0],
      [LEAST, LEAST],
      [-LEAST, -LEAST],
      [1, Math.LN2],
      [MOST, 709.782712893384],
      [Infinity, Infinity],
      [-1, -Infinity],
      [-1.0000000000000002, NaN],
      [-Infinity, NaN],
      [NaN, NaN],
    ],
    tanh: [
      [0, 0],
      [-0, -0],
      [LEAST, LEAST],
      [-LEAST, -LEAST],
      [21.999, 1],
      [22, 1],
      [-22, -1],
      [MOST, 1],
      [Infinity, 1],
      [-Infinity, -1],
      [NaN, NaN],
    ],
    cos: [
      [0, 1],
      [-0, 1],
      [LEAST, 1],
      [Math.PI, -1],
      [Math.PI / 2, 6.123233995736766e-17],
      [2 * Math.PI, 1],
      [Infinity, NaN],
      [-Infinity, NaN],
      [NaN, NaN],
    ],
    sin: [
      [0, 0],
      [-0, -0],
      [LEAST, LEAST],
      [-LEAST, -LEAST],
      [Math.PI, 1.2246467991473532e-16],
      [Math.PI / 2, 1],
      [-Math.PI / 2, -1],
      [Infinity, NaN],
      [-Infinity, NaN],
      [NaN, NaN],
    ],
  };
  for (const name of names) {
    it(`of ${name} are those of its limits`, () => {
      const values = cases[name].map(([x]) => [x, functions[name](x)]);
      expect(values).to.deep.equal(cases[name]);
    });
  }
});

describe("the laws of exact math", () => {
  for (const name of ["exp", "expm1", "log", "log1p", "tanh"] as const) {
    it(`${name} never falls`, () => {
      const sorted = argumentsOf(name, 20_000).toSorted();
      const values = sorted.map(functions[name]);
      expect(values.findIndex((y, i) => i > 0 && y < values[i - 1]!)).to.equal(-1);
    });
  }

  for (const name of ["tanh", "sin"] as const) {
    it(`${name} is odd`, () => {
      const wrong = argumentsOf(name, 2000).filter(
        (x) => functions[name](-x) !== -functions[name](x),
      );
      expect([...wrong]).to.deep.equal([]);
    });
  }

  it("cos is even", () => {
    const wrong = argumentsOf("cos", 2000).filter((x) => cos(-x) !== cos(x));
    expect([...wrong]).to.deep.equal([]);
  });

  it("cos² + sin² is 1 within three roundings", () => {
    const far = argumentsOf("cos", 2000).filter(
      (x) => Math.abs(cos(x) * cos(x) + sin(x) * sin(x) - 1) > 3 * Number.EPSILON,
    );
    expect([...far]).to.deep.equal([]);
  });

  it("cos falls from 0 to π, as a schedule needs it", () => {
    const values = Array.from({ length: 10_001 }, (_, i) => cos((Math.PI * i) / 10_000));
    expect(values.findIndex((y, i) => i > 0 && y >= values[i - 1]!)).to.equal(-1);
  });

  it("log takes exp back within what the roundings allow", () => {
    const far = argumentsOf("exp", 10_000).filter((x) => {
      if (!(Math.abs(x) < 700)) return false;
      return Math.abs(log(exp(x)) - x) > Number.EPSILON * (1 + Math.abs(x));
    });
    expect([...far]).to.deep.equal([]);
  });
});
