/**
 * Reads many mutated .npz files: npm run fuzz -- npz [count = 100000] [first seed = 0].
 * Prints how many were refused, the longest time that one took, and the most heap.
 */
import { fuzz } from "../support/files/fuzz.ts";
import { npzMutant, readNpzMutant } from "../support/files/mutate-npz.ts";

const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);
fuzz({ mutant: npzMutant, read: readNpzMutant }, count, first);
