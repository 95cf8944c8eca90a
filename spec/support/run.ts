/**
 * Programs of this project in processes of their own. Each is bundled first, because Node starts a
 * bundle in a sixth of the time that it takes to load the TypeScript.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** A program is a file, or the code of a module that imports as a file at the project's root does. */
export type Program = string | { readonly code: string };

let folder: string | undefined;
let programs = 0;

/** The bundles lie inside the project, where Node finds the packages that they import. */
function ownFolder(): string {
  if (folder !== undefined) return folder;
  mkdirSync("build", { recursive: true });
  const made = mkdtempSync("build/programs-");
  process.on("exit", () => rmSync(made, { recursive: true, force: true }));
  return (folder = made);
}

const bundles = new Map<string, string>();

/** The file of a program's bundle. It has the program's name, which examples print. */
export function bundled(program: Program): string {
  const isFile = typeof program === "string";
  const kept = isFile ? bundles.get(program) : undefined;
  if (kept !== undefined) return kept;
  const name = isFile ? /([^/]*)\.ts$/.exec(program)![1]! : "program";
  const file = join(ownFolder(), `${++programs}`, `${name}.js`);
  buildSync({
    ...(isFile
      ? { entryPoints: [program] }
      : { stdin: { contents: program.code, resolveDir: process.cwd() } }),
    outfile: file,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
  if (isFile) bundles.set(program, file);
  return file;
}

/** The output of a program; throws if the program fails. */
export const run = (program: Program, ...args: string[]): string =>
  execFileSync(process.execPath, [bundled(program), ...args], { encoding: "utf8" });
