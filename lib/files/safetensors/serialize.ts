import type { NdArray } from "ndarray";
import { readFlat } from "../../internal/read-flat.ts";
import type { FlatData } from "../../internal/arrays.ts";
import { layoutOf, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import { elementsOf } from "../internal/elements.ts";
import { headerBytes, readMetadata, type Metadata } from "./format/write-header.ts";

/**
 * A flat as the bytes of a safetensors file: each leaf a tensor called by its path, in layout
 * order. The same flat, template and metadata always give the same bytes.
 *
 * @param flat float64 or float32, which the file keeps; a plain array is written as float64
 * @param metadata strings by name
 * @throws TypeError, RangeError where flat does not hold exactly the template's elements
 * @example
 * await writeFile("model.safetensors", serialize(flat, template, { step: "100" }));
 */
export function serialize(
  flat: FlatData | NdArray<FlatData>,
  template: Template | Layout,
  metadata: Metadata = {},
): Uint8Array<ArrayBuffer> {
  const call = "serialize";
  const layout = layoutOf(template);
  const elements = elementsOf(call, readFlat(call, "flat", flat, layout.size));
  const header = headerBytes(call, elements, layout, readMetadata(call, metadata));
  const bytes = new Uint8Array(header.byteLength + elements.byteLength);
  bytes.set(header);
  const { buffer, byteOffset, byteLength } = elements;
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength), header.byteLength);
  return bytes;
}
