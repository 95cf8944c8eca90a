/**
 * The contract of every rule: what an objective is, what a rule is given, what the caller's loop
 * sees. A rule begins a run, names its options and its state, and hands over what one iteration
 * does; the rest is here.
 */
import { nameOf } from "../../internal/messages.ts";
import type { Layout } from "../../layout.ts";
import { checkOptions } from "../../internal/options.ts";
import type { Template } from "../../template.ts";
import { checkNumber, type Requirement } from "../../internal/numbers.ts";
import { allFinite, divergence } from "./divergence.ts";
import { iterate } from "./iterate.ts";
import { isStream, openRate, type OpenRate, type Rate } from "./rate.ts";
import { readArguments } from "./read-arguments.ts";
import { openState, type OpenState, type SavedState, type State } from "./state.ts";
import * as flats from "./flats.ts";
import type { Elements, Flat, Floats } from "./flats.ts";

/**
 * Returns the loss at `flat` and writes its gradient into `gradient`, every element of it. Both
 * are the same two objects in every call. `batch` is what the option `batches` gives.
 */
export type Objective<F, B extends readonly unknown[] = []> = (
  flat: F,
  gradient: F,
  ...batch: B
) => number;

/** What the loop sees. The same object in every iteration: copy what is to be kept. */
export interface Info<F, S = State<F>> {
  /** Counts from 1, and goes on counting where a saved state is continued. */
  readonly iteration: number;
  /** The loss where the gradient was taken. */
  readonly loss: number;
  readonly gradient: F;
  /** How often this run has called the objective. */
  readonly evaluations: number;
  /** The rule's memory itself, not a copy. */
  readonly state: S;
}

/** The options of every rule. */
export interface RunOptions<F, B extends readonly unknown[] = []> {
  /** The objective's further arguments, an array for each iteration. The loop ends where they do. */
  readonly batches?: Iterable<Readonly<B>>;
  /** Where the objective writes; made like `flat` where it is not given. */
  readonly gradient?: F;
  /** The `info.state` of a run to continue; it is copied. Schedules go on where that run was. */
  readonly state?: SavedState;
  /** The template of `flat`, to name elements in errors. */
  readonly template?: Template | Layout;
}

/** The contract from inside: what a rule works with. */
export interface Run<F> {
  readonly size: number;
  /** The flat and its gradient, without gaps whatever the caller's strides. */
  readonly x: Floats;
  readonly g: Floats;
  readonly state: OpenState;
  /** Whether the objective gets another batch in each iteration. */
  readonly batched: boolean;
  // Each of these four makes `name` an option of the rule; what has no such name is refused.
  rate(name: string, value: Rate, requirement: Requirement): OpenRate;
  /** A rate the rule itself changes: part of the state, and not a stream. */
  adapted(name: string, value: Rate, requirement: Requirement, inState?: string): Elements;
  number(name: string, value: number, requirement: Requirement): number;
  flag(name: string, value: boolean): boolean;
  /** The loss at x, and its gradient in g. Throws where either is not finite. */
  readonly evaluate: () => number;
  /** The same for a trial, NaN where either is not finite. */
  probe(): number;
  /** The error for what the last evaluation gave. */
  diverged(): RangeError;
  /** The caller's iterator. `step` does an iteration; it returns false where none is possible. */
  iterate<S, E extends object = object>(
    step: (info: Progress & E) => boolean | undefined,
    extra?: E,
  ): IterableIterator<Info<F, S> & Readonly<E>>;
}

interface Progress {
  iteration: number;
  loss: number;
  evaluations: number;
}

/**
 * Reads and checks what every rule is given. Nothing is written before the caller's first `next`.
 *
 * @throws TypeError, RangeError naming `call` and the option
 */
export function begin<F extends Flat, B extends readonly unknown[]>(
  call: string,
  flat: F,
  objective: Objective<F, B>,
  options: RunOptions<F, B>,
): Run<F> {
  const { target, slope, gradient, layout } = readArguments(call, flat, objective, options);
  const { size } = target;
  const { batches } = options;
  const x = flats.rowOf(target);
  const g = flats.rowOf(slope);
  const state = openState(call, flat, size, options.state);
  const { record } = state;
  const progress = { iteration: record.iteration, loss: NaN, evaluations: 0 };
  const rates: OpenRate[] = [];
  const own: string[] = []; // the names of the rule's own options
  let batch: readonly unknown[] = [];

  const probe = (): number => {
    flats.store(x, target);
    // What the objective leaves out of its first gradient is then no number, not a slope of zero.
    if (progress.evaluations === 0) flats.store(g.fill(NaN), slope);
    const loss = objective(flat, gradient, ...(batch as B));
    flats.load(g, slope);
    if (typeof loss !== "number") {
      const got = nameOf(loss);
      throw new TypeError(`${call}: objective must return the loss, a number, got ${got}`);
    }
    progress.evaluations++;
    progress.loss = loss;
    return Number.isFinite(loss) && allFinite(g) ? loss : NaN;
  };
  const diverged = (): RangeError =>
    divergence(call, record.iteration + 1, progress.loss, g, layout);

  return {
    size,
    x,
    g,
    state,
    batched: batches !== undefined,
    probe,
    diverged,
    evaluate: () => {
      const loss = probe();
      if (Number.isNaN(loss)) throw diverged();
      return loss;
    },
    rate: (name, value, requirement) => {
      own.push(name);
      const rate = openRate(call, name, value, size, requirement, record.iteration);
      rates.push(rate);
      return rate;
    },
    adapted: (name, value, requirement, inState = name) => {
      own.push(name);
      if (isStream(value)) {
        const got = nameOf(value);
        throw new TypeError(`${call}: ${name} must be a number or a flat here, got ${got}`);
      }
      const initial = openRate(call, name, value, size, requirement, 0);
      return { data: state.flat(inState, initial), offset: 0, stride: 1 };
    },
    number: (name, value, requirement) => {
      own.push(name);
      checkNumber(call, name, value, requirement);
      return value;
    },
    flag: (name, value) => {
      own.push(name);
      if (typeof value === "boolean") return value;
      throw new TypeError(`${call}: ${name} must be true or false, got ${nameOf(value)}`);
    },
    iterate: <S, E extends object>(
      step: (info: Progress & E) => boolean | undefined,
      extra = {} as E,
    ) => {
      checkOptions(call, options, [...own, "batches", "gradient", "state", "template"]);
      state.close();
      const moving = Object.assign(progress, extra);
      const info = Object.assign(moving, { gradient, state: record as S });
      return iterate<Info<F, S> & Readonly<E>>({
        call,
        info,
        batches,
        rates,
        step: (drawn) => {
          batch = drawn;
          flats.load(x, target);
          const { loss } = moving;
          try {
            if (step(moving) === false) {
              moving.loss = loss; // what was tried in vain is not what flat has
              return false;
            }
          } finally {
            flats.store(x, target);
          }
          moving.iteration = ++record.iteration;
          return true;
        },
      });
    },
  };
}
