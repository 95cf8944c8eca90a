/**
 * One program over every family in every engine that can be had, and what must hold in other
 * realms and pages: `npm run engines`, or `npm run engines -- node bun` for some of them.
 *
 * Each hash is taken over the results of all golden cases and of later ones, with every NaN as one;
 * the engines must agree. Node, Bun, Deno, vitest and jest come from the npm registry and stay in
 * build/engines/; Chromium and Firefox are Debian's (apt-get install chromium firefox-esr). An
 * engine that cannot be had is named, and fails in CI.
 */
import type { Engine } from "./candidate.ts";
import { bundles, candidates } from "./engines.ts";
import { brokenRow, checksRow, hashRow, tableText, type Row } from "./table.ts";
import type { Findings } from "./tell.ts";

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const all = candidates(await bundles());

/** The first one runs always: the others are compared with it. */
const chosen = all.filter(
  ({ name }, i) =>
    i === 0 || wanted.length === 0 || wanted.some((word) => name.toLowerCase().includes(word)),
);

const rows: Row[] = [];
const missing: string[] = [];
let first: { readonly engine: string; readonly hashes: Findings } | undefined;

/** Adds the row of each run of an engine. */
async function addRows({ name, version, hashes, checks }: Engine): Promise<void> {
  const add = async (as: string, row: (engine: string) => Promise<Row>): Promise<void> => {
    const engine = as === "" ? name : `${name}, ${as}`;
    const start = performance.now();
    try {
      rows.push(await row(engine));
    } catch (error) {
      rows.push(brokenRow(engine, version, String(error).split("\n").slice(0, 5).join("\n  ")));
    }
    const outcome = rows.at(-1)!.wrong.length === 0 ? "ok" : "WRONG";
    console.log(`${outcome}  ${engine}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
  };
  for (const { as, run } of hashes) {
    await add(as, async (engine) => {
      const findings = await run();
      first ??= { engine, hashes: findings };
      return hashRow(engine, version, findings, first.hashes);
    });
  }
  for (const { as, run } of checks) {
    await add(as, async (engine) => checksRow(engine, version, await run()));
  }
}

for (const { name, find } of chosen) {
  const engine = await find();
  if (engine === undefined) missing.push(name);
  else await addRows(engine);
}
console.log(`\n${tableText(rows)}\n\nThe hashes are compared with those of ${first?.engine}.\n`);
for (const name of missing) console.log(`Not to be had: ${name}`);
const isCI = process.env["CI"] === "true";
const wrong = rows.filter((row) => row.wrong.length > 0).length;
const failing = wrong + (isCI ? missing.length : 0);
// The words are mocha's, so that .ci/run can count rows as it counts tests.
console.log(`${rows.length - wrong} passing`);
if (failing > 0) console.log(`${failing} failing`);
process.exitCode = failing > 0 ? 1 : 0;
