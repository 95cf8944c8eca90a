/**
 * A run as one page that opens from disk: its options, its losses, pictures of its weights and the
 * table of its leaves. The page loads nothing and runs nothing; its numbers are there as JSON too.
 */
import { accessSync, constants, mkdirSync, statSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname } from "node:path";
import type { NdArray } from "ndarray";
import { tableOf, type Layout } from "ndarray-params";
import { weightImage } from "./weight-image.ts";
import { curve, dots, ink, plot, steps, words, type Axis, type Point } from "./plot.ts";

/** A matrix with a row for each pixel of a square; each of the first `columns` becomes a picture. */
export interface Weights {
  readonly name: string;
  readonly matrix: NdArray<Float64Array>;
  readonly columns: number;
}

export interface Run {
  readonly title: string;
  readonly options: Readonly<Record<string, string | number | undefined>>;
  /** The loss of each iteration, on its own batch. */
  readonly losses: readonly number[];
  /** Losses and accuracies on digits that the run does not learn from, by iteration. */
  readonly held: readonly Held[];
  readonly layout: Layout;
  readonly flat: NdArray<Float64Array>;
  readonly weights: Weights;
}

export interface Held {
  readonly name: string;
  readonly iteration: number;
  readonly loss: number;
  readonly accuracy: number;
}

/** Refuses a file that could not be written, before a run has taken its time. Makes its folder. */
export function checkReport(file: string | undefined): void {
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  const there = statSync(file, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) throw new RangeError(`--report ${file} is a folder`);
  accessSync(there === undefined ? dirname(file) : file, constants.W_OK);
}

/** Writes the page of a run, or says how to get it. */
export function writeReport(file: string | undefined, draw: () => string, command: string): void {
  if (file === undefined) return console.log(`${command} --report run.html draws this run`);
  writeFileSync(file, draw());
  console.log(`the report is in ${file}`);
}

/** The page of a run that has learned. */
export function runPage({ title, options, losses, held, layout, flat, weights }: Run): string {
  const numbers = { title, options: stated(options), machine: machine(), losses, held };
  const last = held.at(-1)!;
  return page(title, numbers, [
    `<p class="lead">${last.name}: loss ${last.loss.toFixed(4)}, accuracy <strong>${last.accuracy.toFixed(4)}</strong> after ${losses.length} iterations</p>`,
    section("Loss", lossCurves(losses, held)),
    section(
      weights.name,
      `<div class="weights">${picturesOf(weights)}</div><p>White is 0, and the darkest red and blue are 3 standard deviations above and below it.</p>`,
    ),
    section("Leaves", `<pre>${escaped(tableOf(layout, flat))}</pre>`),
    section("Options", definitions({ ...stated(options), ...machine() })),
  ]);
}

export interface FittedCurve {
  readonly title: string;
  readonly options: Run["options"];
  readonly values: object;
  readonly standardErrors: object;
  /** The report as text, and the picture as SVG. */
  readonly report: string;
  readonly picture: string;
}

/** The page of a fit. */
export function fitPage({ title, options, values, standardErrors, report, picture }: FittedCurve) {
  const own = { options: stated(options), machine: machine() };
  return page(title, { title, ...own, values, standardErrors }, [
    section("Data, curves and bands of 95 %", picture),
    section("Report", `<pre>${escaped(report)}</pre>`),
    section("Options", definitions({ ...own.options, ...own.machine })),
  ]);
}

/** A page with sections, and with numbers as JSON for those who would read them by a program. */
function page(title: string, numbers: object, sections: readonly string[]): string {
  const json = JSON.stringify(numbers).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
<main>
<h1>${escaped(title)}</h1>
${sections.join("\n")}
</main>
<script type="application/json" id="run">${json}</script>
</html>
`;
}

const section = (name: string, content: string): string =>
  `<section><h2>${escaped(name)}</h2>\n${content}\n</section>`;

/** Names and values, such as options. */
const definitions = (values: Readonly<Record<string, unknown>>): string =>
  `<dl>${Object.entries(values)
    .map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(String(value))}</dd>`)
    .join("")}</dl>`;

const machine = (): { machine: string; node: string } => ({
  machine: cpus()[0]?.model ?? "unknown",
  node: process.version,
});

/** The options that have a value. */
const stated = (
  options: Readonly<Record<string, string | number | undefined>>,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const POINTS = 600; // as many as the picture has pixels

/** Means of equal runs of iterations, so that long runs stay legible and small. */
function thinned(losses: readonly number[]): Point[] {
  const width = Math.ceil(losses.length / POINTS);
  return Array.from({ length: Math.ceil(losses.length / width) }, (_, i) => {
    const part = losses.slice(i * width, (i + 1) * width);
    return [i * width + (part.length + 1) / 2, part.reduce((sum, x) => sum + x, 0) / part.length];
  });
}

function lossCurves(losses: readonly number[], held: readonly Held[]): string {
  const points = thinned(losses);
  const { name } = held[0]!;
  const own = held
    .filter((one) => one.name === name)
    .map(({ iteration, loss }): Point => [iteration, loss]);
  const y = decades([...points, ...own].map(([, loss]) => loss));
  const end = Math.max(losses.length, 1);
  return plot("The loss of each batch, and the loss on held-out digits", [720, 360], {
    x: { from: 0, to: end, ticks: ticksTo(end), label: "iteration" },
    y: { ...y, scale: "log", label: "loss" },
    parts: [
      curve(points, ink.first),
      curve(own, ink.second, "4 3"),
      dots(own, ink.second),
      words([0.78 * end, y.to / (y.to / y.from) ** 0.08], "batches", ink.first),
      words([0.78 * end, y.to / (y.to / y.from) ** 0.16], name, ink.second),
    ],
  });
}

/** The range of an axis in powers: from 1, 2 or 5 times one of ten to another, and those between. */
function decades(values: readonly number[]): Pick<Axis, "from" | "to" | "ticks"> {
  const most = Math.max(...values);
  const least = Math.max(Math.min(...values), 1e-6 * most);
  const ticks: number[] = [];
  for (let k = Math.floor(Math.log10(least)); k <= Math.ceil(Math.log10(most)); k++) {
    for (const digit of [1, 2, 5]) ticks.push(Number(`${digit}e${k}`));
  }
  const first = ticks.findLastIndex((tick) => tick <= least);
  const last = ticks.findIndex((tick) => tick >= most);
  const inside = ticks.slice(first, Math.max(last, first + 1) + 1);
  return { from: inside[0]!, to: inside.at(-1)!, ticks: inside };
}

/** The next of 1, 2, 4, 8 times a power of ten, so that quarters of it are short. */
function roundUp(x: number): number {
  const power = 10 ** Math.floor(Math.log10(x));
  return ([1, 2, 4, 8].find((digit) => digit * power >= x) ?? 10) * power || 1;
}

/** Whole numbers up to the end, at most six. */
function ticksTo(end: number): number[] {
  const step = Math.max(1, roundUp(end / 5));
  return steps(0, Math.floor(end / step), Math.floor(end / step)).map((i) => i * step);
}

function picturesOf({ name, matrix, columns }: Weights): string {
  return Array.from({ length: columns }, (_, j) => {
    const source = weightImage(matrix.pick(null, j));
    return `<figure><img src="${source}" width="84" height="84" alt="${escaped(name)}, ${j}"><figcaption>${j}</figcaption></figure>`;
  }).join("");
}

const style = `
:root { color-scheme: light dark; --ink: #24292f; --soft: #57606a; --ground: #ffffff; --line: #d0d7de; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --ground: #16181d; --line: #3d444d; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; }
p, figcaption { color: var(--soft); } .lead { font-size: 1.1rem; } strong { color: var(--ink); }
svg { max-width: 100%; height: auto; }
.weights { display: grid; grid-template-columns: repeat(10, minmax(0, 84px)); gap: .75rem; }
@media (max-width: 40rem) { .weights { grid-template-columns: repeat(5, minmax(0, 84px)); } }
figure { margin: 0; text-align: center; } figcaption { font-size: .85rem; }
img { image-rendering: pixelated; display: block; border-radius: 4px; width: 100%; height: auto; }
pre { overflow-x: auto; font: 13px/1.6 ui-monospace, Menlo, Consolas, monospace; margin: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
`;
