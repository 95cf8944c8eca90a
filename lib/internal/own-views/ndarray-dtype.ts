/** The typed arrays that ndarray knows, by their tags. */
const dtypes: Readonly<Record<string, string>> = {
  "[object Float64Array]": "float64",
  "[object Float32Array]": "float32",
  "[object Float16Array]": "float16",
  "[object Int8Array]": "int8",
  "[object Int16Array]": "int16",
  "[object Int32Array]": "int32",
  "[object Uint8Array]": "uint8",
  "[object Uint16Array]": "uint16",
  "[object Uint32Array]": "uint32",
  "[object Uint8ClampedArray]": "uint8_clamped",
  "[object BigInt64Array]": "bigint64",
  "[object BigUint64Array]": "biguint64",
};

/** The dtype that ndarray gives to an array: it knows Buffers by their class, all others by tag. */
export function ndarrayDtypeOf(data: unknown): string {
  if (isBuffer(data as MaybeBuffer | null)) return "buffer";
  const tag = Object.prototype.toString.call(data);
  if (Object.hasOwn(dtypes, tag)) return dtypes[tag]!;
  return Array.isArray(data) ? "array" : "generic";
}

interface MaybeBuffer {
  readonly constructor?: { isBuffer?(data: unknown): unknown };
  readonly ["_isBuffer"]?: unknown;
}

/** The question of the package is-buffer, which ndarray asks. */
function isBuffer(data: MaybeBuffer | null): boolean {
  const Class = data?.constructor;
  const isOne = typeof Class?.isBuffer === "function" && Class.isBuffer(data);
  return Boolean(isOne) || Boolean(data?.["_isBuffer"]);
}
