/** Compiles WebAssembly if the engine has it and no policy forbids it. */

const modules = new Map<string, WebAssembly.Module | undefined>();

/**
 * Returns the module that a text of hexadecimal digits holds. It is undefined if the engine lacks
 * WebAssembly, or a feature that the module uses, or if a policy forbids it. Each text is compiled
 * once. A gzipped bundle is smaller with hexadecimal digits than with base64, which hides repeated
 * bytes: the kernel of gemm takes 1.9 kB and not 3.2.
 */
export function compile(hex: string): WebAssembly.Module | undefined {
  if (!modules.has(hex)) modules.set(hex, tryToCompile(hex));
  return modules.get(hex);
}

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
