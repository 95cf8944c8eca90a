/**
 * Compares our own classes of views with ndarray in many drawn states:
 * npm run fuzz -- views [count = 60000] [first seed = 0].
 */
import { differenceOf } from "../support/views/compare-views.ts";

const [count = 60_000, first = 0] = process.argv.slice(2).map(Number);
let differences = 0;
for (let seed = first; seed < first + count; seed++) {
  const difference = differenceOf(seed);
  if (difference === undefined) continue;
  if (differences++ < 5) console.log(`seed ${seed}: ${difference}`);
}
console.log(`${count} states, ${differences} differ`);
process.exitCode = differences === 0 ? 0 : 1;
