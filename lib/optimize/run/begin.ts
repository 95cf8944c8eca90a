/** Begins the run of a rule: reads its arguments, and returns what the rule works with. */
import { checkKept } from "../../internal/checks.ts";
import { wrongKind } from "../../internal/messages.ts";
import type { Flat } from "../../internal/read-flat.ts";
import {
  runOptions,
  type Info,
  type Objective,
  type Progress,
  type Run,
  type RunOptions,
} from "./contract.ts";
import type { SearchReason } from "./end.ts";
import { sumOfSizes } from "../kernels/vectors.ts";
import { allFinite, divergence } from "./finite.ts";
import { isSame, load, rowOf, store } from "./flats.ts";
import type { Loss, LoopOf, Rule } from "./loop.ts";
import { openRun, type Evaluation } from "./open-run.ts";
import { openGuard } from "./overflow.ts";
import { readArguments } from "./read-arguments.ts";

/**
 * Reads and checks what every rule is given. Nothing is written before the caller's first `next`.
 *
 * @throws TypeError, RangeError naming `call` and the option
 */
export function begin<F extends Flat, B extends readonly unknown[]>(
  call: string,
  flat: F,
  objective: Objective<F, B, Loss>,
  options: RunOptions<F, B>,
): Run<F> {
  const { target, slope, gradient, layout } = readArguments(call, flat, objective, options);
  const bare = openRun({ call, flat, target, layout, options, common: runOptions });
  const { x, state, progress } = bare;
  const g = rowOf(slope);
  const isOwn = isSame(g, slope);
  const { length } = slope.data;
  const guard = openGuard(call, x, g, state.rows, layout, options.state !== undefined);
  let gradientSum = 0;

  const evaluation: Evaluation = {
    name: "objective",
    call: (batch) => {
      // An element that the objective forgets is then NaN, not a slope of zero.
      if (progress.evaluations === 0) store(g.fill(NaN), slope);
      return objective(flat, gradient, ...(batch as B));
    },
    take: (loss) => {
      checkKept(call, "gradient", slope.data, length);
      if (!isOwn) load(g, slope);
      if (typeof loss !== "number") {
        throw wrongKind(call, "objective", "return the loss, a number", loss);
      }
      progress.evaluations++;
      progress.loss = loss;
      gradientSum = sumOfSizes(g);
      const isFinite = gradientSum < Infinity || allFinite(g); // the sum of finite numbers may overflow
      run.loss = isFinite && Number.isFinite(loss) ? loss : NaN;
    },
  };

  const { iterate } = bare;
  const run: Run<F> = Object.assign(bare, {
    gradient,
    g,
    loss: NaN,
    watch: (most: number) => guard.watch(most, gradientSum, bare.origin),
    diverged: () => divergence(call, progress.iteration + 1, progress.loss, g, layout),
    iterate: <S, L extends Loss, E extends object>(rule: Rule<Progress & E>, extra?: E) =>
      iterate<Info<F, S> & Readonly<E>, Progress & E, SearchReason>(
        rule,
        evaluation,
        { ...extra, gradient },
        () => guard.settle(progress.iteration + 1),
      ) as LoopOf<Info<F, S> & Readonly<E>, L>,
  });
  return run;
}
