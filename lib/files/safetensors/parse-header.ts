/** What a file says about itself: read and checked in full before any data is touched. */
import { nameOf } from "../../internal/messages.ts";
import { bytesOf, type Bytes } from "../internal/bytes.ts";
import { entriesOf, type Entry } from "./format/entries.ts";
import { readLength } from "./format/file-start.ts";
import { readHeaderText } from "./format/header-text.ts";

export interface Header {
  /** In the order of their data. */
  readonly entries: readonly Entry[];
  /** Without a prototype, so that no name is found that the file does not have. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the data begins, counted from the file's first byte. */
  readonly byteLength: number;
}

/**
 * Reads and checks the header alone.
 *
 * @param bytes the file, or at least its first `headerByteLength` bytes
 * @param fileByteLength the length of the whole file, where `bytes` is only its beginning
 * @throws RangeError saying what is malformed, and where
 * @example
 * parseHeader(bytes).entries[0]; // { name: "w", dtype: "F64", shape: [3, 2], byteOffset: 128, … }
 */
export function parseHeader(bytes: Bytes, fileByteLength?: number): Header {
  const known = bytesOf("parseHeader", bytes);
  return readHeader("parseHeader", known, fileByteLength ?? known.byteLength);
}

export function readHeader(call: string, bytes: Uint8Array, fileByteLength: number): Header {
  const byteLength = readLength(call, bytes);
  if (byteLength > fileByteLength) {
    const has = `the file has ${fileByteLength}`;
    throw new RangeError(`${call}: the header ends at byte ${byteLength}, ${has}`);
  }
  if (byteLength > bytes.byteLength) {
    const got = `got the first ${bytes.byteLength}`;
    throw new RangeError(`${call}: the header ends at byte ${byteLength}, ${got}`);
  }
  const { tensors, metadata } = readHeaderText(call, decode(call, bytes.subarray(8, byteLength)));
  const entries = entriesOf(call, tensors, byteLength, fileByteLength);
  return Object.freeze({ entries, metadata, byteLength });
}

function decode(call: string, bytes: Uint8Array): string {
  let text;
  try {
    // Of a copy: browsers do not decode shared memory.
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
  } catch (cause) {
    throw new RangeError(`${call}: header: it is not UTF-8`, { cause });
  }
  if (text.startsWith("{")) return text;
  throw new RangeError(`${call}: header: it must begin with '{', got ${nameOf(text.slice(0, 12))}`);
}
