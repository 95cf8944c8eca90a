/**
 * Draws the pictures of docs/fit.md.
 *
 *     node --import tsx/esm docs/fit/draw.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fitCurve, huber, type BandPoint } from "ndarray-params/fit";
import {
  band,
  curve,
  dots,
  ink,
  plot,
  steps,
  words,
  type Axis,
  type Part,
  type Point,
} from "../../examples/support/plot.ts";
import { rates, runs } from "../../examples/support/puromycin.ts";

/** The first twelve runs are those of the treated enzyme. */
const x = runs.slice(0, 12).map(({ concentration }) => concentration);
const y = rates.slice(0, 12);
const treated = y.map((rate, i): Point => [x[i] ?? NaN, rate]);
const puromycin = {
  template: { vm: [], k: [] },
  model: ({ vm, k }: { vm: number; k: number }, at: number): number => (vm * at) / (k + at),
  start: { vm: 200, k: 0.1 },
} as const;

const places = steps(0, 1.2, 80);
const concentrations: Axis = {
  from: 0,
  to: 1.2,
  ticks: steps(0, 1.2, 6),
  label: "concentration, ppm",
};
const ratesUpTo = (to: number): Axis => ({
  from: 0,
  to,
  ticks: steps(0, to - (to % 50), Math.floor(to / 50)),
  label: "rate, counts/min²",
});

type Band = readonly BandPoint<number, number>[];
const side = (points: Band, name: "lower" | "value" | "upper"): Point[] =>
  points.map((point) => [point.x, point[name]]);
const filled = (points: Band, color: string, opacity: number): Part =>
  band(side(points, "lower"), side(points, "upper"), color, opacity);

function bands(): string {
  const fit = fitCurve({ ...puromycin, x, y });
  const points = fit.confidenceBand(places);
  return plot("Data, the fitted curve, its band, and the band of new measurements", [640, 380], {
    x: concentrations,
    y: ratesUpTo(260),
    parts: [
      filled(fit.predictionBand(places), ink.first, 0.12),
      filled(points, ink.first, 0.28),
      curve(side(points, "value"), ink.first),
      dots(treated, ink.dark),
      words([0.3, 238], "95 % of new measurements", ink.first),
      words([0.45, 138], "the curve, with its 95 % band", ink.first),
    ],
  });
}

/** The biochemical oxygen demand of a river.  Marske 1967; Bates & Watts 1988, A1.4 */
const bod = {
  template: { asymptote: [], rate: [] },
  model: ({ asymptote, rate }: { asymptote: number; rate: number }, day: number): number =>
    asymptote * (1 - Math.exp(-rate * day)),
  x: [1, 2, 3, 4, 5, 7],
  y: [8.3, 10.3, 19, 16, 15.6, 19.8],
} as const;

function profiles(): string {
  const fit = fitCurve({ ...bod, start: { asymptote: 20, rate: 0.5 } });
  const { loss, errorVariance } = fit.uncertainty;
  const panel = (name: "asymptote" | "rate", axis: Axis) => {
    const [center, error] = [fit.values[name], fit.standardErrors[name]];
    let start = fit.values;
    const heightAt = (value: number): Point => {
      const held = fitCurve({ ...bod, start: { ...start, [name]: value }, fixed: [name] });
      start = held.values;
      return [value, (2 * (held.uncertainty.loss - loss)) / errorVariance];
    };
    const values = steps(axis.from, axis.to, 60);
    const up = values.filter((value) => value >= center).map(heightAt);
    start = fit.values;
    const down = values
      .filter((value) => value < center)
      .toReversed()
      .map(heightAt);
    const { lower, upper } = fit.profileInterval(name);
    const level = 2.7764451051977934 ** 2; // t of 4 degrees of freedom, squared
    return {
      x: axis,
      y: { from: 0, to: 12, ticks: steps(0, 12, 4), label: "rise of the loss, in s²" },
      parts: [
        curve(
          [
            [axis.from, level],
            [axis.to, level],
          ],
          ink.dark,
          "2 4",
        ),
        curve(
          values.map((value) => [value, ((value - center) / error) ** 2]),
          ink.second,
          "7 5",
        ),
        curve([...down.toReversed(), [center, 0], ...up], ink.first),
        dots(
          [
            [lower, level],
            [upper, level],
          ],
          ink.first,
        ),
        dots(
          [
            [center - 2.7764451051977934 * error, level],
            [center + 2.7764451051977934 * error, level],
          ],
          ink.second,
          "#ffffff",
        ),
        words([axis.from + 0.62 * (axis.to - axis.from), 4], "profile", ink.first),
        words([axis.from + 0.64 * (axis.to - axis.from), 10.6], "parabola", ink.second),
      ],
    };
  };
  return plot(
    "The profiles of both parameters of BOD, beside the parabolas that standard errors stand for",
    [680, 340],
    panel("asymptote", { from: 10, to: 42, ticks: steps(10, 40, 3), label: "asymptote, mg/l" }),
    panel("rate", { from: 0.1, to: 2, ticks: steps(0.5, 2, 3), label: "rate, 1/day" }),
  );
}

function outliers(): string {
  const slip = y.with(9, 102); // 201 with its digits in another order
  const data = treated.map(([at], i): Point => [at, slip[i]!]);
  const curveOf = (more: object): Point[] =>
    side(fitCurve({ ...puromycin, x, y: slip, ...more }).confidenceBand(places), "value");
  return plot("One outlier, with least squares and with huber", [640, 380], {
    x: concentrations,
    y: ratesUpTo(230),
    parts: [
      curve(curveOf({}), ink.second, "7 5"),
      curve(curveOf({ loss: huber(10) }), ink.first),
      dots(
        data.filter((_, i) => i !== 9),
        ink.dark,
      ),
      dots(data.slice(9, 10), ink.dark, "#ffffff"),
      words([0.6, 102], "an outlier", ink.dark),
      words([0.72, 166], "least squares", ink.second),
      words([0.3, 198], "huber", ink.first),
    ],
  });
}

export const pictures: Record<string, string> = {
  bands: bands(),
  profiles: profiles(),
  outliers: outliers(),
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, svg] of Object.entries(pictures)) {
    writeFileSync(new URL(`${file}.svg`, import.meta.url), svg);
  }
}
