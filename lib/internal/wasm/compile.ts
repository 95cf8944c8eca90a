/** Compiles WebAssembly if the engine has it and no policy forbids it. */

const modules = new Map<string, WebAssembly.Module | undefined>();

/**
 * Returns the module that this base64 text holds. It is undefined if the engine lacks WebAssembly,
 * or a feature that the module uses, or if a policy forbids it. Each text is compiled once.
 */
export function compile(base64: string): WebAssembly.Module | undefined {
  if (!modules.has(base64)) modules.set(base64, tryToCompile(base64));
  return modules.get(base64);
}

/** A module of one function that returns a vector. */
const vectorModule = "AGFzbQEAAAABBQFgAAF7AwIBAAoKAQgAQQD9D/1iCw==";

/** Whether kernels with vectors (SIMD) run here. */
export const hasVectors = (): boolean => compile(vectorModule) !== undefined;

function tryToCompile(base64: string): WebAssembly.Module | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new WebAssembly.Module(bytes);
  } catch {
    return undefined; // the reason does not matter: the caller goes on in plain JavaScript
  }
}
