/** Options like stepRate: one number, a number for each element, or a series of either. */
import { isNdArray, type Floats } from "../../internal/arrays.ts";
import { wrongKind, wrongNumber } from "../../internal/messages.ts";
import { checkNumber, type Requirement } from "../../internal/numbers.ts";
import { readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import { drawFrom, type Source } from "./draw.ts";

/**
 * A number for all elements; a flat with a number for each; or any other iterable, an Array or a
 * schedule, that gives a number or a flat for each iteration.
 */
export type Rate = number | Flat | Iterable<number | Flat>;

/**
 * A rate in one iteration: element i has the one at `offset + i·stride` of `data`. A single number
 * is a flat of stride 0.
 */
export interface OpenRate {
  data: Floats;
  readonly size: number;
  offset: number;
  stride: number;
  /** The largest element, or 0 if there is none. */
  most: number;
  /** Takes the value of the next iteration, before anything is changed. */
  draw(): void;
  close(): void;
}

/** A rate that is part of the state: the rule writes its elements, and the largest one. */
export type AdaptedRate = Omit<OpenRate, "draw" | "close">;

/** Checks a rate. A series is opened when first drawn from, and its first `skip` values go. */
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
      open.most = alone[0] = value;
      open.data = alone;
      open.offset = open.stride = 0;
    } else {
      Object.assign(open, readFloats(call, name, value, size, "flat has"));
      open.most = checkElements(call, name, open, requirement);
    }
  };

  const draw = (source: Source<number | Flat>): number | Flat => {
    const { done, value } = source.next();
    drawn++;
    if (done !== true) return value;
    throw new RangeError(`${call}: ${name} has no value for iteration ${drawn}`);
  };

  const open: OpenRate = {
    data: alone,
    size,
    offset: 0,
    stride: 0,
    most: 0,
    draw: () => {},
    close: () => {},
  };
  if (isSeries(rate)) {
    const source = drawFrom(call, name, rate);
    open.draw = () => {
      for (let skipped = drawn; skipped < skip; skipped++) draw(source);
      set(draw(source));
    };
    open.close = () => source.close();
  } else if (typeof rate === "number" || typeof rate === "object") {
    set(rate);
  } else {
    throw wrongKind(call, name, "be a number, a flat or an iterable of them", rate);
  }
  return open;
}

/** Whether a rate gives a value for each iteration. */
export const isSeries = (rate: Rate): rate is Iterable<number | Flat> =>
  typeof rate === "object" &&
  rate !== null &&
  Symbol.iterator in rate &&
  !ArrayBuffer.isView(rate) &&
  !isNdArray(rate);

/** Returns the largest element. */
function checkElements(
  call: string,
  name: string,
  { data, size, offset, stride }: Elements<Floats>,
  { words, holds }: Requirement,
): number {
  let most = 0;
  for (let i = 0, at = offset; i < size; i++, at += stride) {
    if (!holds(data[at]!)) {
      throw wrongNumber(call, name, `be ${words}`, `${data[at]} at element ${i}`);
    }
    most = Math.max(most, data[at]!);
  }
  return most;
}
