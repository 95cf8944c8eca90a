import { lstatSync, readlinkSync, realpathSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nameOf } from "../../../internal/messages.ts";

/** The absolute path that a caller means: a later change of directory must not move it. */
export function pathOf(call: string, path: string | URL): string {
  if (path instanceof URL) return fileURLToPath(path);
  if (typeof path === "string" && path !== "") return resolve(path);
  throw new TypeError(`${call}: path must be a path or a file URL, got ${nameOf(path)}`);
}

/**
 * The file that a path leads to through links, of whatever name, also where it is not there yet.
 * Found at once and not later: what is saved to one file through two names is saved in one order.
 */
export function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  const directory = realpathSync(dirname(path));
  const own = join(directory, basename(path));
  const isLink = lstatSync(own, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? targetOf(resolve(directory, readlinkSync(own))) : own;
}

/** A failure of the file system, with the call and the path. Its code is kept. */
export function fileError(call: string, path: string, cause: unknown): Error {
  const error = new Error(`${call}: ${path}: ${(cause as Error).message}`, { cause });
  return Object.assign(error, { code: codeOf(cause) });
}

export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** What is known of a file; a directory, a device or a pipe is none. */
export async function statFile(path: string): Promise<Stats> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new Error("it is not a regular file");
  return stats;
}
