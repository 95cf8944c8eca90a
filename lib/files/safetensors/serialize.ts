import type { NdArray } from "ndarray";
import type { FlatData } from "../../internal/arrays.ts";
import { checkOptions } from "../../internal/options.ts";
import { readFlat } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import { elementsOf } from "../internal/elements.ts";
import { headerBytes, readMetadata, type Metadata } from "./format/write-header.ts";

export interface SerializeOptions {
  /** Strings by name, which the file holds beside the tensors. */
  readonly metadata?: Metadata;
}

/**
 * A flat as the bytes of a safetensors file. Each leaf is a tensor with its path as the name, in
 * layout order. The same flat, template and metadata always give the same bytes.
 *
 * @param flat float64 or float32, which the file keeps; a plain array is written as float64
 * @throws TypeError, RangeError if flat does not hold exactly the template's elements
 * @example
 * await writeFile("model.safetensors", serialize(flat, template, { metadata: { step: "100" } }));
 */
export function serialize(
  flat: FlatData | NdArray<FlatData>,
  template: Template | Layout,
  options: SerializeOptions = {},
): Uint8Array<ArrayBuffer> {
  const call = "serialize";
  checkOptions(call, options, ["metadata"]);
  const { metadata = {} } = options;
  const layout = resolve(call, template);
  const elements = elementsOf(call, readFlat(call, "flat", flat, layout.size));
  const header = headerBytes(call, elements, layout, readMetadata(call, metadata));
  const bytes = new Uint8Array(header.byteLength + elements.byteLength);
  bytes.set(header);
  const { buffer, byteOffset, byteLength } = elements;
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength), header.byteLength);
  return bytes;
}
