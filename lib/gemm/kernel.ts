/** The kernel made runnable: compiled once, instantiated on a memory. */
import { fused, plain } from "./wasm.generated.ts";

/** The kernel for one dtype. Addresses, rows and steps are in bytes; kernel.as.ts describes it. */
export interface Kernel {
  readonly multiply: (
    m: number,
    vectors: number,
    k: number,
    a: number,
    aRow: number,
    aStep: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    first: boolean,
  ) => void;
  readonly pack: (
    k: number,
    n: number,
    from: number,
    fromRow: number,
    fromStep: number,
    to: number,
  ) => void;
  readonly combine: (
    rows: number,
    columns: number,
    alpha: number,
    from: number,
    fromRow: number,
    beta: number,
    to: number,
    toRow: number,
    toStep: number,
  ) => void;
}

export interface Kernels {
  readonly float64: Kernel;
  readonly float32: Kernel;
}

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

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernel = (bits: number): Kernel => ({
    multiply: exports[`multiply${bits}`] as Kernel["multiply"],
    pack: exports[`pack${bits}`] as Kernel["pack"],
    combine: exports[`combine${bits}`] as Kernel["combine"],
  });
  return { float64: kernel(64), float32: kernel(32) };
}
