import type { Metadata } from "../../safetensors/format/write-header.ts";

/**
 * The checksum of a whole file in the file itself: the CRC-32 (as in zlib, PNG, gzip) of all its
 * bytes, eight hexadecimal digits, computed as if the digits were zeros. They are the first thing
 * in the header, so that their place is known. CRC-32 and not a hash of cryptography: it guards
 * against damage, not against forgery, at four times the speed.
 */
export const SEAL = "crc32";

const UNSEALED = "00000000";
const BEFORE = Buffer.from(`{"__metadata__":{"${SEAL}":"`);
const AFTER = Buffer.from('"');

/** Where the digits lie, counted from the file's first byte: after the header's length. */
const START = 8 + BEFORE.byteLength;
const END = START + UNSEALED.length;

/** The first member of the metadata, before the checksum is known. */
export const unsealed = [SEAL, UNSEALED] as const;

export const digitsOf = (crc: number): string => crc.toString(16).padStart(8, "0");

/** Writes the digits into a header. */
export const seal = (header: Uint8Array, digits: string): void =>
  header.set(Buffer.from(digits), START);

/** Takes the digits out of a header, zeros in their place; undefined where it has none. */
export function unseal(header: Uint8Array): string | undefined {
  const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  const isSealed =
    BEFORE.equals(bytes.subarray(8, START)) && AFTER.equals(bytes.subarray(END, END + 1));
  if (!isSealed) return undefined;
  const digits = bytes.toString("latin1", START, END);
  seal(header, UNSEALED);
  return digits;
}

/** What the caller of `save` gave as metadata. */
export function withoutSeal(metadata: Metadata): Metadata {
  const own: Record<string, string> = Object.assign(Object.create(null), metadata);
  delete own[SEAL];
  return Object.freeze(own);
}
