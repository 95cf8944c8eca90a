/**
 * The checksum of a whole file, inside the file: the CRC-32 (as in zlib, PNG, gzip) of all its
 * bytes, as eight hexadecimal digits, computed with zeros in the place of the digits. They are the
 * first thing in the header, so their place is known. A CRC-32 guards against damage, not against
 * forgery, and takes a quarter of the time of a cryptographic hash.
 */
import type { Metadata } from "../../safetensors/format/write-header.ts";

/** The name of the checksum in the metadata. */
export const CHECKSUM = "crc32";

const ZEROS = "00000000";
const BEFORE = Buffer.from(`{"__metadata__":{"${CHECKSUM}":"`);
const AFTER = Buffer.from('"');

/** The place of the digits, counted from the file's first byte: the header's length comes first. */
const START = 8 + BEFORE.byteLength;
const END = START + ZEROS.length;

/** The first member of the metadata, before the checksum is known. */
export const blankChecksum = [CHECKSUM, ZEROS] as const;

export const digitsOf = (crc: number): string => crc.toString(16).padStart(8, "0");

/** Writes the digits into a header. */
export const writeChecksum = (header: Uint8Array, digits: string): void =>
  header.set(Buffer.from(digits), START);

/** Reads the digits of a header and puts zeros in their place; undefined if it has none. */
export function takeChecksum(header: Uint8Array): string | undefined {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  const hasDigits =
    BEFORE.equals(bytes.subarray(8, START)) && AFTER.equals(bytes.subarray(END, END + 1));
  if (!hasDigits) return undefined;
  const digits = bytes.toString("latin1", START, END);
  writeChecksum(header, ZEROS);
  return digits;
}

/** The metadata that the caller of `save` gave. */
export function withoutChecksum(metadata: Metadata): Metadata {
  const own: Record<string, string> = Object.assign(Object.create(null), metadata);
  delete own[CHECKSUM];
  return Object.freeze(own);
}
