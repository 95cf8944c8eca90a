import { log } from "../internal/exact-math/log.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { exponentials } from "./maps/element-blocks.ts";
import { fault, infiniteIn } from "./maps/faults.ts";
import type { RunMap } from "./maps/run-map.ts";

/**
 * Ascending values along the last axis: x₀ = y₀, xₖ = xₖ₋₁ + e^yₖ. Take it for the means of a
 * mixture or for cut points, which would otherwise have as many solutions as orders.
 *
 * A step below half an ulp of its neighbour gives equal values, which `inverse` refuses.
 */
export const ordered: Constraint<"vector"> = /* @__PURE__ */ constraint(
  "ordered",
  "vector",
  (_, n) => ascendingMap(n, false),
);

/** Ascending values above 0 along the last axis: x₀ = e^y₀, xₖ = xₖ₋₁ + e^yₖ. */
export const positiveOrdered: Constraint<"vector"> = /* @__PURE__ */ constraint(
  "positiveOrdered",
  "vector",
  (_, n) => ascendingMap(n, true),
);

/** The elements from `first` on are steps e^y from the one before, or from 0. */
function ascendingMap(n: number, isPositive: boolean): RunMap {
  const first = isPositive ? 0 : 1;
  const steps = new Float64Array(n);

  return {
    forward(y, x, total) {
      exponentials(y, 0, n, steps);
      let value = 0;
      let logJacobian = 0;
      for (let k = 0; k < n; k++) {
        const own = y.data[y.offset + k * y.stride]!;
        value += k < first ? own : steps[k]!;
        x.data[x.offset + k * x.stride] = value;
        if (k >= first) logJacobian += own;
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      let before = 0;
      for (let k = 0; k < n; k++) {
        const own = x.data[x.offset + k * x.stride]!;
        y.data[y.offset + k * y.stride] = k < first ? own : log(own - before);
        before = own;
      }
    },
    faultOf(x) {
      let before = isPositive ? 0 : -Infinity;
      for (let k = 0; k < n; k++) {
        const own = x.data[x.offset + k * x.stride]!;
        if (!(own > before)) {
          if (k > 0) return fault(k, "be ascending", `${own} after ${before}`);
          return fault(0, isPositive ? "be above 0" : "be finite", own);
        }
        before = own;
      }
      return infiniteIn(x, n);
    },
    pullBack(y, gx, gy) {
      exponentials(y, 0, n, steps);
      let rest = 0; // Σ gⱼ over j >= k
      for (let k = n - 1; k >= 0; k--) {
        rest += gx.data[gx.offset + k * gx.stride]!;
        gy.data[gy.offset + k * gy.stride] = k < first ? rest : rest * steps[k]!;
      }
    },
    pullBackJacobian(_, gy, scale) {
      for (let k = first; k < n; k++) gy.data[gy.offset + k * gy.stride]! += scale;
    },
  };
}
