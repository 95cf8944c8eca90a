/** Makes what the pages need and git does not keep: the reference, and the digits of the live pages. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { root } from "./entries.ts";

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isApiStale(): boolean {
  const sources = readdirSync(`${root}/lib`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${root}/lib/${file}`);
  const own = ["api", "defaults", "entries"].map((name) => `${root}/docs/site/${name}.ts`);
  return timeOf(`${root}/docs/api/index.md`) < Math.max(...[...sources, ...own].map(timeOf));
}

export async function prepare(): Promise<void> {
  if (!existsSync(`${root}/docs/live/digits.bin`)) {
    const pack = ["--import", "tsx/esm", "docs/live/pack-digits.ts"];
    const { status } = spawnSync(process.execPath, pack, { cwd: root, stdio: "inherit" });
    if (status !== 0) throw new Error("the digits of the live pages could not be packed");
  }
  if (isApiStale()) {
    // TypeDoc takes a second to load, which a site that is already there should not cost.
    const { writeApi } = await import("./api.ts");
    await writeApi();
  }
  // VitePress links vue into the node_modules of the folder that it runs in.
  process.chdir(`${root}/docs`);
}
