/**
 * Older generations of a file, named as GNU's numbered backups: `model.~1~`, `model.~2~`, the
 * higher the newer. The file itself is the latest, and is whole at every moment.
 */
import { link, readdir, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { codeOf } from "./path.ts";

/** The paths of the older generations, the newest first. */
export async function olderGenerations(target: string): Promise<string[]> {
  return (await numbersOf(target)).map((number) => generationPath(target, number));
}

/** Gives the file one more name (a hard link), which stays when its own goes to a newer file. */
export async function keepGeneration(target: string): Promise<string> {
  const [newest = 0] = await numbersOf(target);
  const path = generationPath(target, newest + 1);
  try {
    await link(target, path);
    return path;
  } catch (error) {
    // Another process has taken the number in between.
    if (codeOf(error) !== "EEXIST") throw error;
    return keepGeneration(target);
  }
}

/** Removes all but the newest `count` older generations. */
export async function pruneGenerations(target: string, count: number): Promise<void> {
  const outlived = (await olderGenerations(target)).slice(count);
  await Promise.all(outlived.map((path) => rm(path, { force: true })));
}

const generationPath = (target: string, number: number): string => `${target}.~${number}~`;

/** The numbers in falling order. */
async function numbersOf(target: string): Promise<number[]> {
  const prefix = `${basename(target)}.~`;
  const names = (await readdir(dirname(target))).filter((name) => name.startsWith(prefix));
  return names
    .map((name) => /^([1-9][0-9]{0,14})~$/.exec(name.slice(prefix.length)))
    .filter((found) => found !== null)
    .map((found) => Number(found[1]))
    .toSorted((a, b) => b - a);
}
