import type { NdArray, TypedArray } from "ndarray";
import { wrongKind } from "../internal/messages.ts";
import { checkNumber, notNaN } from "../internal/numbers.ts";
import { resolve, type Layout, type Slot } from "../layout.ts";
import { isPlainObject, type Template } from "../template.ts";
import { makeEmpty } from "../views.ts";
import { slotsUnder } from "./internal/find-slots.ts";
import type { Path } from "./internal/path-types.ts";

interface ByPath {
  readonly [path: string]: number | undefined;
}

/** Numbers by the paths of leaves, lists and records. */
export type Numbers<T> = { readonly [P in `${Path<T>}`]?: number };

/**
 * A new flat that has one number in each part of a template: step rates, decays, bounds, typical
 * sizes. The paths of `numbers` name leaves, lists or records. Of two that hold the same leaf the
 * longer one counts, whatever their order; all other leaves have the number `otherwise`.
 *
 * In place of numbers by path there may be a function, which is called with each leaf.
 *
 * @throws TypeError if something is not a number; RangeError for a NaN, for an unknown path, naming
 *   the nearest one, and for a leaf that has no number
 * @example
 * const stepRate = perPart(template, { encoder: 1e-4, "encoder.norm": 0 }, 1e-3);
 * const weightDecay = perPart(template, ({ shape }) => (shape.length > 1 ? 0.01 : 0)); // no biases
 */
export function perPart<const T extends Template | Layout>(
  template: T,
  numbers: Numbers<T>,
  otherwise?: number,
): NdArray<Float64Array>;
export function perPart(
  template: Template | Layout,
  numbers: (leaf: Slot) => number,
): NdArray<Float64Array>;
export function perPart(
  template: Template | Layout,
  numbers: ByPath | ((leaf: Slot) => number),
  otherwise?: number,
): NdArray<TypedArray> {
  const call = "perPart";
  const layout = resolve(call, template);
  // A Map has no names, so it would say nothing about any part.
  if (typeof numbers !== "function" && !isPlainObject(numbers) && !Array.isArray(numbers)) {
    throw wrongKind(call, "numbers", "be numbers by path or a function of a leaf", numbers);
  }
  if (otherwise !== undefined) checkNumber(call, "otherwise", otherwise, notNaN);
  const numberOf = typeof numbers === "function" ? numbers : byPath(layout, numbers, otherwise);
  const all = layout.slots.map((slot) => {
    const number = numberOf(slot);
    checkNumber(call, `the number of ${slot.path}`, number, notNaN);
    return number;
  });
  const [flat] = makeEmpty(call, layout, {});
  const { data } = flat;
  layout.slots.forEach(({ offset, size }, i) => data.fill(all[i]!, offset, offset + size));
  return flat;
}

/** The number of the longest path that leads to a slot. */
function byPath(
  layout: Layout,
  numbers: ByPath,
  otherwise: number | undefined,
): (slot: Slot) => number {
  const found = new Map<Slot, number>();
  for (const path of Object.keys(numbers).toSorted((a, b) => a.length - b.length)) {
    const number = numbers[path];
    checkNumber("perPart", `the number of ${path}`, number, notNaN);
    for (const slot of slotsUnder("perPart", layout, path)) found.set(slot, number);
  }
  return (slot) => {
    const number = found.get(slot) ?? otherwise;
    if (number !== undefined) return number;
    throw new RangeError(
      `perPart: no path leads to ${slot.path}, and the argument otherwise is missing`,
    );
  };
}
