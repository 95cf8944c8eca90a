/** Bands around a fitted curve: where it lies itself, and where new measurements lie. */
import type { TypedArray } from "ndarray";
import { viewMaker } from "../../internal/make-view.ts";
import { wrongNumber } from "../../internal/messages.ts";
import { betweenZeroAndOne, checkNumber } from "../../internal/numbers.ts";
import { checkOptions } from "../../internal/options.ts";
import { resolve } from "../../layout.ts";
import { tQuantile } from "../quantiles/t-quantile.ts";
import { standardErrorOf } from "../standard-error-of.ts";
import type { Uncertainty } from "../uncertainty.ts";
import type { BandOptions, BandPoint, PredictionOptions } from "./curve-options.ts";
import { modelResiduals, type Model } from "./model-residuals.ts";
import { readPlaces, readSigma, type Points } from "./read-data.ts";
import type { Parameters } from "./read-parameters.ts";

interface Fitted {
  readonly model: Model;
  readonly parameters: Parameters;
  readonly points: Points;
  /** The fit, on the free side. */
  readonly flat: Float64Array;
  readonly uncertainty: Uncertainty;
}

type Point = BandPoint<unknown, number | readonly number[] | TypedArray>;

/** The multiple of standard errors that an interval of a level reaches to each side. */
export const quantileOf = ({ isEstimated, freedom }: Uncertainty, level: number): number =>
  tQuantile(isEstimated ? Math.max(1, freedom) : Infinity, level);

export function openBands({ model, parameters, points, flat, uncertainty }: Fitted) {
  const outputs = points.rows.slots[0]!.shape[1];
  const { errorVariance } = uncertainty;

  /** The curve and its standard errors, a row for each x. */
  const curveAt = (call: string, xs: readonly unknown[]) => {
    const shape = outputs === undefined ? [xs.length] : [xs.length, outputs];
    const rows = resolve(call, { x: shape });
    const n = flat.length;
    const value = new Float64Array(rows.size);
    const data = new Float64Array(rows.size * n);
    const given = { ...points, xs, rows, y: value.slice(), sigma: value.map(() => 1) };
    const residuals = modelResiduals(call, model, parameters, given);
    residuals(flat.slice(), value, viewMaker(data)([rows.size, n], [n, 1], 0));
    const errors = value.map((_, i) =>
      standardErrorOf(data.subarray(i * n, i * n + n), uncertainty),
    );
    return { shape, value, errors };
  };

  /** Numbers in rows become numbers for each x, or lists of them. */
  const each = (row: Float64Array, i: number): number | readonly number[] =>
    outputs === undefined ? row[i]! : [...row.subarray(i * outputs, i * outputs + outputs)];

  const pointsOf = (
    xs: readonly unknown[],
    value: Float64Array,
    errors: Float64Array,
    reach: Float64Array,
  ): Point[] => {
    const lower = value.map((own, i) => own - reach[i]!);
    const upper = value.map((own, i) => own + reach[i]!);
    return xs.map((x, i) => ({
      x,
      value: each(value, i),
      standardError: each(errors, i),
      lower: each(lower, i),
      upper: each(upper, i),
    })) as Point[];
  };

  return {
    confidenceBand(x: unknown, options: BandOptions = {}): Point[] {
      const call = "confidenceBand";
      checkOptions(call, options, ["level"]);
      const quantile = readQuantile(call, options, uncertainty);
      const xs = readPlaces(call, x);
      const { value, errors } = curveAt(call, xs);
      return pointsOf(
        xs,
        value,
        errors,
        errors.map((own) => quantile * own),
      );
    },
    predictionBand(x: unknown, options: PredictionOptions<unknown> = {}): Point[] {
      const call = "predictionBand";
      checkOptions(call, options, ["level", "sigma"]);
      const quantile = readQuantile(call, options, uncertainty);
      const xs = readPlaces(call, x);
      const common = points.commonSigma;
      if (options.sigma === undefined && common === undefined) {
        const need = "be given, because it differs from measurement to measurement";
        throw wrongNumber(call, "sigma", need, "undefined");
      }
      const shape = outputs === undefined ? [xs.length] : [xs.length, outputs];
      const own = Math.sqrt(errorVariance) * (common ?? 1);
      const spread =
        options.sigma === undefined
          ? new Float64Array(shape.reduce((size, length) => size * length)).fill(own)
          : readSigma(call, options.sigma, shape);
      const { value, errors } = curveAt(call, xs);
      const reach = errors.map((e, i) => quantile * Math.sqrt(e * e + spread[i]! * spread[i]!));
      return pointsOf(xs, value, errors, reach);
    },
  };
}

function readQuantile(
  call: string,
  { level = 0.95 }: BandOptions,
  uncertainty: Uncertainty,
): number {
  checkNumber(call, "level", level, betweenZeroAndOne);
  return quantileOf(uncertainty, level);
}
