import type { NdArray } from "ndarray";
import type { DType, DTypes } from "../../internal/arrays.ts";
import { checkDtype } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { bytesOf, type Bytes } from "../internal/bytes.ts";
import type { NdData } from "../internal/typed-arrays.ts";
import { readNpy } from "../npy/from-npy.ts";
import { readZip } from "./format/read-zip.ts";

export interface FromNpzOptions<K extends DType = DType> {
  /** Converts to these floats the arrays that hold other numbers. */
  readonly dtype?: K;
}

/**
 * The arrays of an .npz file by name, in the order of the file, as `numpy.savez` and
 * `numpy.savez_compressed` write it. Each array is read as `fromNpy` reads it.
 *
 * @throws RangeError if the zip or one of its arrays is damaged, naming the array
 * @example
 * const arrays = fromNpz(await readFile("data.npz"));
 * arrays.get("x");
 */
export function fromNpz<K extends DType>(
  bytes: Bytes,
  options: FromNpzOptions<K> & { readonly dtype: K },
): Map<string, NdArray<DTypes[K]>>;
export function fromNpz(bytes: Bytes): Map<string, NdArray<NdData>>;
export function fromNpz(bytes: Bytes, options: FromNpzOptions = {}): Map<string, NdArray<NdData>> {
  const call = "fromNpz";
  checkOptions(call, options, ["dtype"]);
  const { dtype } = options;
  if (dtype !== undefined) checkDtype(call, dtype);
  return readNpz(call, bytes, dtype);
}

/** `fromNpz` for the public function `call`, after the checks of its options. */
export function readNpz(
  call: string,
  bytes: Bytes,
  dtype: DType | undefined,
): Map<string, NdArray<NdData>> {
  const arrays = new Map<string, NdArray<NdData>>();
  for (const [file, read] of readZip(call, bytesOf(call, bytes))) {
    if (!file.endsWith(".npy")) {
      throw new RangeError(`${call}: an .npz holds .npy files, got ${nameOf(file)}`);
    }
    const name = file.slice(0, -".npy".length);
    arrays.set(name, readNpy(`${call}: ${name}`, read(), dtype));
  }
  return arrays;
}
