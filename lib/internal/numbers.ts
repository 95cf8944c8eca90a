/** Requirements on numbers: a test, and its wording for errors. */
import { wrongKind, wrongNumber } from "./messages.ts";

export interface Requirement {
  readonly words: string;
  readonly holds: (value: number) => boolean;
}

const need = (words: string, holds: (value: number) => boolean): Requirement => ({ words, holds });

export const finite = /* @__PURE__ */ need("finite", (v) => Number.isFinite(v));
export const notNaN = /* @__PURE__ */ need("a number and not NaN", (v) => !Number.isNaN(v));
export const atLeastZero = /* @__PURE__ */ need(
  "at least 0 and finite",
  (v) => v >= 0 && v < Infinity,
);
export const atLeastZeroOrInfinite = /* @__PURE__ */ need("at least 0", (v) => v >= 0);
export const aboveZero = /* @__PURE__ */ need("above 0 and finite", (v) => v > 0 && v < Infinity);
export const atLeastOne = /* @__PURE__ */ need(
  "at least 1 and finite",
  (v) => v >= 1 && v < Infinity,
);
export const zeroToBelowOne = /* @__PURE__ */ need(
  "at least 0 and below 1",
  (v) => v >= 0 && v < 1,
);
export const aboveZeroToOne = /* @__PURE__ */ need("above 0 and at most 1", (v) => v > 0 && v <= 1);
export const betweenZeroAndOne = /* @__PURE__ */ need("above 0 and below 1", (v) => v > 0 && v < 1);
export const whole = /* @__PURE__ */ need(
  "a whole number of at least 0",
  (v) => Number.isSafeInteger(v) && v >= 0,
);
export const count = /* @__PURE__ */ need(
  "a whole number of at least 1",
  (v) => Number.isSafeInteger(v) && v >= 1,
);

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
