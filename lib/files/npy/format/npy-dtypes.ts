/** NumPy's type codes, without the byte order, and the arrays that JavaScript has for them. */
import { tagOf } from "../../../internal/arrays.ts";
import type { ArrayConstructor } from "../../internal/typed-arrays.ts";

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

/** The code and the constructor of an array's kind; undefined if NumPy has no such type. */
export function kindOf(data: unknown): { descr: string; array: ArrayConstructor } | undefined {
  const tag = tagOf(data);
  const found = Object.entries(arrays).find(([, { name }]) => name === tag);
  if (found === undefined) return undefined;
  const [code, array] = found;
  return { descr: `${array.BYTES_PER_ELEMENT === 1 ? "|" : "<"}${code}`, array };
}
