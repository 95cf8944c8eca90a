import { absorbRows, type Rows } from "../factor/absorb-rows.ts";
import type { Triangle } from "../factor/factor-residuals.ts";
import { solveTransposed, solveTriangle } from "../factor/solve-triangle.ts";

/** A linear least-squares problem in a box around 0. All arrays stay the same from step to step. */
export interface BoxProblem {
  /** R and Qᵀr. */
  readonly triangle: Triangle;
  /** D. */
  readonly scale: Float64Array;
  /** The distances to the bounds, lower ≤ 0 ≤ upper; both are 0 for an element that is fixed. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface DampedStep {
  readonly step: Float64Array;
  /** -1 or 1 if the step ends at this bound of the element, and 0 between them. */
  readonly walls: Int8Array;
  /** Finds the step for one λ; `gradient` is Rᵀ·Qᵀr. */
  solve(lambda: number, gradient: Float64Array): void;
  /** ‖D·d‖ of the last step. */
  length(): number;
  /** ‖R_λ⁻ᵀ·D²·d‖² / ‖D·d‖² over the elements that are off the walls: the slope of the length. */
  slope(): number;
}

/**
 * Makes room for the steps
 *
 *     d(λ) = argmin ½‖R·d + Qᵀr‖² + ½λ‖D·d‖²  subject to  lower ≤ d ≤ upper
 *
 * Elements on a bound whose gradient pushes outward stay there. The others are solved for; if that
 * leaves the box, the step ends at the first wall and is solved again without its element. Last,
 * the element whose multiplier has the wrong sign, if any, is let go.
 *
 * BVLS, Stark & Parker 1995, for the damped problem of Moré 1978, eq. 3.4
 */
export function openDampedStep({ triangle, scale, lower, upper }: BoxProblem): DampedStep {
  const n = scale.length;
  const step = new Float64Array(n);
  const walls = new Int8Array(n);
  const free = new Int32Array(n);
  const z = new Float64Array(n);
  const residual = new Float64Array(n);
  const rows: Rows = {
    at: new Float64Array((n + 1) * n),
    lead: n,
    heights: new Int32Array(n + 1),
  };
  const reduced = { at: new Float64Array((n + 1) * (n + 1)), width: n + 1 };
  let count = 0;
  const stride = n + 1;
  const full = triangle.at;

  /** The elements off the walls. */
  const listFree = (): void => {
    count = 0;
    for (let j = 0; j < n; j++) {
      if (walls[j] === 0 && lower[j]! < upper[j]!) free[count++] = j;
    }
    reduced.width = count + 1;
  };

  /** The triangle of the free columns, and the part of the residual that the others leave. */
  const reduce = (): void => {
    const { at, width } = reduced;
    if (count === n) {
      at.set(full);
      return;
    }
    at.fill(0, 0, width * width);
    for (let p = 0; p < count; p++) {
      const j = free[p]!;
      rows.heights[p] = j + 1;
      for (let k = 0; k <= j; k++) rows.at[p * n + k] = full[k * stride + j]!;
    }
    rows.heights[count] = n;
    for (let k = 0; k < n; k++) {
      let sum = full[k * stride + n]!;
      for (let j = k; j < n; j++) if (walls[j] !== 0) sum += full[k * stride + j]! * step[j]!;
      rows.at[count * n + k] = sum;
    }
    absorbRows(at, width, rows);
  };

  /** Adds the rows √λ·D. */
  const damp = (lambda: number): void => {
    if (lambda === 0) return;
    const root = Math.sqrt(lambda);
    rows.at.fill(0, 0, (count + 1) * n);
    for (let p = 0; p < count; p++) {
      rows.heights[p] = p + 1;
      rows.at[p * n + p] = root * scale[free[p]!]!;
    }
    rows.heights[count] = count;
    absorbRows(reduced.at, reduced.width, rows);
  };

  /** Goes towards z as far as the box allows; returns the element that ends at a wall, or -1. */
  const walk = (): number => {
    let part = 1;
    let wall = -1;
    for (let p = 0; p < count; p++) {
      const j = free[p]!;
      const bound = z[p]! < lower[j]! ? lower[j]! : upper[j]!;
      if (z[p]! >= lower[j]! && z[p]! <= upper[j]!) continue;
      const own = (bound - step[j]!) / (z[p]! - step[j]!);
      if (own >= part && wall !== -1) continue;
      part = own;
      wall = j;
    }
    for (let p = 0; p < count; p++) {
      const j = free[p]!;
      const to = wall === -1 ? z[p]! : step[j]! + part * (z[p]! - step[j]!);
      if (j === wall) walls[j] = z[p]! < lower[j]! ? -1 : 1;
      step[j] = Math.min(Math.max(to, lower[j]!), upper[j]!);
    }
    if (wall !== -1) step[wall] = walls[wall] === -1 ? lower[wall]! : upper[wall]!;
    return wall;
  };

  /** The element on a wall that the step would most like to leave it, or -1. */
  const worstHeld = (lambda: number, kept: number): number => {
    for (let k = 0; k < n; k++) {
      let sum = full[k * stride + n]!;
      for (let j = k; j < n; j++) sum += full[k * stride + j]! * step[j]!;
      residual[k] = sum;
    }
    let worst = -1;
    let most = 0;
    for (let j = 0; j < n; j++) {
      if (walls[j] === 0 || j === kept) continue;
      let slope = lambda * scale[j]! * scale[j]! * step[j]!;
      let size = Math.abs(slope);
      for (let k = 0; k <= j; k++) {
        slope += full[k * stride + j]! * residual[k]!;
        size += Math.abs(full[k * stride + j]! * residual[k]!);
      }
      // Inward of what rounding explains, in units of D.
      const wrong = (walls[j]! * slope - n * Number.EPSILON * size) / scale[j]!;
      if (wrong > most) [worst, most] = [j, wrong];
    }
    return worst;
  };

  return {
    step,
    walls,
    solve: (lambda, gradient) => {
      step.fill(0);
      for (let j = 0; j < n; j++) {
        const outward = gradient[j]! > 0 ? lower[j] === 0 : gradient[j]! < 0 && upper[j] === 0;
        walls[j] = lower[j]! < upper[j]! && outward ? -Math.sign(gradient[j]!) : 0;
      }
      let freed = -1;
      for (let pass = 0; pass < 3 * n + 3; pass++) {
        listFree();
        reduce();
        damp(lambda);
        solveTriangle(reduced, z);
        const wall = walk();
        // An element that was let go and is held again at once has a multiplier of rounding alone.
        const isSettled = wall === -1 || wall === freed;
        freed = isSettled ? worstHeld(lambda, wall) : -1;
        if (freed !== -1) walls[freed] = 0;
        else if (isSettled) break;
      }
    },
    length: () => {
      let squares = 0;
      for (let j = 0; j < n; j++) squares += scale[j]! * step[j]! * (scale[j]! * step[j]!);
      return Math.sqrt(squares);
    },
    slope: () => {
      let [own, all] = [0, 0];
      for (let j = 0; j < n; j++) all += scale[j]! * step[j]! * (scale[j]! * step[j]!);
      for (let p = 0; p < count; p++) z[p] = scale[free[p]!]! * scale[free[p]!]! * step[free[p]!]!;
      solveTransposed(reduced, z);
      for (let p = 0; p < count; p++) own += z[p]! * z[p]!;
      return own / all;
    },
  };
}
