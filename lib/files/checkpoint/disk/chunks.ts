/** Reads and writes files of any size in chunks: one call of the system moves at most 2 GiB. */
/* oxlint-disable no-await-in-loop -- one chunk after another */
import type { FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";

/** Some bytes of a buffer. One Uint8Array could span 4 GiB at most. */
export interface Extent {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** Small enough to be in a cache still, for its checksum, when it goes to the disk. */
const WRITE_CHUNK = 1 << 20;

/** Larger, since new memory was measured to be touched faster in larger pieces. */
const READ_CHUNK = 16 << 20;

/** Each time this many bytes are written, the disk is set to work on them. */
const SYNC_EVERY = 32 << 20;

/** Writes all bytes from `position` on; returns their checksum, continued from `crc`. */
export async function writeBytes(
  file: FileHandle,
  bytes: Extent,
  position: number,
  crc = 0,
): Promise<number> {
  let syncing = Promise.resolve();
  for (const { chunk, at } of chunksOf(bytes, WRITE_CHUNK)) {
    const written = writeChunk(file, chunk, position + at);
    crc = crc32(chunk, crc); // computed while the chunk is being written
    await written;
    if ((at + WRITE_CHUNK) % SYNC_EVERY === 0) {
      syncing = syncing.then(() => file.datasync());
      syncing.catch(nothing); // a failure is thrown below, where it is awaited
    }
  }
  await syncing; // the system reports a failure once: a later sync would succeed
  return crc;
}

const nothing = (): void => {};

/** Fills all bytes from `position` on; returns their checksum, continued from `crc`. */
export async function readBytes(
  file: FileHandle,
  bytes: Extent,
  position: number,
  crc = 0,
): Promise<number> {
  let before: Uint8Array | undefined;
  for (const { chunk, at } of chunksOf(bytes, READ_CHUNK)) {
    const read = readChunk(file, chunk, position + at);
    if (before !== undefined) crc = crc32(before, crc); // computed while the next one is read
    await read;
    before = chunk;
  }
  return before === undefined ? crc : crc32(before, crc);
}

function* chunksOf({ buffer, byteOffset, byteLength }: Extent, size: number) {
  for (let at = 0; at < byteLength; at += size) {
    yield { at, chunk: new Uint8Array(buffer, byteOffset + at, Math.min(size, byteLength - at)) };
  }
}

/** A write may be short, as when a disk fills up; the rest is then written until that fails. */
async function writeChunk(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.byteLength;) {
    const left = chunk.byteLength - done;
    const { bytesWritten } = await file.write(chunk, done, left, position + done);
    if (bytesWritten === 0) throw new Error(`no byte could be written at ${position + done}`);
    done += bytesWritten;
  }
}

async function readChunk(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.byteLength;) {
    const left = chunk.byteLength - done;
    const { bytesRead } = await file.read(chunk, done, left, position + done);
    if (bytesRead === 0)
      throw new Error(`the file ended at byte ${position + done} while it was read`);
    done += bytesRead;
  }
}
