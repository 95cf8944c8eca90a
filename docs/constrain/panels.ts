/** The parts of the pictures of constraints: panels with axes of their own, and lines in them. */
export type Point = readonly [x: number, y: number];

export const ink = { first: "#2f6fb0", second: "#b36a1c", dark: "#24292f", pale: "#b8c7d6" };

/** The coordinates that a panel shows. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export const square = (half: number): Frame => ({
  left: -half,
  right: half,
  bottom: -half,
  top: half,
});

/** Parts of a panel; they get the function from coordinates to pixels. */
export type Part = (at: (point: Point) => string) => string;

/** A panel with its upper left corner at a pixel. What lies outside is cut off. */
export function panel(
  [x, y]: Point,
  [width, height]: Point,
  { left, right, bottom, top }: Frame,
  ...parts: readonly Part[]
): string {
  const at = ([u, v]: Point): string =>
    `${rounded(((u - left) / (right - left)) * width)} ${rounded(((top - v) / (top - bottom)) * height)}`;
  return [
    `<svg x="${x}" y="${y}" width="${width}" height="${height}">`,
    ...parts.map((part) => part(at)),
    "</svg>",
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="${ink.pale}"/>`,
  ].join("\n");
}

/** A tenth of a pixel; never "-0.0". */
const rounded = (pixels: number): string => (Math.round(pixels * 10) / 10 + 0).toFixed(1);

export const line =
  (points: readonly Point[], color: string, width = 1, more = ""): Part =>
  (at) => {
    const places = points.map(at).filter((place, i, all) => place !== all[i - 1]);
    return `<path fill="none" stroke="${color}" stroke-width="${width}"${more} d="M${places.join(" L")}"/>`;
  };

export const dashed = (points: readonly Point[]): Part =>
  line(points, "#8c959f", 1, ' stroke-dasharray="4 3"');

export const area =
  (points: readonly Point[], color: string, opacity = 1): Part =>
  (at) =>
    `<path fill="${color}" fill-opacity="${opacity}" d="M${points.map(at).join(" L")} Z"/>`;

export const dot =
  (point: Point, color: string, radius = 3.5): Part =>
  (at) => {
    const [x, y] = at(point).split(" ");
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${color}" stroke="#ffffff"/>`;
  };

/** Both axes through 0. */
export const axes = ({ left, right, bottom, top }: Frame): Part[] => [
  line(
    [
      [left, 0],
      [right, 0],
    ],
    ink.pale,
  ),
  line(
    [
      [0, bottom],
      [0, top],
    ],
    ink.pale,
  ),
];

/** `count` + 1 numbers from one to another in equal steps. */
export const steps = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);

/**
 * The lines of the free plane, carried by a map: those of equal y₀ and those of equal y₁, and three
 * points by which the lines are found again.
 */
export function carried(map: (y0: number, y1: number) => Point, reach: number): Part[] {
  const along = steps(-reach, reach, 48);
  const lines = steps(-reach, reach, 8).flatMap((fixed) => [
    line(
      along.map((own) => map(fixed, own)),
      ink.first,
      fixed === 0 ? 2 : 1,
    ),
    line(
      along.map((own) => map(own, fixed)),
      ink.second,
      fixed === 0 ? 2 : 1,
    ),
  ]);
  return [
    ...lines,
    dot(map(reach / 2, 0), ink.second),
    dot(map(0, reach / 2), ink.first),
    dot(map(0, 0), ink.dark),
  ];
}
