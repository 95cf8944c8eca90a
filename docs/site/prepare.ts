/** Makes what the pages need and git does not keep: the reference, and the digits of the live pages. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { freshApi } from "./api.ts";
import { root } from "./entries.ts";

export async function prepare(): Promise<void> {
  if (!existsSync(`${root}/docs/live/digits.bin`)) {
    const pack = ["--import", "tsx/esm", "docs/live/pack-digits.ts"];
    const { status } = spawnSync(process.execPath, pack, { cwd: root, stdio: "inherit" });
    if (status !== 0) throw new Error("the digits of the live pages could not be packed");
  }
  await freshApi();
  // VitePress links vue into the node_modules of the folder that it runs in.
  process.chdir(`${root}/docs`);
}
