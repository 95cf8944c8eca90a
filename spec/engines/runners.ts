/** Runners of tests with jsdom: each runs one file of tests against the built package. */
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { bundle } from "./bundle.ts";
import type { Candidate, Run } from "./candidate.ts";
import { installed, output } from "./install.ts";
import { ok } from "./realms/checks.ts";
import type { Findings } from "./tell.ts";

/** The results of each file of tests, as vitest and jest both write them. */
interface Results {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const home = (runner: string): string => resolve("build/engines", runner);

let built: Promise<string> | undefined;

/** Builds the package, once, and puts it where a consumer has it, with its dependencies. */
async function place(runner: string): Promise<void> {
  built ??= output("npm", ["run", "build"]);
  await built;
  const modules = `${home(runner)}/node_modules`;
  const own = `${modules}/ndarray-params`;
  rmSync(own, { recursive: true, force: true });
  cpSync("dist", `${own}/dist`, { recursive: true });
  cpSync("package.json", `${own}/package.json`);
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  for (const name of Object.keys(dependencies).filter((each) => !each.startsWith("@types/"))) {
    if (!existsSync(`${modules}/${name}`)) {
      symlinkSync(resolve("node_modules", name), `${modules}/${name}`);
    }
  }
}

/** The results of a runner's command; it fails where a test fails, and writes them all the same. */
async function resultsOf(
  runner: string,
  command: string,
  args: readonly string[],
): Promise<Findings> {
  await place(runner);
  const file = `${home(runner)}/results.json`;
  rmSync(file, { force: true });
  const failure: unknown = await output(
    process.execPath,
    [`${home(runner)}/node_modules/${command}`, ...args, `--outputFile=${file}`],
    home(runner),
  ).catch((error: unknown) => error);
  if (!existsSync(file)) throw new Error(`${runner} wrote no results: ${String(failure)}`);
  const { testResults } = JSON.parse(readFileSync(file, "utf8")) as Results;
  const found = testResults.flatMap(({ message, assertionResults }): [string, string][] =>
    assertionResults.length === 0
      ? [["the file of tests", message]]
      : assertionResults.map(({ title, status, failureMessages }) => [
          title,
          status === "passed" ? ok : (failureMessages[0] ?? status).split("\n")[0]!,
        ]),
  );
  return Object.fromEntries(found);
}

const vitestRun = (as: string, ...flags: readonly string[]): Run => ({
  as,
  run: async () => {
    await bundle("realms/jsdom.ts", "vitest/engines.test.mjs", { hasFiles: true, external: true });
    const args = ["run", "--environment=jsdom", "--globals", "--reporter=json", ...flags];
    return resultsOf("vitest", "vitest/vitest.mjs", args);
  },
});

const jestRun: Run = {
  as: "jsdom",
  run: async () => {
    const how = { hasFiles: true, external: true, format: "cjs" } as const;
    await bundle("realms/jsdom.ts", "jest/engines.test.cjs", how);
    const args = ["--env=jsdom", "--json", "--testMatch=**/engines.test.cjs", "--transform={}"];
    return resultsOf("jest", "jest/bin/jest.js", args);
  },
};

/** The version of an installed package, found by its manifest. */
async function versionOf(packages: readonly [string, ...string[]]): Promise<string | undefined> {
  const [name] = packages;
  const manifest = await installed(name, packages, `${name}/package.json`);
  if (manifest === undefined) return undefined;
  return (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
}

const runner = (packages: readonly [string, ...string[]], checks: readonly Run[]): Candidate => ({
  name: packages[0],
  find: async () => {
    const version = await versionOf(packages);
    return version === undefined ? undefined : { name: packages[0], version, hashes: [], checks };
  },
});

export const runners: readonly Candidate[] = [
  runner(
    ["vitest", "jsdom"],
    [vitestRun("jsdom"), vitestRun("jsdom in vmThreads", "--pool=vmThreads")],
  ),
  runner(["jest", "jest-environment-jsdom"], [jestRun]),
];
