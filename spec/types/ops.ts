/** Checked by the compiler alone: functions return the type of their first view. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import ops, { add, adds, argmax, assign, bands, eq, equals, exp, sum } from "ndarray-params/ops";

declare const doubles: NdArray<Float64Array>;
declare const floats: NdArray<Float32Array>;
declare const either: NdArray<Float64Array | Float32Array>;
declare const bigs: NdArray<BigInt64Array<ArrayBuffer>>;
declare const plain: NdArray<boolean[]>;
declare const any: NdArray;

/** Compiled, never called. */
export function generic<V extends NdArray<Float64Array>>(view: V): V {
  return exp(view, doubles);
}

/** Compiled, never called. */
export function writing(): void {
  expectTypeOf(add(doubles, floats, any)).toEqualTypeOf<NdArray<Float64Array>>();
  expectTypeOf(adds(floats, doubles, 2)).toEqualTypeOf<NdArray<Float32Array>>();
  expectTypeOf(assign(either, doubles)).toEqualTypeOf<NdArray<Float64Array | Float32Array>>();
  expectTypeOf(bands(bigs, bigs, 3n)).toEqualTypeOf<NdArray<BigInt64Array<ArrayBuffer>>>();
  expectTypeOf(eq(plain, doubles, floats)).toEqualTypeOf<NdArray<boolean[]>>();
  expectTypeOf(ops.add).toEqualTypeOf<typeof add>();
}

/** Compiled, never called. */
export function reducing(): void {
  expectTypeOf(sum(doubles)).toEqualTypeOf<number>();
  expectTypeOf(argmax(floats)).toEqualTypeOf<number[]>();
  expectTypeOf(equals(plain, plain)).toEqualTypeOf<boolean>();
}

/** Compiled, never called. */
export function mistakes(): void {
  // @ts-expect-error: a scalar goes to adds
  add(doubles, doubles, 2);
  // @ts-expect-error: a view goes to add
  adds(doubles, doubles, doubles);
  // @ts-expect-error: a typed array is no view
  sum(new Float64Array(3));
  // @ts-expect-error: Math.exp takes no bigints
  exp(bigs, bigs);
  // @ts-expect-error: there is no such function
  void ops.addss;
}
