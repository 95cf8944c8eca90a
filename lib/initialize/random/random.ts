/** How numbers are drawn from random sources, one by one or in blocks. */
import { refuseDraw, uniform, type Random } from "../../internal/random-source.ts";
import { hashedState } from "./seed-hash.ts";
import { xoshiro } from "./xoshiro.ts";

export { checkRandom, uniform, type Random } from "../../internal/random-source.ts";

/** Writes `count` numbers to the start of `block`. */
export type Draw = (block: Float64Array, count: number) => void;

/** The generator states of our own streams, from which blocks are drawn without calling them. */
const states = new WeakMap<Random, Int32Array>();

/** The generator state of a stream of ours; undefined for every other source. */
export const stateOf = (random: Random): Int32Array | undefined => states.get(random);

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
 * The next `count` numbers of any source, one or more, in order. A stream is not called for them: the
 * engine cannot inline a function that differs from stream to stream, and the call would cost more
 * than the number.
 */
export function uniforms(call: string, random: Random, block: Float64Array, count: number): void {
  const state = states.get(random);
  if (state !== undefined) return xoshiro(state, block, count);
  block[0] = uniform(call, random); // a source of promises is refused by the first of them
  for (let k = 1; k < count; k++) block[k] = random();
  // To check all of them would cost 8 % of a normal number. A sample of 16 that includes the last
  // reveals a source that is wrong or has come to its end.
  const apart = Math.max(1, count >> 4);
  for (let k = count - 1; k >= 0; k -= apart) {
    if (!(block[k]! >= 0 && block[k]! < 1)) refuseDraw(call, block[k]);
  }
}

/**
 * How often a draw may be rejected in a row. Independent numbers reach this limit with a
 * probability below 2⁻⁹⁰; it makes the draws end for a source that repeats itself.
 */
export const TRIES = 128;
