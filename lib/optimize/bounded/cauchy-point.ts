import type { Floats } from "../../internal/arrays.ts";
import { dot } from "../kernels/vectors.ts";
import type { Limits } from "../run/read-bounds.ts";
import { openBreakpoints } from "./breakpoints.ts";
import type { Curvature } from "./curvature.ts";

/** A step from x to a point within the bounds. */
export interface BoundedStep {
  /** z, the way from x to the point. */
  readonly step: Float64Array;
  /** -1 or 1 for an element that the point has on its lower or upper bound; 0 for a free one. */
  readonly side: Int8Array;
  /** c = Wᵀ·z      (2k) */
  readonly c: Float64Array;
}

/**
 * Finds the generalized Cauchy point: the first minimum of the model q along the path that starts
 * at x, goes down the gradient, and bends at each bound.
 *
 *     q(z) = gᵀz + ½·zᵀB·z along z(t) = P(x - t·g) - x
 *
 * Returns what finds it: a function that writes `into`, and returns false if B has no positive
 * curvature there, by rounding.  Byrd, Lu, Nocedal & Zhu 1995, algorithm CP
 */
export function openCauchyPoint(
  x: Floats,
  g: Floats,
  { lower, upper }: Limits,
  memory: number,
  curvature: Curvature,
  into: BoundedStep,
): () => boolean {
  const n = x.length;
  const { step, side, c } = into;
  const d = new Float64Array(n);
  const path = openBreakpoints(n);
  const small = [0, 1, 2].map(() => new Float64Array(2 * memory));

  /** d ← -g, and 0 for the elements that cannot move. Lists where the others meet their bounds. */
  const begin = (): void => {
    path.clear();
    for (let i = 0; i < n; i++) {
      const room = g[i]! > 0 ? x[i]! - lower[i]! : upper[i]! - x[i]!;
      d[i] = room > 0 ? -g[i]! : 0;
      step[i] = 0;
      side[i] = d[i] === 0 ? sideOf(x[i]!, lower[i]!, upper[i]!) : 0;
      if (d[i] !== 0 && room < Infinity) path.add(room / Math.abs(g[i]!), i);
    }
    path.order();
  };

  /** Puts an element on the bound that its path meets. */
  const stay = (i: number): void => {
    side[i] = d[i]! < 0 ? -1 : 1;
    step[i] = (d[i]! < 0 ? lower[i]! : upper[i]!) - x[i]!;
    d[i] = 0;
  };

  /** Without pairs B is the identity, and each element goes its own way: to t = 1 or its bound. */
  const separately = (): void => {
    while (path.next() <= 1) stay(path.draw());
    step.forEach((_, i) => {
      if (d[i] !== 0) step[i] = d[i]!;
    });
  };

  return () => {
    begin();
    const { theta, kept } = curvature;
    if (kept === 0) {
      separately();
      return true;
    }
    const [p, w, mw, so] = [...small, c].map((row) => row.subarray(0, 2 * kept)) as Four;
    so.fill(0);
    curvature.transpose(d, p);
    mw.set(p);
    curvature.middle(mw);
    const dd = dot(d, d);
    let slope = -dd;
    let bend = theta * dd - dot(p, mw);
    const least = Number.EPSILON * theta * dd;
    if (dd === 0) return true;
    if (!(bend > 0 && bend < Infinity)) return false;
    let t = 0;
    let ahead = -slope / bend;
    for (let next = path.next(); ahead >= next - t && next < Infinity; next = path.next()) {
      const span = next - t;
      const i = path.draw();
      const gi = g[i]!;
      stay(i);
      add(so, span, p);
      curvature.row(i, w);
      mw.set(w);
      curvature.middle(mw);
      slope += span * bend + gi * (gi + theta * step[i]! - dot(mw, so));
      bend -= gi * (theta * gi + 2 * dot(mw, p) + gi * dot(mw, w));
      bend = Math.max(bend, least);
      add(p, gi, w);
      t = next;
      ahead = slope < 0 ? -slope / bend : 0;
    }
    t += ahead;
    add(so, ahead, p);
    for (let i = 0; i < n; i++) if (d[i] !== 0) step[i] = t * d[i]!;
    return true;
  };
}

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];

const sideOf = (v: number, low: number, high: number): number =>
  v === low ? -1 : v === high ? 1 : 0;

/** to ← to + by·v */
function add(to: Float64Array, by: number, v: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += by * v[i]!;
}
