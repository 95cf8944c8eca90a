/**
 * Times the import of each built entry beside ndarray alone, in CPU time. Each import is the only one
 * of a fresh process, which measures itself from before to after it.
 *
 *     npm run bench -- import
 *
 * The goal for the core is 1.5 times ndarray.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compare, printMachine, type Contestant } from "./support/compare.ts";

const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, string | { readonly import: string }>;
};

const importOf = (name: string, specifier: string): Contestant => {
  const program = `
    const start = process.cpuUsage();
    await import(${JSON.stringify(specifier)});
    const { user, system } = process.cpuUsage(start);
    console.log((user + system) / 1000);
  `;
  const args = ["--input-type=module", "--eval", program];
  return {
    name,
    round: () => Number(execFileSync(process.execPath, args, { encoding: "utf8" })),
  };
};

execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
printMachine();
await compare(
  "CPU time of one import",
  [
    importOf("ndarray alone", "ndarray"),
    ...Object.entries(exports).flatMap(([entry, conditions]) =>
      typeof conditions === "string"
        ? []
        : [importOf(entry.replace(".", "ndarray-params"), pathToFileURL(conditions.import).href)],
    ),
  ],
  { rounds: 15 },
);
