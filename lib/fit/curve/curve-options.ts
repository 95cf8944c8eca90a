/** The types of `fitCurve`: what it takes, and what it returns. */
import type { NdArray, TypedArray } from "ndarray";
import type { BranchesUnder, LabelsUnder, LeavesUnder } from "../../algebra/internal/path-types.ts";
import type { Nested } from "../../algebra/internal/leaf-values.ts";
import type { ValuesOf } from "../../algebra/values-of.ts";
import type { FlatData } from "../../internal/arrays.ts";
import type { Layout } from "../../layout.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import type { EndOf } from "../../optimize/run/end.ts";
import type { Template } from "../../template.ts";
import type { TemplateBehind } from "../../tree.ts";
import type { FitConstraint, FitReport } from "../fit-report.ts";
import type { ResidualLoss } from "../losses.ts";
import type { ProfileInterval } from "../profile-interval.ts";
import type { StepReason } from "../step/solver.ts";
import type { Uncertainty } from "../uncertainty.ts";

/** The value of a model at one x: a number, or one for each of several outputs. */
export type ModelValue = number | readonly number[] | TypedArray;

/** Limits of a leaf, or of all leaves below a path; the same for all elements if they are numbers. */
export interface LeafBounds {
  readonly lower?: Nested | TypedArray | NdArray<FlatData>;
  readonly upper?: Nested | TypedArray | NdArray<FlatData>;
}

/** The part of the result of `constrain` that `fitCurve` takes. */
export interface CurveConstraints extends FitConstraint {
  /** The paths of the leaves that have a constraint. */
  readonly constrained: readonly string[];
  readonly inverse: (x: Float64Array, y: Float64Array) => void;
  readonly residuals: (f: Residuals<Float64Array>) => Residuals<Float64Array>;
}

/** The result of a model if each x has such a number, or such a row of numbers, in y. */
type ValueFor<Y> = [Y] extends [number] ? number : readonly number[] | TypedArray;

/** Numbers beside y, such as standard deviations. */
export type Beside<Y> = ArrayLike<ValueFor<Y>> | NdArray<FlatData>;

type PathIn<T> = LeavesUnder<TemplateBehind<T>> | BranchesUnder<TemplateBehind<T>>;

export interface CurveOptions<T, X, Y> {
  /** The parameters: names and shapes. */
  readonly template: T;
  /** The value at one x. A scalar is a number, and every other leaf nested arrays; all are frozen. */
  readonly model: (parameters: ValuesOf<NoInfer<T>>, x: NoInfer<X>) => ValueFor<NoInfer<Y>>;
  /** The points, of which the model gets one at a time: numbers, or anything else. */
  readonly x: ArrayLike<X> | NdArray<FlatData>;
  /** A number for each x; a row of them if the model has several outputs. */
  readonly y: ArrayLike<Y> | NdArray<FlatData>;
  /**
   * The standard deviations of y, which are known: one number for all, or as many as y has. The
   * errors of the parameters follow from them.
   */
  readonly sigma?: number | Beside<NoInfer<Y>>;
  /**
   * How much each y counts, if only the ratios of their variances are known: 1/variance, up to a
   * factor. The error variance is estimated, as it is without `sigma` and `weights`.
   */
  readonly weights?: Beside<NoInfer<Y>>;
  readonly start: ValuesOf<NoInfer<T>>;
  /** Limits by path, such as `{ k: { lower: 0 } }`. */
  readonly bounds?: { readonly [P in PathIn<NoInfer<T>>]?: LeafBounds };
  /** The paths of what stays at its start. */
  readonly fixed?: readonly PathIn<NoInfer<T>>[];
  /** The result of `constrain` for the template. */
  readonly constraints?: CurveConstraints & { readonly values: Layout<TemplateOf<NoInfer<T>>> };
  /**
   * The derivatives of the model at one x by each parameter, in the structure of the parameters; a
   * list of them, one for each output, if there are several. They are numeric without it.
   */
  readonly gradient?: (
    parameters: ValuesOf<NoInfer<T>>,
    x: NoInfer<X>,
  ) => [NoInfer<Y>] extends [number] ? ValuesOf<NoInfer<T>> : readonly ValuesOf<NoInfer<T>>[];
  /** How much a residual counts by its size; `leastSquares` by default. */
  readonly loss?: ResidualLoss;
  /** The first step is at most this many times as long as the start; 100 by default. */
  readonly radius?: number;
  /** The fit stops after this many iterations; 1000 by default. */
  readonly maxIterations?: number;
}

type TemplateOf<T> = Extract<TemplateBehind<T>, Template>;

/** A curve with its uncertainty at one x. With several outputs each entry is a list. */
export interface BandPoint<X, Y> {
  readonly x: X;
  readonly value: OutputsOf<Y>;
  /**
   * The standard error of the curve itself, even in a band of predictions; Infinity if the data do
   * not determine the curve here.
   */
  readonly standardError: OutputsOf<Y>;
  readonly lower: OutputsOf<Y>;
  readonly upper: OutputsOf<Y>;
}

type OutputsOf<Y> = [Y] extends [number] ? number : readonly number[];

export interface BandOptions {
  /** The confidence level of the band at each x; 0.95 by default. */
  readonly level?: number;
}

export interface PredictionOptions<Y> extends BandOptions {
  /**
   * The standard deviations of the new measurements: one for all, or one for each. By default that
   * of the data, if it is the same for all of them.
   */
  readonly sigma?: number | Beside<Y>;
}

/** A fitted curve. */
export interface CurveFit<T, X, Y> {
  /** The parameters by name, as the model takes them. */
  readonly values: ValuesOf<T>;
  /**
   * The standard errors by name: 0 for an element that is fixed or exactly on a bound that it would
   * cross, and Infinity for one that the data do not determine.
   */
  readonly standardErrors: ValuesOf<T>;
  /** The covariance of the values in the order of the template: `blockViews` gives it names. */
  readonly covariance: NdArray<Float64Array>;
  /** Why the fit has ended, and how far it came; "converged" is the ordinary reason. */
  readonly end: EndOf<StepReason>;
  /** Rank, degrees of freedom, error variance, and more; of the free side if there are constraints. */
  readonly uncertainty: Uncertainty;
  /** The residuals (model - y)/σ in the order of y. */
  readonly r: Float64Array;
  /** The share with which a robust loss counts each residual: a small number marks an outlier. */
  readonly influence: Float64Array;
  /** A table for people. */
  readonly report: (options?: Pick<FitReport, "intervals" | "level" | "correlations">) => string;
  /**
   * The interval of one element by its profile, as the function `profileInterval` gives it.
   *
   * @throws RangeError if its leaf has a constraint, or if the loss is not that of least squares
   */
  readonly profileInterval: (
    label: LabelsUnder<TemplateBehind<T>>,
    options?: BandOptions,
  ) => ProfileInterval;
  /** The band in which the curve itself lies at new x, by the delta method. */
  readonly confidenceBand: (
    x: ArrayLike<X> | NdArray<FlatData>,
    options?: BandOptions,
  ) => BandPoint<X, Y>[];
  /** The band in which new measurements at these x lie. */
  readonly predictionBand: (
    x: ArrayLike<X> | NdArray<FlatData>,
    options?: PredictionOptions<Y>,
  ) => BandPoint<X, Y>[];
}
