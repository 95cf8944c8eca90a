import type { NdArray } from "ndarray";
import { readFloats } from "../../internal/read-flat.ts";
import { layoutOf, type Layout } from "../../layout.ts";
import { checkOptions } from "../../internal/options.ts";
import type { Template } from "../../template.ts";
import { emptyWithViews, shapedFromFlat, type Views } from "../../views.ts";
import { bytesOf, type Bytes, type Place } from "../internal/bytes.ts";
import { type Floats } from "../internal/elements.ts";
import { fill } from "./format/fill-flat.ts";
import { flatOf } from "./format/flat-of.ts";
import { readHeader, type Header } from "./parse-header.ts";
import { differenceOf, match, type Report } from "./format/match.ts";
import type { Metadata } from "./format/write-header.ts";

export interface Loaded<T, D extends Floats> extends Report {
  readonly flat: NdArray<D>;
  readonly views: Views<T, D>;
  readonly metadata: Metadata;
}

export interface LoadOptions {
  /** Fills what the file and the template share, and reports the rest instead of refusing. */
  readonly partial?: boolean;
}

/**
 * Fills a flat by path from a file, in whatever order and floats the file has its tensors. F16 and
 * BF16 are decoded, F64 is rounded where the flat is float32; of equal floats every bit is kept.
 *
 * @param into the flat to fill; a new one of float64 by default
 * @throws RangeError before anything is written where the file is malformed, or, but for
 *   `partial`, its names or shapes are not exactly the template's
 * @example
 * const { flat, views } = load(await readFile("model.safetensors"), template);
 */
export function load<const T extends Template | Layout, D extends Floats = Float64Array>(
  bytes: Bytes,
  template: T,
  into?: D | NdArray<D>,
  options: LoadOptions = {},
): Loaded<T, D> {
  checkOptions("load", options, ["partial"]);
  const file = bytesOf("load", bytes);
  const header = readHeader("load", file, file.byteLength);
  return loadFrom("load", file, header, template, into, options);
}

export function loadFrom<T extends Template | Layout, D extends Floats>(
  call: string,
  place: Place,
  header: Header,
  template: T,
  into: D | NdArray<D> | undefined,
  { partial = false }: LoadOptions,
): Loaded<T, D> {
  const layout = layoutOf<Template | Layout>(template);
  const { pairs, report } = match(layout, header);
  const difference = differenceOf(layout, header, report);
  if (difference !== undefined && !partial) {
    throw new RangeError(`${call}: the file and the template differ: ${difference}`);
  }
  // Without `into`, D is its default.
  const given = into ?? (emptyWithViews(layout)[0] as unknown as NdArray<D>);
  fill(readFloats(call, "into", given, layout.size), place, pairs);
  const views = shapedFromFlat(given, layout) as Views<T, D>;
  return { flat: flatOf(call, given), views, metadata: header.metadata, ...report };
}
