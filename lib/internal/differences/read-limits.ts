/** Reads bounds for differences: numbers, or flats of them. */
import { wrongNumber } from "../messages.ts";
import { checkNumber, notNaN } from "../numbers.ts";
import { checkSides, roundInward } from "../sides.ts";
import { readFloatElements, type AnyFlat, type Point } from "./point.ts";

/** Limits that no evaluation crosses. A side that is left out is infinite; equal sides fix. */
export interface DifferenceBounds {
  readonly lower?: number | AnyFlat;
  readonly upper?: number | AnyFlat;
}

const place = (index: number): string => `element ${index}`;

interface Limits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** @throws TypeError, RangeError if they are no bounds, or if the flat does not lie within them */
export function readLimits(call: string, bounds: DifferenceBounds, point: Point): Limits {
  checkSides(call, "bounds", bounds);
  const { data, size, offset, stride, dtype } = point;
  const lower = readSide(call, "bounds.lower", bounds.lower, -Infinity, size);
  const upper = readSide(call, "bounds.upper", bounds.upper, Infinity, size);
  if (dtype === "float32") roundInward(call, lower, upper, place);
  for (let i = 0; i < size; i++) {
    const x = data[offset + i * stride]!;
    if (x >= lower[i]! && x <= upper[i]!) continue;
    const need = `lie within its bounds, from ${lower[i]} to ${upper[i]} at ${place(i)}`;
    throw wrongNumber(call, "flat", need, x);
  }
  return { lower, upper };
}

function readSide(
  call: string,
  name: string,
  side: number | AnyFlat | undefined,
  none: number,
  size: number,
): Float64Array {
  if (side === undefined) return new Float64Array(size).fill(none);
  if (typeof side === "number") {
    checkNumber(call, name, side, notNaN);
    return new Float64Array(size).fill(side);
  }
  const { data, offset, stride } = readFloatElements(call, name, side, size, "flat has");
  return Float64Array.from({ length: size }, (_, i) => {
    const limit: unknown = data[offset + i * stride];
    checkNumber(call, `${name}[${i}]`, limit, notNaN);
    return limit;
  });
}
