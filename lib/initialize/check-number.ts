import { nameOf } from "../incoming.ts";

/** What a number of a call has to be, as its messages say it. */
const needs = {
  "a finite number": (value: number) => Number.isFinite(value),
  "a finite number >= 0": (value: number) => Number.isFinite(value) && value >= 0,
  "a finite number > 0": (value: number) => Number.isFinite(value) && value > 0,
};

/** @throws TypeError where it is no number, RangeError where it is another one than needed */
export function checkNumber(
  call: string,
  name: string,
  need: keyof typeof needs,
  value: unknown,
): asserts value is number {
  const isNumber = typeof value === "number";
  if (isNumber && needs[need](value)) return;
  const Fault = isNumber ? RangeError : TypeError;
  throw new Fault(`${call}: ${name} must be ${need}, got ${nameOf(value)}`);
}
