/** The rules that the page offers, with step rates that suit digits. */
import {
  adadelta,
  adam,
  gradientDescent,
  lbfgs,
  rmsProp,
  rprop,
  type End,
  type Info,
  type Objective,
  type RunOptions,
} from "ndarray-params/optimize";
import type { NdArray } from "ndarray";
import type { Matrix, Vector } from "./models.ts";

export type Batch = readonly [images: Matrix, labels: NdArray<Uint8Array>];
export type Steps = Iterable<Info<Vector>> & { readonly end?: End | undefined };

interface Batched {
  readonly stepRate: number;
  start(
    flat: Vector,
    objective: Objective<Vector, Batch>,
    options: RunOptions<Vector, Batch> & { readonly stepRate: Iterable<number> },
  ): Steps;
}

/** A rule that takes all digits in each step, and finds the length of its steps itself. */
interface Whole {
  start(flat: Vector, objective: Objective<Vector>, options: RunOptions<Vector>): Steps;
}

const withMomentum: Batched["start"] = (flat, objective, options) =>
  gradientDescent(flat, objective, { ...options, momentum: 0.9 });

export const rules = {
  gradientDescent: { stepRate: 0.05, start: withMomentum },
  adam: { stepRate: 0.002, start: adam },
  rmsProp: { stepRate: 0.001, start: rmsProp },
  adadelta: { stepRate: 1, start: adadelta },
  rprop: { start: rprop },
  lbfgs: { start: lbfgs },
} as const satisfies Record<string, Batched | Whole>;

export type RuleName = keyof typeof rules;

export const isBatched = (rule: Batched | Whole): rule is Batched => "stepRate" in rule;
