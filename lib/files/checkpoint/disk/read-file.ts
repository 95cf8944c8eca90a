/** Reads a file of any size: first its header, which is checked, then its data into one buffer. */
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";
import type { Place } from "../../internal/bytes.ts";
import { readLength } from "../../safetensors/format/file-start.ts";
import { readHeader, type Header } from "../../safetensors/format/read-header.ts";
import { readBytes } from "./chunks.ts";
import { digitsOf, takeChecksum, withoutChecksum } from "./checksum.ts";
import { allocate } from "./file-memory.ts";
import { fileError, statsOfFile } from "./path.ts";

/** Enough for the header's length, and for saying what a file is that is not of this format. */
const BEGINNING = 64;

/** @throws (rejects) an error that names the call and the path */
export async function openFile(
  call: string,
  path: string,
  verify: boolean,
): Promise<{ header: Header; place: Place }> {
  try {
    await statsOfFile(path); // refuses a device or a pipe, which could block
    const file = await open(path, "r");
    try {
      return await readOpen(`${call}: ${path}`, file, verify);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof RangeError ? error : fileError(call, path, error);
  }
}

async function readOpen(
  call: string,
  file: FileHandle,
  verify: boolean,
): Promise<{ header: Header; place: Place }> {
  const { size } = await file.stat();
  const read = async (byteLength: number): Promise<Uint8Array> => {
    const bytes = new Uint8Array(allocate(`${call}: its header`, Math.min(byteLength, size)));
    await readBytes(file, bytes, 0);
    return bytes;
  };
  const head = await read(readLength(call, await read(BEGINNING)));
  const header = readHeader(call, head, size);
  const digits = takeChecksum(head);
  if (verify && digits === undefined) {
    const advice = "to open a file of another program, ask for { verify: false }";
    throw new RangeError(`${call}: the file has no checksum; ${advice}`);
  }
  const byteLength = size - head.byteLength;
  const buffer = allocate(`${call}: its data`, byteLength);
  const data = { buffer, byteOffset: 0, byteLength };
  const found = digitsOf(await readBytes(file, data, head.byteLength, crc32(head)));
  if (verify && digits !== found) {
    const got = `its bytes have ${found}`;
    throw new RangeError(`${call}: the file is damaged: its checksum is ${digits}, ${got}`);
  }
  return {
    header: { ...header, metadata: withoutChecksum(header.metadata) },
    place: { buffer, byteOffset: -head.byteLength },
  };
}
