/** A number to some significant digits, without zeros at the end. */
export const short = (x: number, digits: number): string => String(Number(x.toPrecision(digits)));

/** A table as text: words are aligned to the left, and the numbers of some columns to the right. */
export function alignedText(
  rows: readonly (readonly string[])[],
  isNumber: (column: number) => boolean,
): string {
  const widths = rows[0]!.map((_, column) =>
    rows.reduce((width, row) => Math.max(width, row[column]!.length), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (isNumber(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
