import type { NdArray } from "ndarray";
import { isNdArray, type DType, type DTypes, type Floats } from "../../internal/arrays.ts";
import { checkBoolean, checkDtype, checkFunction } from "../../internal/checks.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { readFloats, type FlatOn } from "../../internal/read-flat.ts";
import { differenceText, type Transferred } from "../../internal/transfer-report.ts";
import { keptViews } from "../../kept-views.ts";
import { resolve, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import type { ShownTree } from "../../tree.ts";
import { makeEmpty, makeViews } from "../../views.ts";
import { bytesOf, type Bytes } from "../internal/bytes.ts";
import { viewOfAll } from "../internal/typed-arrays.ts";
import { copyTensors, matchTensors, type FilePlace } from "./format/copy-tensors.ts";
import { readHeader, type Header } from "./format/read-header.ts";
import type { Metadata } from "./format/write-header.ts";

/** A flat that was filled from a file, and what was copied into it. */
export interface Loaded<T, D extends Floats> extends Transferred {
  readonly flat: NdArray<D>;
  readonly views: ShownTree<T, NdArray<D>>;
  readonly metadata: Metadata;
}

export interface LoadOptions<D extends Floats = Floats, K extends DType = DType> {
  /** The flat to fill; a new one by default. */
  readonly into?: FlatOn<D>;
  /** The floats of a new flat, `"float64"` by default. */
  readonly dtype?: K;
  /** The name in the file for a path of the template; by default they are the same. */
  readonly rename?: (path: string) => string;
  /** Fills what the file and the template share, and reports the rest instead of refusing it. */
  readonly partial?: boolean;
}

/** The options of every function that fills a template from files. */
export const LOAD_OPTIONS: readonly string[] = ["into", "dtype", "partial", "rename"];

/**
 * Fills a flat by path from a file, whatever the order and the floats of its tensors are. F16 and
 * BF16 are decoded, F64 is rounded if the flat is float32; between equal floats every bit is kept.
 *
 * @throws RangeError before anything is written if the file is malformed or, without `partial`, if
 *   its names and shapes are not exactly the template's
 * @example
 * const { flat, views } = load(await readFile("model.safetensors"), template);
 */
export function load<const T extends Template | Layout, D extends Floats>(
  bytes: Bytes,
  template: T,
  options: LoadOptions<D, never> & { readonly into: FlatOn<D> },
): Loaded<T, D>;
export function load<const T extends Template | Layout, K extends DType = "float64">(
  bytes: Bytes,
  template: T,
  options?: LoadOptions<never, K>,
): Loaded<T, DTypes[K]>;
export function load(
  bytes: Bytes,
  template: Template | Layout,
  options: LoadOptions = {},
): Loaded<Template | Layout, Floats> {
  const call = "load";
  checkOptions(call, options, LOAD_OPTIONS);
  const target = readTarget(call, template, options);
  const file = bytesOf(call, bytes);
  return loadFrom(call, file, readHeader(call, file, file.byteLength), target);
}

/** The arguments of `load` and `open`, checked before a file is read. */
interface Target {
  readonly layout: Layout;
  readonly into: FlatOn<Floats> | undefined;
  readonly dtype: DType;
  readonly partial: boolean;
  /** The name in the file for each path, if they differ. */
  readonly nameAt: ((path: string) => string) | undefined;
}

export function readTarget(
  call: string,
  template: Template | Layout,
  { into, dtype, partial = false, rename }: LoadOptions,
): Target {
  const layout = resolve(call, template);
  checkBoolean(call, "partial", partial);
  if (dtype !== undefined) checkDtype(call, dtype);
  if (into !== undefined) readFloats(call, "into", into, layout.size);
  if (into !== undefined && dtype !== undefined) {
    throw new RangeError(`${call}: dtype is for a new flat, and into is one that exists`);
  }
  const nameAt = rename === undefined ? undefined : namesBy(call, rename, layout);
  return { layout, into, dtype: dtype ?? "float64", partial, nameAt };
}

/** Calls a caller's function once for each path, so that no error of it comes later. */
function namesBy(
  call: string,
  rename: (path: string) => string,
  { slots }: Layout,
): (path: string) => string {
  checkFunction(call, "rename", rename);
  const names = new Map<string, string>();
  for (const { path } of slots) {
    const name: unknown = rename(path);
    if (typeof name !== "string") throw wrongKind(call, `rename("${path}")`, "be a string", name);
    names.set(path, name);
  }
  return (path) => names.get(path)!;
}

/** `load` after its checks, for a file of which the data lies at `place`. */
export function loadFrom(
  call: string,
  place: FilePlace,
  header: Header,
  { layout, into, dtype, partial, nameAt }: Target,
): Loaded<Template | Layout, Floats> {
  const { pairs, report } = matchTensors(header, layout, nameAt);
  const difference = differenceText("the file", report, nameAt);
  if (difference !== undefined && !partial) {
    throw new RangeError(`${call}: the file and the template differ: ${difference}`);
  }
  const [flat, views] =
    into === undefined
      ? (makeEmpty(call, layout, { dtype }) as [NdArray<Floats>, object])
      : [
          isNdArray<Floats>(into) ? into : viewOfAll(into, [layout.size]),
          keptViews(call, into, layout, undefined, makeViews),
        ];
  copyTensors(place, pairs, readFloats(call, "into", flat, layout.size));
  return { flat, views, metadata: header.metadata, ...report } as Loaded<Layout, Floats>;
}
