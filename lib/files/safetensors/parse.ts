import type { NdArray } from "ndarray";
import { readFlat } from "../../internal/read-flat.ts";
import { nameOf } from "../../internal/messages.ts";
import { layoutOf, type Layout } from "../../layout.ts";
import { checkOptions } from "../../internal/options.ts";
import type { Template } from "../../template.ts";
import type { DTypes } from "../../internal/arrays.ts";
import { shapedFromFlat, type Views } from "../../views.ts";
import { bytesOf, isAligned, type Bytes, type Place } from "../internal/bytes.ts";
import { holdsFloats, type ArrayConstructor } from "../internal/typed-arrays.ts";
import type { Floats } from "../internal/elements.ts";
import { fill } from "./format/fill-flat.ts";
import { flatOf } from "./format/flat-of.ts";
import { isHalf } from "../internal/half.ts";
import { readHeader, type Header } from "./parse-header.ts";
import { match } from "./format/match.ts";
import { templateOfNames } from "./format/template-of-names.ts";
import type { Metadata } from "./format/write-header.ts";

export interface Parsed<D extends Floats> {
  readonly template: Template;
  readonly flat: NdArray<D>;
  readonly views: Views<Template, D>;
  readonly metadata: Metadata;
  /** Whether `flat` lies in the file's bytes themselves: then writing to it changes them. */
  readonly shared: boolean;
}

export interface ParseOptions<K extends keyof DTypes = keyof DTypes> {
  /** Converts to these floats. By default the file's, float64 where it has both. */
  readonly dtype?: K;
}

const constructors: { readonly [K in keyof DTypes]: ArrayConstructor<DTypes[K]> } = {
  float64: Float64Array,
  float32: Float32Array,
};

/**
 * A file of floats as one flat with the views its names spell: `"hidden.w"` becomes
 * `views.hidden.w`, and names that are integers make a list.
 *
 * Nothing is copied where all tensors are of one float type, aligned, and in the order of the
 * template; otherwise they are, and `shared` says so. F16 and BF16 are decoded on request only,
 * with `dtype`.
 *
 * @throws RangeError where the file is malformed, holds other than floats, or its names make no
 *   template; `tensors` reads every file
 * @example
 * const { flat, views, shared } = parse(await readFile("model.safetensors"));
 */
export function parse<K extends keyof DTypes = keyof DTypes>(
  bytes: Bytes,
  options: ParseOptions<K> = {},
): Parsed<DTypes[K]> {
  checkOptions("parse", options, ["dtype"]);
  const file = bytesOf("parse", bytes);
  const header = readHeader("parse", file, file.byteLength);
  return parseFrom("parse", file, header, options);
}

export function parseFrom<K extends keyof DTypes>(
  call: string,
  place: Place,
  header: Header,
  options: ParseOptions<K>,
): Parsed<DTypes[K]> {
  const layout = layoutOfNames(call, header);
  const dtype = options.dtype ?? (dtypeOf(call, header) as K);
  if (!Object.hasOwn(constructors, dtype)) {
    throw new TypeError(`${call}: dtype must be "float64" or "float32", got ${nameOf(dtype)}`);
  }
  const constructor: ArrayConstructor<DTypes[K]> = constructors[dtype];
  const start = place.byteOffset + header.byteLength;
  const shared = isFlat(header, layout, dtype) && isAligned(start, constructor);
  const data = shared
    ? new constructor(place.buffer, start, layout.size)
    : new constructor(layout.size);
  if (!shared) fill(readFlat(call, "flat", data, layout.size), place, match(layout, header).pairs);
  return {
    template: layout.template,
    flat: flatOf(call, data),
    views: shapedFromFlat(data, layout),
    metadata: header.metadata,
    shared,
  };
}

function layoutOfNames(call: string, { entries }: Header): Layout {
  const other = entries.find(({ dtype }) => !holdsFloats(dtype));
  if (other !== undefined) {
    const got = `${nameOf(other.name)} is ${other.dtype}`;
    throw new RangeError(`${call}: a flat holds floats, ${got}; read the file with tensors()`);
  }
  try {
    return layoutOf<Template>(templateOfNames(entries));
  } catch (cause) {
    const { message } = cause as Error;
    throw new RangeError(
      `${call}: the names make no template: ${message}; read the file with tensors()`,
      { cause },
    );
  }
}

/** The floats a file asks for. */
function dtypeOf(call: string, { entries }: Header): keyof DTypes {
  const half = entries.find(({ dtype }) => isHalf(dtype));
  if (half !== undefined) {
    const got = `${nameOf(half.name)} is ${half.dtype}`;
    throw new RangeError(`${call}: ${got}; to decode it, ask for { dtype: "float32" }`);
  }
  const isDouble = entries.length === 0 || entries.some(({ dtype }) => dtype === "F64");
  return isDouble ? "float64" : "float32";
}

/** Whether the file's data is the layout's flat as it stands. */
function isFlat({ entries }: Header, { slots }: Layout, dtype: keyof DTypes): boolean {
  const inFile = dtype === "float64" ? "F64" : "F32";
  return slots.every(({ path }, i) => entries[i]!.name === path && entries[i]!.dtype === inFile);
}
