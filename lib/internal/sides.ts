/** The two sides of bounds: their names, and their numbers in float32. */
import { floatKinds, isNdArray } from "./arrays.ts";
import { nameOf, wrongKind, wrongNumber } from "./messages.ts";
import { isRecord } from "./options.ts";

/** Two limits as users hand them over. A side that is left out is infinite. */
interface Sides {
  readonly lower?: unknown;
  readonly upper?: unknown;
}

/** @throws TypeError if `sides` is not a record, RangeError if it has another entry than two sides */
export function checkSides(call: string, name: string, sides: unknown): asserts sides is Sides {
  if (!isRecord(sides) || isNdArray(sides)) {
    throw wrongKind(call, name, "be an object with lower and upper", sides);
  }
  for (const side of Object.keys(sides)) {
    if (side === "lower" || side === "upper") continue;
    throw wrongNumber(call, name, "have no entry but lower and upper", nameOf(side));
  }
}

/** The next float32 above (1) or below (-1) one that is not infinite. */
function neighbour(value: number, side: 1 | -1): number {
  // The bits of floats are ordered as their sizes are. The smallest sizes lie around zero.
  if (value === 0) return side * floatKinds.float32.smallest;
  const float = Float32Array.of(value);
  new Int32Array(float.buffer)[0]! += value > 0 === side > 0 ? 1 : -1;
  return float[0]!;
}

/** The smallest float32 that is at least `value`. */
const roundUp = (value: number): number => {
  const near = Math.fround(value);
  return near >= value ? near : neighbour(near, 1);
};

/** The largest float32 that is at most `value`. */
const roundDown = (value: number): number => {
  const near = Math.fround(value);
  return near <= value ? near : neighbour(near, -1);
};

/**
 * Makes bounds numbers of float32: the lower ones up and the upper ones down, and equal ones to the
 * nearest.
 *
 * @throws RangeError if no number lies between them
 */
export function roundInward(
  call: string,
  lower: Float64Array,
  upper: Float64Array,
  place: (index: number) => string,
): void {
  for (let i = 0; i < lower.length; i++) {
    const [low, high] = [lower[i]!, upper[i]!];
    lower[i] = low === high ? Math.fround(low) : roundUp(low);
    upper[i] = low === high ? Math.fround(high) : roundDown(high);
    if (lower[i]! <= upper[i]! && lower[i]! < Infinity && upper[i]! > -Infinity) continue;
    const got = `${low} and ${high} at ${place(i)}`;
    throw new RangeError(`${call}: bounds must have a float32 between them, got ${got}`);
  }
}
