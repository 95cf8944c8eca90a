import { seeded, type Random } from "./random/random.ts";

/**
 * A reproducible source of numbers in [0, 1), 53 bits each. The same seed and path give the same
 * bits on every engine; another seed or another path gives an independent stream.
 *
 * @param seed a string or a safe integer; `1` and `"1"` are two seeds
 * @param path tells apart the streams of one seed, as it tells apart the leaves of a template
 * @throws TypeError if seed or path is of another kind
 * @example
 * stream("run 7", "hidden.w")() === stream("run 7", "hidden.w")(); //=> true
 */
export const stream = (seed: string | number, path = ""): Random => seeded("stream", seed, path);
