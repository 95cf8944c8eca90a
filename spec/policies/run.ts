/**
 * The package where no code may be generated: `npm run policies`, or `npm run policies -- pages`
 * for one part of it (suite, pages, workerd). It is not a part of `npm test`.
 *
 * - The suite runs a second time in a Node that refuses code from strings. There a spec that imports
 *   ndarray or ndarray-ops gets ours. What needs the originals is left out and listed.
 * - The golden cases of every family, and checks of views, ops and gemm, run in Chromium on pages
 *   with strict policies, as a page of an extension (MV3), and in workerd, which npm brings. The
 *   hashes of the golden cases must be those of this Node, where code is allowed.
 *
 * An engine that cannot be had is named, and fails in CI.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { bundle } from "../engines/bundle.ts";
import { installed, output } from "../engines/install.ts";
import { browsers, openPage, type Page } from "../engines/pages.ts";
import { ok } from "../engines/realms/checks.ts";
import type { Findings } from "../engines/tell.ts";
import { leftOut } from "./left-out.ts";
import { runInWorkerd } from "./workerd.ts";

const chosen = process.argv.slice(2);
const isChosen = (part: string): boolean => chosen.length === 0 || chosen.includes(part);
let [passing, failing] = [0, 0];

function report(name: string, wrong: readonly string[], cases: number): void {
  if (wrong.length === 0) passing++;
  else failing++;
  console.log(`${wrong.length === 0 ? "ok" : "WRONG"}  ${name}, ${cases} cases`);
  for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
}

function missing(what: string): void {
  console.log(`Not to be had: ${what}`);
  if (process.env["CI"] === "true") failing++;
}

/** The rooms whose specs run again. */
const rooms = /^(algebra|constrain|files|gemm|initialize|internal|ndarray|ops|optimize)\//;
const core = /^(batch|calls|golden|kept-views|layout|options|policy|views)\.spec\.ts$/;

function runSuite(): void {
  const files = readdirSync("spec", { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".spec.ts") && (rooms.test(file) || core.test(file)))
    .map((file) => `spec/${file}`);
  const flags = ["--disallow-code-generation-from-strings", "--import", "tsx/esm"];
  const args = [...flags, "--import", "./spec/policies/ours.mjs", "spec/policies/suite.ts"];
  const { status, stdout } = spawnSync(process.execPath, [...args, ...files.toSorted()], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  console.log(stdout);
  for (const [titles, reason] of leftOut) console.log(`Left out: ${titles.source} (${reason})`);
  // The suite's own output has the numbers of its tests.
  if (status === 0) return;
  process.exitCode = 1;
  if (!/^ *\d+ failing/m.test(stdout)) failing++;
}

/** The pages of Chromium by name. */
const policy = { "default-src": "'none'", "connect-src": "'self'", "worker-src": "blob:" };
const pages: Readonly<Record<string, Omit<Page, "script">>> = {
  "script-src 'self'": { policy: { ...policy, "script-src": "'self'" } },
  "script-src 'self' 'wasm-unsafe-eval'": {
    policy: { ...policy, "script-src": "'self' 'wasm-unsafe-eval'" },
  },
  "script-src 'self' 'wasm-unsafe-eval', isolated": {
    isolated: true,
    policy: { ...policy, "script-src": "'self' 'wasm-unsafe-eval'" },
  },
  "extension (MV3)": { inExtension: true },
};

/** Compares what a program told: the hashes of the golden cases, or "ok" for each check. */
async function compare(
  name: string,
  run: (which: "program" | "checks") => Promise<Findings>,
): Promise<void> {
  try {
    const wanted = await hashes();
    const seen = await run("program");
    const differ = Object.keys({ ...wanted, ...seen }).filter((key) => seen[key] !== wanted[key]);
    const lines = differ.map((key) => `${key}: ${seen[key]}, not ${wanted[key]}`);
    report(`${name}: golden cases`, lines, Object.keys(seen).length);
    const checks = Object.entries(await run("checks"));
    const failed = checks.filter(([, outcome]) => outcome !== ok).map((each) => each.join(": "));
    report(`${name}: checks`, failed, checks.length);
  } catch (error) {
    report(name, [String(error)], 0);
  }
}

let own: Promise<Findings> | undefined;

/** The hashes of this Node, with scijs itself and without a policy. */
function hashes(): Promise<Findings> {
  own ??= bundle("program.ts", "program.page.mjs")
    .then((file) => output(process.execPath, [file]))
    .then((text) => JSON.parse(text) as Findings);
  return own;
}

if (isChosen("suite")) runSuite();
if (isChosen("pages")) {
  if (existsSync(browsers.chromium)) {
    const scripts = {
      program: await bundle("program.ts", "policies/program.mjs", { isOurs: true }),
      checks: await bundle("realms/policy.ts", "policies/checks.mjs", { isOurs: true }),
    };
    for (const [name, page] of Object.entries(pages)) {
      await compare(`Chromium, ${name}`, (which) =>
        openPage("chromium", { ...page, script: scripts[which] }),
      );
    }
  } else missing(browsers.chromium);
}
if (isChosen("workerd")) {
  const file = await installed("workerd", ["workerd"], "workerd/bin/workerd");
  if (file === undefined) missing("workerd");
  else {
    const [program, checks] = [
      await bundle("../policies/program.worker.ts", "policies/program.worker.mjs", {
        isOurs: true,
      }),
      await bundle("../policies/checks.worker.ts", "policies/checks.worker.mjs", { isOurs: true }),
    ];
    const workers = { program, checks };
    await compare("workerd", (which) => runInWorkerd(file, workers[which]));
  }
}
console.log(`${passing} passing`);
if (failing > 0) console.log(`${failing} failing`);
process.exitCode = failing === 0 ? process.exitCode : 1;
