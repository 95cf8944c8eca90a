/** Checkpoints in an engine that grants permissions: none to import them, `save` with a folder. */
import { tell } from "../tell.ts";
import { outcomes, same, type Checks } from "./checks.ts";

const checkpoint = () => import("ndarray-params/checkpoint");

const imports: Checks = {
  "import checkpoint": async () => same(Object.keys(await checkpoint()).length > 0, true),
};

const saves: Checks = {
  "save and open": async () => {
    const { open, save } = await checkpoint();
    const path = "build/engines/disk/model.safetensors";
    await save(path, Float64Array.of(1, 2, 3), { w: 3 }, { keep: 2 });
    same((await open(path)).flat.data, [1, 2, 3]);
  },
};

void outcomes(process.argv[2] === "save" ? saves : imports).then(tell);
