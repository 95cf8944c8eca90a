/**
 * The arrays that flats, views and matrices lie on. They are known by what they are and never by
 * `instanceof`: a frame, a `vm` context or a test environment has classes of its own.
 */
import type { NdArray, TypedArray } from "ndarray";

/** An array that may back a view: a typed array, or the plain Array that solvers make. */
export type FlatData = TypedArray | number[];

/** The arrays that parameters are trained in. */
export type Floats = Float64Array | Float32Array;

/** The data types of those arrays, by ndarray's names. */
export interface DTypes {
  float64: Float64Array;
  float32: Float32Array;
}

export type DType = keyof DTypes;

interface FloatKind<D extends Floats> {
  readonly Data: {
    readonly name: string;
    readonly BYTES_PER_ELEMENT: number;
    new (size: number): D;
    new (buffer: ArrayBufferLike, byteOffset?: number, size?: number): D;
  };
  /** The distance from 1 to the next number. */
  readonly epsilon: number;
  /** The smallest number above 0. */
  readonly smallest: number;
  /** Rounds to the nearest number that the array can hold. */
  readonly round: (x: number) => number;
}

// The powers of 2 are written out: bundlers keep an unused table if it computes something.
export const floatKinds: { readonly [K in DType]: FloatKind<DTypes[K]> } = {
  float64: {
    Data: Float64Array,
    epsilon: 2.220446049250313e-16,
    smallest: 5e-324,
    round: (x) => x,
  },
  float32: {
    Data: Float32Array,
    epsilon: 1.1920928955078125e-7,
    smallest: 1.401298464324817e-45,
    round: Math.fround,
  },
};

/** The class of a typed array in any realm; undefined for every other value. */
export const tagOf = (value: unknown): string | undefined =>
  ArrayBuffer.isView(value)
    ? (value as { [Symbol.toStringTag]?: string })[Symbol.toStringTag]
    : undefined;

/** Whether a value is a Float64Array of any realm. */
export const isFloat64 = (value: unknown): value is Float64Array => tagOf(value) === "Float64Array";

/** Whether a value is a Float32Array of any realm. */
export const isFloat32 = (value: unknown): value is Float32Array => tagOf(value) === "Float32Array";

export const isFloats = (value: unknown): value is Floats => isFloat64(value) || isFloat32(value);

/** Whether the elements of an array are bigints, which do not mix with numbers. */
export const isBigInts = (data: FlatData): boolean => tagOf(data)?.startsWith("Big") === true;

/** The data type of any value that is an array of floats; undefined for every other value. */
export function floatDtypeOf(value: unknown): DType | undefined {
  const tag = tagOf(value);
  return tag === "Float64Array" ? "float64" : tag === "Float32Array" ? "float32" : undefined;
}

/** The data type of an array of floats. */
export const dtypeOf = (data: Floats): DType => (isFloat32(data) ? "float32" : "float64");

/** Whether a value is a typed array. Node's Buffer is not: ndarray gives it a dtype of its own. */
export const isTypedArray = (value: unknown): value is TypedArray => {
  const tag = tagOf(value);
  return tag !== undefined && tag !== "DataView" && !isBuffer(value);
};

const isBuffer = (value: unknown): boolean =>
  (value as { constructor?: { name?: unknown } }).constructor?.name === "Buffer";

export const isFlatData = (value: unknown): value is FlatData =>
  Array.isArray(value) || isTypedArray(value);

/** An array of the same kind and type, filled with zeros. */
export const zerosOf = <D extends Floats>(data: D, size: number): D =>
  new floatKinds[dtypeOf(data)].Data(size) as D;

/** An ndarray by its fields, whichever copy of the package made it. */
export function isNdArray<D extends FlatData>(value: unknown): value is NdArray<D> {
  const view = value as Partial<NdArray> | null;
  return (
    typeof view === "object" &&
    view !== null &&
    view.data !== undefined &&
    Array.isArray(view.shape) &&
    Array.isArray(view.stride) &&
    typeof view.offset === "number"
  );
}
