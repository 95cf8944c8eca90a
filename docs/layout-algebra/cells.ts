/** The parts of the pictures of the layout algebra: cells, arrows and text. */

export const SIDE = 30;
export const colors = {
  w: ["#cfe4fb", "#2f6fb0"],
  b: ["#fbe0c4", "#b36a1c"],
  wb: ["#e3d7f4", "#7a57b0"],
  free: ["#d5f0d8", "#3c8a4a"],
  none: ["#f0f2f4", "#8c959f"],
} as const;
export type Color = keyof typeof colors;

/** A grid of rows × columns cells. Its upper left corner is at (x, y). */
export function cells(
  x: number,
  y: number,
  rows: number,
  columns: number,
  color: (row: number, column: number) => Color,
  label: (row: number, column: number) => string | number = () => "",
  width = SIDE,
): string {
  const drawn: string[] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const [fill, stroke] = colors[color(i, j)];
      const [left, top] = [x + j * width, y + i * SIDE];
      drawn.push(
        `<rect x="${left}" y="${top}" width="${width}" height="${SIDE}" fill="${fill}" stroke="${stroke}"/>`,
        text(left + width / 2, top + 20, label(i, j)),
      );
    }
  }
  return drawn.join("");
}

export const text = (x: number, y: number, label: string | number, kind = ""): string =>
  label === "" ? "" : `<text x="${x}" y="${y}"${kind && ` class="${kind}"`}>${label}</text>`;

export const name = (x: number, y: number, label: string): string => text(x, y, label, "left");
export const note = (x: number, y: number, label: string): string => text(x, y, label, "left note");

export const arrow = (x1: number, y1: number, x2: number, y2: number, kind = "arrow"): string =>
  `<path class="${kind}" d="M${x1} ${y1} L${x2} ${y2}"/>`;

export function picture(title: string, width: number, height: number, ...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14">
<title>${title}</title>
<style>text{fill:#24292f;text-anchor:middle}.left{text-anchor:start}.halo{paint-order:stroke;stroke:#ffffff;stroke-width:5px}.note{font-size:12px;fill:#57606a}.arrow{stroke:#57606a;fill:none;marker-end:url(#head)}.dashed{stroke:#8c959f;fill:none;stroke-dasharray:3 3}</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 L8 4 L0 8 Z" fill="#57606a"/></marker></defs>
<rect width="${width}" height="${height}" rx="6" fill="#ffffff"/>
${parts.filter((part) => part !== "").join("\n")}
</svg>
`;
}
