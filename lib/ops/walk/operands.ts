/** The types of what the functions take, and of the kernels that they hand to the walk. */
import type { Data, NdArray } from "ndarray";

/** Any ndarray of numbers. */
export type Numbers = NdArray;

/** Any ndarray of numbers or of bigints. The operands of one call must not mix the two. */
export type Integers = NdArray<Data<number> | Data<bigint>>;

/** Any ndarray at all: booleans and strings in plain Arrays too. */
export type View = NdArray<Data>;

/** Elements of any kind: what an expression makes of them is JavaScript's affair. */
// oxlint-disable-next-line typescript/no-explicit-any -- numbers, bigints, strings, booleans
export type Elements = any;

/** A scalar for views of numbers or of bigints. */
export type Scalar = number | bigint;

/** A scalar for any view. */
export type Value = Scalar | boolean | string;

/**
 * A kernel does m rows of n elements. For each array it takes the position of the first element,
 * the step along a row, and the step from the end of a row to the start of the next. `x` is the
 * scalar, or what a reduction has so far; a kernel returns it.
 */
export type Kernel1 = (
  m: number,
  n: number,
  A: Elements,
  a: number,
  p: number,
  q: number,
  x?: Elements,
) => unknown;

export type Kernel2 = (
  m: number,
  n: number,
  A: Elements,
  a: number,
  p: number,
  q: number,
  B: Elements,
  b: number,
  r: number,
  s: number,
  x?: Elements,
) => unknown;

export type Kernel3 = (
  m: number,
  n: number,
  A: Elements,
  a: number,
  p: number,
  q: number,
  B: Elements,
  b: number,
  r: number,
  s: number,
  C: Elements,
  c: number,
  t: number,
  u: number,
) => unknown;

/** A kernel for one, two or three views. */
// oxlint-disable-next-line typescript/no-explicit-any -- the number of views tells the arguments
export type AnyKernel = (...args: any[]) => unknown;
