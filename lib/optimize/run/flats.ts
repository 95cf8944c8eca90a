/** A flat as the rules see it: floats in a row, wherever the caller keeps them. */
import { zerosOf, type Floats } from "../../internal/arrays.ts";
import { isNdArray } from "../../internal/checks.ts";
import { viewMaker } from "../../internal/make-view.ts";
import type { Elements, Flat } from "../../internal/read-flat.ts";

/** Zeros of the same kind and type as `flat`: a typed array or an ndarray. */
export function zerosLike<F extends Flat>(flat: F): F {
  if (!isNdArray<Floats>(flat)) return zerosOf<Floats>(flat, flat.length) as F;
  const zeros = zerosOf(flat.data, flat.shape[0]!);
  return viewMaker(zeros)(flat.shape, [1], 0) as Flat as F;
}

/** The elements without gaps: the caller's own memory if it has none, else an array beside it. */
export function rowOf({ data, size, offset, stride }: Elements<Floats>): Floats {
  if (stride !== 1) return zerosOf(data, size);
  return size === data.length ? data : data.subarray(offset, offset + size);
}

/** row ← elements. Nothing is copied if they are the same memory. */
export function load(row: Floats, { data, offset, stride }: Elements<Floats>): void {
  if (row.buffer === data.buffer) return;
  for (let i = 0, at = offset; i < row.length; i++, at += stride) row[i] = data[at]!;
}

/** elements ← row. Nothing is copied if they are the same memory. */
export function store(row: Floats, { data, offset, stride }: Elements<Floats>): void {
  if (row.buffer === data.buffer) return;
  for (let i = 0, at = offset; i < row.length; i++, at += stride) data[at] = row[i]!;
}

export function sameElements(a: Floats, b: Floats): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
