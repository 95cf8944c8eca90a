/** The tables of docs/coming-from.md. */
import { readFileSync } from "node:fs";

/** The rows of the table below a heading, as texts without the marks of code. */
export function rowsOf(heading: string): string[][] {
  const page = readFileSync("docs/coming-from.md", "utf8");
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))!;
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
}
