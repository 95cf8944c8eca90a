import type { Floats } from "../../internal/arrays.ts";
import { checkFunction } from "../../internal/checks.ts";
import { isIterable } from "../../internal/is-iterable.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkIsOptions } from "../../internal/options.ts";
import { overlaps } from "../../internal/overlap.ts";
import { columnOf, readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import type { Objective, RunOptions } from "./contract.ts";
import { zerosLike } from "./flats.ts";
import type { Loss } from "./loop.ts";

/** The arguments of a rule, resolved to integers. */
export interface Arguments<F> {
  /** The elements of flat. */
  readonly target: Elements<Floats>;
  /** The elements of the gradient. */
  readonly slope: Elements<Floats>;
  readonly gradient: F;
  readonly layout: Layout | undefined;
}

/** @throws TypeError, RangeError naming `call` and the argument */
export function readArguments<F extends Flat, B extends readonly unknown[]>(
  call: string,
  flat: F,
  objective: Objective<F, B, Loss>,
  options: RunOptions<F, B>,
): Arguments<F> {
  const target = readFloats(call, "flat", flat);
  checkIsOptions(call, options);
  const { batches, template } = options;
  const [gradient, slope] = readGradient(call, flat, target, options.gradient);
  checkFunction(call, "objective", objective);
  if (batches !== undefined && !isIterable(batches)) {
    throw wrongKind(call, "batches", "be an iterable", batches);
  }
  return { target, slope, gradient, layout: layoutFor(call, template, target.size) };
}

/** The flat for the gradient, a new one if there is none, and its elements. */
export function readGradient<F extends Flat>(
  call: string,
  flat: F,
  target: Elements<Floats>,
  given: F | undefined,
): [gradient: F, elements: Elements<Floats>] {
  const gradient = given === undefined ? zerosLike(flat) : given;
  const elements = readFloats(call, "gradient", gradient, target.size, "flat has");
  if (!overlaps(columnOf(target), columnOf(elements))) return [gradient, elements];
  throw new RangeError(`${call}: flat and gradient must not share elements`);
}

/** The layout of a flat of `size` elements, if there is a template for it. */
export function layoutFor(
  call: string,
  template: Template | Layout | undefined,
  size: number,
): Layout | undefined {
  const layout = template === undefined ? undefined : resolve(call, template);
  if (layout === undefined || layout.size === size) return layout;
  throw new RangeError(`${call}: template needs ${layout.size} elements, flat has ${size}`);
}
