/**
 * The contract of every rule: what an objective is, what a rule takes, and what the caller's loop
 * sees. The last type, `Run`, is the same contract from inside.
 *
 * A rule declares its options by reading them. `run.rate("stepRate", options.stepRate, 0.1, …)`
 * checks the value, 0.1 if there is none, and makes "stepRate" one of the names that the rule knows;
 * `adapted`, `number` and `flag` do the same for other kinds of options. The list of names is complete when
 * the rule calls `run.iterate(…)`, its last statement. There an option with another name is
 * refused, and so is a saved state with an entry that the rule did not ask for. All of this happens
 * while the rule is called, before the caller's first `next` and before anything is written.
 */
import type { Floats } from "../../internal/arrays.ts";
import type { Requirement } from "../../internal/numbers.ts";
import type { Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import type { AdaptedRate, OpenRate, Rate } from "./rate.ts";
import type { OpenState, SavedState, State } from "./state.ts";

/**
 * Returns the loss at `flat` and writes every element of its gradient into `gradient`. Both are
 * the same two objects in every call. `batch` is what the option `batches` gives.
 */
export type Objective<F, B extends readonly unknown[] = []> = (
  flat: F,
  gradient: F,
  ...batch: B
) => number;

/** A loop sees this same object in every iteration: copy what you want to keep. */
export interface Info<F, S = State<F>> {
  /** Counts from 1, or goes on counting if a saved state is continued. */
  readonly iteration: number;
  /** The loss at the point where the gradient was taken. */
  readonly loss: number;
  readonly gradient: F;
  /** How often this run has called the objective. */
  readonly evaluations: number;
  /** The rule's memory itself, not a copy. */
  readonly state: S;
}

/** The options of every rule. */
export interface RunOptions<F, B extends readonly unknown[] = []> {
  /** The objective's further arguments, an array for each iteration. The loop ends with them. */
  readonly batches?: Iterable<Readonly<B>>;
  /** The objective writes into it; by default a new one of the same kind as `flat`. */
  readonly gradient?: F;
  /** The `info.state` of a run to continue; it is copied. Schedules go on where that run was. */
  readonly state?: SavedState;
  /** The template of `flat`, to name elements in errors. */
  readonly template?: Template | Layout;
}

/** The names of the common options. */
export const runOptions: readonly (keyof RunOptions<unknown>)[] = [
  "batches",
  "gradient",
  "state",
  "template",
];

/** A rule works with this. */
export interface Run<F> {
  readonly size: number;
  /** The flat and its gradient as rows without gaps, whatever the caller's strides. */
  readonly x: Floats;
  readonly g: Floats;
  /** x as it was before the rule moved it to where it takes the gradient. */
  origin: Floats;
  readonly state: OpenState;
  /** Whether the objective gets another batch in each iteration. */
  readonly batched: boolean;
  // Each of the next four makes `name` an option of the rule; `usual` is its default.
  rate(name: string, value: Rate | undefined, usual: number, requirement: Requirement): OpenRate;
  /** A rate that the rule itself changes. It is part of the state and cannot be a schedule. */
  adapted(
    name: string,
    value: Rate | undefined,
    usual: number,
    requirement: Requirement,
    inState?: string,
  ): AdaptedRate;
  number(name: string, value: number | undefined, usual: number, requirement: Requirement): number;
  flag(name: string, value: boolean | undefined): boolean;
  /** The loss at x, and its gradient in g. Throws if either is not finite. */
  readonly evaluate: () => number;
  /**
   * Comes between `evaluate` and the step. As long as no sum of all |gᵢ| was above G >= 1, the step
   * moves no element by more than `most`·G. If that does not exclude an overflow, and a number of
   * the state or of x does overflow, everything is put back and the iteration throws.
   */
  watch(most: number): void;
  /** The same for a trial: returns NaN if either is not finite. */
  probe(): number;
  /** The error for what the last evaluation gave. */
  diverged(): RangeError;
  /** The caller's iterator. `step` does one iteration; it returns false if none is possible. */
  iterate<S, E extends object = object>(
    step: (info: Progress & E) => boolean | undefined,
    extra?: E,
  ): IterableIterator<Info<F, S> & Readonly<E>>;
}

/** The numbers of `info` while they change. */
export interface Progress {
  iteration: number;
  loss: number;
  evaluations: number;
}
