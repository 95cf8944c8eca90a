import { lstatSync, readlinkSync, realpathSync, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { refusal, wrongKind } from "../../../internal/messages.ts";

/** A `URL` by its fields: programs without the types of browsers or of Node have no such class. */
export interface FileUrl {
  readonly href: string;
  readonly protocol: string;
}

/** A path as Node's own functions take it. */
export type FilePath = string | FileUrl;

/** The absolute path that a caller means: a later change of directory must not move it. */
export function pathOf(call: string, path: FilePath): string {
  const need = "be a path or a file URL";
  if (typeof path === "string" && path !== "") return resolve(path);
  if (!isUrl(path)) throw wrongKind(call, "path", need, path);
  if (path.protocol !== "file:") throw new TypeError(refusal(call, "path", need, path.href));
  try {
    return fileURLToPath(path.href);
  } catch (cause) {
    throw new TypeError(`${call}: path ${path.href}: ${(cause as Error).message}`, { cause });
  }
}

const isUrl = (path: unknown): path is FileUrl =>
  typeof path === "object" &&
  path !== null &&
  typeof (path as Partial<FileUrl>).href === "string" &&
  typeof (path as Partial<FileUrl>).protocol === "string";

/**
 * The file that a path leads to through links, even if it does not exist yet. It is found at once
 * and not later, so that saves to one file under two names are made in the order of their calls.
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

/** A failure of the file system, with the call and the path in its message. Its code is kept. */
export function fileError(call: string, path: string, cause: unknown): Error {
  const error = new Error(`${call}: ${path}: ${(cause as Error).message}`, { cause });
  return Object.assign(error, { code: codeOf(cause) });
}

export const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** A failure that does not stop a call. */
export interface Failure {
  readonly path: string;
  /** The consequence, as a sentence. */
  readonly what: string;
  readonly cause: unknown;
}

export const warningOf = (call: string, { path, what, cause }: Failure): Error =>
  fileError(call, `${path}: ${what}`, cause);

/**
 * The system's record of a regular file, or undefined if there is no such file. A directory, a
 * device or a pipe is refused.
 */
export async function statsOfFile(path: string): Promise<Stats | undefined> {
  try {
    const stats = await stat(path);
    if (stats.isFile()) return stats;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  throw new Error("it is not a regular file");
}
