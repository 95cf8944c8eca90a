import { nameOf } from "../incoming.ts";

/** Refuses NaN, the infinities and what is no number. */
export function checkFinite(call: string, name: string, value: unknown): asserts value is number {
  if (Number.isFinite(value)) return;
  refuse(call, name, "a finite number", value);
}

/** Refuses also numbers below 0. */
export function checkNonNegative(
  call: string,
  name: string,
  value: unknown,
): asserts value is number {
  if (Number.isFinite(value) && (value as number) >= 0) return;
  refuse(call, name, "a finite number >= 0", value);
}

function refuse(call: string, name: string, need: string, value: unknown): never {
  const Fault = typeof value === "number" ? RangeError : TypeError;
  throw new Fault(`${call}: ${name} must be ${need}, got ${nameOf(value)}`);
}
