/** Reads and checks the header of a file in full, before any data is touched. */
import { nameOf } from "../../../internal/messages.ts";
import { decodeUtf8 } from "../../internal/utf8.ts";
import { entriesOf, type Entry } from "./entries.ts";
import { readLength } from "./file-start.ts";
import { readHeaderText } from "./header-text.ts";

export interface Header {
  /** The tensors in the order of their data. */
  readonly entries: readonly Entry[];
  /** A record without a prototype, so that no name is found in it that the file does not have. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The place of the data, counted from the file's first byte. */
  readonly byteLength: number;
}

/** Reads the header of a file of `fileByteLength` bytes, of which `bytes` is the beginning. */
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
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new RangeError(`${call}: header: it is not UTF-8`);
  if (text.startsWith("{")) return text;
  throw new RangeError(`${call}: header: it must begin with '{', got ${nameOf(text.slice(0, 12))}`);
}
