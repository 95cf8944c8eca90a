/**
 * Saves and opens one file past 2 GiB: npm run fuzz -- checkpoint-large [elements = 3e8].
 * Needs three times the file's size in memory.
 */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, save } from "ndarray-params/checkpoint";

const [size = 3e8] = process.argv.slice(2).map(Number);
const template = { w: [2, size / 4], b: size / 2 };
const flat = new Float64Array(size);
for (let i = 0; i < size; i++) flat[i] = i;

const folder = await mkdtemp(join(tmpdir(), "checkpoint-large-"));
try {
  const path = join(folder, "model.safetensors");
  let start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  await save(path, flat, template);
  console.log(`saved ${(await stat(path)).size} bytes in ${seconds()}`);
  start = performance.now();
  const { flat: opened, shared } = await open(path);
  console.log(`opened in ${seconds()}, ${shared ? "in one piece" : "copied"}`);
  for (let i = 0; i < size; i++) {
    if (opened.data[i] !== i) throw new Error(`element ${i} is ${opened.data[i]}`);
  }
  console.log(`${opened.data.length} elements are as they were`);
} finally {
  await rm(folder, { recursive: true });
}
