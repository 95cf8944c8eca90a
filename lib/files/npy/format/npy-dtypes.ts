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

/** Arrays that NumPy has under the type of another array. Not every engine has Float16Array. */
const codes: Readonly<Record<string, string>> = { Uint8ClampedArray: "u1", Float16Array: "f2" };

/**
 * The code of an array's kind, and an array of elements of as many bytes; undefined if NumPy has no
 * such type. Plain arrays are written as float64.
 */
export function kindOf(data: unknown): { descr: string; array: ArrayConstructor } | undefined {
  const tag = Array.isArray(data) ? "Float64Array" : tagOf(data);
  const code = codes[tag ?? ""] ?? Object.keys(arrays).find((each) => arrays[each]!.name === tag);
  if (code === undefined) return undefined;
  const array = arrays[code]!;
  return { descr: `${array.BYTES_PER_ELEMENT === 1 ? "|" : "<"}${code}`, array };
}
