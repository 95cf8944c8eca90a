/** Chooses the next trial by safeguarded interpolation.  Moré & Thuente 1994, section 4 */

/** A point of φ(α) = f(x + α·d): α, φ(α) - φ(0) and φ'(α). */
export interface Point {
  length: number;
  loss: number;
  slope: number;
}

/** A point whose numbers `setPoint` sets before they are read. */
export const newPoint = (): Point => ({}) as Point;

export function setPoint(point: Point, length: number, loss: number, slope: number): void {
  point.length = length;
  point.loss = loss;
  point.slope = slope;
}

/**
 * The length to try after `at`. `low` is the best point so far, and `high` is the other end of the
 * bracket. Until there is a bracket, `min` and `max` bound the length.
 */
export function trialStep(
  low: Point,
  high: Point | undefined,
  at: Point,
  min: number,
  max: number,
): number {
  const l = low.length;
  const t = at.length;
  const cubic = cubicMinimum(low, at);
  if (at.loss > low.loss) {
    const quadratic =
      l + (low.slope / ((low.loss - at.loss) / (t - l) + low.slope)) * 0.5 * (t - l);
    // If the trial is far too long, the cubic's difference from it has no digits of the minimum.
    if ((cubic - l) * (t - l) <= 0) return quadratic;
    return Math.abs(cubic - l) < Math.abs(quadratic - l) ? cubic : (cubic + quadratic) / 2;
  }
  const secant = t - (at.slope * (t - l)) / (at.slope - low.slope);
  if (at.slope * low.slope < 0) return farther(t, cubic, secant);
  if (Math.abs(at.slope) < Math.abs(low.slope)) {
    const ahead = (cubic - t) * (t - l) > 0; // else its minimum is behind, or it has none
    if (high === undefined) return ahead ? clamp(farther(t, cubic, secant), min, max) : max;
    const next = ahead ? nearer(t, cubic, secant) : secant;
    return nearer(t, next, t + 0.66 * (high.length - t));
  }
  return high === undefined ? max : cubicMinimum(at, high);
}

/**
 * The minimum of the cubic through two points with their slopes; NaN if there is none.
 * Nocedal & Wright 2006, eq. 3.59
 */
function cubicMinimum(a: Point, b: Point): number {
  const apart = b.length - a.length;
  const d1 = a.slope + b.slope - (3 * (b.loss - a.loss)) / apart;
  const scale = Math.max(Math.abs(d1), Math.abs(a.slope), Math.abs(b.slope)); // squares overflow
  const d = d1 / scale;
  const root = Math.sqrt(d * d - (a.slope / scale) * (b.slope / scale));
  const d2 = Math.sign(apart) * scale * root;
  return b.length - (apart * (b.slope + d2 - d1)) / (b.slope - a.slope + 2 * d2);
}

const farther = (from: number, a: number, b: number): number =>
  Math.abs(a - from) > Math.abs(b - from) ? a : b;

const nearer = (to: number, a: number, b: number): number =>
  Math.abs(a - to) < Math.abs(b - to) ? a : b;

const clamp = (v: number, min: number, max: number): number => Math.min(Math.max(v, min), max);
