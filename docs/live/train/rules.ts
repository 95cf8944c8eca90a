/** The rules of settings.ts, for the worker alone: the page does without their code. */
import {
  adadelta,
  adam,
  gradientDescent,
  rmsProp,
  rprop,
  type End,
  type Info,
  type Objective,
  type RunOptions,
} from "ndarray-params/optimize";
import type { NdArray } from "ndarray";
import type { Matrix, Vector } from "./models.ts";
import type { RuleName } from "./settings.ts";

export type Batch = readonly [images: Matrix, labels: NdArray<Uint8Array>];
export type Steps = Iterable<Info<Vector>> & { readonly end?: End | undefined };

/** A rule that takes a step for each batch, at a rate that may change meanwhile. */
type OnBatches = (
  flat: Vector,
  objective: Objective<Vector, Batch>,
  options: RunOptions<Vector, Batch> & { readonly stepRate: Iterable<number> },
) => Steps;

/** A rule that takes all digits in each step, and finds the length of its steps itself. */
type OnAll = (flat: Vector, objective: Objective<Vector>, options: RunOptions<Vector>) => Steps;

const withMomentum: OnBatches = (flat, objective, options) =>
  gradientDescent(flat, objective, { ...options, momentum: 0.9 });

export const onBatches: Readonly<Partial<Record<RuleName, OnBatches>>> = {
  gradientDescent: withMomentum,
  adam,
  rmsProp,
  adadelta,
};

export const onAll: Readonly<Partial<Record<RuleName, OnAll>>> = { rprop };
