/** A flat as the rules see it: floats that lie in a row, wherever the caller keeps them. */
import type { NdArray } from "ndarray";
import { checkReach, isNdArray, spanOf } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { viewMaker } from "../../internal/make-view.ts";

export type Floats = Float64Array | Float32Array;

/** A flat: a typed array, or an ndarray of rank 1 with any offset and non-zero stride. */
export type Flat = Floats | NdArray<Float64Array> | NdArray<Float32Array>;

/** Where elements lie: from `offset` every `stride` in `data`. A stride of 0 repeats one. */
export interface Elements {
  readonly data: Floats;
  readonly offset: number;
  readonly stride: number;
}

export interface SizedElements extends Elements {
  readonly size: number;
}

const isFloats = (value: unknown): value is Floats =>
  /\[object Float(64|32)Array\]/.test(Object.prototype.toString.call(value));

/** @throws TypeError, RangeError naming `call` and `name` where `flat` is no flat */
export function readFlat(call: string, name: string, flat: unknown): SizedElements {
  if (isFloats(flat)) return { data: flat, size: flat.length, offset: 0, stride: 1 };
  if (!isNdArray<Floats>(flat) || !isFloats(flat.data)) {
    const need = "a Float64Array, a Float32Array or an ndarray of rank 1 on one";
    const got = isNdArray<Floats>(flat) ? `an ndarray on ${nameOf(flat.data)}` : nameOf(flat);
    throw new TypeError(`${call}: ${name} must be ${need}, got ${got}`);
  }
  const { data, shape, stride, offset } = flat;
  if (shape.length !== 1 || stride[0] === 0) {
    const got = shape.length === 1 ? "a stride of 0" : `shape [${shape.join(", ")}]`;
    throw new RangeError(`${call}: ${name} must have rank 1 and a non-zero stride, got ${got}`);
  }
  checkReach(call, name, flat);
  return { data, size: shape[0]!, offset, stride: stride[0]! };
}

/** Reads a flat that must have `size` elements. */
export function readFlatOf(call: string, name: string, flat: unknown, size: number): SizedElements {
  const elements = readFlat(call, name, flat);
  if (elements.size === size) return elements;
  throw new RangeError(`${call}: flat has ${size} elements, ${name} has ${elements.size}`);
}

/** Zeros of the same kind and type as `flat`: a typed array for one, an ndarray for one. */
export function zerosLike<F extends Flat>(call: string, flat: F): F {
  if (!isNdArray<Floats>(flat)) return flat.map(zero) as F;
  const Data = flat.data.constructor as new (size: number) => Floats;
  return viewMaker(call, new Data(flat.shape[0]!))(flat.shape, [1], 0) as Flat as F;
}

const zero = (): number => 0;

/** The elements without gaps: the caller's own memory where it has none, else an array beside. */
export function rowOf({ data, size, offset, stride }: SizedElements): Floats {
  if (stride !== 1) return new (data.constructor as new (size: number) => Floats)(size);
  return size === data.length ? data : data.subarray(offset, offset + size);
}

/** row ← elements; nothing where they are the same memory. */
export function load(row: Floats, { data, offset, stride }: Elements): void {
  if (row.buffer === data.buffer) return;
  for (let i = 0, at = offset; i < row.length; i++, at += stride) row[i] = data[at]!;
}

/** elements ← row; nothing where they are the same memory. */
export function store(row: Floats, { data, offset, stride }: Elements): void {
  if (row.buffer === data.buffer) return;
  for (let i = 0, at = offset; i < row.length; i++, at += stride) data[at] = row[i]!;
}

/** Whether two flats may have an element in common. Interleaved columns of a matrix do not. */
export function overlap(a: SizedElements, b: SizedElements): boolean {
  if (a.data.buffer !== b.data.buffer || a.size === 0 || b.size === 0) return false;
  const [lowA, highA] = bytesOf(a);
  const [lowB, highB] = bytesOf(b);
  if (lowA >= highB || lowB >= highA) return false;
  const width = a.data.BYTES_PER_ELEMENT;
  const apart = Math.abs(lowA - lowB) / width;
  const interleaved = Math.abs(a.stride) === Math.abs(b.stride) && apart % a.stride !== 0;
  return !(interleaved && width === b.data.BYTES_PER_ELEMENT && Number.isInteger(apart));
}

function bytesOf({ data, size, offset, stride }: SizedElements): [low: number, high: number] {
  const [low, high] = spanOf({ shape: [size], stride: [stride], offset })!;
  const width = data.BYTES_PER_ELEMENT;
  return [data.byteOffset + low * width, data.byteOffset + (high + 1) * width];
}
