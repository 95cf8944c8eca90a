/**
 * ndarray without generated code: the constructor of scijs, on classes that are written out. Pages
 * and runtimes that forbid code from strings cannot use ndarray itself.
 */
import type { Data, NdArray } from "ndarray";
import { ndarrayDtypeOf } from "./ndarray-dtype.ts";
import { viewsOf, type Views } from "./views-of.ts";

const known = new Map<string, Views>();

/**
 * The interface and the results of ndarray 1.1.1. It differs in one call: `ownNdarray()` returns the
 * view of rank -1 at once, while ndarray's first call throws "ctor is not a function".
 */
export function ownNdarray<D extends Data>(
  data?: D | number,
  shape?: readonly number[],
  stride?: readonly number[],
  offset?: number,
): NdArray<D> {
  if (data === undefined) return new (knownOf("array").Trivial)([]) as NdArray<D>;
  const array = typeof data === "number" ? [data] : data;
  const lengths = shape === undefined ? [array.length] : shape;
  if (!(lengths.length >= 0)) throw new TypeError("ndarray: shape must be an array");
  const steps = stride === undefined ? rowMajor(lengths) : stride;
  const first = offset === undefined ? firstOf(lengths, steps) : offset;
  return knownOf(ndarrayDtypeOf(array)).make(array, lengths, steps, first) as NdArray<D>;
}

function knownOf(dtype: string): Views {
  let views = known.get(dtype);
  if (views === undefined) known.set(dtype, (views = viewsOf(dtype)));
  return views;
}

function rowMajor(shape: readonly number[]): number[] {
  const stride = Array<number>(shape.length);
  let step = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    stride[k] = step;
    step *= shape[k]!;
  }
  return stride;
}

/** The place of the first element, if those before it lie at negative strides. */
function firstOf(shape: readonly number[], stride: readonly number[]): number {
  let offset = 0;
  for (let k = 0; k < shape.length; k++) {
    if (stride[k]! < 0) offset -= (shape[k]! - 1) * stride[k]!;
  }
  return offset;
}
