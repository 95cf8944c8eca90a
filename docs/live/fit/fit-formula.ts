/** Makes a fit of data and a formula, in the page and in Node. */
import { stream } from "ndarray-params/initialize";
import { fitCurve } from "ndarray-params/fit";
import type { Formula } from "./parse-formula.ts";
import type { Columns } from "./read-columns.ts";

type Numbers = Readonly<Record<string, number>>;

/** Draws starts of all sizes and both signs, and returns the one whose curve is nearest. */
export function guessStart({ names, valueAt }: Formula, { x, y }: Columns): Record<string, number> {
  const random = stream("starts");
  let [best, least] = [Object.fromEntries(names.map((name) => [name, 1])), Infinity];
  for (let draw = 0; draw < 3000; draw++) {
    const drawn = Object.fromEntries(names.map((name) => [name, draw === 0 ? 1 : rounded(random)]));
    const squares = x.reduce((sum, one, i) => sum + (valueAt(drawn, one) - y[i]!) ** 2, 0);
    if (squares < least) [best, least] = [drawn, squares];
  }
  return best;
}

/** ±10^u with u even between -4 and 4, to two digits, positive three times out of four. */
function rounded(random: () => number): number {
  const size = 10 ** (8 * random() - 4);
  return Number((random() < 0.25 ? -size : size).toPrecision(2));
}

export interface FormulaFit {
  readonly values: Numbers;
  readonly standardErrors: Numbers;
  readonly report: string;
  readonly reason: string;
  /** The curve and its band of 95 %, at equal steps. */
  readonly band: readonly BandAt[];
}

export interface BandAt {
  readonly x: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

const STEPS = 160;

/** @throws what the library throws for data or starts that it refuses */
export function fitFormula(
  { names, valueAt }: Formula,
  { x, y }: Columns,
  start: Numbers,
): FormulaFit {
  if (names.length === 0) throw new RangeError("the formula has no parameter to fit");
  const fit = fitCurve({
    template: Object.fromEntries(names.map((name) => [name, [] as const])),
    model: (parameters: Numbers, at: number) => valueAt(parameters, at),
    x,
    y,
    start,
  });
  const [from, to] = [Math.min(...x), Math.max(...x)];
  const reach = (to - from) / 40;
  // Quantities that are never negative have no curve below 0.
  const first = from >= 0 ? Math.max(0, from - reach) : from - reach;
  const places = Array.from(
    { length: STEPS + 1 },
    (_, i) => first + ((to + reach - first) * i) / STEPS,
  ).filter((at) => Number.isFinite(valueAt(fit.values, at)));
  return {
    values: fit.values,
    standardErrors: fit.standardErrors,
    report: fit.report({ correlations: 0.5 }),
    reason: fit.end.reason,
    band: fit.confidenceBand(places),
  };
}
