/**
 * Replaces a file so that a crash at any moment leaves the old one or the new one, whole. The new
 * one is written beside the old one, brought to the disk, and renamed over it. Then the directory,
 * which holds the name, is brought to the disk too.
 */
import { access, constants, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { keepGeneration, pruneGenerations } from "./older-generations.ts";
import { codeOf, modeOfFile } from "./path.ts";
import { removeStaleTempFiles, tempNameOf } from "./temp-file.ts";

export interface Replacement {
  readonly byteLength: number;
  readonly write: (file: FileHandle) => Promise<unknown>;
  /** How many generations to keep, the new one included; `undefined` leaves older ones alone. */
  readonly keep: number | undefined;
}

/** @param target a path that is not a link, since the link itself would be replaced */
export async function replaceFile(target: string, replacement: Replacement): Promise<void> {
  const { keep = 1 } = replacement;
  const mode = await modeOf(target);
  await removeStaleTempFiles(target);
  const temp = tempNameOf(target);
  const file = await open(temp, "wx", mode);
  let kept: string | undefined;
  try {
    await writeAndSync(file, replacement, mode);
    if (keep > 1 && mode !== undefined) kept = await keepGeneration(target);
    await rename(temp, target);
  } catch (error) {
    await rm(temp, { force: true });
    if (kept !== undefined) await rm(kept, { force: true });
    throw error;
  }
  await syncDirectory(dirname(target));
  if (replacement.keep !== undefined) await pruneGenerations(target, keep - 1);
}

/** The mode of the file that is replaced; undefined if there is none yet. */
async function modeOf(target: string): Promise<number | undefined> {
  try {
    const mode = await modeOfFile(target);
    // A rename asks for the directory's permissions only, and a write-protected file must stay.
    await access(target, constants.W_OK);
    return mode;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function writeAndSync(
  file: FileHandle,
  { byteLength, write }: Replacement,
  mode: number | undefined,
): Promise<void> {
  try {
    // The umask of the process applies to the mode that open() is given, but not to this one.
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    await write(file);
    const { size } = await file.stat();
    if (size !== byteLength) throw new Error(`${byteLength} bytes were written, ${size} arrived`);
    await file.sync();
  } finally {
    await file.close();
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
