/** The interface of a relation, as `constrain` returns it. */
import type { NdArray } from "ndarray";
import type { Flat } from "../../internal/read-flat.ts";
import type { Layout, LayoutOf } from "../../layout.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import type { FreeTemplate } from "./free-template.ts";

/** The axis of batches; see `Constrained`. */
export interface ChainOptions {
  /** The axis that holds the parameters, by default the last; a negative one counts from the last. */
  readonly axis?: number;
}

export interface ForwardOptions extends ChainOptions {
  /** Gets the log-Jacobian of each flat of a batch, in row-major order of the batch. */
  readonly logJacobians?: Flat;
}

export interface ObjectiveOptions {
  /** Subtracts log|det dx/dy| from the loss, for samplers and Laplace; false by default. */
  readonly logJacobian?: boolean;
}

/** The loss of values, or a promise of it. */
export type Loss = number | Promise<number>;

/**
 * A relation between free flats y, which an optimizer or a sampler sees, and flats of values x,
 * which the model sees. Flats may be float64 or float32 in any combination, on any offset and
 * stride: everything is computed in doubles, and what is stored is rounded once.
 *
 * Flats that a function reads and writes must not overlap. An ndarray of higher rank is a batch of
 * flats, as for `shapedFromFlat`, and each of its flats is mapped by itself; all arguments have the
 * same batch axes in the same order.
 */
export interface Constrained<T, C> {
  /** The layout of y: the template's paths, with leaves of other shapes where constraints say so. */
  readonly free: Layout<FreeTemplate<T, C>>;
  /** The layout of x: that of the template. */
  readonly values: LayoutOf<T>;
  /** The paths of the leaves that have a constraint, in layout order. */
  readonly constrained: readonly string[];

  /**
   * Writes every element of x. Returns log|det dx/dy|: for a batch the sum over its flats, which
   * is that of the batch as one map, and `logJacobians` gets each flat's own.
   */
  readonly forward: (y: Flat, x: Flat, options?: ForwardOptions) => number;

  /**
   * Writes every element of y.
   *
   * @throws RangeError with the path and the label of the first value that is not valid, before
   *   anything is written
   */
  readonly inverse: (x: Flat, y: Flat, options?: ChainOptions) => void;

  /** gy ← (dx/dy)ᵀ·gx; writes every element of gy. */
  readonly pullBack: (y: Flat, gx: Flat, gy: Flat, options?: ChainOptions) => void;

  /** gy ← gy + scale·∂log|det dx/dy|/∂y; a scale of -1 is for a loss, 1 for a log density. */
  readonly pullBackJacobian: (y: Flat, gy: Flat, scale: number, options?: ChainOptions) => void;

  /**
   * Turns an objective of values into one of free flats, for any optimizer. Without `logJacobian`
   * its minimum is that of the values; with it, f is -log of their density, and the minimum is the
   * mode of y's density.
   *
   * f gets two flats of the same kind and data type as y and the gradient, the same two in every
   * call. The gradient is full of NaN before each call, so an element that f forgets is NaN after it.
   */
  readonly objective: <F extends Flat, B extends readonly unknown[], L extends Loss>(
    f: (values: F, gradient: F, ...batch: B) => L,
    options?: ObjectiveOptions,
  ) => (y: F, gradient: F, ...batch: B) => L;

  /**
   * Turns residuals of values into residuals of free flats, for fits. The Jacobian that f gets is full
   * of NaN before each call, so an element that f forgets is NaN after it. If f returns a promise, so
   * does the result.
   */
  readonly residuals: <F extends Flat, Rows, R>(f: Residuals<F, R, Rows>) => Residuals<F, R, Rows>;

  /**
   * The covariance of the values at y by the delta method: J·C·Jᵀ with J = dx/dy.
   *
   * @param covariance C, that of y: an ndarray, or an array in row-major order. It is symmetric,
   *   so only its lower triangle is read
   */
  readonly covariance: (
    y: Flat,
    covariance: Float64Array | Float32Array | NdArray<Float64Array> | NdArray<Float32Array>,
  ) => NdArray<Float64Array>;
}
