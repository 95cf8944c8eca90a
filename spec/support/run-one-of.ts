/** The programs of a folder, run by name: behind `npm run bench` and `npm run fuzz`. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The options of Node that some programs need, by the programs' names. */
type NodeFlags = Readonly<Record<string, readonly string[]>>;

/**
 * Runs the program of `folder` that the command line names and hands it the other arguments.
 * Without a name it lists the programs, each with the first sentence of its head comment.
 */
export function runOneOf(command: string, folder: URL, flags: NodeFlags = {}): void {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "run.ts")
    .map((file) => file.replace(".ts", ""));
  const [name = "", ...args] = process.argv.slice(2);
  if (names.includes(name)) {
    const file = fileURLToPath(new URL(`${name}.ts`, folder));
    const options = ["--import", "tsx/esm", ...(flags[name] ?? [])];
    const { status } = spawnSync(process.execPath, [...options, file, ...args], {
      stdio: "inherit",
    });
    process.exitCode = status ?? 1;
    return;
  }
  if (name !== "") console.error(`There is no program ${name}.`);
  console.log(`npm run ${command} -- <name>\n`);
  const width = Math.max(...names.map(({ length }) => length));
  for (const each of names) {
    console.log(`  ${each.padEnd(width)}  ${firstSentence(new URL(`${each}.ts`, folder))}`);
  }
  process.exitCode = name === "" ? 0 : 1;
}

function firstSentence(file: URL): string {
  const [, comment = ""] = /\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8")) ?? [];
  const text = comment.replaceAll(/\s*\n \* ?/g, " ").trim();
  return /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/[.:]$/, "") ?? text;
}
