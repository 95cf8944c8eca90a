/**
 * Kills a process while it saves, over and over: npm run fuzz -- checkpoint-kill [count = 200].
 * Prints how many kills hit a save at work, which are those that left a temporary file behind.
 */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killWhileSaving } from "../support/files/kill.ts";

const [count = 200] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), "checkpoint-kill-"));
const path = join(folder, "model.safetensors");
let during = 0;
let steps = 0;
/* oxlint-disable no-await-in-loop -- one process at a time */
for (let i = 0; i < count; i++) {
  steps += await killWhileSaving(path, (i * 7.3) % 40, 400_000);
  const files = await readdir(folder);
  if (files.some((name) => name.endsWith(".tmp"))) during++;
  if (files.length > 4) throw new Error(`left behind: ${files.join(", ")}`);
}
await rm(folder, { recursive: true });
console.log(`${count} kills after ${steps} saves, ${during} of them during a write`);
console.log("each time the file was one whole flat");
