/**
 * Older generations of a file, named as GNU's numbered backups: `model.~1~`, `model.~2~`, the
 * higher the newer. The file itself is the latest, and is whole at every moment.
 */
import { link, readdir, realpath, rm } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { codeOf, pathOf } from "./disk/path.ts";

/**
 * The file and its older generations, the newest first.
 *
 * @example
 * const [latest, previous] = await generations("model.safetensors");
 */
export async function generations(path: string | URL): Promise<string[]> {
  const target = await realpath(pathOf("generations", path));
  return [target, ...(await numbersOf(target)).map((number) => nameOf(target, number))];
}

/** Gives the file one more name (a hard link), which stays when its own goes to a newer one. */
export async function keepGeneration(target: string): Promise<string> {
  const [newest = 0] = await numbersOf(target);
  const name = nameOf(target, newest + 1);
  try {
    await link(target, name);
    return name;
  } catch (error) {
    // Another process has taken the number in between.
    if (codeOf(error) !== "EEXIST") throw error;
    return keepGeneration(target);
  }
}

/** Removes all but the newest `count` older generations. */
export async function pruneGenerations(target: string, count: number): Promise<void> {
  const outlived = (await numbersOf(target)).slice(count);
  await Promise.all(outlived.map((number) => rm(nameOf(target, number), { force: true })));
}

const nameOf = (target: string, number: number): string => `${target}.~${number}~`;

/** In falling order. */
async function numbersOf(target: string): Promise<number[]> {
  const prefix = `${basename(target)}.~`;
  const names = (await readdir(dirname(target))).filter((name) => name.startsWith(prefix));
  return names
    .map((name) => /^([1-9][0-9]{0,14})~$/.exec(name.slice(prefix.length)))
    .filter((found) => found !== null)
    .map((found) => Number(found[1]))
    .toSorted((a, b) => b - a);
}
