/** The header of a flat: the paths of its layout are the names, and the offsets are the places. */
import { dtypeOf, type Floats } from "../../../internal/arrays.ts";
import { nameOf, wrongKind } from "../../../internal/messages.ts";
import type { Layout } from "../../../layout.ts";
import { isPlainObject } from "../../../template.ts";
import { encodeUtf8, utf8Length } from "../../internal/utf8.ts";
import { fileDTypes, fileNames, type FileDType } from "./dtypes.ts";
import { MAX_HEADER } from "./file-start.ts";
import { isWellFormed } from "./json-scanner.ts";

/** Strings by name that a file holds beside its tensors. */
export type Metadata = Readonly<Record<string, string>>;

/**
 * The bytes before the data: the length, the text, and the spaces that align the data to 8 bytes.
 * `members` are the metadata in the order in which they are written.
 */
export function headerBytes(
  call: string,
  elements: Floats,
  { slots }: Layout,
  members: readonly (readonly [key: string, value: string])[],
  dtype: FileDType = fileNames[dtypeOf(elements)],
): Uint8Array<ArrayBuffer> {
  const bytesPerElement = fileDTypes[dtype].bits / 8;
  const quoted = (text: string): string => {
    if (isWellFormed(text)) return JSON.stringify(text);
    throw new RangeError(`${call}: ${nameOf(text)} contains half of a character`);
  };
  const tensors = slots.map(({ path, shape, offset, size }) => {
    const offsets = `${offset * bytesPerElement},${(offset + size) * bytesPerElement}`;
    return `${quoted(path)}:{"dtype":"${dtype}","shape":[${shape.join(",")}],"data_offsets":[${offsets}]}`;
  });
  const pairs = members.map(([key, value]) => `${quoted(key)}:${quoted(value)}`);
  const metadata = `"__metadata__":{${pairs.join(",")}}`;
  const text = `{${[metadata, ...tensors].join(",")}}`;
  const padded = Math.ceil(utf8Length(text) / 8) * 8;
  if (padded > MAX_HEADER) {
    throw new RangeError(
      `${call}: a header has at most ${MAX_HEADER} bytes, this one has ${padded}`,
    );
  }
  const bytes = new Uint8Array(8 + padded).fill(0x20);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(padded), true);
  bytes.set(encodeUtf8(text), 8);
  return bytes;
}

/**
 * Checks metadata as a caller hands them over; returns them as pairs. Hugging Face transformers
 * refuses a file that does not say which framework's tensors it holds, so `format` is written
 * unless the caller has one.
 */
export function readMetadata(call: string, metadata: Metadata): [key: string, value: string][] {
  if (!isPlainObject(metadata)) {
    throw wrongKind(call, "metadata", "be a record of strings", metadata);
  }
  for (const key of Reflect.ownKeys(metadata)) {
    const value: unknown = metadata[key as string];
    if (typeof key === "symbol") throw wrongKind(call, "metadata", "have strings for names", key);
    if (typeof value !== "string") throw wrongKind(call, `metadata.${key}`, "be a string", value);
  }
  const members = Object.entries(metadata);
  return Object.hasOwn(metadata, "format") ? members : [["format", "pt"], ...members];
}
