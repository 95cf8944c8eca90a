/** The reasons why a run has ended, with the numbers that belong to them. */

/** How far the run came. */
export interface Counts {
  readonly iteration: number;
  readonly evaluations: number;
  /** The loss that belongs to the flat; NaN if nothing was evaluated. */
  readonly loss: number;
}

/** The reasons that every loop has. */
export type LoopReason =
  /** The caller left the loop, by `break`, `return`, or an error in its body. */
  | { readonly reason: "stopped" }
  /** The option `batches` has no further batch. */
  | { readonly reason: "no more batches" }
  /** The iteration threw `error`. */
  | { readonly reason: "error"; readonly error: unknown };

/**
 * A step along the direction of a search, short, but not so short that rounding could hide the
 * `change` of the loss over it. The gradients at its ends have `expected` a decrease ten times as
 * large, or larger.
 */
export interface Disagreement {
  readonly length: number;
  readonly change: number;
  readonly expected: number;
}

/** The reasons of rules with a line search. */
export type SearchReason =
  /** Every element of the gradient is 0. */
  | { readonly reason: "zero gradient" }
  /** No step lowers the loss by more than rounding. `largest` is the largest |gᵢ|. */
  | { readonly reason: "no lower point"; readonly largest: number }
  /** The gradient is not that of the loss. */
  | ({ readonly reason: "gradient disagrees" } & Disagreement)
  /** The sum of the squares of the gradient is too large or too small for a float64. */
  | { readonly reason: "out of range"; readonly largest: number }
  /** The objective has given another loss at the same point, and then another again. */
  | { readonly reason: "objective varies"; readonly losses: readonly [number, number] };

/** A run's `end`, frozen: its reason and the numbers of that, and how far the run came. */
export type EndOf<Reason> = (LoopReason | Reason) & Counts;

/** The `end` of a rule's loop. */
export type End = EndOf<SearchReason>;
