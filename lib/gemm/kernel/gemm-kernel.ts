/** Kernels as a user hands them over: WebAssembly texts, not compiled yet. */

declare const opaque: unique symbol;

/** A kernel for `gemmPool`. */
export interface GemmKernel {
  readonly [opaque]: true;
}

interface Texts {
  /** Modules in hexadecimal digits, the preferred one first. */
  readonly texts: readonly string[];
}

/** Makes a kernel of several texts: the first one that the engine can compile is used. */
export const makeKernel = (...texts: string[]): GemmKernel =>
  Object.freeze<Texts>({ texts }) as unknown as GemmKernel;

export const isKernel = (value: unknown): value is GemmKernel =>
  Array.isArray((value as Partial<Texts> | null | undefined)?.texts);

export const textsOf = (kernel: GemmKernel): readonly string[] =>
  (kernel as unknown as Texts).texts;
