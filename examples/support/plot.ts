/** A small plot as SVG: axes with numbers, and curves, bands and points between them. */
export type Point = readonly [x: number, y: number];

export const ink = { first: "#2f6fb0", second: "#b36a1c", dark: "#24292f", pale: "#d0d7de" };

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly label: string;
  /** Equal distances are equal differences, or equal ratios if it is "log". */
  readonly scale?: "log";
}

/** Parts of a plot get the function from coordinates to pixels. */
export type Part = (at: (point: Point) => Point) => string;

export interface Panel {
  readonly x: Axis;
  readonly y: Axis;
  readonly parts: readonly Part[];
}

const LEFT = 62;
const BOTTOM = 48;
const TOP = 16;
const RIGHT = 18;

/** A picture of panels beside each other, on a ground of its own, so that it is legible on any. */
export function plot(title: string, [width, height]: Point, ...panels: readonly Panel[]): string {
  const own = width / panels.length;
  const drawn = panels.map(
    (panel, i) => `<g transform="translate(${i * own} 0)">
${panelOf(panel, own, height, i)}
</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="14">
<title>${title}</title>
<style>text{fill:${ink.dark};text-anchor:middle}.right{text-anchor:end}.left{text-anchor:start}</style>
<rect width="${width}" height="${height}" rx="6" fill="#ffffff"/>
${drawn.join("\n")}
</svg>
`;
}

function panelOf({ x, y, parts }: Panel, width: number, height: number, index: number): string {
  const [right, bottom] = [width - RIGHT, height - BOTTOM];
  const at = ([u, v]: Point): Point => [
    round(LEFT + partOf(x, u) * (right - LEFT)),
    round(bottom - partOf(y, v) * (bottom - TOP)),
  ];
  const middle = (TOP + bottom) / 2;
  return [
    // A point at the end of an axis is seen whole.
    `<clipPath id="inside${index}"><rect x="${LEFT - 6}" y="${TOP}" width="${right - LEFT + 12}" height="${bottom - TOP}"/></clipPath>`,
    ...y.ticks.map((v) => {
      const [, pixel] = at([x.from, v]);
      return `<path stroke="${ink.pale}" d="M${LEFT} ${pixel} H${right}"/><text class="right" x="${LEFT - 7}" y="${pixel + 5}">${short(v)}</text>`;
    }),
    ...x.ticks.map((u) => {
      const [pixel] = at([u, y.from]);
      return `<path stroke="${ink.dark}" d="M${pixel} ${bottom} v5"/><text x="${pixel}" y="${bottom + 21}">${short(u)}</text>`;
    }),
    `<g clip-path="url(#inside${index})">`,
    ...parts.map((part) => part(at)),
    "</g>",
    `<path stroke="${ink.dark}" fill="none" d="M${LEFT} ${TOP} V${bottom} H${right}"/>`,
    `<text x="${(LEFT + right) / 2}" y="${height - 8}">${x.label}</text>`,
    `<text transform="translate(16 ${middle}) rotate(-90)">${y.label}</text>`,
  ].join("\n");
}

/** How far along its axis a number lies: 0 at its start, 1 at its end. */
const partOf = ({ from, to, scale }: Axis, x: number): number =>
  scale === "log" ? Math.log(x / from) / Math.log(to / from) : (x - from) / (to - from);

/** Without the digits that steps of 0.2 leave. */
const short = (tick: number): number => Number(tick.toPrecision(6));

/** A tenth of a pixel; never -0. */
const round = (pixels: number): number => Math.round(pixels * 10) / 10 + 0;

const pathOf = (points: readonly Point[], at: (point: Point) => Point): string =>
  `M${points.map((point) => at(point).join(" ")).join(" L")}`;

export const curve =
  (points: readonly Point[], color: string, dash = ""): Part =>
  (at) =>
    `<path fill="none" stroke="${color}" stroke-width="2"${dash && ` stroke-dasharray="${dash}"`} d="${pathOf(points, at)}"/>`;

/** The area between two curves. */
export const band =
  (lower: readonly Point[], upper: readonly Point[], color: string, opacity: number): Part =>
  (at) =>
    `<path fill="${color}" fill-opacity="${opacity}" d="${pathOf([...lower, ...upper.toReversed()], at)} Z"/>`;

export const dots =
  (points: readonly Point[], color: string, fill = color): Part =>
  (at) =>
    points
      .map((point) => {
        const [x, y] = at(point);
        return `<circle cx="${x}" cy="${y}" r="4.5" fill="${fill}" stroke="${color}" stroke-width="1.5"/>`;
      })
      .join("");

/** Words at a point, in the color of what they name. */
export const words =
  (point: Point, text: string, color: string): Part =>
  (at) => {
    const [x, y] = at(point);
    return `<text class="left" x="${x}" y="${y}" style="fill:${color}">${text}</text>`;
  };

/** `count` + 1 numbers from one to another in equal steps. */
export const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
