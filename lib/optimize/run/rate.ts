/** Options like stepRate: one number, a number per element, or a stream of either. */
import { isNdArray } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { checkNumber, type Requirement } from "../../internal/numbers.ts";
import { readFlatOf, type Flat, type Floats } from "./flats.ts";
import { openStream, type Stream } from "./draw.ts";

/**
 * A number for all elements; a flat with a number for each; or any other iterable, an Array or a
 * schedule, that gives a number or a flat for each iteration.
 */
export type Rate = number | Flat | Iterable<number | Flat>;

/**
 * A rate in one iteration: that of element i stands at `offset + i·stride` of `data`. A single
 * number is a flat of stride 0.
 */
export interface OpenRate {
  data: Floats;
  offset: number;
  stride: number;
  /** Takes the value of the next iteration, and that before anything is changed. */
  draw(): void;
  close(): void;
}

/** Checks a rate. A stream is opened when first drawn from, and its first `skip` values dropped. */
export function openRate(
  call: string,
  name: string,
  rate: Rate,
  size: number,
  requirement: Requirement,
  skip: number,
): OpenRate {
  const alone = new Float64Array(1);
  let drawn = 0;

  const set = (value: number | Flat): void => {
    if (typeof value === "number") {
      checkNumber(call, name, value, requirement);
      alone[0] = value;
      open.data = alone;
      open.offset = open.stride = 0;
    } else {
      Object.assign(open, readFlatOf(call, name, value, size));
      checkElements(call, name, open, size, requirement);
    }
  };

  const drawFrom = (stream: Stream<number | Flat>): number | Flat => {
    const { done, value } = stream.next();
    drawn++;
    if (done !== true) return value;
    throw new RangeError(`${call}: ${name} has ended, there is none for iteration ${drawn}`);
  };

  const open: OpenRate = { data: alone, offset: 0, stride: 0, draw: () => {}, close: () => {} };
  if (isStream(rate)) {
    const stream = openStream(rate);
    open.draw = () => {
      for (let skipped = drawn; skipped < skip; skipped++) drawFrom(stream);
      set(drawFrom(stream));
    };
    open.close = () => stream.close();
  } else if (typeof rate === "number" || typeof rate === "object") {
    set(rate);
  } else {
    const kinds = "a number, a flat or an iterable of them";
    throw new TypeError(`${call}: ${name} must be ${kinds}, got ${nameOf(rate)}`);
  }
  return open;
}

export const isStream = (rate: Rate): rate is Iterable<number | Flat> =>
  typeof rate === "object" &&
  rate !== null &&
  Symbol.iterator in rate &&
  !ArrayBuffer.isView(rate) &&
  !isNdArray(rate);

function checkElements(
  call: string,
  name: string,
  { data, offset, stride }: OpenRate,
  size: number,
  { words, holds }: Requirement,
): void {
  for (let i = 0, at = offset; i < size; i++, at += stride) {
    if (holds(data[at]!)) continue;
    throw new RangeError(`${call}: ${name} must be ${words}, got ${data[at]} at element ${i}`);
  }
}
