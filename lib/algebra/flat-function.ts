import type { NdArray } from "ndarray";
import { keptViews } from "../kept-views.ts";
import type { FlatData } from "../internal/arrays.ts";
import { checkFunction } from "../internal/checks.ts";
import { nameOf } from "../internal/messages.ts";
import { layoutOf, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { makeViews, type Views } from "../views.ts";

type Flat<D extends FlatData> = D | NdArray<D>;

/**
 * Turns a function of views into a function of flats, which is what solvers call: the first
 * `flats` arguments are seen as views of the template, all else passes through. An array that a
 * solver hands over again keeps its views, so a step allocates none.
 *
 * @param flats how many arguments are flats; the types go up to 3
 * @throws TypeError where `f` is no function, RangeError where `flats` is no count; the new function throws what `shapedFromFlat` does
 * @example
 * const objective = flatFunction({ w: [3, 2], b: 2 }, (theta, gradient) => ..., 2);
 * const { x } = conjugateGradient(objective, flat.data);
 */
export function flatFunction<
  const T extends Template | Layout,
  Rest extends readonly unknown[],
  Result,
  D extends FlatData = FlatData,
>(
  template: T,
  f: (views: Views<T, D>, ...rest: Rest) => Result,
  flats?: 1,
): (flat: Flat<D>, ...rest: Rest) => Result;
export function flatFunction<
  const T extends Template | Layout,
  Rest extends readonly unknown[],
  Result,
  D extends FlatData = FlatData,
>(
  template: T,
  f: (first: Views<T, D>, second: Views<T, D>, ...rest: Rest) => Result,
  flats: 2,
): (first: Flat<D>, second: Flat<D>, ...rest: Rest) => Result;
export function flatFunction<
  const T extends Template | Layout,
  Rest extends readonly unknown[],
  Result,
  D extends FlatData = FlatData,
>(
  template: T,
  f: (first: Views<T, D>, second: Views<T, D>, third: Views<T, D>, ...rest: Rest) => Result,
  flats: 3,
): (first: Flat<D>, second: Flat<D>, third: Flat<D>, ...rest: Rest) => Result;
export function flatFunction(
  template: Template | Layout,
  f: (...args: never[]) => unknown,
  flats = 1,
): (...args: unknown[]) => unknown {
  checkFunction("flatFunction", "f", f);
  if (!Number.isSafeInteger(flats) || flats < 0) {
    throw new RangeError(`flatFunction: flats must be a count, got ${nameOf(flats)}`);
  }
  const layout = layoutOf(template);
  return (...args) => {
    for (let i = 0; i < flats; i++) {
      args[i] = keptViews("flatFunction", args[i] as FlatData, layout, undefined, makeViews);
    }
    return f(...(args as never[]));
  };
}
