/**
 * Times saving and opening a checkpoint of 1e7 float64. Beside it stand plain writes and reads of the
 * same bytes with an fsync, and parsing the same file in memory.
 */
import { mkdtemp, open as openFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, save } from "ndarray-params/checkpoint";
import { parse, serialize } from "ndarray-params/safetensors";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";

const template = { hidden: { w: [3000, 3000], b: 3000 }, out: { w: [3000, 332], b: 1000 } };
const flat = Float64Array.from({ length: 1e7 }, (_, i) => Math.sin(i));
const bytes = serialize(flat, template);
const directory = await mkdtemp(join(tmpdir(), "checkpoint-"));
const plain = join(directory, "plain");
const saved = join(directory, "saved");

async function plainWrite(): Promise<void> {
  const file = await openFile(plain, "w");
  for (let at = 0; at < bytes.byteLength;) {
    at += (await file.write(bytes, at)).bytesWritten;
  }
  await file.sync();
  await file.close();
}

async function plainRead(): Promise<void> {
  const file = await openFile(plain);
  const { size } = await file.stat();
  const content = new Uint8Array(size);
  for (let at = 0; at < size;) {
    at += (await file.read(content, at)).bytesRead;
  }
  await file.close();
}

const asynchronous = (name: string, f: () => Promise<unknown>): Contestant => ({
  name,
  async round() {
    const start = performance.now();
    await f();
    return performance.now() - start;
  },
});

printMachine();
try {
  await compare("write 80 MB, with fsync", [
    asynchronous("plain write", plainWrite),
    asynchronous("save", () => save(saved, flat, template)),
  ]);
  await compare("read 80 MB", [
    asynchronous("plain read", plainRead),
    asynchronous("open", () => open(saved)),
  ]);
  await compare("in memory, 80 MB", [timed("parse", () => parse(bytes))], { unit: "us" });
} finally {
  await rm(directory, { recursive: true });
}
