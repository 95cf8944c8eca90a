import { expEach } from "../internal/exact-math/exp.ts";
import { log, logEach } from "../internal/exact-math/log.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { fault, toleranceOf } from "./maps/faults.ts";
import { gather, spread } from "./maps/helmert.ts";
import type { Run, RunMap } from "./maps/run-map.ts";

/**
 * Values along the last axis that are above 0 and sum to 1: z = H·y as in `sumToZero`, x = e^z/Σe^z.
 * There is one free element fewer than there are values; y = 0 gives each value 1/n. Take it for
 * probabilities and the weights of a mixture.  Egozcue et al. 2003 (isometric log-ratio); Stan 2.37.
 *
 * log|det| is that of the first n - 1 values by the free ones. `inverse` lets the sum be off by 1e-8
 * (1e-4 in float32).
 */
export const simplex: Constraint<"hyperplane"> = /* @__PURE__ */ constraint(
  "simplex",
  "hyperplane",
  (_, n) => simplexMap(n),
);

function simplexMap(n: number): RunMap {
  const z = new Float64Array(n);
  const scratch = { data: z, offset: 0, stride: 1 };
  const halfLogN = 0.5 * log(n);
  const largestZ = new Float64Array(1);
  const sumOfPowers = new Float64Array(1);

  /** Writes the values into the scratch, and the two terms of Σe^z = e^largest·Σe^(z - largest). */
  function softmax(y: Run): void {
    spread(y, scratch, n);
    let largest = -Infinity;
    for (let i = 0; i < n; i++) if (z[i]! > largest) largest = z[i]!;
    for (let i = 0; i < n; i++) z[i]! -= largest;
    expEach(z, n);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += z[i]!;
    for (let i = 0; i < n; i++) z[i]! /= sum;
    largestZ[0] = largest;
    sumOfPowers[0] = sum;
  }

  return {
    forward(y, x, total) {
      softmax(y);
      for (let i = 0; i < n; i++) x.data[x.offset + i * x.stride] = z[i]!;
      logEach(sumOfPowers, 1);
      total[0]! += halfLogN - n * (largestZ[0]! + sumOfPowers[0]!);
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) z[i] = log(x.data[x.offset + i * x.stride]!);
      gather(scratch, y, n);
    },
    faultOf(x) {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + i * x.stride]!;
        if (!(own > 0)) return fault(i, "be above 0", own);
        sum += own;
      }
      if (Math.abs(sum - 1) <= toleranceOf(x.data)) return undefined;
      return fault(0, "sum to 1", `a sum of ${sum}`);
    },
    pullBack(y, gx, gy) {
      softmax(y);
      let k = 0;
      for (let i = 1; i < n; i++) if (z[i]! > z[k]!) k = i;
      // If one value is nearly 1, gᵢ - Σ xⱼgⱼ is rounding noise; differences from its g are not.
      const origin = gx.data[gx.offset + k * gx.stride]!;
      let mean = 0;
      for (let i = 0; i < n; i++) mean += z[i]! * (gx.data[gx.offset + i * gx.stride]! - origin);
      for (let i = 0; i < n; i++) {
        z[i]! *= gx.data[gx.offset + i * gx.stride]! - origin - mean;
      }
      gather(scratch, gy, n);
    },
    pullBackJacobian(y, gy, scale) {
      softmax(y);
      gather(scratch, scratch, n);
      for (let i = 0; i < n - 1; i++) gy.data[gy.offset + i * gy.stride]! -= scale * n * z[i]!;
    },
  };
}
