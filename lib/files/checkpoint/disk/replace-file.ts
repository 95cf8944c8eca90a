/**
 * Replacing a file so that a crash at any moment leaves the old one or the new one, whole: the new
 * one is written beside it, brought to the disk, and renamed over it; then the directory, which
 * holds the name, is brought to the disk too.
 */
import { access, constants, open, rename, rm } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { keepGeneration, pruneGenerations } from "../generations.ts";
import { codeOf, statFile } from "./path.ts";
import { sweepTempFiles, tempNameOf } from "./temp-file.ts";

export interface Replacement {
  readonly byteLength: number;
  readonly write: (file: FileHandle) => Promise<unknown>;
  /** How many generations there are to be, the new one included. */
  readonly keep: number | undefined;
}

/** @param target no link: that would be replaced itself */
export async function replaceFile(target: string, replacement: Replacement): Promise<void> {
  const { keep = 1 } = replacement;
  const mode = await modeOf(target);
  await sweepTempFiles(target);
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

/** The mode of the file where there is one, which may be replaced. */
async function modeOf(target: string): Promise<number | undefined> {
  try {
    const { mode } = await statFile(target);
    // Renaming asks for the directory's permissions only: a write-protected file must stay.
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
    // The mode that open() is given passes through the process's umask; this does not.
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

/** What Windows and some network systems answer, which cannot do this. */
const unsupported = new Set<unknown>(["EISDIR", "EPERM", "EINVAL", "ENOTSUP"]);
