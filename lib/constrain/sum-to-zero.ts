import { constraint, type Constraint } from "./maps/constraint.ts";
import { fault, infiniteIn, toleranceOf } from "./maps/faults.ts";
import { gather, spread } from "./maps/helmert.ts";
import type { RunMap } from "./maps/run-map.ts";

/**
 * Values along the last axis that sum to 0: x = H·y with an orthonormal H, so lengths and volumes
 * stay as they are. There is one free element fewer than there are values. Take it for effects of groups
 * beside a common mean.
 *
 * `inverse` lets the sum be off by 1e-8 (1e-4 in float32) times the largest |x|, or times 1 if
 * that is larger, because sums of large values round by more.
 */
export const sumToZero: Constraint<"hyperplane"> = /* @__PURE__ */ constraint(
  "sumToZero",
  "hyperplane",
  (_, n) => sumToZeroMap(n),
);

const sumToZeroMap = (n: number): RunMap => ({
  forward: (y, x) => spread(y, x, n),
  inverse: (x, y) => gather(x, y, n),
  faultOf(x) {
    let sum = 0;
    let largest = 1;
    for (let i = 0; i < n; i++) {
      const own = x.data[x.offset + i * x.stride]!;
      sum += own;
      largest = Math.max(largest, Math.abs(own));
    }
    if (Math.abs(sum) <= toleranceOf(x.data) * largest && largest < Infinity) return undefined;
    return infiniteIn(x, n) ?? fault(0, "sum to 0", `a sum of ${sum}`);
  },
  pullBack: (_, gx, gy) => gather(gx, gy, n),
  pullBackJacobian() {},
});
