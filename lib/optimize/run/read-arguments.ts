import type { Floats } from "../../internal/arrays.ts";
import { checkFunction } from "../../internal/checks.ts";
import { isIterable } from "../../internal/is-iterable.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkIsOptions } from "../../internal/options.ts";
import { overlaps } from "../../internal/overlap.ts";
import { readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
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
  const { size } = target;
  checkIsOptions(call, options);
  const { batches, template } = options;
  const gradient = options.gradient === undefined ? zerosLike(flat) : options.gradient;
  const slope = readFloats(call, "gradient", gradient, size, "flat has");
  if (overlaps(columnOf(target), columnOf(slope))) {
    throw new RangeError(`${call}: flat and gradient must not share elements`);
  }
  checkFunction(call, "objective", objective);
  if (batches !== undefined && !isIterable(batches)) {
    throw wrongKind(call, "batches", "be an iterable", batches);
  }
  const layout = template === undefined ? undefined : resolve(call, template);
  if (layout !== undefined && layout.size !== size) {
    throw new RangeError(`${call}: template needs ${layout.size} elements, flat has ${size}`);
  }
  return { target, slope, gradient, layout };
}

const columnOf = ({ data, size, offset, stride }: Elements<Floats>) => ({
  data,
  shape: [size],
  stride: [stride],
  offset,
});
