import { checkFunction } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { layoutOf, type Layout } from "../../layout.ts";
import { checkIsOptions } from "../../internal/options.ts";
import type { Template } from "../../template.ts";
import {
  overlap,
  readFlat,
  readFlatOf,
  zerosLike,
  type Flat,
  type SizedElements,
} from "./flats.ts";
import type { Objective, RunOptions } from "./begin.ts";

/** What every rule is given, read to integers. */
export interface Arguments<F> {
  /** Where the elements of flat lie, and those of the gradient. */
  readonly target: SizedElements;
  readonly slope: SizedElements;
  readonly gradient: F;
  readonly layout: Layout | undefined;
}

/** @throws TypeError, RangeError naming `call` and the argument */
export function readArguments<F extends Flat, B extends readonly unknown[]>(
  call: string,
  flat: F,
  objective: Objective<F, B>,
  options: RunOptions<F, B>,
): Arguments<F> {
  const target = readFlat(call, "flat", flat);
  const { size } = target;
  checkIsOptions(call, options);
  const { batches, template } = options;
  const gradient = options.gradient ?? zerosLike(call, flat);
  const slope = readFlatOf(call, "gradient", gradient, size);
  if (overlap(target, slope)) {
    throw new RangeError(`${call}: flat and gradient must not share elements`);
  }
  checkFunction(call, "objective", objective);
  if (batches !== undefined && typeof batches?.[Symbol.iterator] !== "function") {
    throw new TypeError(`${call}: batches must be an iterable, got ${nameOf(batches)}`);
  }
  const layout = template === undefined ? undefined : layoutOf<Template | Layout>(template);
  if (layout !== undefined && layout.size !== size) {
    throw new RangeError(`${call}: template needs ${layout.size} elements, flat has ${size}`);
  }
  return { target, slope, gradient, layout };
}
