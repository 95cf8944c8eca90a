/** The first eight bytes of a file. */
import { beginningOf } from "./beginning-of.ts";
import { bytesOf, type Bytes } from "../../internal/bytes.ts";

/** The format's own limit. */
export const MAX_HEADER = 100_000_000;

/**
 * How many bytes come before the data, from the first eight of a file.
 *
 * @throws RangeError where they are no header's length
 */
export function headerByteLength(bytes: Bytes): number {
  return readLength("headerByteLength", bytesOf("headerByteLength", bytes));
}

/** The bytes before the data, from a file's beginning. */
export function readLength(call: string, bytes: Uint8Array): number {
  if (bytes.byteLength < 8) {
    const got = `got ${bytes.byteLength}`;
    throw new RangeError(`${call}: the header's length takes 8 bytes, ${got}`);
  }
  // Compared as 64 bits: as a number, a length past 2^53 is another one.
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length <= MAX_HEADER) return 8 + Number(length);
  const need = `a header has at most ${MAX_HEADER} bytes, got ${length}`;
  throw new RangeError(`${call}: ${need}; the file begins ${beginningOf(bytes)}`);
}
