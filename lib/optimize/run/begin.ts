/** Begins the run of a rule: reads its arguments, and returns what the rule works with. */
import { checkBoolean } from "../../internal/checks.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkNumber } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import type { Flat } from "../../internal/read-flat.ts";
import {
  runOptions,
  type Info,
  type Objective,
  type Progress,
  type Run,
  type RunOptions,
} from "./contract.ts";
import { allFinite, divergence } from "./divergence.ts";
import { load, rowOf, store } from "./flats.ts";
import { iterate } from "./iterate.ts";
import { isSeries, openRate, type OpenRate } from "./rate.ts";
import { readArguments } from "./read-arguments.ts";
import { openState } from "./state.ts";

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
  const x = rowOf(target);
  const g = rowOf(slope);
  const state = openState(call, flat, size, options.state);
  const { record } = state;
  const progress = { iteration: record.iteration, loss: NaN, evaluations: 0 };
  const rates: OpenRate[] = [];
  const own: string[] = []; // the names of the rule's own options
  let batch: readonly unknown[] = [];

  const probe = (): number => {
    store(x, target);
    // An element that the objective forgets is then NaN, not a slope of zero.
    if (progress.evaluations === 0) store(g.fill(NaN), slope);
    const loss = objective(flat, gradient, ...(batch as B));
    load(g, slope);
    if (typeof loss !== "number") {
      throw wrongKind(call, "objective", "return the loss, a number", loss);
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
      if (isSeries(value)) throw wrongKind(call, name, "be a number or a flat here", value);
      const initial = openRate(call, name, value, size, requirement, 0);
      return { data: state.flat(inState, initial), size, offset: 0, stride: 1 };
    },
    number: (name, value, requirement) => {
      own.push(name);
      checkNumber(call, name, value, requirement);
      return value;
    },
    flag: (name, value) => {
      own.push(name);
      checkBoolean(call, name, value);
      return value;
    },
    iterate: <S, E extends object>(
      step: (info: Progress & E) => boolean | undefined,
      extra = {} as E,
    ) => {
      checkOptions(call, options, [...own, ...runOptions]);
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
          load(x, target);
          const { loss } = moving;
          try {
            if (step(moving) === false) {
              moving.loss = loss; // the loss that belongs to flat, not to the failed trial
              return false;
            }
          } finally {
            store(x, target);
          }
          moving.iteration = ++record.iteration;
          return true;
        },
      });
    },
  };
}
