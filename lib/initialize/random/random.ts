/** The contract of random sources, and how numbers are drawn from one. */
import { nameOf, refusal, wrongKind } from "../../internal/messages.ts";
import { hashedState } from "./seed-hash.ts";
import { xoshiro } from "./xoshiro.ts";

/** Independent uniform numbers in [0, 1): a `stream`, what `seedrandom(seed)` returns, `Math.random`. */
export type Random = () => number;

/** Writes `count` numbers to the start of `block`. */
export type Draw = (block: Float64Array, count: number) => void;

const NUMBERS = "numbers in [0, 1)";

/** Refuses what is not a source of randomness, above all a seed in its place. */
export function checkRandom(call: string, random: unknown): asserts random is Random {
  if (typeof random === "function") return;
  throw wrongKind(call, "random", `be a function that returns ${NUMBERS}`, random);
}

/** The generators' states of our own streams: a block is drawn from one without calling it. */
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
 * cannot inline a function that is another one each time, which costs more than the number.
 */
export function uniforms(call: string, random: Random, block: Float64Array, count: number): void {
  const state = states.get(random);
  if (state !== undefined) return xoshiro(state, block, count);
  for (let k = 0; k < count; k++) block[k] = random();
  // Looking at all of them costs 8 % of a normal number. A source that is wrong, or has come to its
  // end, shows in a sample of 16 that includes the last.
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

/** Other numbers would make weights that look like any others, or NaN. */
function refuse(call: string, got: unknown): never {
  throw new RangeError(refusal(call, "random", `return ${NUMBERS}`, nameOf(got)));
}

/**
 * How often a draw may be rejected in a row. With independent numbers the probability of that is
 * below 2⁻⁹⁰ everywhere; a source that repeats itself gets here, and so its draws end as well.
 */
export const TRIES = 128;
