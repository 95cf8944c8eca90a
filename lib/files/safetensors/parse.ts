import type { NdArray } from "ndarray";
import { floatKinds, type DType, type DTypes, type Floats } from "../../internal/arrays.ts";
import { checkDtype } from "../../internal/checks.ts";
import { nameOf } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { readFloats } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import { makeViews, type Views } from "../../views.ts";
import { bytesOf, isAligned, type Bytes } from "../internal/bytes.ts";
import { isHalf } from "../internal/half.ts";
import { viewOfAll } from "../internal/typed-arrays.ts";
import { copyTensors, matchTensors, type FilePlace } from "./format/copy-tensors.ts";
import { fileNames, holdsFloats } from "./format/dtypes.ts";
import { readHeader, type Header } from "./format/read-header.ts";
import { templateOfNames } from "./format/template-of-names.ts";
import type { Metadata } from "./format/write-header.ts";

export interface Parsed<D extends Floats> {
  readonly template: Template;
  readonly flat: NdArray<D>;
  readonly views: Views<Template, D>;
  readonly metadata: Metadata;
  /** Whether `flat` lies in the bytes of the file: writing to it then changes them. */
  readonly shared: boolean;
}

export interface ParseOptions<K extends DType = DType> {
  /** The floats of the flat. By default those of the file, float64 if it has both. */
  readonly dtype?: K;
}

/**
 * A file of floats as one flat, with the views that its names spell: `"hidden.w"` becomes
 * `views.hidden.w`, and names that are integers make a list.
 *
 * Nothing is copied if all tensors are of one float type, aligned, and in the order of the
 * template. Otherwise they are copied; `shared` tells which. F16 and BF16 are decoded only on
 * request, with `dtype`.
 *
 * @throws RangeError if the file is malformed, if a tensor does not hold floats, or if the names
 *   make no template; `tensors` reads every file
 * @example
 * const { flat, views, shared } = parse(await readFile("model.safetensors"));
 */
export function parse<K extends DType = DType>(
  bytes: Bytes,
  options: ParseOptions<K> = {},
): Parsed<DTypes[K]> {
  const call = "parse";
  checkOptions(call, options, ["dtype"]);
  const { dtype } = options;
  if (dtype !== undefined) checkDtype(call, dtype);
  const file = bytesOf(call, bytes);
  return parseFrom(call, file, readHeader(call, file, file.byteLength), dtype);
}

/** `parse` after its checks, for a file of which the data lies at `place`, or in shards. */
export function parseFrom<K extends DType>(
  call: string,
  place: FilePlace,
  header: Header,
  asked: K | undefined,
): Parsed<DTypes[K]> {
  const layout = layoutOfNames(call, header);
  const dtype = asked ?? (dtypeOfFile(call, header) as K);
  const { Data } = floatKinds[dtype];
  const own = typeof place === "object" && isFlat(header, layout, dtype) ? place : undefined;
  const start = own === undefined ? 0 : own.byteOffset + header.byteLength;
  const shared = own !== undefined && isAligned(start, Data);
  const data = shared ? new Data(own.buffer, start, layout.size) : new Data(layout.size);
  if (!shared)
    copyTensors(place, matchTensors(header, layout).pairs, readFloats(call, "flat", data));
  return {
    template: layout.template,
    flat: viewOfAll(data, [layout.size]),
    views: makeViews(call, data, layout, undefined) as Views<Template, DTypes[K]>,
    metadata: header.metadata,
    shared,
  };
}

function layoutOfNames(call: string, { entries }: Header): Layout {
  const advice = "read the file with tensors()";
  const other = entries.find(({ dtype }) => !holdsFloats(dtype));
  if (other !== undefined) {
    const got = `${nameOf(other.name)} is ${other.dtype}`;
    throw new RangeError(`${call}: a flat holds floats, but ${got}; ${advice}`);
  }
  const place = `${call}: the names make no template`;
  try {
    return resolve(place, templateOfNames(place, entries));
  } catch (cause) {
    throw new RangeError(`${(cause as Error).message}; ${advice}`, { cause });
  }
}

/** The floats that a file asks for. */
function dtypeOfFile(call: string, { entries }: Header): DType {
  const half = entries.find(({ dtype }) => isHalf(dtype));
  if (half !== undefined) {
    const got = `${nameOf(half.name)} is ${half.dtype}`;
    throw new RangeError(`${call}: ${got}; to decode it, ask for { dtype: "float32" }`);
  }
  const isDouble = entries.length === 0 || entries.some(({ dtype }) => dtype === "F64");
  return isDouble ? "float64" : "float32";
}

/** Whether the data of a file is the flat of this layout as it stands. */
const isFlat = ({ entries }: Header, { slots }: Layout, dtype: DType): boolean =>
  slots.every(({ path }, i) => entries[i]!.name === path && entries[i]!.dtype === fileNames[dtype]);
