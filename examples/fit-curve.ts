/**
 * The rate of a reaction at concentrations of its substrate, by an enzyme that was treated with
 * puromycin or not. Treatment changes the largest rate, and both treatments share the concentration
 * k at which half of it is reached: from the data to a report, and to a picture.
 *
 *     node --import tsx/esm examples/fit-curve.ts --picture build/fit-curve.svg
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { fitCurve } from "ndarray-params/fit";
import { readOptions, reportOption, runProgram } from "./support/options.ts";
import {
  band,
  curve,
  dots,
  ink,
  plot,
  steps,
  words,
  type Part,
  type Point,
} from "./support/plot.ts";
import { rates, runs, type Run } from "./support/puromycin.ts";
import { checkReport, fitPage, writeReport } from "./support/report.ts";

/** v = vm·c/(k + c).  Michaelis & Menten 1913 */
export const fit = fitCurve({
  template: { treated: [], untreated: [], k: [] },
  model: ({ treated, untreated, k }, run: Run) =>
    ((run.treated ? treated : untreated) * run.concentration) / (k + run.concentration),
  x: runs,
  y: rates,
  start: { treated: 200, untreated: 150, k: 0.1 },
  bounds: { k: { lower: 0 } },
});

/** The data and the curve of one treatment, with its band. */
function partsOf(treated: boolean, color: string): Part[] {
  const xs = steps(0, 1.2, 80).map((concentration) => ({ concentration, treated }));
  const points = fit.confidenceBand(xs);
  const line = (side: "lower" | "value" | "upper"): Point[] =>
    points.map((point) => [point.x.concentration, point[side]]);
  const data = runs.flatMap((run, i): Point[] =>
    run.treated === treated ? [[run.concentration, rates[i]!]] : [],
  );
  return [
    band(line("lower"), line("upper"), color, 0.2),
    curve(line("value"), color),
    dots(data, color, treated ? color : "#ffffff"),
  ];
}

export const picture = (): string =>
  plot("Rates of both treatments, their fitted curves and the bands of 95 %", [640, 380], {
    x: { from: 0, to: 1.2, ticks: steps(0, 1.2, 6), label: "concentration, ppm" },
    y: { from: 0, to: 230, ticks: steps(0, 200, 4), label: "rate, counts/min²" },
    parts: [
      ...partsOf(true, ink.first),
      ...partsOf(false, ink.second),
      words([0.72, 172], "treated", ink.first),
      words([0.72, 128], "untreated", ink.second),
    ],
  });

function main(): void {
  const options = readOptions("Fits two curves with a shared parameter to enzyme kinetics.", {
    picture: { help: "where to write the picture, an SVG" },
    report: reportOption,
  });
  checkReport(options.report);
  const intervals = { k: fit.profileInterval("k") };
  const text = fit.report({ intervals, correlations: 0.5 });
  console.log(text);
  const title = "Puromycin: two treatments with one k";
  const { values, standardErrors } = fit;
  const draw = (): string =>
    fitPage({ title, options, values, standardErrors, report: text, picture: picture() });
  writeReport(options.report, draw, "npm run fit --");
  if (options.picture === undefined) return;
  mkdirSync(dirname(options.picture), { recursive: true });
  writeFileSync(options.picture, picture());
  console.log(`the picture is in ${options.picture}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
