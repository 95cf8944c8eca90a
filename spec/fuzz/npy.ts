/**
 * Reads many mutated .npy files: npm run fuzz -- npy [count = 100000] [first seed = 0].
 * Prints how many were refused, the longest time that one took, and the most heap.
 */
import { fuzz } from "../support/files/fuzz.ts";
import { npyMutant, readNpyMutant } from "../support/files/mutate-npy.ts";

const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);
fuzz({ mutant: npyMutant, read: readNpyMutant }, count, first);
