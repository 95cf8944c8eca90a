/** The format's data types, and the arrays JavaScript has for them. */
import type { TypedArray } from "ndarray";

/** Any typed array a file's data may become. */
export type FileArray = TypedArray | BigInt64Array | BigUint64Array;

/** The same, as the types of ndarray have them. */
export type NdData = TypedArray | BigInt64Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>;

export interface ArrayConstructor<D extends FileArray = FileArray> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): D;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): D;
}

/**
 * Bits per element, and the array that holds the elements. F16 and BF16 come as their bits in a
 * Uint16Array; a type without an array here comes as its plain bytes.
 */
const table = {
  F64: { bits: 64, array: Float64Array },
  F32: { bits: 32, array: Float32Array },
  F16: { bits: 16, array: Uint16Array },
  BF16: { bits: 16, array: Uint16Array },
  I64: { bits: 64, array: BigInt64Array },
  I32: { bits: 32, array: Int32Array },
  I16: { bits: 16, array: Int16Array },
  I8: { bits: 8, array: Int8Array },
  U64: { bits: 64, array: BigUint64Array },
  U32: { bits: 32, array: Uint32Array },
  U16: { bits: 16, array: Uint16Array },
  U8: { bits: 8, array: Uint8Array },
  BOOL: { bits: 8, array: Uint8Array },
  C64: { bits: 64 },
  F8_E4M3: { bits: 8 },
  F8_E5M2: { bits: 8 },
  F8_E8M0: { bits: 8 },
  F8_E4M3FNUZ: { bits: 8 },
  F8_E5M2FNUZ: { bits: 8 },
  F6_E2M3: { bits: 6 },
  F6_E3M2: { bits: 6 },
  F4: { bits: 4 },
} satisfies Record<string, { bits: number; array?: ArrayConstructor }>;

/** A data type as the format spells it. */
export type FileDType = keyof typeof table;

export const dtypes: Readonly<Record<FileDType, { bits: number; array?: ArrayConstructor }>> =
  table;

export const isFileDType = (name: string): name is FileDType => Object.hasOwn(table, name);

/** Whether a tensor's elements can go into a flat of floats, each as it is or decoded exactly. */
export const holdsFloats = (dtype: FileDType): boolean =>
  dtype === "F64" || dtype === "F32" || dtype === "F16" || dtype === "BF16";
