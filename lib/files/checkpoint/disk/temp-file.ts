/** Temporary files: names that tell which process made them, and the removal of abandoned ones. */
import { randomBytes } from "node:crypto";
import { lstat, open, readdir, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isDead, isSameSpace, processSpace } from "./process-space.ts";

/** The temporary files that this program is writing at the moment. */
const living = new Set<string>();

/**
 * Makes a file beside the target, because a rename cannot leave the file system, and hands it to
 * `use`, which closes and renames it. If that fails, the file is removed.
 */
export async function withTempFile<T>(
  target: string,
  mode: number,
  use: (path: string, file: FileHandle) => Promise<T>,
): Promise<T> {
  const path = join(dirname(target), tempName(basename(target), await processSpace()));
  living.add(path);
  try {
    const file = await open(path, "wx", mode);
    return await use(path, file).catch(async (error: unknown) => {
      await unlink(path).catch(nothing);
      throw error;
    });
  } finally {
    living.delete(path);
  }
}

const nothing = (): void => {};

/** The beginning of the name is for people. The whole has at most 137 bytes, whatever the target. */
const tempName = (name: string, space: string): string =>
  `${Array.from(name).slice(0, 20).join("")}.${space}-${process.pid}-${randomBytes(4).toString("hex")}.ndarray-params.tmp`;

const pattern = /\.([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}\.ndarray-params\.tmp$/;

/**
 * Removes the temporary files of all saves to this directory whose processes were killed. This is
 * a courtesy, so its failures are ignored: a file may be another user's.
 *
 * @param now the time by the clock of the directory's file system, in milliseconds
 */
export async function removeStaleTempFiles(directory: string, now: number): Promise<void> {
  const own = await processSpace();
  const names = await readdir(directory).catch(() => []);
  const removals = names.map(async (name) => {
    const [, space, pid] = pattern.exec(name) ?? [];
    const path = join(directory, name);
    if (space === undefined || living.has(path)) return;
    const { mtimeMs } = await lstat(path);
    if (isStale(now - mtimeMs, isSameSpace(space, own), Number(pid))) await unlink(path);
  });
  await Promise.allSettled(removals);
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether a file that was last written `age` milliseconds ago is abandoned. A save writes every few
 * seconds, but a machine may sleep in between, and the number of a dead process may be used again.
 */
function isStale(age: number, isSame: boolean, pid: number): boolean {
  if (!isSame) return age > HOUR;
  if (age > DAY) return true;
  // An earlier process may have had this number: the first one in a container is always 1. The ten
  // seconds allow for file systems whose times are coarse.
  if (pid === process.pid) return age > process.uptime() * 1000 + 10_000;
  return isDead(pid);
}
