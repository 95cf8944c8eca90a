/** Saves flats that are filled with 1, 2, 3, ... to one file until it is killed. */
import { save } from "ndarray-params/checkpoint";

const [path = "", size = "100000"] = process.argv.slice(2);
const layout = { w: [2, Number(size) / 2] };
const flat = new Float64Array(Number(size));
for (let step = 1; ; step++) {
  flat.fill(step);
  const saving = save(path, flat, layout, { metadata: { step: `${step}` }, keep: 2 });
  flat.fill(-1); // does not reach the file
  await saving;
  if (step === 1) console.log("saved");
}
