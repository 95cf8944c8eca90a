/** The types of the caller's loop, and of what a rule does in it. */
import type { EndOf, SearchReason } from "./end.ts";

/** A loss, or the promise of one: then the loop is a `for await`. */
export type Loss = number | PromiseLike<number>;

export interface Ending<Reason> {
  /** Says why the run has ended; undefined while it goes on. */
  readonly end: EndOf<Reason> | undefined;
  /** Whether the rule notices when it can do no more. */
  readonly endsByItself: boolean;
}

/** The loop over an objective that returns a promise. */
export interface AsyncLoop<I, Reason = SearchReason> extends Ending<Reason> {
  [Symbol.asyncIterator](): AsyncIterableIterator<I> & Ending<Reason>;
}

/** The loop over an objective that returns a number, which `for await` takes too. */
export interface Loop<I, Reason = SearchReason> extends IterableIterator<I>, AsyncLoop<I, Reason> {}

/** The loop that an objective of such a loss allows. */
export type LoopOf<I, L extends Loss, Reason = SearchReason> = [L] extends [number]
  ? Loop<I, Reason>
  : AsyncLoop<I, Reason>;

/**
 * The next wish of a rule: "evaluate" at x and resume it with the result; nothing more, because
 * the "step" is done; or to end, with a reason.
 */
export type Turn<Reason> = "evaluate" | "step" | Reason;

/** A rule, without the loop around it. It evaluates any number of times in one iteration. */
export interface Rule<P, Reason = SearchReason> {
  /** Whether it ends by itself. */
  readonly ends: boolean;
  /** Begins an iteration; batch and rates are drawn. */
  readonly begin: (info: P) => Turn<Reason>;
  /** Goes on after an evaluation. */
  readonly resume: (info: P) => Turn<Reason>;
}
