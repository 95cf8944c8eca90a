/** A call of each scheme, with the distribution that it promises. */
import type { NdArray } from "ndarray";
import * as initialize from "ndarray-params/initialize";
import type { FloatData, Random } from "ndarray-params/initialize";

export interface SchemeCase {
  /** The name of its golden values in the fixture. */
  readonly name: string;
  readonly run: (view: NdArray<FloatData>, random: Random) => void;
  /** The rule for the fans if it is not the last two axes: PyTorch's (out, in, …). */
  readonly rule?: "PyTorch";
  /** The variance for a weight of these fans. */
  readonly variance?: (fanIn: number, fanOut: number) => number;
  readonly mean?: number;
  /** All values lie within these bounds. */
  readonly bounds?: (fanIn: number, fanOut: number) => readonly [low: number, high: number];
}

const pytorch = { in: 1, out: 0 };

/** √(1 - 4·φ(2)/(2·Φ(2) - 1)) */
const TRUNCATED = 0.8796256610342398;

const within = (bound: number): readonly [number, number] => [-bound, bound];

export const schemes: readonly SchemeCase[] = [
  {
    name: "randomizeUniform",
    run: (view, random) => initialize.randomizeUniform(view, 0, 1, random),
    variance: () => 1 / 12,
    mean: 0.5,
    bounds: () => [0, 1],
  },
  {
    name: "randomizeUniform -0.1, 0.7",
    run: (view, random) => initialize.randomizeUniform(view, -0.1, 0.7, random),
    variance: () => 0.8 ** 2 / 12,
    mean: 0.3,
    bounds: () => [-0.1, 0.7],
  },
  {
    name: "randomizeNormal",
    run: (view, random) => initialize.randomizeNormal(view, 0, 1, random),
    variance: () => 1,
  },
  {
    name: "randomizeNormal 3, 0.1",
    run: (view, random) => initialize.randomizeNormal(view, 3, 0.1, random),
    variance: () => 0.01,
    mean: 3,
  },
  {
    name: "truncatedNormal",
    run: (view, random) => initialize.truncatedNormal(view, 0, 1, random),
    variance: () => TRUNCATED ** 2,
    bounds: () => [-2, 2],
  },
  {
    name: "truncatedNormal 1, 0.5, wide",
    run: (view, random) => initialize.truncatedNormal(view, 1, 0.5, random, { low: -1, high: 3 }),
    variance: () => 0.5 ** 2 * 0.6161417353578291, // SciPy's truncnorm(-1, 3)
    mean: 1 + 0.5 * 0.2827861107271541,
    bounds: () => [0.5, 2.5],
  },
  {
    name: "varianceScaling",
    run: (view, random) => initialize.varianceScaling(view, random),
    variance: (fanIn) => 1 / fanIn,
    bounds: (fanIn) => within((2 / TRUNCATED) * Math.sqrt(1 / fanIn)),
  },
  {
    name: "varianceScaling 3, fanOut, normal",
    run: (view, random) =>
      initialize.varianceScaling(view, random, {
        scale: 3,
        mode: "fanOut",
        distribution: "normal",
      }),
    variance: (_, fanOut) => 3 / fanOut,
  },
  {
    name: "glorotNormal",
    run: (view, random) => initialize.glorotNormal(view, random),
    variance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
    bounds: (fanIn, fanOut) => within((2 / TRUNCATED) * Math.sqrt(2 / (fanIn + fanOut))),
  },
  {
    name: "glorotUniform",
    run: (view, random) => initialize.glorotUniform(view, random),
    variance: (fanIn, fanOut) => 2 / (fanIn + fanOut),
    bounds: (fanIn, fanOut) => within(Math.sqrt(6 / (fanIn + fanOut))),
  },
  {
    name: "glorotUniform, gain 2, PyTorch's fans",
    run: (view, random) => initialize.glorotUniform(view, random, { gain: 2, fan: pytorch }),
    rule: "PyTorch",
    variance: (fanIn, fanOut) => 8 / (fanIn + fanOut),
    bounds: (fanIn, fanOut) => within(2 * Math.sqrt(6 / (fanIn + fanOut))),
  },
  {
    name: "heNormal",
    run: (view, random) => initialize.heNormal(view, random),
    variance: (fanIn) => 2 / fanIn,
    bounds: (fanIn) => within((2 / TRUNCATED) * Math.sqrt(2 / fanIn)),
  },
  {
    name: "heNormal, PyTorch's fans",
    run: (view, random) => initialize.heNormal(view, random, { fan: pytorch }),
    rule: "PyTorch",
    variance: (fanIn) => 2 / fanIn,
    bounds: (fanIn) => within((2 / TRUNCATED) * Math.sqrt(2 / fanIn)),
  },
  {
    name: "heUniform",
    run: (view, random) => initialize.heUniform(view, random),
    variance: (fanIn) => 2 / fanIn,
    bounds: (fanIn) => within(Math.sqrt(6 / fanIn)),
  },
  {
    name: "lecunNormal",
    run: (view, random) => initialize.lecunNormal(view, random),
    variance: (fanIn) => 1 / fanIn,
    bounds: (fanIn) => within((2 / TRUNCATED) * Math.sqrt(1 / fanIn)),
  },
  {
    name: "lecunUniform",
    run: (view, random) => initialize.lecunUniform(view, random),
    variance: (fanIn) => 1 / fanIn,
    bounds: (fanIn) => within(Math.sqrt(3 / fanIn)),
  },
  {
    name: "truncatedNormal narrow",
    run: (view, random) => initialize.truncatedNormal(view, 0, 1, random, { low: 0.5, high: 1 }),
    bounds: () => [0.5, 1],
  },
  {
    name: "truncatedNormal around 0",
    run: (view, random) => initialize.truncatedNormal(view, 0, 1, random, { low: -0.5, high: 1 }),
    bounds: () => [-0.5, 1],
  },
  {
    name: "truncatedNormal tail",
    run: (view, random) =>
      initialize.truncatedNormal(view, 0, 1, random, { low: 3, high: Infinity }),
    bounds: () => [3, 20],
  },
  {
    name: "truncatedNormal lower tail",
    run: (view, random) =>
      initialize.truncatedNormal(view, 0, 1, random, { low: -Infinity, high: -3 }),
    bounds: () => [-20, -3],
  },
  {
    name: "orthogonal",
    run: (view, random) => initialize.orthogonal(view, random),
    bounds: () => [-1, 1],
  },
  {
    name: "orthogonal, blocks of [5, 2], gain 0.5",
    run: (view, random) => initialize.orthogonal(view, random, { shape: [5, 2], gain: 0.5 }),
    bounds: () => [-0.5, 0.5],
  },
  {
    name: "sparsifyColumns",
    run: (view, random) => {
      initialize.ones(view);
      initialize.sparsifyColumns(view, 2, random);
    },
    bounds: () => [0, 1],
  },
];
