import { checkFunction } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import { checkNumber, count } from "../internal/numbers.ts";
import { checkIsOptions } from "../internal/options.ts";
import type { Flat } from "../internal/read-flat.ts";
import type { Info, Objective } from "./run/contract.ts";
import type { Counts, EndOf } from "./run/end.ts";
import type { AsyncLoop, Loop, Loss } from "./run/loop.ts";
import { ask, reasonOf, type Stop } from "./run/stop.ts";

/** Options of `minimize` beside those of the rule. */
export interface MinimizeOptions<F> {
  /** Asked after each iteration. */
  readonly stop?: Stop<Info<F>>;
  /** The iteration that reaches this number of evaluations is the last. */
  readonly maxEvaluations?: number;
}

/** The result of `minimize`. */
export interface Minimum<I, Reason> {
  /** The `info` of the last iteration; undefined if there was none. */
  readonly info: I | undefined;
  readonly end: EndOf<Reason>;
  /** Why the loop is over: the reason of the stop, or that of the end. */
  readonly reason: string;
  readonly iterations: number;
  readonly evaluations: number;
}

/** A rule as these functions call it. The rule itself checks its own options. */
type Rule<F, B extends readonly unknown[], L extends Loss, A> = (
  flat: F,
  objective: Objective<F, B, L>,
  options?: object,
) => A;

/** Options of the rule, which `MinimizeOptions` does not know. */
interface RuleOptions {
  readonly [name: string]: unknown;
}

/**
 * Runs a rule to its end, in one call. A rule that does not end by itself needs `stop` or
 * `maxEvaluations`.
 *
 * @throws RangeError if it has neither; any error of the rule
 * @example
 * const { end, evaluations } = minimize(lbfgs, flat, objective);
 * minimize(adam, flat, objective, { stepRate: 0.1, stop: converged(), maxEvaluations: 5000 });
 */
export function minimize<
  F extends Flat,
  I extends Counts,
  Reason extends { readonly reason: string },
  B extends readonly unknown[] = [],
>(
  rule: Rule<NoInfer<F>, NoInfer<B>, number, Loop<I, Reason>>,
  flat: F,
  objective: Objective<F, B>,
  options: RuleOptions & MinimizeOptions<NoInfer<F>> = {},
): Minimum<I, Reason> {
  type Own = Loop<I, Reason>;
  const run = begin<F, B, number, I, Reason, Own>;
  const { loop, isOver, result } = run("minimize", rule, flat, objective, options);
  for (const info of loop) if (isOver(info)) break;
  return result();
}

/**
 * The same for an objective that returns a promise.
 *
 * @throws RangeError, TypeError as `minimize`, into the promise
 * @example
 * await minimizeAsync(lbfgs, flat, async (x, g) => onTheServer(x, g));
 */
export async function minimizeAsync<
  F extends Flat,
  I extends Counts,
  Reason extends { readonly reason: string },
  B extends readonly unknown[] = [],
>(
  rule: Rule<NoInfer<F>, NoInfer<B>, PromiseLike<number>, AsyncLoop<I, Reason>>,
  flat: F,
  objective: Objective<F, B, Loss>,
  options: RuleOptions & MinimizeOptions<NoInfer<F>> = {},
): Promise<Minimum<I, Reason>> {
  const wide = objective as Objective<F, B, PromiseLike<number>>; // the loop takes numbers too
  type Own = AsyncLoop<I, Reason>;
  const run = begin<F, B, PromiseLike<number>, I, Reason, Own>;
  const { loop, isOver, result } = run("minimizeAsync", rule, flat, wide, options);
  for await (const info of loop) if (isOver(info)) break;
  return result();
}

function begin<
  F,
  B extends readonly unknown[],
  L extends Loss,
  I extends Counts,
  Reason extends { readonly reason: string },
  A extends AsyncLoop<I, Reason>,
>(
  call: string,
  rule: Rule<F, B, L, A>,
  flat: F,
  objective: Objective<F, B, L>,
  given: RuleOptions & MinimizeOptions<F>,
): { loop: A; isOver: (info: I) => boolean; result: () => Minimum<I, Reason> } {
  checkFunction(call, "rule", rule);
  checkIsOptions(call, given);
  const { stop, maxEvaluations, ...options } = given;
  if (stop !== undefined) checkFunction(call, "stop", stop);
  if (maxEvaluations !== undefined) checkNumber(call, "maxEvaluations", maxEvaluations, count);
  const loop = rule(flat, objective, options);
  if (typeof (loop as Partial<A> | undefined)?.endsByItself !== "boolean") {
    throw wrongKind(call, "rule", "return a loop, as lbfgs does", loop);
  }
  if (!loop.endsByItself && stop === undefined && maxEvaluations === undefined) {
    throw new RangeError(
      `${call}: this rule does not end by itself: give a stop, or maxEvaluations`,
    );
  }
  let last: I | undefined;
  let reason: string | undefined;
  return {
    loop,
    isOver: (info) => {
      last = info;
      const asked = info as object as Info<F>;
      if (stop !== undefined && ask(call, "stop", stop, asked)) reason = reasonOf(stop);
      else if (info.evaluations >= (maxEvaluations ?? Infinity)) {
        reason = `there were ${info.evaluations} evaluations`;
      }
      return reason !== undefined;
    },
    result: () => {
      const end = loop.end!;
      const { iteration: iterations, evaluations } = end;
      return { info: last, end, reason: reason ?? end.reason, iterations, evaluations };
    },
  };
}
