/** Compiles WebAssembly if the engine has it and no policy forbids it. */
import type { Memory } from "./memory.ts";

const modules = new Map<string, WebAssembly.Module | undefined>();

/**
 * Returns the module that a text of hexadecimal digits holds. It is undefined if the engine lacks
 * WebAssembly, or a feature that the module uses, or if a policy forbids it. Each text is compiled
 * once. A gzipped bundle is smaller with hexadecimal digits than with base64, which hides repeated
 * bytes: the kernel of gemm takes 1.9 kB and not 3.2. A kernel that will work on shared memory has to
 * be told so: name the memory then.
 */
export function compile(
  text: string,
  memory?: Partial<Pick<Memory, "shared">>,
): WebAssembly.Module | undefined {
  const hex = memory?.shared === true ? text.replace(ownMemory, sharedMemory) : text;
  if (!modules.has(hex)) modules.set(hex, tryToCompile(hex));
  return modules.get(hex);
}

/**
 * The imports of a kernel: a memory of its own, of a page or more; and a shared one, which has to name
 * a maximum, here the most that there can be.
 */
const ownMemory = "020f0103656e76066d656d6f7279020001";
const sharedMemory = "02120103656e76066d656d6f7279020301808004";

/** A module of one function that returns a vector. */
const vectorModule = "0061736d010000000105016000017b030201000a0a0108004100fd0ffd620b";

/** Whether kernels with vectors (SIMD) run here. */
export const hasVectors = (): boolean => compile(vectorModule) !== undefined;

function tryToCompile(hex: string): WebAssembly.Module | undefined {
  try {
    const bytes = Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    return new WebAssembly.Module(bytes);
  } catch {
    return undefined; // the reason does not matter: the caller goes on in plain JavaScript
  }
}
