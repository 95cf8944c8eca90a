/** A flat as the rules see it: floats in a row, wherever the caller keeps them. */
import { isNdArray, zerosOf, type Floats } from "../../internal/arrays.ts";
import { zerosBeside } from "../../internal/wasm/arena.ts";
import { viewMaker } from "../../internal/make-view.ts";
import type { Elements, Flat } from "../../internal/read-flat.ts";

/** Zeros of the same kind and type as `flat`, a typed array or an ndarray; in its arena if there is room. */
export function zerosLike<F extends Flat>(flat: F): F {
  if (!isNdArray<Floats>(flat)) return zerosBeside<Floats>(flat, flat.length) as F;
  const zeros = zerosBeside(flat.data, flat.shape[0]!);
  return viewMaker(zeros)(flat.shape, [1], 0) as Flat as F;
}

/** The elements without gaps: the caller's own memory if it has none, else an array beside it. */
export function rowOf({ data, size, offset, stride }: Elements<Floats>): Floats {
  if (stride !== 1) return zerosOf(data, size);
  return size === data.length ? data : data.subarray(offset, offset + size);
}

/** Whether a row is those elements themselves. */
export const isSame = (row: Floats, { data, offset, stride }: Elements<Floats>): boolean =>
  stride === 1 &&
  row.buffer === data.buffer &&
  row.byteOffset === data.byteOffset + offset * data.BYTES_PER_ELEMENT;

/** row ← elements */
export function load(row: Floats, elements: Elements<Floats>): void {
  if (isSame(row, elements)) return;
  const { data, offset, stride } = elements;
  for (let i = 0, at = offset; i < row.length; i++, at += stride) row[i] = data[at]!;
}

/** elements ← row */
export function store(row: Floats, elements: Elements<Floats>): void {
  if (isSame(row, elements)) return;
  const { data, offset, stride } = elements;
  for (let i = 0, at = offset; i < row.length; i++, at += stride) data[at] = row[i]!;
}

export function sameElements(a: Floats, b: Floats): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
