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
 * Values below a bound: x = b - e^y.
 *
 * @param bound a number, or an array or ndarray with a bound for each element of the leaf
 * @throws TypeError, RangeError if the bound is not finite
 * @example
 * const c = constrain({ energy: [] }, { energy: upper(0) });
 */
export function upper(bound: Parameter): Constraint<"elements"> {
  checkParameter("upper", "bound", bound, finite);
  return constraint("upper", "elements", (leaf, n) =>
    upperMap(valuesFor("upper", "bound", bound, leaf, finite), n),
  );
}

/** l = Σy. */
function upperMap({ at: b, step }: ParameterValues, n: number): RunMap {
  const powers = blockFor(n);

  return {
    forward(y, x, total) {
      let logJacobian = 0;
      for (let first = 0, end = 0; first < n; first = end) {
        end = exponentials(y, first, n, powers);
        for (let i = first; i < end; i++) {
          x.data[x.offset + i * x.stride] = b[i * step]! - powers[i - first]!;
          logJacobian += y.data[y.offset + i * y.stride]!;
        }
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        y.data[y.offset + i * y.stride] = log(b[i * step]! - x.data[x.offset + i * x.stride]!);
      }
    },
    faultOf(x) {
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + i * x.stride]!;
        if (!(own < b[i * step]!)) return fault(i, `be below ${b[i * step]!}`, own);
      }
      return infiniteIn(x, n);
    },
    pullBack(y, gx, gy) {
      for (let first = 0, end = 0; first < n; first = end) {
        end = exponentials(y, first, n, powers);
        for (let i = first; i < end; i++) {
          gy.data[gy.offset + i * gy.stride] =
            -gx.data[gx.offset + i * gx.stride]! * powers[i - first]!;
        }
      }
    },
    pullBackJacobian(_, gy, scale) {
      for (let i = 0; i < n; i++) gy.data[gy.offset + i * gy.stride]! += scale;
    },
  };
}
