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
import { allFinite, divergence, sumOfSizes } from "./finite.ts";
import { load, rowOf, store } from "./flats.ts";
import { iterate } from "./iterate.ts";
import { openGuard } from "./overflow.ts";
import { isSeries, openRate, type OpenRate } from "./rate.ts";
import { readArguments } from "./read-arguments.ts";
import { openState } from "./state.ts";

/** The default only if nothing was given: null is a mistake, the NaN of JSON. */
const given = <V>(value: V | undefined, usual: V): V => (value === undefined ? usual : value);

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
  const state = openState(call, flat, size, options.state, layout);
  const { record } = state;
  const progress = { iteration: record.iteration, loss: NaN, evaluations: 0 };
  const rates: OpenRate[] = [];
  const own: string[] = []; // the names of the rule's own options
  let batch: readonly unknown[] = [];
  let gradientSum = 0;
  const guard = openGuard(call, x, g, state.rows, layout, options.state !== undefined);

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
    gradientSum = sumOfSizes(g);
    const isFinite = gradientSum < Infinity || allFinite(g); // the sum of finite numbers may overflow
    return isFinite && Number.isFinite(loss) ? loss : NaN;
  };
  const diverged = (): RangeError =>
    divergence(call, record.iteration + 1, progress.loss, g, layout);

  const run: Run<F> = {
    size,
    x,
    origin: x,
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
    watch: (most) => guard.watch(most, gradientSum, run.origin),
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
            guard.settle(record.iteration + 1);
          } finally {
            store(x, target);
          }
          moving.iteration = ++record.iteration;
          return true;
        },
      });
    },
  };
  return run;
}
