/** The versions of Node that the library promises to run on. */
import { dirname } from "node:path";
import { installed } from "./install.ts";

export const majors = [20, 22, 24, 26] as const;

export const isThisNode = (major: number): boolean => process.versions.node.startsWith(`${major}.`);

/** The program of a version: the one that runs now, or one that npm brings. */
export async function nodeOf(major: number): Promise<string | undefined> {
  if (isThisNode(major)) return process.execPath;
  return installed(`node-${major}`, [`node@${major}`], "node/bin/node");
}

/** An environment in which `node`, and so `npm` too, is the given program. */
export const withNode = (file: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${dirname(file)}:${process.env["PATH"]}`,
});
