/** The programs of a folder, run by name: behind `npm run bench` and `npm run fuzz`. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The options of Node that some programs need, by the programs' names. */
type NodeFlags = Readonly<Record<string, readonly string[]>>;

/**
 * Runs the program of `folder` that the command line names and hands it the other arguments.
 * Without a name it lists the programs, each with its arguments and the first sentence of its head
 * comment.
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
  for (const each of names) {
    const head = headOf(new URL(`${each}.ts`, folder));
    const [, given = ""] = new RegExp(`-- ${each} (\\[[^.\\n]*\\])`).exec(head) ?? [];
    console.log(`  ${`${each} ${given}`.trimEnd()}\n      ${firstSentence(head)}`);
  }
  process.exitCode = name === "" ? 0 : 1;
}

/** The head comment of a program, in one line. */
function headOf(file: URL): string {
  const [, comment = ""] = /\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8")) ?? [];
  return comment.replaceAll(/\s*\n \* ?/g, " ").trim();
}

const firstSentence = (text: string): string =>
  /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/[.:]$/, "") ?? text;
