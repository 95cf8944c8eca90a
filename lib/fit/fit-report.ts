import type { NdArray } from "ndarray";
import { alignedText, short } from "../internal/aligned-text.ts";
import { nameOf, wrongKind, wrongNumber } from "../internal/messages.ts";
import { atLeastZero, betweenZeroAndOne, checkNumber } from "../internal/numbers.ts";
import { checkOptions, isRecord } from "../internal/options.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { suggest } from "../internal/nearest.ts";
import { covarianceOfValues } from "./covariance/covariance-of-values.ts";
import type { ProfileInterval } from "./profile-interval.ts";
import { tQuantile } from "./quantiles/t-quantile.ts";
import { counted, decimalsFor, fixed } from "./report/digits.ts";
import { noteOf } from "./report/notes.ts";
import type { Uncertainty } from "./uncertainty.ts";

/** The part of the result of `constrain` that a report takes. */
export interface FitConstraint {
  readonly free: Layout;
  readonly values: Layout;
  readonly forward: (y: Flat, x: Flat) => unknown;
  readonly covariance: (y: Flat, covariance: NdArray<Float64Array>) => NdArray<Float64Array>;
}

export interface FitReport {
  readonly flat: Flat;
  /** The template of the flat, or that of the values if there is a `constraint`. */
  readonly template: Template | Layout;
  readonly uncertainty: Uncertainty;
  /** The result of `constrain(template, …)`, if the flat is its free side. */
  readonly constraint?: FitConstraint;
  /** Profile intervals by label. */
  readonly intervals?: Readonly<Record<string, ProfileInterval>>;
  /** The confidence level of the other intervals; 0.95 by default. */
  readonly level?: number;
  /** Correlations of at least this size are listed; 0.9 by default. */
  readonly correlations?: number;
}

/** The most rows of the table, and the most correlations. */
const MOST_ROWS = 50;
const MOST_CORRELATIONS = 10;

/**
 * A fit as a table for people: a line for each element with its estimate, its standard error and
 * its interval, and below it what the errors rest on. Numbers have as many digits as their standard
 * errors justify. Programs should read the objects instead.
 *
 * @throws TypeError, RangeError naming the option
 * @example
 * console.log(fitReport({ flat, template: line, uncertainty: u }));
 */
export function fitReport(fit: FitReport): string {
  const call = "fitReport";
  checkOptions(call, fit, [
    "flat",
    "template",
    "uncertainty",
    "constraint",
    "intervals",
    "level",
    "correlations",
  ]);
  const { uncertainty: u, intervals = {}, level = 0.95, correlations = 0.9, constraint } = fit;
  if (typeof u !== "object" || u === null || !("standardErrors" in u)) {
    throw wrongKind(call, "uncertainty", "be what uncertainty returned", u);
  }
  checkNumber(call, "level", level, betweenZeroAndOne);
  checkNumber(call, "correlations", correlations, atLeastZero);
  if (constraint !== undefined && typeof constraint?.forward !== "function") {
    throw wrongKind(call, "constraint", "be what constrain returned", constraint);
  }
  const given = readFloats(call, "flat", fit.flat, u.standardErrors.length, "template needs");
  const layout = resolve(call, fit.template);
  const labelOf = (i: number): string => labelAt(layout, i);
  const estimates = new Float64Array(layout.size);
  if (constraint !== undefined && constraint.values.size !== layout.size) {
    const need = `have the ${constraint.values.size} elements of the constraint's values`;
    throw wrongNumber(call, "template", need, layout.size);
  }
  checkIntervals(
    call,
    intervals,
    Array.from(estimates, (_, i) => labelOf(i)),
  );
  if (constraint !== undefined) constraint.forward(fit.flat, estimates);
  else {
    readFloats(call, "flat", fit.flat, layout.size);
    for (let i = 0; i < given.size; i++)
      estimates[i] = given.data[given.offset + i * given.stride]!;
  }
  const covariance = covarianceOfValues(constraint, fit.flat, u);
  const errors = estimates.map((_, i) => Math.sqrt(covariance.get(i, i)));
  const quantile = tQuantile(u.isEstimated ? Math.max(1, u.freedom) : Infinity, level);
  const rows = [...estimates.subarray(0, MOST_ROWS)].map((estimate, i) => {
    const label = labelOf(i);
    const profile = Object.hasOwn(intervals, label) ? intervals[label] : undefined;
    const note = constraint === undefined ? noteOf(i, u, labelOf, profile) : "";
    return [label, ...figures(estimate, errors[i]!, quantile, profile), note];
  });
  const head = ["path", "estimate", "std. error", "rel.", `${short(100 * level, 4)} % interval`];
  const table = alignedText([[...head, "note"], ...rows], (column) => column > 0 && column < 4);
  const more = estimates.length - MOST_ROWS;
  return [
    table,
    ...(more > 0 ? [`and ${more} more`] : []),
    "",
    ...summary(u),
    ...correlated(covariance, errors, correlations, labelOf),
  ].join("\n");
}

/** Refuses intervals of no element, which the table would leave out. */
function checkIntervals(call: string, intervals: unknown, labels: readonly string[]): void {
  if (!isRecord(intervals)) {
    throw wrongKind(call, "intervals", "be a record of profile intervals by label", intervals);
  }
  for (const [label, own] of Object.entries(intervals)) {
    if (!labels.includes(label)) {
      const near = suggest(label, labels);
      throw new RangeError(`${call}: intervals have no element ${nameOf(label)}${near}`);
    }
    const { lower, upper } = (own ?? {}) as Partial<ProfileInterval>;
    if (typeof lower === "number" && typeof upper === "number") continue;
    throw wrongKind(call, `intervals.${label}`, "be what profileInterval returned", own);
  }
}

function figures(
  estimate: number,
  error: number,
  quantile: number,
  profile: ProfileInterval | undefined,
): string[] {
  const decimals = decimalsFor(error);
  const interval = profile ?? {
    lower: estimate - quantile * error,
    upper: estimate + quantile * error,
  };
  const isKnown = error > 0 && error < Infinity;
  const limits = [interval.lower, interval.upper].map((v) => fixed(v, decimals)).join(" .. ");
  return [
    fixed(estimate, decimals),
    isKnown ? fixed(error, decimals) : error === Infinity ? "undetermined" : "",
    isKnown && estimate !== 0 ? `${short((100 * error) / Math.abs(estimate), 2)} %` : "",
    isKnown || profile !== undefined ? limits : "",
  ];
}

function summary(u: Uncertainty): string[] {
  const { rows, rank, freedom, loss, errorVariance, isEstimated, largest, lossName } = u;
  const total =
    lossName === "leastSquares"
      ? `sum of squares ${short(2 * loss, 5)}`
      : `loss ${short(loss, 5)} (${lossName})`;
  const known = isEstimated ? "estimated from the residuals" : "given";
  const size = Math.abs(largest.r) / Math.sqrt(errorVariance);
  return [
    `${counted(rows, "residual")}, ${rank} free, ${counted(freedom, "degree")} of freedom; ${total}`,
    Number.isNaN(errorVariance)
      ? "no error variance: there are as many free elements as residuals"
      : `error variance ${short(errorVariance, 4)}, ${known}`,
    ...(size > 3
      ? [`largest residual ${largest.label}: ${short(size, 2)} standard deviations`]
      : []),
  ];
}

/** The correlations of at least the size `least`, the largest first. */
function correlated(
  covariance: NdArray<Float64Array>,
  errors: Float64Array,
  least: number,
  labelOf: (index: number) => string,
): string[] {
  const pairs: { names: string; size: number; value: number }[] = [];
  for (let i = 0; i < errors.length; i++) {
    for (let j = 0; j < i; j++) {
      const value = covariance.get(i, j) / errors[i]! / errors[j]!;
      const size = Math.abs(value);
      if (size >= least) pairs.push({ names: `${labelOf(j)}, ${labelOf(i)}`, size, value });
    }
  }
  if (pairs.length === 0) return [];
  pairs.sort((a, b) => b.size - a.size);
  const texts = pairs
    .slice(0, MOST_CORRELATIONS)
    .map(({ names, value }) => `${names} ${value.toFixed(2)}`);
  const more = pairs.length - texts.length;
  const rest = more > 0 ? `; and ${more} more` : "";
  return [`correlations of at least ${short(least, 4)}: ${texts.join("; ")}${rest}`];
}
