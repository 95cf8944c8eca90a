import { axisOf } from "../../internal/checks.ts";
import { shapeText, wrongNumber } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { sizeOf } from "../../layout.ts";

/** The axes of a weight that are its input and its output; negative ones count from the last. */
export interface FanAxes {
  readonly in?: number;
  readonly out?: number;
}

/**
 * fanIn is the number of elements that a unit sums over, fanOut the number of units that an element
 * reaches. Each is the length of its axis, times the axes that are neither (the window of a
 * convolution). By default the last two axes are in and out, as in JAX and Keras and as `x·w` needs
 * it; `{ in: 1, out: 0 }` is PyTorch's rule for its (out, in, …).
 *
 * @throws TypeError, RangeError if the rank is below 2 or an axis does not exist
 */
export function fansOf(
  call: string,
  shape: readonly number[],
  fan: FanAxes = {},
): { fanIn: number; fanOut: number } {
  checkOptions(`${call}: fan`, fan, ["in", "out"]);
  const { in: inAxis = -2, out: outAxis = -1 } = fan;
  if (shape.length < 2) {
    throw wrongNumber(call, "view", "have rank 2 or more", `shape ${shapeText(shape)}`);
  }
  const i = axisOf(call, "fan.in", inAxis, shape.length);
  const o = axisOf(call, "fan.out", outAxis, shape.length);
  if (i === o) {
    throw wrongNumber(call, "fan.in and fan.out", "be two axes", `${inAxis} and ${outAxis}`);
  }
  const without = (axis: number): number => sizeOf(shape.filter((_, other) => other !== axis));
  return { fanIn: without(o), fanOut: without(i) };
}
