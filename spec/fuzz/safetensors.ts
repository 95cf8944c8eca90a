/**
 * Reads many mutated files: npm run fuzz -- safetensors [count = 100000] [first seed = 0].
 * Prints how many were refused, and the longest time that one took.
 */
import { mutant, readMutant } from "../support/files/mutate.ts";

const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);
const outcomes = { read: 0, refused: 0 };
let longest = 0;
for (let seed = first; seed < first + count; seed++) {
  const file = mutant(seed);
  const start = performance.now();
  try {
    outcomes[readMutant(file)]++;
  } catch (cause) {
    throw new Error(`seed ${seed}`, { cause });
  }
  longest = Math.max(longest, performance.now() - start);
}
console.log(`${count} files: ${outcomes.refused} refused, ${outcomes.read} read`);
console.log(`the longest took ${longest.toFixed(1)} ms`);
