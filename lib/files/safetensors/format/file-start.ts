/** How a file begins: with the length of its header, or as something that is not this format. */
import { decodeLatin1 } from "../../internal/utf8.ts";

/** The format's own limit on the header. */
export const MAX_HEADER = 100_000_000;

/** How many bytes lie before the data, read from the first eight bytes of a file. */
export function readLength(call: string, bytes: Uint8Array): number {
  if (bytes.byteLength < 8) {
    const got = `got ${bytes.byteLength}`;
    throw new RangeError(`${call}: the header's length takes 8 bytes, ${got}`);
  }
  // Compared as 64 bits: a length past 2^53 is another one as a number.
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length <= MAX_HEADER) return 8 + Number(length);
  const need = `a header has at most ${MAX_HEADER} bytes, got ${length}`;
  throw new RangeError(`${call}: ${need}; the file begins ${beginningOf(bytes)}`);
}

const LFS = "version https://git-lfs";

/** The beginning of a file that is not of this format: its text, or else its bytes. */
function beginningOf(bytes: Uint8Array): string {
  const first = new Uint8Array(bytes.subarray(0, 48));
  const text = decodeLatin1(first);
  if (text.startsWith(LFS)) return "as a git-lfs pointer: fetch the file it points to";
  if (/^[\t-\r\x20-\x7e]*$/.test(text)) return JSON.stringify(text);
  return Array.from(first.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
