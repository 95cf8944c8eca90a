import type { Floats } from "../arrays.ts";

/** Node's, where this is Node. */
const Buffer = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule?.(
  "node:buffer",
).Buffer;

/** From so many bytes on it is faster. */
const LARGE = 2048;

/**
 * Copies between arrays of one length of which one is on shared memory. V8 copies that word by word,
 * Node's `fill` like any other memory, twice as fast. Neither is for memory that others write
 * meanwhile.
 */
export function copyShared(from: Floats, to: Floats): void {
  if (Buffer === undefined || from.byteLength < LARGE) {
    to.set(from);
    return;
  }
  const [source, target] = [from, to].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  ) as [Buffer, Buffer];
  target.fill(source);
}
