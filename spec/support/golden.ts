/** A program over every family through the public entries, each result as a hash of its bytes. */
import { createHash } from "node:crypto";
import { algebra } from "./golden/algebra.ts";
import { core } from "./golden/core.ts";
import type { Cases, Part } from "./golden/draw.ts";
import { files } from "./golden/files.ts";
import { products } from "./golden/gemm.ts";
import { initializers } from "./golden/initialize.ts";
import { rules } from "./golden/optimize.ts";
import { radii } from "./golden/radius.ts";

const groups: readonly Cases[] = [core, algebra, initializers, radii, products, rules, files];

/**
 * The first 16 hexadecimal digits of the SHA-256 of each case's result. A name begins with the
 * family, and with "math: " before it where the bits depend on what the engine does for powers,
 * cosines, logarithms or cube roots.
 */
export async function goldenHashes(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [name, run] of groups.flatMap((cases) => Object.entries(cases))) {
    if (Object.hasOwn(hashes, name)) throw new Error(`two cases are called ${name}`);
    try {
      hashes[name] = hashOf(await run());
    } catch (cause) {
      throw new Error(`the case "${name}" throws: ${String(cause)}`, { cause });
    }
  }
  return hashes;
}

/** The family of a case, with "math: " in front where it has that. */
export const familyOf = (name: string): string => /^(math: )?\w+/.exec(name)![0];

function hashOf(result: Part | readonly Part[]): string {
  const hash = createHash("sha256");
  for (const part of isList(result) ? result : [result]) hash.update(bytesOf(part));
  return hash.digest("hex").slice(0, 16);
}

/** A plain array of numbers is one part. */
const isList = (result: Part | readonly Part[]): result is readonly Part[] =>
  Array.isArray(result) && result.some((part) => typeof part !== "number");

function bytesOf(part: Part): Uint8Array {
  if (typeof part === "string") return new TextEncoder().encode(part);
  const view = ArrayBuffer.isView(part) ? part : Float64Array.from(part);
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
