/** The cases of spec/fixtures/fit: models with their derivatives by hand, data and references. */
import { readFileSync } from "node:fs";
import type { NdArray } from "ndarray";

type Row = readonly number[];

/** Returns the model at a row of the data and writes its partial derivatives into p. */
type Model = (b: ArrayLike<number>, x: Row, p: { [i: number]: number }) => number;

type Numbers = readonly string[];

export interface FitCase {
  readonly parameters: readonly string[];
  readonly start: readonly number[];
  readonly start2?: readonly number[];
  readonly bounds?: { readonly lower: number[]; readonly upper: number[] };
  readonly loss?: "linear" | "huber" | "softL1" | "cauchy";
  readonly lossScale?: number;
  readonly data: {
    readonly x?: readonly number[];
    readonly rows?: readonly Row[];
    readonly y: readonly number[];
    readonly sigma?: readonly number[];
  };
  readonly reference: {
    readonly estimate: Numbers;
    readonly rss: string;
    readonly loss: string;
    readonly degreesOfFreedom: number;
    readonly errorVariance: string;
    readonly covariance: readonly Numbers[];
    readonly standardErrors: Numbers;
    readonly standardErrorsAbsoluteSigma: Numbers;
    readonly correlation: readonly (readonly (string | null)[])[];
    readonly weights: Numbers;
    readonly residuals: Numbers;
    readonly active?: Record<string, { side: string; bound: number; gradientOfLoss: string }>;
    readonly huberCovariance: { readonly standardErrors: Numbers };
    readonly profileIntervals?: Record<
      string,
      Record<string, readonly (readonly [kind: string, limit: string])[]>
    >;
  };
}

const saturation: Model = (b, [x = 0], p) => {
  const rest = Math.exp(-b[1]! * x);
  p[0] = 1 - rest;
  p[1] = b[0]! * x * rest;
  return b[0]! * (1 - rest);
};

const plane: Model = (b, row, p) => {
  p[0] = 1;
  row.forEach((x, j) => (p[j + 1] = x));
  return row.reduce((sum, x, j) => sum + b[j + 1]! * x, b[0]!);
};

const models: Readonly<Record<string, Model>> = {
  bod: saturation,
  "bod-bounded": saturation,
  misra1a: saturation,
  puromycin: (b, [x = 0], p) => {
    p[0] = x / (b[1]! + x);
    p[1] = (-b[0]! * x) / (b[1]! + x) ** 2;
    return b[0]! * p[0];
  },
  "puromycin-rank-deficient": (b, [x = 0], p) => {
    const share = x / (b[2]! + x);
    p[0] = b[1]! * share;
    p[1] = b[0]! * share;
    p[2] = (-b[0]! * b[1]! * x) / (b[2]! + x) ** 2;
    return b[0]! * b[1]! * share;
  },
  york: plane,
  "stackloss-linear": plane,
  "stackloss-huber": plane,
  "stackloss-softL1": plane,
  "stackloss-cauchy": plane,
};

export const readCase = (name: string): FitCase =>
  JSON.parse(
    readFileSync(new URL(`../../fixtures/fit/fit-${name}.json`, import.meta.url), "utf8"),
  ) as FitCase;

/** (model - y)/σ, and its derivatives if they are asked for. */
export function residualsOf(name: string, { data, start }: FitCase) {
  const model = models[name]!;
  const { y, sigma = y.map(() => 1) } = data;
  const rows = data.rows ?? data.x!.map((x) => [x]);
  const p = new Float64Array(start.length);
  return (b: Float64Array, r: Float64Array, jacobian?: NdArray<Float64Array>): void => {
    for (let i = 0; i < r.length; i++) {
      r[i] = (model(b, rows[i]!, p) - y[i]!) / sigma[i]!;
      if (jacobian === undefined) continue;
      for (let j = 0; j < p.length; j++) jacobian.set(i, j, p[j]! / sigma[i]!);
    }
  };
}
