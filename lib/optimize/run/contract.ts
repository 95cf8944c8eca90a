/**
 * The contract of every rule: what an objective is, what a rule takes, and what the caller's loop
 * sees. The last types, `Rule` and `Run`, are the same contract from inside.
 *
 * A rule declares its options by reading them. `run.rate("stepRate", options.stepRate, 0.1, …)`
 * checks the value, 0.1 if there is none, and makes "stepRate" one of the names that the rule knows;
 * `adapted`, `number`, `flag` and `bounds` do the same for other kinds of options. The list of names
 * is complete when the rule calls `run.iterate(…)`, its last statement. There an option with another
 * name is refused, and so is a saved state with an entry that the rule did not ask for. All of this
 * happens while the rule is called, before the caller's first `next` and before anything is written.
 *
 * A rule never calls the objective. It moves x, says "evaluate", and is resumed when the result is
 * there. So the same rule serves `for...of`, where the loop has the result at once, and `for await`,
 * where the loop waits for it.
 */
import type { NdArray } from "ndarray";
import type { Floats } from "../../internal/arrays.ts";
import type { Requirement } from "../../internal/numbers.ts";
import type { Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import type { Loss, LoopOf, Rule } from "./loop.ts";
import type { Bounds, OpenBounds } from "./read-bounds.ts";
import type { AdaptedRate, OpenRate, Rate } from "./rate.ts";
import type { OpenState, SavedState, State } from "./state.ts";

/**
 * Returns the loss at `flat`, which it leaves as it is, and writes every element of its gradient into
 * `gradient`. Both are the same two objects in every call. `batch` is what the option `batches` gives.
 * An objective that returns a promise has written the gradient when that is fulfilled.
 */
export type Objective<F, B extends readonly unknown[] = [], L extends Loss = number> = (
  flat: F,
  gradient: F,
  ...batch: B
) => L;

/**
 * Writes the residuals at `flat` and, unless `jacobian` is undefined, every one of their derivatives:
 * a row for each residual and a column for each element of the flat. All are the same objects in
 * every call. A residual is (model - data)/σ; the other sign gives the same fit. A function that
 * returns a promise has written both when that is fulfilled.
 */
export type Residuals<F, R = void, Rows = Float64Array> = (
  flat: F,
  r: Rows,
  jacobian: NdArray<Float64Array> | undefined,
) => R;

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

/** The numbers of `info` while they change. */
export interface Progress {
  iteration: number;
  /** The last loss, finite or not. */
  loss: number;
  evaluations: number;
}

/** Reads the options of a rule. Each call makes `name` an option of it; `usual` is its default. */
export interface OptionReader {
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
  /** Refuses bounds that the flat is not within; undefined without bounds. */
  bounds(name: string, value: Bounds | undefined): OpenBounds | undefined;
  /** An option that the rule checks itself. */
  accept(name: string): void;
}

/** The members that every run has, whatever it evaluates. */
export interface BareRun extends OptionReader {
  readonly call: string;
  readonly size: number;
  /** The flat as a row without gaps, whatever the caller's strides. */
  readonly x: Floats;
  /**
   * x as the last complete iteration left it. The loop sets it to x itself before each iteration. A
   * rule that moves x away from there points it to a copy first. If an iteration fails or
   * ends the run, the loop puts x back to it.
   */
  origin: Floats;
  /** The loss at `origin`. The loop sets it to the last one; a rule that evaluates there, to that. */
  originLoss: number;
  readonly state: OpenState;
  readonly progress: Progress;
  /** Whether the function gets another batch in each iteration. */
  readonly batched: boolean;
}

/** A rule that takes an objective works with this. */
export interface Run<F> extends BareRun {
  /** The gradient as the objective sees it, and as a row without gaps. */
  readonly gradient: F;
  readonly g: Floats;
  /** The loss of the last evaluation; NaN if that or its gradient is not finite. */
  loss: number;
  /**
   * Comes between the evaluation and the step. As long as no sum of all |gᵢ| was above G >= 1, the
   * step moves no element by more than `most`·G. If that does not exclude an overflow, and a number
   * of the state or of x does overflow, everything is put back and the iteration throws.
   */
  watch(most: number): void;
  /** The error for what the last evaluation gave. */
  diverged(): RangeError;
  /** The caller's loop. `extra` are further numbers of `info`, which the rule changes. */
  iterate<S, L extends Loss, E extends object = object>(
    rule: Rule<Progress & E>,
    extra?: E,
  ): LoopOf<Info<F, S> & Readonly<E>, L>;
}
