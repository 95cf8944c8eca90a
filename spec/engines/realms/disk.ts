/** Checkpoints in an engine that grants this program one folder, and nothing else. */
import { tell } from "../tell.ts";
import { outcomes, same } from "./checks.ts";

const checkpoint = () => import("ndarray-params/checkpoint");

void outcomes({
  "import checkpoint": async () => same(Object.keys(await checkpoint()).length > 0, true),
  "save and open": async () => {
    const { open, save } = await checkpoint();
    const path = "build/engines/disk/model.safetensors";
    await save(path, Float64Array.of(1, 2, 3), { w: 3 }, { keep: 2 });
    same((await open(path)).flat.data, [1, 2, 3]);
  },
}).then(tell);
