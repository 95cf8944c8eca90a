/** Numbers for people: as many digits as a standard error justifies. */
import { short } from "../../internal/aligned-text.ts";

/** The exponent of a number in the decimal system: 2 for 123. */
const exponentOf = (x: number): number => Number(x.toExponential().split("e")[1]);

/** How many digits after the point show three digits of a standard error. */
export const decimalsFor = (error: number): number =>
  error > 0 && error < Infinity ? 2 - exponentOf(error) : NaN;

/** A number with so many digits after the point, or six digits in all if that is NaN. */
export function fixed(x: number, decimals: number): string {
  if (!Number.isFinite(x)) return x > 0 ? "∞" : x < 0 ? "-∞" : "NaN";
  if (Number.isNaN(decimals)) return short(x, 6);
  const exponent = x === 0 ? -decimals : exponentOf(x);
  if (decimals > 8 || exponent > 8) {
    return x.toExponential(Math.min(20, Math.max(0, exponent + decimals)));
  }
  return x.toFixed(Math.max(0, decimals));
}

/** A count with its noun: 1 iteration, 2 iterations. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
