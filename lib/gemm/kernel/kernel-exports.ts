/** The functions of a kernel as JavaScript sees them; kernel.as.ts describes them. */
import type { DType } from "../../internal/arrays.ts";

/** Bytes of a vector. */
export const VECTOR = 16;

/** The functions for one dtype. Addresses, rows and steps are in bytes. */
export interface KernelFunctions {
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

/** The functions of a module that works on a memory. */
export function functionsOn(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Readonly<Record<DType, KernelFunctions>> {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const functions = (bits: number): KernelFunctions => ({
    multiply: exports[`multiply${bits}`] as KernelFunctions["multiply"],
    pack: exports[`pack${bits}`] as KernelFunctions["pack"],
    combine: exports[`combine${bits}`] as KernelFunctions["combine"],
    dot: exports[`dot${bits}`] as KernelFunctions["dot"],
  });
  return { float64: functions(64), float32: functions(32) };
}
