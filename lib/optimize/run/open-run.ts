/**
 * Opens a run of any kind of function: its options, its state, and the loop around a rule. `begin`
 * is the same for an objective with a gradient.
 */
import type { Floats } from "../../internal/arrays.ts";
import { checkBoolean, checkKept } from "../../internal/checks.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkNumber } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import type { Elements, Flat } from "../../internal/read-flat.ts";
import type { Layout } from "../../layout.ts";
import type { BareRun, Progress, RunOptions } from "./contract.ts";
import { isSame, load, rowOf, store } from "./flats.ts";
import { iterate } from "./iterate.ts";
import type { Loop, Rule } from "./loop.ts";
import { readBounds } from "./read-bounds.ts";
import { isSeries, openRate, type OpenRate } from "./rate.ts";
import { openState } from "./state.ts";

/** The default only if nothing was given: null is a mistake, the NaN of JSON. */
const given = <V>(value: V | undefined, usual: V): V => (value === undefined ? usual : value);

/** The arguments with which a run is opened. All are checked already, except the options. */
export interface Opening {
  readonly call: string;
  readonly flat: Flat;
  /** The elements of the flat. */
  readonly target: Elements<Floats>;
  readonly layout: Layout | undefined;
  readonly options: Pick<RunOptions<unknown, readonly unknown[]>, "batches" | "state">;
  /** The names of the options that the rule does not declare itself. */
  readonly common: readonly string[];
}

/** How the loop evaluates the caller's function. */
export interface Evaluation {
  /** The function's name in errors. */
  readonly name: string;
  /** Calls it at the flat, which holds x. It may return a promise. */
  readonly call: (batch: readonly unknown[]) => unknown;
  /** Checks and reads what it returned, or what its promise gave. */
  readonly take: (result: unknown) => void;
}

export interface OpenRun extends BareRun {
  /**
   * The caller's loop. `info` is the run's progress with `extra` and the state. `settle` comes after
   * each step, and may still refuse it by an error.
   */
  readonly iterate: <I, P extends Progress, Reason extends { readonly reason: string }>(
    rule: Rule<P, Reason>,
    evaluation: Evaluation,
    extra: object,
    settle?: () => void,
  ) => Loop<I, Reason>;
}

/** Nothing is written before the caller's first `next`. */
export function openRun({ call, flat, target, layout, options, common }: Opening): OpenRun {
  const { size } = target;
  const x = rowOf(target);
  const isOwn = isSame(x, target);
  const { length } = target.data;
  const state = openState(call, flat, size, options.state, layout);
  const { record } = state;
  const progress = { iteration: record.iteration, loss: NaN, evaluations: 0 };
  const rates: OpenRate[] = [];
  const own: string[] = []; // the names of the rule's own options

  const run: OpenRun = {
    call,
    size,
    x,
    origin: x,
    originLoss: NaN,
    state,
    progress,
    batched: options.batches !== undefined,
    rate: (name, value, usual, requirement) => {
      own.push(name);
      const rate = openRate(call, name, given(value, usual), size, requirement, record.iteration);
      rates.push(rate);
      return rate;
    },
    adapted: (name, value, usual, requirement, inState = name) => {
      own.push(name);
      const rate = given(value, usual);
      if (isSeries(rate)) throw wrongKind(call, name, "be a number or a flat here", rate);
      const initial = openRate(call, name, rate, size, requirement, 0);
      const data = state.sizes(inState, initial);
      return { data, size, offset: 0, stride: 1, most: initial.most };
    },
    accept: (name) => {
      own.push(name);
    },
    number: (name, value, usual, requirement) => {
      own.push(name);
      const number = given(value, usual);
      checkNumber(call, name, number, requirement);
      return number;
    },
    flag: (name, value = false) => {
      own.push(name);
      checkBoolean(call, name, value);
      return value;
    },
    bounds: (name, value) => {
      own.push(name);
      return value === undefined ? undefined : readBounds(call, value, target, layout);
    },
    iterate: <I, P extends Progress, Reason extends { readonly reason: string }>(
      rule: Rule<P, Reason>,
      evaluation: Evaluation,
      extra: object,
      settle?: () => void,
    ) => {
      checkOptions(call, options, [...own, ...common]);
      state.close();
      const info = Object.assign(progress, extra, { state: record });
      const moving = info as object as P;
      let batch: readonly unknown[] = [];
      let inside = false; // whether x is newer than the flat
      return iterate<I, Reason>({
        call,
        name: evaluation.name,
        info: info as object as I & Progress,
        endsByItself: rule.ends,
        batches: options.batches,
        rates,
        steps: {
          begin: (drawn) => {
            checkKept(call, "flat", target.data, length);
            batch = drawn;
            if (!isOwn) load(x, target);
            run.origin = x;
            inside = true;
            run.originLoss = progress.loss;
            return rule.begin(moving);
          },
          call: () => {
            if (!isOwn) store(x, target);
            return evaluation.call(batch);
          },
          resume: (result) => {
            checkKept(call, "flat", target.data, length);
            evaluation.take(result);
            return rule.resume(moving);
          },
          settle: () => {
            settle?.();
            if (!isOwn) store(x, target);
            inside = false;
            progress.iteration = ++record.iteration;
          },
          abandon: () => {
            if (!inside || target.data.length !== length) return;
            inside = false;
            if (run.origin !== x) {
              x.set(run.origin);
              progress.loss = run.originLoss; // not that of a failed trial
            }
            if (!isOwn) store(x, target);
          },
        },
      });
    },
  };
  return run;
}
