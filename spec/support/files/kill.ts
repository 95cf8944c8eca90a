import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { generations, open } from "ndarray-params/checkpoint";
import { bundled } from "../run.ts";

/**
 * Lets a process save to `path` without pause, kills it some milliseconds after its first save, and
 * opens what is there. Each generation must be whole and of one step. Returns the latest step.
 */
export async function killWhileSaving(
  path: string,
  milliseconds: number,
  size = 100_000,
): Promise<number> {
  const args = [bundled("spec/support/files/save-forever.ts"), path, `${size}`];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await delay(milliseconds);
  child.kill("SIGKILL");
  await once(child, "exit");
  for (const generation of await generations(path)) {
    const { flat, metadata } = await open(generation, { template: { w: [2, size / 2] } });
    const step = Number(metadata["step"]);
    if (!(step >= 1) || flat.data.some((element) => element !== step)) {
      throw new Error(`${generation} is mixed from several flats`);
    }
  }
  return Number((await open(path)).metadata["step"]);
}
