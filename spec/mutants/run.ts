/**
 * Changes lib/ in small ways and tells which changes no spec notices: npm run mutants -- core, or
 * optimize, or a path such as lib/layout.ts; with a second path, which changes no spec below it
 * notices, which is quicker. It prints the survivors and the score.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { instrument, type Mutant } from "./instrument.ts";
import { judgeAll } from "./judge.ts";
import { filesUnder, targets } from "./targets.ts";

interface Equivalent {
  readonly file: string;
  readonly reason: string;
  /** Lines of lib/ before and after the mutation, as the list of survivors prints them. */
  readonly mutants: readonly (readonly [from: string, to: string])[];
}

const [wanted = "", judges = "spec"] = process.argv.slice(2);
const isBelow = (file: string, list: string): boolean =>
  list.split(",").some((start) => start !== "" && file.startsWith(start));
const isWanted = (file: string): boolean =>
  targets.some(({ name }) => name === wanted) || isBelow(file, wanted);
const target =
  targets.find(({ name }) => name === wanted) ??
  targets.find(({ has }) => filesUnder("lib").some((file) => has(file) && isWanted(file)));
if (target === undefined) {
  const names = targets.map(({ name }) => name).join(" | ");
  console.error(`npm run mutants -- ${names} | a path in one of these`);
  process.exit(1);
}

/** The copy has the place of the project: specs find lib/ and their fixtures next to them. */
const copy = join("build", `mutants-${process.pid}`);
const mutants: Mutant[] = [];
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
for (const part of ["lib", "spec", "docs", "examples", "package.json", "tsconfig.json"]) {
  cpSync(part, join(copy, part), { recursive: true });
}
for (const file of filesUnder("lib")) {
  if (!target.has(file) || !isWanted(file)) continue;
  const made = instrument(file, readFileSync(file, "utf8"), mutants.length + 1);
  mutants.push(...made.mutants);
  writeFileSync(join(copy, file), made.text);
}

const lists = JSON.parse(
  readFileSync(new URL("equivalent.json", import.meta.url), "utf8"),
) as Equivalent[];
const keyOf = ({ file, from, to }: Pick<Mutant, "file" | "from" | "to">): string =>
  `${file}\n  - ${from}\n  + ${to}`;
const equivalent = new Set(
  lists.flatMap(({ file, mutants: pairs }) => pairs.map(([from, to]) => keyOf({ file, from, to }))),
);
const judged = mutants.filter((mutant) => !equivalent.has(keyOf(mutant)));

const start = performance.now();
const specs = filesUnder("spec").filter((file) => target.specs(file) && isBelow(file, judges));
const files = [...new Set(mutants.map(({ file }) => file))];
const verdicts = await judgeAll(copy, { specs, files, mutants: mutants.length }, judged);
const without = judged.filter(({ id }) => verdicts.get(id) === "no answer").length;
const survivors = judged.filter(({ id }) => !/killed|no answer/.test(verdicts.get(id)!));
for (const mutant of survivors) {
  const { id, line, file } = mutant;
  const note = verdicts.get(id) === "not reached" ? " (not reached)" : "";
  console.log(keyOf(mutant).replace(file, `${file}:${line}${note}`));
}
console.log("killed of judged (equivalent)");
for (const file of new Set(mutants.map((mutant) => mutant.file))) {
  const isHere = (mutant: Mutant): boolean => mutant.file === file;
  const all = judged.filter(isHere).length;
  const killed = all - survivors.filter(isHere).length;
  const same = mutants.filter(isHere).length - all;
  console.log(`${`${killed} of ${all}`.padStart(12)} ${`(${same})`.padStart(5)}  ${file}`);
}
const keys = new Set(mutants.map(keyOf));
const mutated = new Set(mutants.map(({ file }) => file));
for (const key of equivalent) {
  if (mutated.has(key.split("\n")[0]!) && !keys.has(key)) {
    console.log(`equivalent.json lists a mutant that is no more:\n${key}`);
  }
}
const score = 100 * (1 - survivors.length / judged.length);
const minutes = (performance.now() - start) / 60_000;
console.log(
  `${judged.length - survivors.length} of ${judged.length} mutants were killed, ${score.toFixed(1)} %, ` +
    `${without} of them without an answer in time, in ${minutes.toFixed(1)} minutes; ` +
    `${mutants.length - judged.length} more are equivalent`,
);
process.exitCode = score >= target.least ? 0 : 1;
