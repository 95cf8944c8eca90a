/** The rows of the table, and what is said below it. */
import { createHash } from "node:crypto";
import { ok } from "./realms/checks.ts";
import type { Findings } from "./tell.ts";

export interface Row {
  readonly engine: string;
  readonly version: string;
  readonly cells: readonly string[];
  /** The broken promises, a line each. */
  readonly wrong: readonly string[];
}

const headings = ["engine", "version", "hash", "cases", "differ"];

/** One hash over every case that needs no files: those run everywhere. */
function hashOfAll(hashes: Findings): string {
  const lines = Object.entries(hashes)
    .filter(([name]) => !name.startsWith("checkpoint: "))
    .map(([name, hash]) => `${name} ${hash}\n`)
    .toSorted();
  return createHash("sha256").update(lines.join("")).digest("hex").slice(0, 16);
}

/** The row of a run of the golden cases, compared with the first engine's. */
export function hashRow(engine: string, version: string, hashes: Findings, first: Findings): Row {
  const wrong = Object.keys({ ...first, ...hashes })
    .filter((name) => !(name.startsWith("checkpoint: ") && hashes[name] === undefined))
    .filter((name) => hashes[name] !== first[name] || hashes[name]!.startsWith("threw "))
    .map((name) =>
      hashes[name]?.startsWith("threw ") === true ? `${name}: ${hashes[name]}` : name,
    );
  const cells = [hashOfAll(hashes), String(Object.keys(hashes).length), String(wrong.length)];
  return { engine, version, cells, wrong };
}

/** The row of a run of checks. */
export function checksRow(engine: string, version: string, findings: Findings): Row {
  const wrong = Object.entries(findings)
    .filter(([, outcome]) => outcome !== ok)
    .map(([name, outcome]) => `${name}: ${outcome}`);
  const cells = ["", String(Object.keys(findings).length), String(wrong.length)];
  return { engine, version, cells, wrong };
}

/** A row for what could not run, or was not to be had. */
export const brokenRow = (engine: string, version: string, why: string): Row => ({
  engine,
  version,
  cells: ["", "", ""],
  wrong: [why],
});

/** The table as text, with the lines that are wrong below it. */
export function tableText(rows: readonly Row[]): string {
  const lines = [
    headings,
    ...rows.map(({ engine, version, cells }) => [engine, version, ...cells]),
  ];
  const widths = headings.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const table = lines.map((line) =>
    line
      .map((cell, i) => (i < 3 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join("  ")
      .trimEnd(),
  );
  return [...table, ...wrongText(rows)].join("\n");
}

/** Engines in which the same is wrong share one paragraph. */
function wrongText(rows: readonly Row[]): string[] {
  const enginesOf = new Map<string, string[]>();
  for (const { engine, wrong } of rows.filter((row) => row.wrong.length > 0)) {
    const text = wrong.map((line) => `  ${line}`).join("\n");
    enginesOf.set(text, [...(enginesOf.get(text) ?? []), engine]);
  }
  return [...enginesOf].map(([text, engines]) => `\n${engines.join("\n")}:\n${text}`);
}
