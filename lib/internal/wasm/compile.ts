import { fused, plain } from "../../gemm/kernel/kernel.generated.ts";

const modules = new Map<boolean, WebAssembly.Module | undefined>();

/**
 * The module, or undefined where the engine has no WebAssembly or no SIMD, or a policy forbids it.
 * With `relaxed`, the one that fuses products and sums where the engine has it, else the plain one.
 */
export function kernelModule(relaxed: boolean): WebAssembly.Module | undefined {
  if (!modules.has(relaxed)) {
    modules.set(
      relaxed,
      compile(relaxed ? fused : plain) ?? (relaxed ? kernelModule(false) : undefined),
    );
  }
  return modules.get(relaxed);
}

function compile(base64: string): WebAssembly.Module | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new WebAssembly.Module(bytes);
  } catch {
    return undefined; // whichever way WebAssembly is missing, the portable path remains
  }
}
