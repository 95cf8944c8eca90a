import type { NdArray } from "ndarray";
import {
  dtypeOf,
  floatKinds,
  type DType,
  type FlatData,
  type Floats,
} from "../../internal/arrays.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import { readFlat } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
import type { Template } from "../../template.ts";
import { elementsOf } from "../internal/elements.ts";
import { encodeHalf } from "../internal/encode-half.ts";
import { fileNames, type FileDType } from "./format/dtypes.ts";
import { headerBytes, readMetadata, type Metadata } from "./format/write-header.ts";

export interface SerializeOptions {
  /** Strings by name, which the file holds beside the tensors. */
  readonly metadata?: Metadata;
  /** The floats of the file, by default those of the flat; each is rounded to the nearest. */
  readonly dtype?: DType | "float16" | "bfloat16";
}

/**
 * A flat as the bytes of a safetensors file. Each leaf is a tensor with its path as the name, in
 * layout order. The same flat, template and options always give the same bytes. Metadata have
 * `format: "pt"` unless you give another format: Hugging Face transformers asks for it.
 *
 * @param flat float64 or float32; a plain array counts as float64
 * @param options.dtype the floats of the file, by default those of the flat
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
  checkOptions(call, options, ["metadata", "dtype"]);
  const { metadata = {}, dtype } = options;
  if (dtype !== undefined) checkFileDtype(call, dtype);
  const layout = resolve(call, template);
  const elements = elementsOf(call, readFlat(call, "flat", flat, layout.size));
  const members = readMetadata(call, metadata);
  const asked = dtype ?? dtypeOf(elements);
  const header = headerBytes(call, elements, layout, members, names[asked]);
  const { buffer, byteOffset, byteLength } = converted(elements, asked);
  const bytes = new Uint8Array(header.byteLength + byteLength);
  bytes.set(header);
  bytes.set(new Uint8Array(buffer, byteOffset, byteLength), header.byteLength);
  return bytes;
}

type WrittenDType = NonNullable<SerializeOptions["dtype"]>;

const names: Readonly<Record<WrittenDType, FileDType>> = {
  ...fileNames,
  float16: "F16",
  bfloat16: "BF16",
};

function checkFileDtype(call: string, dtype: unknown): asserts dtype is WrittenDType {
  if (typeof dtype === "string" && Object.hasOwn(names, dtype)) return;
  const need = 'be "float64", "float32", "float16" or "bfloat16"';
  throw wrongKind(call, "dtype", need, dtype);
}

/** The elements as they stand in the file. */
function converted(elements: Floats, dtype: WrittenDType): Floats | Uint16Array {
  if (dtype === "float16") return encodeHalf("F16", elements);
  if (dtype === "bfloat16") return encodeHalf("BF16", elements);
  if (dtype === dtypeOf(elements)) return elements;
  const copy = new floatKinds[dtype].Data(elements.length);
  copy.set(elements);
  return copy;
}
