/** Sources of random numbers that users hand over, and the checks of them. */
import { nameOf, wrongKind, wrongNumber } from "./messages.ts";

/**
 * A source of independent uniform numbers in [0, 1): a `stream`, the function that
 * `seedrandom(seed)` returns, `Math.random`.
 */
export type Random = () => number;

const NUMBERS = "numbers in [0, 1)";

/** Refuses what is not a source of randomness, above all a seed in its place. */
export function checkRandom(call: string, random: unknown): asserts random is Random {
  if (typeof random === "function") return;
  throw wrongKind(call, "random", `be a function that returns ${NUMBERS}`, random);
}

/** The next number of any source. */
export function uniform(call: string, random: Random): number {
  const u: unknown = random();
  return typeof u === "number" && u >= 0 && u < 1 ? u : refuseDraw(call, u);
}

/** Results of other numbers would look like any others, or be NaN. */
export function refuseDraw(call: string, got: unknown): never {
  throw wrongNumber(call, "random", `return ${NUMBERS}`, nameOf(got));
}
