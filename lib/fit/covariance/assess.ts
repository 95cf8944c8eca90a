import type { Floats } from "../../internal/arrays.ts";
import { columnNorm, openFreeTriangle } from "../factor/free-triangle.ts";
import { openFactor } from "../factor/factor-residuals.ts";
import type { ResidualLoss } from "../losses.ts";
import type { FitArguments } from "../residuals/read-fit.ts";
import { pivotedInverse } from "./pivoted-inverse.ts";

/** The facts that residuals and a Jacobian give about the elements, in the order of the flat. */
export interface Assessment {
  readonly loss: number;
  /** The gradient of the loss, also of active elements. */
  readonly gradient: Float64Array;
  /** -1 or 1 for an element that is on this bound and would leave the box; 1 if it is fixed. */
  readonly active: Int8Array;
  readonly rank: number;
  /** The variance of a residual, estimated; NaN if no residual is left for that. */
  readonly estimated: number;
  /** (JᵀJ)⁻¹: 0 for active elements, Infinity for variances and NaN for covariances that J does not determine. */
  readonly inverse: Float64Array;
  /** The same if elements are held so that J determines all others: 0 for the held ones. */
  readonly held: Float64Array;
  /** Directions in the flat along which J does not change r; their largest element is 1. */
  readonly directions: readonly Float64Array[];
}

/**
 * An element takes part in a direction of length 1 if its component, in units of D, is above this.
 */
const PART = Math.sqrt(Number.EPSILON);

/** Assesses a fit from r and J as they are now. `x` is the flat, `error` the relative error of J. */
export function assess(
  x: Floats,
  { r, matrix, lower, upper, rows }: FitArguments,
  loss: ResidualLoss,
  error: number,
): Assessment {
  const n = x.length;
  const { data, offset, rowStride, columnStride } = matrix;
  const gradient = new Float64Array(n);
  let sum = 0;
  let squares = 0; // Σψ²
  let curvature = 0; // the mean of ψ′
  for (let i = 0; i < rows; i++) {
    const slope = loss.weight(r[i]!) * r[i]!;
    sum += loss.value(r[i]!);
    squares += slope * slope;
    curvature += loss.curvature(r[i]!) / rows;
    const row = offset + i * rowStride;
    for (let j = 0; j < n; j++) gradient[j]! += slope * data[row + j * columnStride]!;
  }
  const active = Int8Array.from(gradient, (slope, j) => {
    if (lower[j] === upper[j]) return 1;
    if (slope > 0) return x[j] === lower[j] ? -1 : 0;
    return slope < 0 && x[j] === upper[j] ? 1 : 0;
  });

  const factor = openFactor(rows, n);
  factor.take(matrix, r);
  const part = openFreeTriangle(factor.triangle);
  part.take(active, gradient);
  const { count, triangle } = part;
  const free = part.free.subarray(0, count);
  const scale = Float64Array.from(free, (_, p) => columnNorm(triangle, p) || 1);
  const rounding = Math.max(rows * Number.EPSILON, count * Number.EPSILON, error);
  const { rank, inverse: reduced, directions } = pivotedInverse(triangle, scale, rounding);

  const isLoose = (p: number): boolean => directions.some((v) => Math.abs(v[p]!) > PART);
  const [inverse, held] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (let p = 0; p < count; p++) {
    for (let q = 0; q < count; q++) {
      const value = reduced[p * count + q]! / scale[p]! / scale[q]!;
      const without = p === q ? Infinity : NaN;
      const at = free[p]! * n + free[q]!;
      held[at] = value;
      inverse[at] = isLoose(p) || isLoose(q) ? without : value;
    }
  }
  return {
    loss: sum,
    gradient,
    active,
    rank,
    // Huber 1981, section 7.6, without his correction K; 2·loss/(m - p) for least squares
    estimated: rank < rows ? squares / (rows - rank) / (curvature * curvature) : NaN,
    inverse,
    held,
    directions: directions.map((v) => inUnits(v, free, scale, n)),
  };
}

/** A direction of scaled free elements in the units of the flat, its largest part of D being 1. */
function inUnits(v: Float64Array, free: Int32Array, scale: Float64Array, n: number): Float64Array {
  const direction = new Float64Array(n);
  for (let p = 0; p < free.length; p++) {
    if (Math.abs(v[p]!) > PART) direction[free[p]!] = v[p]! / scale[p]!;
  }
  const largest = direction.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  return direction.map((own) => (own === 0 ? 0 : own / largest));
}
