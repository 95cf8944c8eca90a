/** Shared memory: how to know it, and the fastest way to copy from or to it. */
import { dtypeOf, type Floats } from "../arrays.ts";

/** Whether other threads can have the buffer. Browsers share memory on isolated pages only. */
export const isShared = (buffer: ArrayBufferLike): buffer is SharedArrayBuffer =>
  buffer[Symbol.toStringTag] === "SharedArrayBuffer";

/** The members of Node's process and Buffer that are used here. */
interface NodeGlobals {
  readonly process?: {
    readonly getBuiltinModule?: (name: "node:buffer") => { readonly Buffer: NodeBuffers };
  };
}
interface NodeBuffers {
  readonly from: (
    buffer: ArrayBufferLike,
    byteOffset: number,
    byteLength: number,
  ) => { readonly fill: (source: unknown) => unknown };
}

let nodeBuffer: { readonly Buffer?: NodeBuffers } | undefined;

/** Node's Buffer; undefined in browsers. Most programs have no shared memory and never ask for it. */
const buffersHere = (): NodeBuffers | undefined =>
  (nodeBuffer ??= (globalThis as NodeGlobals).process?.getBuiltinModule?.("node:buffer") ?? {})
    .Buffer;

/** The number of bytes below which `set` is faster. */
const LARGE = 2048;

/**
 * Copies between two arrays of one length, at least one of them on shared memory. V8 copies shared
 * memory word by word. The `fill` of Node's Buffer treats it as ordinary memory and is twice as
 * fast. Neither may be used while another thread writes to the memory.
 */
export function copyShared(from: Floats, to: Floats): void {
  const buffers = from.byteLength < LARGE ? undefined : buffersHere();
  if (buffers === undefined) to.set(from);
  else bytesOf(buffers, to).fill(bytesOf(buffers, from));
}

/** Copies between arrays of floats of any two kinds, on shared memory or not. */
export function copyFloats(from: Floats, to: Floats): void {
  const isAny = isShared(from.buffer) || isShared(to.buffer);
  if (isAny && dtypeOf(from) === dtypeOf(to)) copyShared(from, to);
  else to.set(from);
}

const bytesOf = (buffers: NodeBuffers, { buffer, byteOffset, byteLength }: Floats) =>
  buffers.from(buffer, byteOffset, byteLength);
