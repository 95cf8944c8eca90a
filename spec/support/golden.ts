/** A program over every family through the public entries, each result as a hash of its bytes. */
import { createHash } from "node:crypto";
import { allCases, arrayOf, partsIn } from "./golden/cases.ts";
import type { Part } from "./golden/draw.ts";

/**
 * The first 16 hexadecimal digits of the SHA-256 of each case's result. A name begins with the
 * family, and one of three words may stand before it: "math: " if the case uses a logarithm or a power of
 * the engine, "exact: " if 0.1.0 did so and the bits are therefore others since then, and "ends: " if
 * they are others since line searches end at the noise floor.
 */
export async function goldenHashes(): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [name, run] of allCases()) {
    try {
      hashes[name] = hashOf(await run());
    } catch (cause) {
      throw new Error(`the case "${name}" throws: ${String(cause)}`, { cause });
    }
  }
  return hashes;
}

/** The family of a case, with the word in front of it. */
export const familyOf = (name: string): string => /^((math|exact|ends): )?\w+/.exec(name)![0];

function hashOf(result: Part | readonly Part[]): string {
  const hash = createHash("sha256");
  for (const part of partsIn(result)) {
    const { buffer, byteOffset, byteLength } = arrayOf(part);
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest("hex").slice(0, 16);
}
