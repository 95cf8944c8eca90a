/** Where randomness comes from: any function that returns numbers in [0, 1), as seedrandom's do. */
import { nameOf } from "../../internal/messages.ts";
import { hashedState } from "./seed-hash.ts";
import { xoshiro } from "./xoshiro.ts";

/** Independent uniform numbers in [0, 1): a `stream`, what `seedrandom(seed)` returns, `Math.random`. */
export type Random = () => number;

/** Writes `count` numbers to the start of `block`. */
export type Draw = (block: Float64Array, count: number) => void;

/** The streams with their generators' states, from which a block is drawn without a call for each. */
const states = new WeakMap<Random, Int32Array>();

/**
 * A reproducible source of numbers in [0, 1), 53 bits each. The same seed and path give the same
 * bits on every engine; another seed or another path gives an independent stream.
 *
 * @param seed a string or a safe integer; `1` and `"1"` are two seeds
 * @param path tells apart the streams of one seed, as it tells apart the leaves of a template
 * @throws TypeError where seed or path is of another kind
 * @example
 * stream("run 7", "hidden.w")() === stream("run 7", "hidden.w")(); //=> true
 */
export function stream(seed: string | number, path = ""): Random {
  const state = hashedState("stream", seed, path);
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
export function uniforms(random: Random, block: Float64Array, count: number): void {
  const state = states.get(random);
  if (state !== undefined) return xoshiro(state, block, count);
  for (let k = 0; k < count; k++) block[k] = random();
  // Looking at all of them costs 8 % of a normal number; a source that is wrong, or has come to its
  // end, shows in a sample of 16 with the last.
  const apart = Math.max(1, count >> 4);
  for (let k = count - 1; k >= 0; k -= apart) {
    if (!(block[k]! >= 0 && block[k]! < 1)) refuse(block[k]);
  }
}

/** The next number of any source. */
export function uniform(random: Random): number {
  const u = random();
  return u >= 0 && u < 1 ? u : refuse(u);
}

/** A source of other numbers makes weights that look like any, or are NaN. */
function refuse(got: unknown): never {
  throw new RangeError(`random: must return numbers in [0, 1), got ${nameOf(got)}`);
}

/**
 * How often a draw may be rejected in a row. With independent numbers the probability of that is
 * below 2⁻⁹⁰ everywhere; what gets here is a source that repeats itself, and it too comes to an end.
 */
export const TRIES = 128;

/** Refuses what is no source of randomness, above all a seed in its place. */
export function checkRandom(call: string, random: unknown): asserts random is Random {
  if (typeof random === "function") return;
  const need = "a function that returns numbers in [0, 1)";
  throw new TypeError(`${call}: random must be ${need}, got ${nameOf(random)}`);
}
