import { keptViews } from "../kept-views.ts";
import type { FlatData } from "../internal/arrays.ts";
import { checkFunction } from "../internal/checks.ts";
import { checkNumber, whole } from "../internal/numbers.ts";
import type { FlatOn } from "../internal/read-flat.ts";
import { resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { makeViews, type Views } from "../views.ts";

/**
 * Turns a function of views into a function of flats, which is what solvers call. The first `flats`
 * arguments become views of the template, and the others pass through. An array that a solver hands
 * over again keeps its views, so a step allocates nothing.
 *
 * @param flats the number of arguments that are flats; the types go up to 3
 * @throws TypeError if `f` is not a function, RangeError if `flats` is not a count; the new function
 *   throws what `shapedFromFlat` does
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
): (flat: FlatOn<D>, ...rest: Rest) => Result;
export function flatFunction<
  const T extends Template | Layout,
  Rest extends readonly unknown[],
  Result,
  D extends FlatData = FlatData,
>(
  template: T,
  f: (first: Views<T, D>, second: Views<T, D>, ...rest: Rest) => Result,
  flats: 2,
): (first: FlatOn<D>, second: FlatOn<D>, ...rest: Rest) => Result;
export function flatFunction<
  const T extends Template | Layout,
  Rest extends readonly unknown[],
  Result,
  D extends FlatData = FlatData,
>(
  template: T,
  f: (first: Views<T, D>, second: Views<T, D>, third: Views<T, D>, ...rest: Rest) => Result,
  flats: 3,
): (first: FlatOn<D>, second: FlatOn<D>, third: FlatOn<D>, ...rest: Rest) => Result;
export function flatFunction(
  template: Template | Layout,
  f: (...args: never[]) => unknown,
  flats = 1,
): (...args: unknown[]) => unknown {
  checkFunction("flatFunction", "f", f);
  checkNumber("flatFunction", "flats", flats, whole);
  const layout = resolve("flatFunction", template);
  return (...args) => {
    for (let i = 0; i < flats; i++) {
      args[i] = keptViews("flatFunction", args[i] as FlatData, layout, undefined, makeViews);
    }
    return f(...(args as never[]));
  };
}
