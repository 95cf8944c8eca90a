/** The contract of random sources, and how numbers are drawn from one. */
import { nameOf, refusal, wrongKind } from "../../internal/messages.ts";
import { hashedState } from "./seed-hash.ts";
import { xoshiro } from "./xoshiro.ts";

/**
 * A source of independent uniform numbers in [0, 1): a `stream`, the function that
 * `seedrandom(seed)` returns, `Math.random`.
 */
export type Random = () => number;

/** Writes `count` numbers to the start of `block`. */
export type Draw = (block: Float64Array, count: number) => void;

const NUMBERS = "numbers in [0, 1)";

/** Refuses what is not a source of randomness, above all a seed in its place. */
export function checkRandom(call: string, random: unknown): asserts random is Random {
  if (typeof random === "function") return;
  throw wrongKind(call, "random", `be a function that returns ${NUMBERS}`, random);
}

/** The generator states of our own streams, from which blocks are drawn without calling them. */
const states = new WeakMap<Random, Int32Array>();

/** The stream of a seed and a path, for the public function `call`. */
export function seeded(call: string, seed: string | number, path: string): Random {
  const state = hashedState(call, seed, path);
  const one = new Float64Array(1);
  const random = (): number => {
    xoshiro(state, one, 1);
    return one[0]!;
  };
  states.set(random, state);
  return random;
}

/**
 * The next `count` numbers of any source, in order. A stream is not called for them: the engine
 * cannot inline a function that differs from stream to stream, and the call would cost more than
 * the number.
 */
export function uniforms(call: string, random: Random, block: Float64Array, count: number): void {
  const state = states.get(random);
  if (state !== undefined) return xoshiro(state, block, count);
  for (let k = 0; k < count; k++) block[k] = random();
  // To check all of them would cost 8 % of a normal number. A sample of 16 that includes the last
  // reveals a source that is wrong or has come to its end.
  const apart = Math.max(1, count >> 4);
  for (let k = count - 1; k >= 0; k -= apart) {
    if (!(block[k]! >= 0 && block[k]! < 1)) refuse(call, block[k]);
  }
}

/** The next number of any source. */
export function uniform(call: string, random: Random): number {
  const u = random();
  return u >= 0 && u < 1 ? u : refuse(call, u);
}

/** Weights from other numbers would look like any others, or be NaN. */
function refuse(call: string, got: unknown): never {
  throw new RangeError(refusal(call, "random", `return ${NUMBERS}`, nameOf(got)));
}

/**
 * How often a draw may be rejected in a row. Independent numbers reach this limit with a
 * probability below 2⁻⁹⁰; it makes the draws end for a source that repeats itself.
 */
export const TRIES = 128;
