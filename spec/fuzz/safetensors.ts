/**
 * Reads many mutated safetensors files: npm run fuzz -- safetensors [count = 100000] [first seed = 0].
 * Prints how many were refused, the longest time that one took, and the most heap.
 */
import { fuzz } from "../support/files/fuzz.ts";
import { mutant, readMutant } from "../support/files/mutate.ts";

const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);
fuzz({ mutant, read: readMutant }, count, first);
