/**
 * Compares all functions of ndarray-params/ops with ndarray-ops on drawn calls, refusals included:
 *
 *     npm run fuzz -- ops [count = 100000] [first seed = 0]
 */
import { checkCall } from "../support/ops/check-call.ts";

const [count = 100_000, first = 0] = process.argv.slice(2).map(Number);
let [differences, refused] = [0, 0];
for (let seed = first; seed < first + count; seed++) {
  try {
    if (checkCall(seed)) refused++;
  } catch (error) {
    differences++;
    if (differences <= 10) console.log((error as Error).message.slice(0, 600));
  }
}
console.log(`${count} calls, ${refused} of them refused: ${differences} differences`);
if (differences > 0) process.exitCode = 1;
