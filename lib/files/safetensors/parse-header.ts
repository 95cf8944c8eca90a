/** The header alone, for files that are too large to be read whole. */
import { checkNumber, whole } from "../../internal/numbers.ts";
import { bytesOf, type Bytes } from "../internal/bytes.ts";
import { readLength } from "./format/file-start.ts";
import { readHeader, type Header } from "./format/read-header.ts";

/**
 * How many bytes lie before the data.
 *
 * @param bytes the file, or at least its first eight bytes
 * @throws RangeError if they are not the length of a header
 */
export function headerByteLength(bytes: Bytes): number {
  return readLength("headerByteLength", bytesOf("headerByteLength", bytes));
}

/**
 * Reads and checks the header alone.
 *
 * @param bytes the file, or at least its first `headerByteLength` bytes
 * @param fileByteLength the length of the whole file, if `bytes` is only its beginning
 * @throws RangeError that says what is malformed, and where
 * @example
 * parseHeader(bytes).entries[0]; // { name: "w", dtype: "F64", shape: [3, 2], byteOffset: 128, … }
 */
export function parseHeader(bytes: Bytes, fileByteLength?: number): Header {
  const call = "parseHeader";
  const beginning = bytesOf(call, bytes);
  const byteLength = fileByteLength ?? beginning.byteLength;
  checkNumber(call, "fileByteLength", byteLength, whole);
  return readHeader(call, beginning, byteLength);
}
