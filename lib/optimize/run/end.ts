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

/** The reasons of rules with a line search. */
export type SearchReason =
  /** Every element of the gradient is 0. */
  | { readonly reason: "zero gradient" }
  /** No step lowers the loss. */
  | { readonly reason: "no lower point" };

/** A run's `end`, frozen: its reason and the numbers of that, and how far the run came. */
export type EndOf<Reason> = (LoopReason | Reason) & Counts;

/** The `end` of a rule's loop. */
export type End = EndOf<SearchReason>;
