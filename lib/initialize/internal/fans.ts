import { nameOf } from "../../internal/messages.ts";
import { sizeOf } from "../../layout.ts";
import { checkOptions } from "../../internal/options.ts";

/** Which axes of a weight are its input and its output; negative ones count from the last. */
export interface FanAxes {
  readonly in?: number;
  readonly out?: number;
}

/**
 * How many elements a weight sums over, and into how many it spreads: the in- and the out-axis,
 * each times the product of all others (a convolution's window). By default the last two axes are
 * (fanIn, fanOut), as in JAX and Keras and as `x·w` needs it; PyTorch's rule for its
 * (out, in, …) is `{ in: 1, out: 0 }`.
 *
 * @throws TypeError, RangeError where the rank is below 2, an axis is not there, or a fan is 0
 */
export function fansOf(
  call: string,
  shape: readonly number[],
  fan: FanAxes = {},
): { fanIn: number; fanOut: number } {
  checkOptions(`${call}: fan`, fan, ["in", "out"]);
  const { in: inAxis = -2, out: outAxis = -1 } = fan;
  const got = `got shape [${shape.join(", ")}]`;
  if (shape.length < 2) throw new RangeError(`${call}: needs a view of rank 2 or more, ${got}`);
  const i = axisOf(call, "fan.in", inAxis, shape.length);
  const o = axisOf(call, "fan.out", outAxis, shape.length);
  if (i === o) {
    throw new RangeError(
      `${call}: fan.in and fan.out must be two axes, got ${inAxis} and ${outAxis}`,
    );
  }
  if (shape.includes(0))
    throw new RangeError(`${call}: needs a fanIn and a fanOut above 0, ${got}`);
  const size = sizeOf(shape);
  return { fanIn: size / shape[o]!, fanOut: size / shape[i]! };
}

function axisOf(call: string, name: string, axis: unknown, rank: number): number {
  if (typeof axis !== "number") {
    throw new TypeError(`${call}: ${name} must be an axis, got ${nameOf(axis)}`);
  }
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  const need = `an integer from ${-rank} to ${rank - 1}`;
  throw new RangeError(`${call}: ${name} must be ${need}, got ${axis}`);
}
