/** The format's data types, and the arrays that JavaScript has for them. */
import type { DType } from "../../../internal/arrays.ts";
import type { ArrayConstructor } from "../../internal/typed-arrays.ts";

/**
 * Bits per element, and the array that holds the elements. F16 and BF16 are read as their bits in
 * a Uint16Array; a type without an array here is read as its plain bytes.
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

export const fileDTypes: Readonly<Record<FileDType, { bits: number; array?: ArrayConstructor }>> =
  table;

export const isFileDType = (name: string): name is FileDType => Object.hasOwn(table, name);

/** Whether the elements of a tensor can go into a flat of floats, as they are or decoded. */
export const holdsFloats = (dtype: FileDType): boolean =>
  dtype === "F64" || dtype === "F32" || dtype === "F16" || dtype === "BF16";

/** The format's names for the data types of flats. */
export const fileNames: Readonly<Record<DType, FileDType>> = { float64: "F64", float32: "F32" };
