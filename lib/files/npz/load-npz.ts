/**
 * A flat filled from an .npz file. Its arrays are given to `load` as the tensors of a file would be,
 * so that names, shapes, reports and errors are the same for both formats.
 */
import type { NdArray } from "ndarray";
import { tagOf, type DType, type DTypes, type Floats } from "../../internal/arrays.ts";
import { checkOptions } from "../../internal/options.ts";
import type { FlatOn } from "../../internal/read-flat.ts";
import type { Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import type { Bytes } from "../internal/bytes.ts";
import { isHalf } from "../internal/half.ts";
import type { NdData } from "../internal/typed-arrays.ts";
import { contiguous } from "../npy/to-npy.ts";
import { fileDTypes, type FileDType } from "../safetensors/format/dtypes.ts";
import type { Entry } from "../safetensors/format/entries.ts";
import {
  loadFrom,
  LOAD_OPTIONS,
  readTarget,
  type Loaded,
  type LoadOptions,
} from "../safetensors/load.ts";
import { readNpz } from "./from-npz.ts";

/**
 * Fills a flat by path from an .npz file. It is `load` of `ndarray-params/safetensors` for NumPy's
 * own format, with the same options and the same report.
 *
 * @throws RangeError before anything is written if the file is damaged or, without `partial`, if
 *   its names and shapes are not exactly the template's
 * @example
 * const { flat, views } = loadNpz(await readFile("model.npz"), template);
 */
export function loadNpz<const T extends Template | Layout, D extends Floats>(
  bytes: Bytes,
  template: T,
  options: LoadOptions<D, never> & { readonly into: FlatOn<D> },
): Loaded<T, D>;
export function loadNpz<const T extends Template | Layout, K extends DType = "float64">(
  bytes: Bytes,
  template: T,
  options?: LoadOptions<never, K>,
): Loaded<T, DTypes[K]>;
export function loadNpz(
  bytes: Bytes,
  template: Template | Layout,
  options: LoadOptions = {},
): Loaded<Template | Layout, Floats> {
  const call = "loadNpz";
  checkOptions(call, options, LOAD_OPTIONS);
  const target = readTarget(call, template, options);
  const arrays = new Map<Entry, NdData>();
  for (const [name, view] of readNpz(call, bytes, undefined)) {
    const data = contiguous(view);
    arrays.set(entryOf(name, data, view), data);
  }
  const header = { entries: [...arrays.keys()], metadata: Object.freeze({}), byteLength: 0 };
  return loadFrom(call, (entry) => arrays.get(entry)!, header, target);
}

const entryOf = (name: string, data: NdData, { shape }: NdArray<NdData>): Entry => {
  const tag = tagOf(data);
  const dtypes = Object.keys(fileDTypes) as FileDType[];
  // Half floats lie on the same arrays as the integers of 16 bits, but those of an .npz are decoded.
  const dtype = dtypes.find((each) => !isHalf(each) && fileDTypes[each].array?.name === tag)!;
  return { name, dtype, shape, byteOffset: 0, byteLength: data.byteLength };
};
