/** Saves to one file as often as is asked for, and prints how many saves were made. */
import { save } from "ndarray-params/checkpoint";

const [path = "", times = "1"] = process.argv.slice(2);
const flat = new Float64Array(100_000);
let saved = 0;
for (let i = 0; i < Number(times); i++) {
  try {
    await save(path, flat.fill(i), [flat.length]);
    saved++;
  } catch (error) {
    console.error(String(error));
  }
}
console.log(`${saved} of ${times} saved`);
