/** What the numbers that are given must be, in words and as a test. */
import { nameOf } from "./checks.ts";

export interface Requirement {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

const need = (words: string, holds: (value: number) => boolean): Requirement => ({ words, holds });

export const atLeastZero = need("at least 0 and finite", (v) => v >= 0 && v < Infinity);
export const aboveZero = need("above 0 and finite", (v) => v > 0 && v < Infinity);
export const belowOne = need("at least 0 and below 1", (v) => v >= 0 && v < 1);
export const atLeastOne = need("at least 1 and finite", (v) => v >= 1 && v < Infinity);
export const atMostOne = need("above 0 and at most 1", (v) => v > 0 && v <= 1);
export const notNegative = need("at least 0", (v) => v >= 0);
export const finite = need("finite", Number.isFinite);
export const whole = need("a whole number of at least 0", (v) => Number.isSafeInteger(v) && v >= 0);
export const count = need("a whole number of at least 1", (v) => Number.isSafeInteger(v) && v >= 1);

/** @throws TypeError where it is not a number, RangeError where it is not such a number */
export function checkNumber(
  call: string,
  name: string,
  value: unknown,
  { words, holds }: Requirement,
): asserts value is number {
  if (typeof value !== "number") {
    throw new TypeError(`${call}: ${name} must be a number, got ${nameOf(value)}`);
  }
  if (!holds(value)) throw new RangeError(`${call}: ${name} must be ${words}, got ${value}`);
}

/** @throws RangeError where the bounds of something have nothing between them */
export function checkBounds(
  call: string,
  [lowName, low]: readonly [name: string, value: number],
  [highName, high]: readonly [name: string, value: number],
): void {
  if (low <= high) return;
  const bounds = `${lowName} must be at most ${highName}`;
  throw new RangeError(`${call}: ${bounds}, got ${low} and ${high}`);
}
