/**
 * Replaces a file so that a crash at any moment leaves the old one or the new one, whole. The new
 * one is written beside the old one, flushed to the disk, and renamed over it. Then the directory,
 * which holds the name, is flushed too.
 */
import type { Stats } from "node:fs";
import { constants, open, rename, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { keepGeneration, pruneGenerations } from "./older-generations.ts";
import { keepOwnerAndMode } from "./owner.ts";
import { codeOf, statsOfFile, type Failure } from "./path.ts";
import { removeStaleTempFiles, withTempFile } from "./temp-file.ts";

export interface Replacement {
  readonly byteLength: number;
  readonly write: (file: FileHandle) => Promise<unknown>;
  /** How many generations to keep, the new one included; `undefined` leaves older ones alone. */
  readonly keep: number | undefined;
}

/**
 * @param target a path that is not a link, since the link itself would be replaced
 * @returns the failures that came after the new file was in place, and so cannot undo the save
 */
export async function replaceFile(target: string, replacement: Replacement): Promise<Failure[]> {
  const { keep = 1 } = replacement;
  const old = await statsOfFile(target);
  if (old !== undefined) await checkWritable(target);
  // Nobody else may open the file before it has the mode of the old one.
  await withTempFile(target, old === undefined ? 0o666 : 0o600, async (temp, file) => {
    await writeAndSync(file, replacement, dirname(target), old);
    const kept = keep > 1 && old !== undefined ? await keepGeneration(target, old) : undefined;
    await rename(temp, target).catch(async (error: unknown) => {
      if (kept !== undefined) await unlink(kept).catch(nothing);
      throw error;
    });
  });
  return settle(target, replacement.keep);
}

const nothing = (): void => {};

/** A rename asks for the directory's permissions only, and a write-protected file must stay. */
async function checkWritable(target: string): Promise<void> {
  // Deno's access() needs a permission besides those for the file, and opening it needs none.
  const file = await open(target, constants.O_WRONLY);
  await file.close();
}

async function writeAndSync(
  file: FileHandle,
  { byteLength, write }: Replacement,
  directory: string,
  old: Stats | undefined,
): Promise<void> {
  try {
    const { mtimeMs } = await file.stat();
    await removeStaleTempFiles(directory, mtimeMs);
    if (old !== undefined) await keepOwnerAndMode(file, old);
    await write(file);
    const { size } = await file.stat();
    if (size !== byteLength) throw new Error(`${byteLength} bytes were written, ${size} arrived`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Older generations go only when the new file is sure to stay. */
async function settle(target: string, keep: number | undefined): Promise<Failure[]> {
  try {
    await syncDirectory(dirname(target));
  } catch (cause) {
    return [{ path: target, what: "it is saved, but a power failure may undo this", cause }];
  }
  if (keep === undefined) return [];
  try {
    return await pruneGenerations(target, keep - 1);
  } catch (cause) {
    return [{ path: target, what: "it is saved, and its older generations are left", cause }];
  }
}

async function syncDirectory(directory: string): Promise<void> {
  try {
    const handle = await open(directory, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!unsupported.has(codeOf(error))) throw error;
  }
}

/** The answers of Windows and of some network systems, which cannot sync a directory. */
const unsupported = new Set<unknown>(["EISDIR", "EPERM", "EINVAL", "ENOTSUP"]);
