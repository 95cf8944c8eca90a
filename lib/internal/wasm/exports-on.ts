import { compile } from "./compile.ts";
import type { Memory } from "./memory.ts";

type Exports = Readonly<Record<string, ((...args: number[]) => number) | undefined>>;

type KernelMemory = Pick<Memory, "memory"> & Partial<Pick<Memory, "shared">>;

/** The instances of each kernel, by their memories. */
const instances = new Map<string, WeakMap<KernelMemory, Exports>>();

/**
 * The functions of a kernel, a text of hexadecimal digits, on a memory: one instance for each
 * memory. It is undefined if the kernel does not run here.
 */
export function exportsOn(kernel: string, memory: KernelMemory): Exports | undefined {
  let found = instances.get(kernel);
  if (found === undefined) instances.set(kernel, (found = new WeakMap()));
  const known = found.get(memory);
  if (known !== undefined) return known;
  const module = compile(kernel, memory);
  if (module === undefined) return undefined;
  const instance = new WebAssembly.Instance(module, { env: { memory: memory.memory } });
  found.set(memory, instance.exports as Exports);
  return instance.exports as Exports;
}
