/** Requirements on numbers: a test, and its wording for errors. */
import { wrongKind, wrongNumber } from "./messages.ts";

export interface Requirement {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

export const finite: Requirement = { words: "finite", holds: (v) => Number.isFinite(v) };
export const notNaN: Requirement = {
  words: "a number and not NaN",
  holds: (v) => !Number.isNaN(v),
};
export const atLeastZero: Requirement = {
  words: "at least 0 and finite",
  holds: (v) => v >= 0 && v < Infinity,
};
export const atLeastZeroOrInfinite: Requirement = { words: "at least 0", holds: (v) => v >= 0 };
export const aboveZero: Requirement = {
  words: "above 0 and finite",
  holds: (v) => v > 0 && v < Infinity,
};
export const atLeastOne: Requirement = {
  words: "at least 1 and finite",
  holds: (v) => v >= 1 && v < Infinity,
};
export const zeroToBelowOne: Requirement = {
  words: "at least 0 and below 1",
  holds: (v) => v >= 0 && v < 1,
};
export const aboveZeroToOne: Requirement = {
  words: "above 0 and at most 1",
  holds: (v) => v > 0 && v <= 1,
};
export const betweenZeroAndOne: Requirement = {
  words: "above 0 and below 1",
  holds: (v) => v > 0 && v < 1,
};
export const whole: Requirement = {
  words: "a whole number of at least 0",
  holds: (v) => Number.isSafeInteger(v) && v >= 0,
};
export const count: Requirement = {
  words: "a whole number of at least 1",
  holds: (v) => Number.isSafeInteger(v) && v >= 1,
};

/** @throws TypeError if it is not a number, RangeError if the requirement does not hold */
export function checkNumber(
  call: string,
  name: string,
  value: unknown,
  { words, holds }: Requirement,
): asserts value is number {
  if (typeof value !== "number") throw wrongKind(call, name, "be a number", value);
  if (!holds(value)) throw wrongNumber(call, name, `be ${words}`, value);
}

/** @throws RangeError if the lower bound is above the upper one */
export function checkBounds(
  call: string,
  [lowName, low]: readonly [name: string, value: number],
  [highName, high]: readonly [name: string, value: number],
): void {
  if (low > high) throw wrongNumber(call, lowName, `be at most ${highName}`, `${low} and ${high}`);
}
