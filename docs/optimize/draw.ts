/**
 * Draws the picture of docs/optimize.md: the paths of rules through Rosenbrock's valley.
 *
 *     node --import tsx/esm docs/optimize/draw.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  adam,
  conjugateGradient,
  gradientDescent,
  lbfgs,
  rprop,
  type Info,
} from "ndarray-params/optimize";

const pair = (flat: Float64Array): [x: number, y: number] => [...flat] as [number, number];

type Loop = (flat: Float64Array) => Iterable<Info<Float64Array, object>>;

/** f(x, y) = 100·(y - x²)² + (1 - x)².  Rosenbrock 1960 */
function valley(flat: Float64Array, gradient: Float64Array): number {
  const [x, y] = pair(flat);
  const bend = y - x * x;
  gradient[0] = -400 * x * bend - 2 * (1 - x);
  gradient[1] = 200 * bend;
  return 100 * bend * bend + (1 - x) * (1 - x);
}

const rules: readonly [name: string, color: string, loop: Loop][] = [
  [
    "gradientDescent, momentum 0.9",
    "#8c959f",
    (flat) => gradientDescent(flat, valley, { stepRate: 5e-4, momentum: 0.9 }),
  ],
  ["adam, stepRate 0.05", "#2f6fb0", (flat) => adam(flat, valley, { stepRate: 0.05 })],
  ["rprop", "#3c8a4a", (flat) => rprop(flat, valley)],
  ["conjugateGradient", "#b36a1c", (flat) => conjugateGradient(flat, valley)],
  ["lbfgs", "#a8324a", (flat) => lbfgs(flat, valley)],
];

const [left, right, bottom, top] = [-1.9, 1.6, -0.5, 1.9];
const scale = 100;
const [width, height] = [(right - left) * scale, (top - bottom) * scale];
const place = (x: number, y: number): [string, string] => [
  ((x - left) * scale).toFixed(1),
  ((top - y) * scale).toFixed(1),
];
const at = (x: number, y: number): string => place(x, y).join(" ");

/** Drops points that are less than half a pixel from the last one kept. */
function thinned(points: readonly [string, string][]): [string, string][] {
  const kept = points.slice(0, 1);
  for (const point of points) {
    const [x, y] = kept.at(-1)!;
    if (Math.hypot(Number(point[0]) - Number(x), Number(point[1]) - Number(y)) >= 0.5) {
      kept.push(point);
    }
  }
  return kept;
}

/** The closed line on which f is c: y = x² ± √(c - (1 - x)²)/10. */
function contour(c: number): string {
  const from = Math.max(1 - Math.sqrt(c), left - 0.1);
  const to = Math.min(1 + Math.sqrt(c), right + 0.1);
  const along = Array.from({ length: 81 }, (_, i) => {
    const part = (1 - Math.cos((Math.PI * i) / 80)) / 2; // more points at the ends, which are round
    return from + (to - from) * part;
  });
  const side = (sign: number) => (x: number) =>
    at(x, x * x + (sign * Math.sqrt(Math.max(0, c - (1 - x) ** 2))) / 10);
  const line = [...along.map(side(1)), ...along.toReversed().map(side(-1))];
  return `<path class="level" d="M${line.join(" L")} Z"/>`;
}

/** Each rule has a panel: all paths follow the valley, and would hide each other in one. */
const COLUMNS = 2;
const [gap, caption] = [10, 42];
const corner = (panel: number): [x: number, y: number] => [
  gap + (panel % COLUMNS) * (width + gap),
  gap + Math.floor(panel / COLUMNS) * (height + caption),
];

/** The path until the loss is below 1e-6, and how many evaluations that took. */
function trace([name, color, loop]: (typeof rules)[number], panel: number): string {
  const flat = Float64Array.of(-1.2, 1);
  const points = [place(-1.2, 1)];
  let spent = 0;
  for (const { loss, evaluations } of loop(flat)) {
    points.push(place(...pair(flat)));
    spent = evaluations;
    if (loss < 1e-6) break;
  }
  const shown = thinned(points);
  const dots = points.slice(0, 41).map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="2"/>`);
  const [x, y] = corner(panel);
  return [
    `<g transform="translate(${x} ${y})"><g clip-path="url(#frame)"><use href="#levels"/>`,
    `<path class="trace" stroke="${color}" d="M${shown.map((p) => p.join(" ")).join(" L")}"/><g fill="${color}">${dots.join("")}</g>`,
    `<use href="#goal"/></g><rect class="edge" width="${width}" height="${height}"/>`,
    `<text y="${height + 18}">${name}</text><text class="count" x="${width}" y="${height + 18}">${spent} evaluations</text></g>`,
  ].join("\n");
}

const title = "Paths of five rules from (-1.2, 1) through Rosenbrock's valley to (1, 1)";
const whole = gap + COLUMNS * (width + gap);
const full = gap + Math.ceil(rules.length / COLUMNS) * (height + caption);
const [goalX, goalY] = place(1, 1);
const [keyX, keyY] = corner(rules.length);
const key = [
  "Each path starts at (-1.2, 1). It ends at the",
  "circle, when the objective is below 1e-6.",
  "The dots are the start and 40 iterations.",
  "The darker the blue, the lower the objective.",
].map((line, i) => `<text class="key" x="${keyX + 20}" y="${keyY + 40 + 22 * i}">${line}</text>`);

export const valleySvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${full}" width="${whole}" height="${full}" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12">
<title>${title}</title>
<style>text{fill:#24292f}.count{text-anchor:end}.count,.key{fill:#57606a}.level{fill:#2f6fb0;fill-opacity:.05;stroke:#b8c7d6;stroke-width:.6}.trace{fill:none;stroke-width:1.4;stroke-linejoin:round}.edge{fill:none;stroke:#b8c7d6}</style>
<rect width="${whole}" height="${full}" rx="6" fill="#ffffff"/>
<defs>
<clipPath id="frame"><rect width="${width}" height="${height}"/></clipPath>
<g id="levels">
${[1000, 400, 150, 50, 15, 4, 1, 0.2].map(contour).join("\n")}
</g>
<circle id="goal" cx="${goalX}" cy="${goalY}" r="5" fill="none" stroke="#24292f" stroke-width="1.5"/>
</defs>
${rules.map(trace).join("\n")}
${key.join("\n")}
</svg>
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("valley.svg", import.meta.url), valleySvg);
}
