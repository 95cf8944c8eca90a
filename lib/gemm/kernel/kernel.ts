/** The kernel as JavaScript sees it. */

/** Bytes of a vector. */
export const VECTOR = 16;

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
  readonly dot: (
    k: number,
    terms: number,
    a: number,
    aStep: number,
    b: number,
    bStep: number,
    sum: number,
  ) => number;
}

export interface Kernels {
  readonly float64: Kernel;
  readonly float32: Kernel;
}

/** The kernels of a module on a memory. */
export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernel = (bits: number): Kernel => ({
    multiply: exports[`multiply${bits}`] as Kernel["multiply"],
    pack: exports[`pack${bits}`] as Kernel["pack"],
    combine: exports[`combine${bits}`] as Kernel["combine"],
    dot: exports[`dot${bits}`] as Kernel["dot"],
  });
  return { float64: kernel(64), float32: kernel(32) };
}
