/**
 * Losses say how much a residual counts, depending on its size. The loss of a fit is the sum of
 * C²/2·ρ((r/C)²) over its residuals, where C is the scale in the units of r; SciPy and Ceres have
 * the same convention. A weight ρ′ below 1 marks a residual that is far out.
 */
import { log1p } from "../internal/exact-math/log1p.ts";
import { aboveZero, checkNumber } from "../internal/numbers.ts";

/** A loss of residuals; `leastSquares`, `huber`, `softL1` and `cauchy` make one. */
export interface ResidualLoss {
  readonly name: string;
  /** The part of one residual in the loss. */
  readonly value: (r: number) => number;
  /** `value(before) - value(after)`, without the digits that a difference of both would lose. */
  readonly drop: (before: number, after: number) => number;
  /** ρ′: the derivative of the loss is weight·r. */
  readonly weight: (r: number) => number;
  /** The second derivative of the loss, ρ′ + 2·ρ″·(r/C)². */
  readonly curvature: (r: number) => number;
}

/** ρ(s) = s: the loss of a fit is half the sum of squares, and the fit is the mean of its data. */
export const leastSquares: ResidualLoss = /* @__PURE__ */ Object.freeze({
  name: "leastSquares",
  value: (r: number) => (r * r) / 2,
  drop: (r: number, to: number) => ((r - to) * (r + to)) / 2,
  weight: () => 1,
  curvature: () => 1,
});

/**
 * ρ(s) = s up to 1, then 2√s - 1: squares up to the scale and straight lines beyond.  Huber 1964
 *
 * @param scale the size from which a residual counts as an outlier. If residuals were divided by
 *   their standard deviations, 1.345 keeps 95 % of the efficiency of least squares
 * @throws TypeError, RangeError if it is not a number above 0
 * @example
 * for (const info of levenbergMarquardt(flat, residuals, { rows, loss: huber(1.345) })) {}
 */
export function huber(scale: number): ResidualLoss {
  checkNumber("huber", "scale", scale, aboveZero);
  const value = (r: number): number => {
    const size = Math.abs(r);
    return size <= scale ? (r * r) / 2 : scale * (size - scale / 2);
  };
  return Object.freeze({
    name: "huber",
    value,
    drop: (r: number, to: number) => {
      const [inside, insideTo] = [Math.abs(r) <= scale, Math.abs(to) <= scale];
      if (inside && insideTo) return leastSquares.drop(r, to);
      if (!inside && !insideTo) return scale * (Math.abs(r) - Math.abs(to));
      // The square ends where the line begins.
      return inside
        ? leastSquares.drop(r, scale) + scale * (scale - Math.abs(to))
        : scale * (Math.abs(r) - scale) + leastSquares.drop(scale, to);
    },
    weight: (r: number) => (Math.abs(r) <= scale ? 1 : scale / Math.abs(r)),
    curvature: (r: number) => (Math.abs(r) <= scale ? 1 : 0),
  });
}

/**
 * ρ(s) = 2(√(1 + s) - 1): as `huber`, with a smooth passage.  Charbonnier et al. 1997
 *
 * @param scale the size around which squares become straight lines
 * @throws TypeError, RangeError if it is not a number above 0
 */
export function softL1(scale: number): ResidualLoss {
  checkNumber("softL1", "scale", scale, aboveZero);
  const root = (r: number): number => Math.sqrt(1 + (r / scale) * (r / scale));
  return Object.freeze({
    name: "softL1",
    value: (r: number) => (r * r) / (root(r) + 1),
    drop: (r: number, to: number) => ((r - to) * (r + to)) / (root(r) + root(to)),
    weight: (r: number) => 1 / root(r),
    curvature: (r: number) => 1 / (root(r) * root(r) * root(r)),
  });
}

/**
 * ρ(s) = log(1 + s): outliers lose their influence. The loss is not convex and may have several
 * minima, so start it from the fit of `huber`.  Black & Anandan 1996
 *
 * @param scale the size beyond which the influence of a residual falls
 * @throws TypeError, RangeError if it is not a number above 0
 */
export function cauchy(scale: number): ResidualLoss {
  checkNumber("cauchy", "scale", scale, aboveZero);
  const part = (r: number): number => (r / scale) * (r / scale);
  const factor = (scale * scale) / 2;
  /** The change if the loss falls; log1p of its negative would lose digits near -1. */
  const fall = (r: number, to: number): number =>
    factor * log1p(((r - to) * (r + to)) / (scale * scale * (1 + part(to))));
  return Object.freeze({
    name: "cauchy",
    value: (r: number) => factor * log1p(part(r)),
    drop: (r: number, to: number) => (Math.abs(r) < Math.abs(to) ? -fall(to, r) : fall(r, to)),
    weight: (r: number) => 1 / (1 + part(r)),
    curvature: (r: number) => (1 - part(r)) / ((1 + part(r)) * (1 + part(r))),
  });
}
