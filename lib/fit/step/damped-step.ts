import { absorbRows } from "../factor/absorb-rows.ts";
import type { Triangle } from "../factor/factor-residuals.ts";
import { openFreeTriangle } from "../factor/free-triangle.ts";
import { inPairs, openRows } from "../factor/rows.ts";
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
  /** Finds the step for one λ. The elements that are `active` are on a bound and stay at first. */
  solve(lambda: number, active: Int8Array): void;
  /** ‖D·d‖ of the last step. */
  length(): number;
  /** How fast the length falls with λ, as part of itself: ‖R_λ⁻ᵀ·D²·d‖² / ‖D·d‖². */
  slope(): number;
}

/**
 * Makes room for the steps
 *
 *     d(λ) = argmin ½‖R·d + Qᵀr‖² + ½λ‖D·d‖²  subject to  lower ≤ d ≤ upper
 *
 * Active elements stay where they are, and the others are solved for. If that leaves the box, the
 * step ends at the first wall and is solved again without its element. Last, the element whose
 * multiplier has the wrong sign, if there is one, is let go.
 *
 * BVLS, Stark & Parker 1995, for the damped problem of Moré 1978, eq. 3.4
 */
export function openDampedStep({ triangle, scale, lower, upper }: BoxProblem): DampedStep {
  const n = scale.length;
  const step = new Float64Array(n);
  const walls = new Int8Array(n);
  const z = new Float64Array(n);
  const residual = new Float64Array(n);
  const part = openFreeTriangle(triangle);
  const { free, triangle: reduced } = part;
  const { at: full, width } = triangle;
  const rows = openRows(n, width);

  /** Adds the rows √λ·D. */
  const damp = (lambda: number): void => {
    if (lambda === 0) return;
    const { count } = part;
    const root = Math.sqrt(lambda);
    rows.at.fill(0, 0, (count + 1) * rows.lead);
    for (let p = 0; p < count; p++) {
      rows.heights[p] = inPairs(p + 1);
      rows.at[p * rows.lead + p] = root * scale[free[p]!]!;
    }
    rows.heights[count] = inPairs(count);
    absorbRows(reduced.at, reduced.width, rows);
  };

  /** Goes towards z as far as the box allows; returns the element that ends at a wall, or -1. */
  const walk = (): number => {
    let wall = -1;
    let way = 1;
    for (let p = 0; p < part.count; p++) {
      const j = free[p]!;
      const bound = z[p]! < lower[j]! ? lower[j]! : z[p]! > upper[j]! ? upper[j]! : z[p]!;
      if (bound === z[p]) continue;
      const own = (bound - step[j]!) / (z[p]! - step[j]!);
      if (wall !== -1 && own >= way) continue;
      way = own;
      wall = j;
    }
    for (let p = 0; p < part.count; p++) {
      const j = free[p]!;
      if (j === wall) {
        walls[j] = z[p]! < lower[j]! ? -1 : 1;
        step[j] = walls[j] === -1 ? lower[j]! : upper[j]!;
      } else {
        const to = wall === -1 ? z[p]! : step[j]! + way * (z[p]! - step[j]!);
        step[j] = Math.min(Math.max(to, lower[j]!), upper[j]!);
      }
    }
    return wall;
  };

  /** The element on a wall that would lower the loss most if it left it, or -1. */
  const worstHeld = (lambda: number, kept: number): number => {
    for (let k = 0; k < n; k++) {
      residual[k] = full[k * width + n]!;
      for (let j = k; j < n; j++) residual[k]! += full[k * width + j]! * step[j]!;
    }
    let worst = -1;
    let most = 0;
    for (let j = 0; j < n; j++) {
      if (walls[j] === 0 || j === kept || lower[j] === upper[j]) continue;
      let slope = lambda * scale[j]! * scale[j]! * step[j]!;
      let size = Math.abs(slope);
      for (let k = 0; k <= j; k++) {
        slope += full[k * width + j]! * residual[k]!;
        size += Math.abs(full[k * width + j]! * residual[k]!);
      }
      const inward = (walls[j]! * slope - n * Number.EPSILON * size) / scale[j]!;
      if (inward > most) [worst, most] = [j, inward];
    }
    return worst;
  };

  return {
    step,
    walls,
    solve: (lambda, active) => {
      step.fill(0);
      walls.set(active);
      let freed = -1;
      for (let pass = 0; pass < 3 * n + 3; pass++) {
        part.take(walls, step);
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
      for (let p = 0; p < part.count; p++) {
        const j = free[p]!;
        z[p] = scale[j]! * scale[j]! * step[j]!;
      }
      solveTransposed(reduced, z);
      for (let p = 0; p < part.count; p++) own += z[p]! * z[p]!;
      return own / all;
    },
  };
}
