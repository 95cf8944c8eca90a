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
 * The place of an array for a kernel: the position of the first element, the step along a row, and
 * the step from the end of a row to the start of the next.
 */
export type Place = [data: Elements, first: number, step: number, skip: number];

/**
 * A kernel does m rows of n elements. `x` is the scalar, or what a reduction has so far; a kernel
 * returns it. Kernels for fewer arrays ignore the others.
 */
export type Kernel = (
  x: Elements,
  m: number,
  n: number,
  ...arrays: [...Place, ...Place, ...Place]
) => unknown;

/** A kernel for one array. */
export type KernelOfOne = (x: Elements, m: number, n: number, ...array: Place) => unknown;

/** The types of functions that write their first view and return it. */
export type Of1<Views extends View> = <V extends Views>(a: V) => V;
export type Of1AndScalar<Views extends View, X> = <V extends Views>(a: V, x: X) => V;
export type Of2<Views extends View> = <V extends Views>(a: V, b: Views) => V;
export type Of2AndScalar<Views extends View, X> = <V extends Views>(a: V, b: Views, x: X) => V;
export type Of3<Views extends View> = <V extends Views>(a: V, b: Views, c: Views) => V;

/** Five texts of one kernel: for float64, for float32, and three for all else with the types that they have met. */
export type Kernels = [
  in64: Kernel,
  in32: Kernel,
  inAny: Kernel,
  inAny: Kernel,
  inAny: Kernel,
  ...met: string[],
];
