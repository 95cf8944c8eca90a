/** What a file says about itself: read and checked in full before any data is touched. */
import { nameOf } from "../incoming.ts";
import { sizeOf } from "../layout.ts";
import { bytesOf, type Bytes } from "./bytes.ts";
import { dtypes, isFileDType, type FileDType } from "./dtypes.ts";
import { readHeaderText, type Fields } from "./header-text.ts";
import { beginningOf } from "./beginning-of.ts";

/** One tensor of a file: what it is, and where its bytes lie, counted from the file's first. */
export interface Entry {
  readonly name: string;
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly byteOffset: number;
  readonly byteLength: number;
}

export interface Header {
  /** In the order of their data. */
  readonly entries: readonly Entry[];
  /** Without a prototype, so that no name is found that the file does not have. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Where the data begins, counted from the file's first byte. */
  readonly byteLength: number;
}

/** The format's own limit. */
export const MAX_HEADER = 100_000_000;

const MAX_RANK = 32;

/**
 * How many bytes come before the data, from the first eight of a file.
 *
 * @throws RangeError where they are no header's length
 */
export function headerByteLength(bytes: Bytes): number {
  return readLength("headerByteLength", bytesOf("headerByteLength", bytes));
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
  const entries = [...tensors].map(([name, fields]) =>
    entryOf(call, name, fields, byteLength, fileByteLength - byteLength),
  );
  entries.sort((a, b) => a.byteOffset - b.byteOffset || a.byteLength - b.byteLength);
  checkCover(call, entries, byteLength, fileByteLength);
  return Object.freeze({ entries: Object.freeze(entries), metadata, byteLength });
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

function entryOf(
  call: string,
  name: string,
  fields: Fields,
  dataOffset: number,
  dataByteLength: number,
): Entry {
  const { dtype, shape, offsets } = fields;
  const fail = (fault: string): never => {
    throw new RangeError(`${call}: header: tensor ${nameOf(name)}: ${fault}`);
  };
  if (!isFileDType(dtype)) return fail(`unknown dtype ${nameOf(dtype)}`);
  if (shape.length > MAX_RANK) fail(`rank must be at most ${MAX_RANK}, got ${shape.length}`);
  const [begin, end] = offsets;
  if (offsets.length !== 2) fail(`data_offsets must be two integers, got ${offsets.length}`);
  const byteLength = end! - begin!;
  if (byteLength < 0) fail(`data_offsets must not decrease, got [${begin}, ${end}]`);
  if (end! > dataByteLength) {
    fail(`its data ends at ${end}, the file's data at ${dataByteLength}`);
  }
  // Past 2^53 the product is inexact, but never as small again as an offset can be.
  const needed = (sizeOf(shape) * dtypes[dtype].bits) / 8;
  if (needed !== byteLength) {
    fail(`${dtype} [${shape.join(", ")}] takes ${needed} bytes, data_offsets span ${byteLength}`);
  }
  return Object.freeze({
    name,
    dtype,
    shape: Object.freeze(shape),
    byteOffset: dataOffset + begin!,
    byteLength,
  });
}

/** The data must be covered from its beginning to the file's end, without a hole or an overlap. */
function checkCover(
  call: string,
  entries: readonly Entry[],
  dataOffset: number,
  fileByteLength: number,
): void {
  let covered = dataOffset;
  for (const { name, byteOffset, byteLength } of entries) {
    if (byteOffset !== covered) {
      const fault = byteOffset < covered ? "overlaps what ends at" : "leaves a hole from";
      const [begin, end] = [byteOffset - dataOffset, covered - dataOffset];
      throw new RangeError(
        `${call}: header: tensor ${nameOf(name)}: its data begins at ${begin}, which ${fault} ${end}`,
      );
    }
    covered += byteLength;
  }
  if (covered !== fileByteLength) {
    throw new RangeError(
      `${call}: the header describes a file of ${covered} bytes, the file has ${fileByteLength}`,
    );
  }
}
