import type { Floats } from "../../internal/arrays.ts";
import type { OpenBounds } from "../run/read-bounds.ts";
import type { BoundedStep } from "./cauchy-point.ts";
import type { Curvature } from "./curvature.ts";
import { openFreeProducts } from "./free-products.ts";
import { openQuasiDefinite } from "./quasi-definite.ts";

/**
 * Goes on from the Cauchy point to the minimum of the model over the elements F that are free
 * there, and back to the bounds if that lies outside.
 *
 *     r = (g + θ·z - W·M·c)_F                        Byrd, Lu, Nocedal & Zhu 1995, eq. 5.4
 *     e = -r/θ - W_F·K⁻¹·W_Fᵀ·r/θ²                   the same, eq. 5.11
 *     z_F ← P(z + e) if that goes downhill           Morales & Nocedal 2011, section 2
 *     z_F ← z + α·e, the longest within the bounds, otherwise
 *
 * Returns what changes `at`: a function that returns false if rounding has made K indefinite.
 */
export function openSubspace(
  x: Floats,
  g: Floats,
  { lower, upper }: OpenBounds,
  steps: readonly Floats[],
  changes: readonly Floats[],
  curvature: Curvature,
  at: BoundedStep,
): () => boolean {
  const n = x.length;
  const { step, side, c } = at;
  const system = openQuasiDefinite(steps.length);
  const gather = openFreeProducts(steps, changes, curvature, system);
  const free = new Int32Array(n);
  const others = new Int32Array(n);
  const e = new Float64Array(n); // r, then e; zeros outside F
  const mc = new Float64Array(c.length);
  const v = new Float64Array(c.length);

  /** e ← (g + θ·z - W·M·c)_F */
  const remainder = (inside: Int32Array): void => {
    const { theta, kept } = curvature;
    mc.set(c);
    curvature.middle(mc);
    e.fill(0);
    for (const i of inside) e[i] = g[i]! + theta * step[i]!;
    for (let a = 0; a < kept; a++) {
      const j = curvature.ringAt(a);
      const [s, y, forS, forY] = [steps[j]!, changes[j]!, theta * mc[kept + a]!, mc[a]!];
      for (const i of inside) e[i]! -= forY * y[i]! + forS * s[i]!;
    }
  };

  /** e ← -e/θ - W_F·K⁻¹·W_Fᵀ·e/θ² */
  const solve = (inside: Int32Array): void => {
    const { theta, kept } = curvature;
    curvature.transpose(e, v);
    system.solve(v);
    for (const i of inside) e[i]! *= -1 / theta;
    for (let a = 0; a < kept; a++) {
      const j = curvature.ringAt(a);
      const [s, y] = [steps[j]!, changes[j]!];
      const [forS, forY] = [v[kept + a]! / theta, v[a]! / (theta * theta)];
      for (const i of inside) e[i]! -= forY * y[i]! + forS * s[i]!;
    }
  };

  /** The slope gᵀ·P(z + e): z for the elements that are not free. */
  const projectedSlope = (): number => {
    let slope = 0;
    for (let i = 0; i < n; i++) slope += g[i]! * projected(i);
    return slope;
  };

  const projected = (i: number): number =>
    side[i] === 0
      ? Math.min(Math.max(step[i]! + e[i]!, lower[i]! - x[i]!), upper[i]! - x[i]!)
      : step[i]!;

  /** The largest α <= 1 for which z + α·e is within the bounds. */
  const within = (inside: Int32Array): number => {
    let alpha = 1;
    for (const i of inside) {
      const room = (e[i]! < 0 ? lower[i]! : upper[i]!) - x[i]! - step[i]!;
      if (Math.abs(alpha * e[i]!) > Math.abs(room)) alpha = room / e[i]!;
    }
    return alpha;
  };

  return () => {
    let [count, rest] = [0, 0];
    for (let i = 0; i < n; i++) {
      if (side[i] === 0) free[count++] = i;
      else others[rest++] = i;
    }
    if (count === 0 || curvature.kept === 0) return true;
    const inside = free.subarray(0, count);
    gather(inside, others.subarray(0, rest));
    if (!system.factor(curvature.kept)) return false;
    remainder(inside);
    solve(inside);
    if (projectedSlope() < 0) {
      for (const i of inside) step[i] = projected(i);
      return true;
    }
    const alpha = within(inside);
    for (const i of inside) {
      e[i]! *= alpha; // at α the nearest bound is met, but for rounding
      step[i] = projected(i);
    }
    return true;
  };
}
