import { checkFunction } from "../../internal/checks.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { wrongKind, wrongNumber } from "../../internal/messages.ts";
import { aboveZero, zeroToBelowOne } from "../../internal/numbers.ts";
import { readFloats, type Flat } from "../../internal/read-flat.ts";
import { resolve } from "../../layout.ts";
import { openLineSearch } from "../line-search/line-search.ts";
import { searchLines } from "../line-search/search-lines.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import { allFinite, placeOf } from "../run/finite.ts";
import { load, zerosLike } from "../run/flats.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { State } from "../run/state.ts";

export interface LineSearchOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** Writes a direction that leads down, such as minus the gradient. */
  readonly direction: (direction: F, gradient: F) => void;
  /** The length of the direction to try first; 1 by default, as for Newton's. */
  readonly firstLength?: number;
  /** η in |φ'(α)| ≤ η·|φ'(0)|; 0.9 by default. */
  readonly curvature?: number;
}

/**
 * The line search of `lbfgs`, along directions of your own: one search in each iteration.
 *
 *     x ← x + α·d, α by the strong Wolfe conditions        Moré & Thuente 1994
 *
 * `info.loss` and `info.gradient` are those at the new x, and `info.stepLength` is α.
 *
 * @throws TypeError, RangeError naming the option; RangeError if a direction is not finite
 * @example
 * const direction = (d, gradient) => d.set(gradient.map((v, i) => -v / scale[i]));
 * for (const info of lineSearch(flat, objective, { direction })) if (stop(info)) break;
 */
export function lineSearch<
  F extends Flat,
  B extends readonly unknown[] = [],
  L extends Loss = number,
>(
  flat: F,
  objective: Objective<F, B, L>,
  options: LineSearchOptions<F, B>,
): LoopOf<Info<F, State<F>> & { readonly stepLength: number }, L> {
  const run = begin("lineSearch", flat, objective, options);
  const { direction: choose } = options;
  run.accept("direction");
  checkFunction("lineSearch", "direction", choose);
  const first = run.number("firstLength", options.firstLength, 1, aboveZero);
  const line = openLineSearch(run, run.number("curvature", options.curvature, 0.9, zeroToBelowOne));
  const { template } = options;
  const layout = template === undefined ? undefined : resolve("lineSearch", template);
  const own = zerosLike(flat);
  const elements = readFloats("lineSearch", "direction", own);
  return searchLines<F, State<F>, L>(run, line, {
    aim: () => {
      const given: unknown = choose(own, run.gradient);
      // The direction would come too late, and the search would take the last one.
      if (isThenable(given))
        throw wrongKind("lineSearch", "direction", "be written at once", given);
      const { direction } = line.path;
      load(direction, elements);
      if (allFinite(direction)) return;
      const bad = direction.findIndex((v) => !Number.isFinite(v));
      const got = `${direction[bad]} at ${placeOf(layout, bad)}`;
      throw wrongNumber("lineSearch", "direction", "be finite", got);
    },
    firstLength: () => first,
    forget: () => false, // nothing has led to a direction but the caller
    arrive: () => {},
  });
}
