import { alignedText, short } from "../internal/aligned-text.ts";
import type { Scalar } from "./runs.ts";
import type { Trial } from "./sweep.ts";

/**
 * Rows of a sweep in the order of their losses, the lowest first. Those whose loss is NaN come last,
 * and equal ones in the order of their trials. The rows that are given stay in their order.
 *
 * @example
 * const [best] = ranked(rows);
 */
export const ranked = <T extends Trial>(rows: Iterable<T>): T[] =>
  [...rows].toSorted((a, b) => {
    const [nanA, nanB] = [Number.isNaN(a.loss), Number.isNaN(b.loss)];
    if (nanA || nanB || a.loss === b.loss) return Number(nanA) - Number(nanB) || a.trial - b.trial;
    return a.loss < b.loss ? -1 : 1;
  });

/**
 * The table of a sweep for people: a line for each row, the best first, with numbers to four digits.
 * A run that has thrown has its error at the end of its line.
 *
 * @example
 * sweepTable(rows);
 * // trial  stepRate  batchSize    loss  end
 * //     3   0.02154         32  0.2698  stopped
 * //     0    0.9071        128     NaN
 */
export function sweepTable(rows: Iterable<Trial>): string {
  const all = ranked(rows);
  const namesOf = (part: (row: Trial) => object): string[] => [
    ...new Set(all.flatMap((row) => Object.keys(part(row)))),
  ];
  const [options, figures] = [namesOf((row) => row.options), namesOf((row) => row.figures)];
  const isFailed = all.some(({ error }) => error !== undefined);
  const cells = all.map(({ trial, options: own, loss, figures: others, error }) => [
    trial,
    ...options.map((name) => own[name]),
    loss,
    ...figures.map((name) => others[name]),
    ...(isFailed ? [error] : []),
  ]);
  const heads = ["trial", ...options, "loss", ...figures, ...(isFailed ? ["error"] : [])];
  return alignedText([heads, ...cells.map((row) => row.map(cellText))], (column) =>
    cells.every((row) => row[column] === undefined || typeof row[column] === "number"),
  );
}

const cellText = (value: Scalar | undefined): string => {
  if (typeof value === "number") return short(value, 4);
  // An error may have several lines, and a table has one for each run.
  return value === undefined ? "" : String(value).split("\n")[0]!;
};
