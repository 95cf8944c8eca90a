/** The types of the rule for fits: its options, and what the caller's loop sees. */
import type { NdArray } from "ndarray";
import type { Flat } from "../../internal/read-flat.ts";
import type { Info } from "../../optimize/run/contract.ts";
import type { AsyncLoop, Loop } from "../../optimize/run/loop.ts";
import type { SavedState, State } from "../../optimize/run/state.ts";
import type { ResidualLoss } from "../losses.ts";
import type { FitOptions } from "../residuals/read-fit.ts";
import type { StepReason } from "../step/solver.ts";

export interface LevenbergMarquardtOptions<F> extends FitOptions {
  /** How much a residual counts, depending on its size; `leastSquares` by default. */
  readonly loss?: ResidualLoss;
  /** The first step is at most this many times as long as x, in units of D; 1 by default. */
  readonly radius?: number;
  /**
   * Typical sizes of the elements, each above 0, in a flat: D is 1/size then. By default D has the
   * largest norms so far of the columns of J, which makes the fit independent of units.
   */
  readonly scale?: Flat;
  /** The gradient of the loss is written into it; by default a new one of the same kind as `flat`. */
  readonly gradient?: F;
  /** The `info.state` of a run to continue; it is copied. */
  readonly state?: SavedState;
}

/** The memory of a fit. All numbers are 0 before the first step. */
export type LevenbergMarquardtState<F> = State<F, "scale"> & {
  /** Δ. */
  readonly radius: number;
  /** λ. */
  readonly damping: number;
  /** The part of the loss that the last step was worth, if rounding hides what it took away. */
  readonly hidden: number;
};

/** A loop sees this same object in every iteration: copy what you want to keep. */
export interface FitInfo<F> extends Info<F, LevenbergMarquardtState<F>> {
  /** Jᵀ·r, at the new x as everything here is; 0 for active elements. */
  readonly gradient: F;
  readonly r: Float64Array;
  readonly jacobian: NdArray<Float64Array>;
  /** How many of the evaluations were asked for derivatives. */
  readonly jacobians: number;
  /** λ of the step that led here. */
  readonly damping: number;
  /** How much of the loss the step took away, as part of what J predicted. */
  readonly ratio: number;
  /** How many elements that are not active the data determine. */
  readonly rank: number;
  /** -1 or 1 for an element that is exactly on this bound and would leave the box, else 0. */
  readonly active: Int8Array;
  /** ρ′ of each residual: a small one marks an outlier. All are 1 for `leastSquares`. */
  readonly weights: Float64Array;
  /**
   * The distance from the minimum in radii of the confidence region; 1e-3 is near enough for any
   * use of the fit. NaN if there are no more residuals than elements.  Bates & Watts 1981
   */
  readonly offset: number;
}

/** The loop over residuals, which is a `for await` if their function returns promises. */
export type FitLoop<F, R> = [Extract<R, PromiseLike<unknown>>] extends [never]
  ? Loop<FitInfo<F>, StepReason>
  : AsyncLoop<FitInfo<F>, StepReason>;
