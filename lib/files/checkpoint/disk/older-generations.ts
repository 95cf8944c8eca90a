/**
 * Older generations of a file, named as GNU's numbered backups: `model.~1~`, `model.~2~`, the
 * higher the newer. The file itself is the latest, and is whole at every moment.
 */
import { copyFile, link, lstat, readdir, rename, unlink } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, dirname } from "node:path";
import { wrongNumber } from "../../../internal/messages.ts";
import { keepOwnerAndMode } from "./owner.ts";
import { codeOf, type Failure } from "./path.ts";
import { withTempFile } from "./temp-file.ts";

/** The paths of the older generations, the newest first. */
export async function olderGenerations(target: string): Promise<string[]> {
  return (await numbersOf(target)).map((number) => generationPath(target, number));
}

/**
 * Gives the file one more name (a hard link), which stays when its own goes to a newer file.
 *
 * @returns the new name; undefined if the file has one already or is no longer there
 */
export async function keepGeneration(target: string, stats: Stats): Promise<string | undefined> {
  const [newest = 0n] = await numbersOf(target);
  // The name was left by a process that was killed before its rename.
  if (newest > 0n && (await isSameFile(target, generationPath(target, newest)))) return undefined;
  for (let number = newest + 1n; ; number++) {
    const path = generationPath(target, number);
    try {
      await link(target, path);
      return path;
    } catch (error) {
      const code = codeOf(error);
      if (code === "ENOENT") return undefined; // another process has removed the file
      if (withoutLinks.has(code)) return copyGeneration(target, path, stats);
      if (code !== "EEXIST") throw error; // another process has taken the number
    }
  }
}

/** The answers of systems that have no hard links, or allow none to this file, or no more of them. */
const withoutLinks = new Set<unknown>([
  "EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EISDIR", "EXDEV", "EMLINK",
]); // oxfmt-ignore

/** The rename makes sure that no half of a copy ever has the name of a generation. */
const copyGeneration = (target: string, path: string, stats: Stats): Promise<string> =>
  withTempFile(target, 0o600, async (temp, file) => {
    try {
      await copyFile(target, temp);
      await keepOwnerAndMode(file, stats);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temp, path);
    return path;
  });

async function isSameFile(a: string, b: string): Promise<boolean> {
  // Links are not followed: one that leads to the file keeps nothing. As numbers, two large inodes
  // could be taken for one.
  const found = await Promise.allSettled([a, b].map((path) => lstat(path, { bigint: true })));
  const [one, other] = found.map((each) => (each.status === "fulfilled" ? each.value : undefined));
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev;
}

/** Removes all but the newest `count` older generations; returns what could not be removed. */
export async function pruneGenerations(target: string, count: number): Promise<Failure[]> {
  const outlived = (await olderGenerations(target)).slice(count);
  const removals = outlived.map(async (path) => {
    try {
      await unlink(path);
    } catch (cause) {
      // Another process may have removed it.
      if (codeOf(cause) !== "ENOENT") return { path, what: "this older generation is left", cause };
    }
    return undefined;
  });
  return (await Promise.all(removals)).filter((failure) => failure !== undefined);
}

/** File systems take names of 255 bytes; this leaves ten for the number of a generation. */
const LONGEST_NAME = 245;

/** Refuses a name that older generations cannot have: the second save would fail, and not the first. */
export function checkNameLength(call: string, path: string): void {
  const length = Buffer.byteLength(basename(path));
  if (length <= LONGEST_NAME) return;
  const need = `have a name of at most ${LONGEST_NAME} bytes, if older generations are kept`;
  throw wrongNumber(call, "path", need, `one of ${length}`);
}

const generationPath = (target: string, number: bigint): string => `${target}.~${number}~`;

/** The numbers in falling order. They are bigints because a name may have any number of digits. */
async function numbersOf(target: string): Promise<bigint[]> {
  const prefix = `${basename(target)}.~`;
  const names = (await readdir(dirname(target))).filter((name) => name.startsWith(prefix));
  return names
    .map((name) => /^([1-9][0-9]*)~$/.exec(name.slice(prefix.length)))
    .filter((found) => found !== null)
    .map((found) => BigInt(found[1]!))
    .toSorted((a, b) => (a > b ? -1 : 1));
}
