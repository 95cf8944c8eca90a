/** The program that every engine runs: a hash of each golden and each later case, in which every NaN is the same. */
import { allCases, arrayOf, partsIn } from "../support/golden/cases.ts";
import type { Part } from "../support/golden/draw.ts";
import { laterFamilies } from "./later-families.ts";
import { later } from "./later.ts";
import { tell } from "./tell.ts";

/** Set by the bundler: whether the engine has files, which the cases of checkpoints need. */
declare const HAS_FILES: boolean;

/** The bytes of a part, those of a NaN all set: engines may choose which NaN they write. */
function bytesOf(part: Part): Uint8Array {
  const array = arrayOf(part);
  const { buffer, byteOffset, byteLength } = array;
  const bytes = new Uint8Array(byteLength);
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength));
  if (!Object.prototype.toString.call(array).startsWith("[object Float")) return bytes;
  const floats = array as Float64Array | Float32Array;
  for (let i = 0; i < floats.length; i++) {
    const start = i * floats.BYTES_PER_ELEMENT;
    if (Number.isNaN(floats[i])) bytes.fill(0xff, start, start + floats.BYTES_PER_ELEMENT);
  }
  return bytes;
}

/** The first 16 digits of the SHA-256 of a case's result. */
async function hashOf(result: Part | readonly Part[]): Promise<string> {
  const parts = partsIn(result).map(bytesOf);
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let next = 0;
  for (const part of parts) {
    all.set(part, next);
    next += part.length;
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", all)).subarray(0, 8);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function main(): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const [name, run] of [...allCases(), ...Object.entries({ ...later, ...laterFamilies })]) {
    if (!HAS_FILES && name.startsWith("checkpoint: ")) continue;
    try {
      hashes[name] = await hashOf(await run());
    } catch (error) {
      hashes[name] = `threw ${String(error)}`;
    }
  }
  await tell(hashes);
}

void main();
