import { log } from "../internal/exact-math/log.ts";
import { finite } from "../internal/numbers.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { blockFor, exponentials } from "./maps/element-blocks.ts";
import { fault, infiniteIn } from "./maps/faults.ts";
import {
  checkParameter,
  valuesFor,
  type Parameter,
  type ParameterValues,
} from "./maps/parameter.ts";
import type { RunMap } from "./maps/run-map.ts";

/**
 * Values above a bound: x = a + e^y. Take it for scales and rates, which cannot lie on the bound
 * itself. For values that can, take an optimizer's `bounds`.
 *
 * @param bound a number, or an array or ndarray with a bound for each element of the leaf
 * @throws TypeError, RangeError if the bound is not finite
 * @example
 * const c = constrain({ age: [] }, { age: lower(18) });
 */
export function lower(bound: Parameter): Constraint<"elements"> {
  checkParameter("lower", "bound", bound, finite);
  return constraint("lower", "elements", (leaf, n) =>
    lowerMap(valuesFor("lower", "bound", bound, leaf, finite), n),
  );
}

/** Values above 0: x = e^y, the same as `lower(0)`. */
export const positive: Constraint<"elements"> = /* @__PURE__ */ lower(0);

/** l = Σy. The pull-back takes e^y and not x - a, which has lost its digits. */
function lowerMap({ at: a, step }: ParameterValues, n: number): RunMap {
  const powers = blockFor(n);

  return {
    forward(y, x, total) {
      let logJacobian = 0;
      for (let first = 0, end = 0; first < n; first = end) {
        end = exponentials(y, first, n, powers);
        for (let i = first; i < end; i++) {
          x.data[x.offset + i * x.stride] = a[i * step]! + powers[i - first]!;
          logJacobian += y.data[y.offset + i * y.stride]!;
        }
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        y.data[y.offset + i * y.stride] = log(x.data[x.offset + i * x.stride]! - a[i * step]!);
      }
    },
    faultOf(x) {
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + i * x.stride]!;
        if (!(own > a[i * step]!)) return fault(i, `be above ${a[i * step]!}`, own);
      }
      return infiniteIn(x, n);
    },
    pullBack(y, gx, gy) {
      for (let first = 0, end = 0; first < n; first = end) {
        end = exponentials(y, first, n, powers);
        for (let i = first; i < end; i++) {
          gy.data[gy.offset + i * gy.stride] =
            gx.data[gx.offset + i * gx.stride]! * powers[i - first]!;
        }
      }
    },
    pullBackJacobian(_, gy, scale) {
      for (let i = 0; i < n; i++) gy.data[gy.offset + i * gy.stride]! += scale;
    },
  };
}
