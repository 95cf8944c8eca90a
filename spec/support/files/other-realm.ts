/** Arrays and buffers of another realm: `instanceof` knows none of them. */
import { createContext, runInContext } from "node:vm";

const context = createContext({});

type Make = (name: string, bytes: Uint8Array, shared: boolean) => unknown;

/** `Buffer` stands for Node's own class, which is a subclass of Uint8Array in each realm. */
const make = runInContext(
  `class Buffer extends Uint8Array {}
  (name, bytes, shared) => {
    const buffer = new (shared ? SharedArrayBuffer : ArrayBuffer)(bytes.length);
    new Uint8Array(buffer).set(bytes);
    if (name.endsWith("ArrayBuffer")) return buffer;
    return name === "Buffer" ? new Buffer(buffer) : new globalThis[name](buffer);
  }`,
  context,
) as Make;

/** The same bytes in another realm. */
export const foreignBytes = (name: string, bytes: Uint8Array): Uint8Array =>
  make(name, bytes, name === "SharedArrayBuffer") as Uint8Array;

/** The same array in another realm. */
export function foreignArray<D extends ArrayBufferView>(array: D): D {
  const { buffer, byteOffset, byteLength } = array;
  const tag = Object.prototype.toString.call(array).slice(8, -1);
  return make(tag, new Uint8Array(buffer, byteOffset, byteLength), false) as D;
}
