/** NumPy's type codes, without the byte order, and the arrays JavaScript has for them. */
import type { ArrayConstructor, FileArray } from "../../internal/typed-arrays.ts";

export const arrays: Readonly<Record<string, ArrayConstructor>> = {
  f8: Float64Array,
  f4: Float32Array,
  i8: BigInt64Array,
  i4: Int32Array,
  i2: Int16Array,
  i1: Int8Array,
  u8: BigUint64Array,
  u4: Uint32Array,
  u2: Uint16Array,
  u1: Uint8Array,
  b1: Uint8Array,
  f2: Uint16Array, // decoded when read
};

/** `<f8` of a Float64Array; undefined for an array NumPy has no type for. */
export function descrOf(data: FileArray): string | undefined {
  const code = Object.keys(arrays).find((key) => data instanceof arrays[key]!);
  if (code === undefined) return undefined;
  return `${data.BYTES_PER_ELEMENT === 1 ? "|" : "<"}${code}`;
}
