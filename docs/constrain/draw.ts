/**
 * Draws the pictures of docs/constrain.md. Each point is one that the library maps:
 *
 *     node --import tsx/esm docs/constrain/draw.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  affine,
  choleskyCorrelation,
  choleskyCovariance,
  constrain,
  interval,
  ordered,
  positive,
  positiveOrdered,
  simplex,
  sumToZero,
  unitVector,
  upper,
  type Constraint,
} from "ndarray-params/constrain";
import { cells, note, picture, text } from "../layout-algebra/cells.ts";
import { drawMixture } from "./draw-mixture.ts";
import { area, axes, carried, dashed, dot, ink, line, panel, square, steps } from "./panels.ts";
import type { Frame, Part, Point } from "./panels.ts";

type Triple = readonly [number, number, number];

/** The map of one leaf, as a function from its free elements to those of its values at `shown`. */
function mapOf<const Shown extends readonly number[]>(
  shape: readonly number[],
  constraint: Constraint,
  shown: Shown,
) {
  const { free, values, forward } = constrain({ leaf: shape }, { leaf: constraint });
  return (...y: readonly number[]): { readonly [K in keyof Shown]: number } => {
    const x = new Float64Array(values.size);
    if (y.length !== free.size) throw new RangeError(`the map takes ${free.size} elements`);
    forward(Float64Array.from(y), x);
    return shown.map((i) => x[i]) as { readonly [K in keyof Shown]: number };
  };
}

const SIDE = 190;
const size: Point = [SIDE, SIDE];
/** The upper left corner of the i-th panel in a row, and the middle of its caption. */
const corner = (i: number): Point => [15 + i * (SIDE + 20), 15];
const caption = (i: number, label: string, more = ""): string =>
  text(corner(i)[0] + SIDE / 2, SIDE + 36, label) +
  text(corner(i)[0] + SIDE / 2, SIDE + 56, more, "note");
const sheet = (title: string, panels: number, ...parts: string[]): string =>
  picture(title, 10 + panels * (SIDE + 20), SIDE + 70, ...parts);

/** The plane of y itself, before a map carries it. */
const freePlane = (i: number, reach: number): string =>
  panel(corner(i), size, square(reach * 1.15), ...carried((y0, y1) => [y0, y1], reach)) +
  caption(i, "y", "the free plane");

function relation(): string {
  const leaves = [
    { name: "total", color: "none", free: [0, 1], values: [0, 1] },
    { name: "p", color: "w", free: [1, 2], values: [1, 3] },
    { name: "rates", color: "b", free: [3, 2], values: [4, 2] },
  ] as const;
  const [left, width, upperY, lowerY] = [110, 80, 30, 128];
  const shift = width / 2; // the upper row has one cell less
  const bands = leaves.map(({ color, free, values }) => {
    const fill = { none: "#f0f2f4", w: "#cfe4fb", b: "#fbe0c4" }[color];
    const [a, b] = [left + shift + width * free[0], left + shift + width * (free[0] + free[1])];
    const [c, d] = [left + width * values[0], left + width * (values[0] + values[1])];
    return `<path fill="${fill}" fill-opacity=".5" d="M${a} ${upperY + 30} L${b} ${upperY + 30} L${d} ${lowerY} L${c} ${lowerY} Z"/>`;
  });
  const row = (x: number, y: number, kind: "free" | "values"): string =>
    leaves
      .map(({ name, color, [kind]: [first, count] }) =>
        cells(
          x + width * first,
          y,
          1,
          count,
          () => color,
          (_, j) => (name === "total" ? name : `${name}[${j}]`),
          width,
        ),
      )
      .join("");
  return picture(
    "Five free elements above, and the six values below that they stand for",
    790,
    190,
    ...bands,
    note(20, upperY + 20, "free y"),
    note(20, lowerY + 20, "values x"),
    row(left + shift, upperY, "free"),
    row(left, lowerY, "values"),
    text(left + shift + 8, 99, "positive", "note"),
    text(left + 2.5 * width, 99, "simplex", "note"),
    text(left + 4.75 * width, 99, "positiveOrdered", "note"),
    note(615, 70, "forward: y to x"),
    note(615, 92, "inverse: x to y"),
    note(615, 114, "pullBack: the gradient"),
    note(615, 132, "by x becomes that by y"),
    note(left, 180, "an optimizer sees the upper flat, the model the lower one"),
  );
}

const ACROSS: Frame = square(4);

function curve(constraint: Constraint): Part {
  const map = mapOf([], constraint, [0]);
  return line(
    steps(-4, 4, 80).map((y) => [y, ...map(y)]),
    ink.first,
    2,
  );
}

const bound = (x: number): Part =>
  dashed([
    [ACROSS.left, x],
    [ACROSS.right, x],
  ]);

const curvePanel = (i: number, label: string, more: string, ...parts: Part[]): string =>
  panel(corner(i), size, ACROSS, ...axes(ACROSS), ...parts) + caption(i, label, more);

function elements(): string {
  return sheet(
    "Values x of a free element y: each curve stays on its side of the dashed bounds",
    4,
    curvePanel(0, "positive", "lower(a): the same from a", bound(0), curve(positive)),
    curvePanel(1, "upper(3)", "x below 3", bound(3), curve(upper(3))),
    curvePanel(
      2,
      "interval(-2, 3)",
      "x between -2 and 3",
      bound(-2),
      bound(3),
      curve(interval(-2, 3)),
    ),
    curvePanel(3, "affine(1, 0.5)", "no bound: shifted, scaled", curve(affine(1, 0.5))),
  );
}

function ascending(): string {
  const map = mapOf([2], ordered, [0, 1]);
  const positiveMap = mapOf([2], positiveOrdered, [0, 1]);
  const frame = square(4);
  const corner0: Frame = { left: -0.5, right: 7.5, bottom: -0.5, top: 7.5 };
  const diagonal: Point[] = [
    [-8, -8],
    [8, 8],
  ];
  return sheet(
    "Lines of the free plane, carried by ordered and by positiveOrdered",
    3,
    freePlane(0, 2),
    panel(corner(1), size, frame, ...axes(frame), dashed(diagonal), ...carried(map, 2)),
    caption(1, "ordered", "x[1] above x[0]"),
    panel(
      corner(2),
      size,
      corner0,
      ...axes(corner0),
      dashed(diagonal),
      ...carried(positiveMap, 1.5),
    ),
    caption(2, "positiveOrdered", "x[1] above x[0] above 0"),
  );
}

/** Three values seen along (1, 1, 1): x[0] to the lower left, x[1] to the lower right, x[2] up. */
const flattened = ([a, b, c]: Triple): Point => [
  (b - a) / Math.SQRT2,
  (2 * c - a - b) / Math.sqrt(6),
];

function hyperplanes(): string {
  const zeroSum = mapOf([3], sumToZero, [0, 1, 2]);
  const weights = mapOf([3], simplex, [0, 1, 2]);
  const [first, second, third] = [flattened([1, 0, 0]), flattened([0, 1, 0]), flattened([0, 0, 1])];
  const vertices = [first, second, third];
  const frame: Frame = { left: -0.85, right: 0.85, bottom: -0.62, top: 1.08 };
  const rays = vertices.map(([u, v]): Point[] => [
    [0, 0],
    [u * 9, v * 9],
  ]);
  const [x, y] = corner(2);
  return sheet(
    "Lines of the free plane, carried to values that sum to 0 and to the triangle of those that sum to 1",
    3,
    freePlane(0, 2),
    panel(
      corner(1),
      size,
      square(2.3),
      ...rays.map(dashed),
      ...carried((...own) => flattened(zeroSum(...own)), 2),
    ),
    caption(1, "sumToZero", "lengths stay as they are"),
    panel(
      corner(2),
      size,
      frame,
      area(vertices, "#f6f8fa"),
      line([...vertices, first], "#8c959f"),
      ...carried((...own) => flattened(weights(...own)), 2),
    ),
    text(x + 26, y + 178, "x[0]", "note"),
    text(x + SIDE - 26, y + 178, "x[1]", "note"),
    text(x + SIDE / 2, y + 20, "x[2]", "note"),
    caption(2, "simplex", "0 is the middle"),
  );
}

function directions(): string {
  const map = mapOf([2], unitVector, [0, 1]);
  const frame: Frame = { left: -3, right: 3, bottom: -1.9, top: 1.9 };
  const circle = steps(0, 2 * Math.PI, 96).map((t): Point => [Math.cos(t), Math.sin(t)]);
  const points: Point[] = [
    [2.4, 0.9],
    [1.2, 1.5],
    [0.2, 0.5],
    [-1.6, 1.4],
    [-2.6, -0.4],
    [-0.45, -0.35],
    [0.3, -1.6],
    [2.1, -1.2],
  ];
  return picture(
    "Points of the plane, carried along their rays to the circle",
    520,
    225,
    panel(
      [15, 15],
      [300, 190],
      frame,
      ...axes(frame),
      line(circle, "#8c959f"),
      ...points.map((y) => line([y, map(...y)], ink.pale, 1.2)),
      ...points.map((y) => dot(y, ink.first)),
      ...points.map((y) => dot(map(...y), ink.second)),
    ),
    `<circle cx="345" cy="56" r="4" fill="${ink.first}"/>`,
    note(358, 60, "y, free"),
    `<circle cx="345" cy="82" r="4" fill="${ink.second}"/>`,
    note(358, 86, "x, of length 1"),
    note(341, 120, "the length of y"),
    note(341, 138, "does not matter"),
  );
}

function correlations(): string {
  const two = mapOf([2, 2], choleskyCorrelation, [2, 3]);
  const three = mapOf([3, 3], choleskyCorrelation, [6, 7]);
  const arc: Frame = { left: -1.15, right: 1.15, bottom: -0.65, top: 1.65 };
  const half = steps(0, Math.PI, 64).map((t): Point => [Math.cos(t), Math.sin(t)]);
  const circle = steps(0, 2 * Math.PI, 96).map((t): Point => [Math.cos(t), Math.sin(t)]);
  const rows = steps(-2.5, 2.5, 10).map((y): Point => two(y));
  return sheet(
    "Rows of a Cholesky factor: points on half a circle, and the free plane carried to half a sphere",
    3,
    panel(
      corner(0),
      size,
      arc,
      ...axes(arc),
      line(half, "#8c959f"),
      ...rows.map((row) => line([[0, 0], row], ink.pale)),
      ...rows.map((row) => dot(row, ink.first)),
      dot([0, 1], ink.dark),
    ),
    caption(0, "x[1,0], x[1,1]", "a row of two, from one y"),
    freePlane(1, 2),
    panel(
      corner(2),
      size,
      square(1.15),
      line(circle, "#8c959f"),
      ...carried((...y) => three(0, ...y), 2),
    ),
    caption(2, "x[2,0], x[2,1]", "half a sphere from above"),
  );
}

function covariances(): string {
  const map = mapOf([2, 2], choleskyCovariance, [0, 2, 3]);
  const frame = square(2.6);
  const ellipse = (...y: readonly number[]): Point[] => {
    const [a, b, c] = map(...y);
    return steps(0, 2 * Math.PI, 96).map((t) => [
      a * Math.cos(t),
      b * Math.cos(t) + c * Math.sin(t),
    ]);
  };
  const one = (i: number, moved: number, label: string, more: string): string =>
    panel(
      corner(i),
      size,
      frame,
      ...axes(frame),
      ...steps(-0.8, 0.8, 4).map((own) => {
        const y = [0, 0, 0];
        y[moved] = own;
        if (own === 0) return line(ellipse(...y), ink.dark, 2);
        return line(ellipse(...y), own < 0 ? ink.first : ink.second, 1.4);
      }),
    ) + caption(i, label, more);
  return sheet(
    "Ellipses of covariance matrices: each free element changes them in its own way",
    3,
    one(0, 0, "y[0]", "x[0,0] = exp y[0]"),
    one(1, 1, "y[1]", "x[1,0] = y[1]"),
    one(2, 2, "y[2]", "x[1,1] = exp y[2]"),
  );
}

export const pictures: Record<string, string> = {
  relation: relation(),
  elements: elements(),
  ordered: ascending(),
  simplex: hyperplanes(),
  "unit-vector": directions(),
  "cholesky-correlation": correlations(),
  "cholesky-covariance": covariances(),
  mixture: drawMixture(),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, svg] of Object.entries(pictures)) {
    writeFileSync(new URL(`${file}.svg`, import.meta.url), svg);
  }
}
