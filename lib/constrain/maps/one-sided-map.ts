import { log } from "../../internal/exact-math/log.ts";
import { blockFor, exponentials } from "./element-blocks.ts";
import { fault, infiniteIn } from "./faults.ts";
import type { ParameterValues } from "./parameter.ts";
import type { RunMap } from "./run-map.ts";

/**
 * Values on one side of a bound, above it (s = 1) or below it (s = -1): x = a + s·e^y, and l = Σy.
 * The pull-back takes e^y and not x - a, which has lost its digits.
 */
export function oneSidedMap({ at: a, step }: ParameterValues, s: 1 | -1, n: number): RunMap {
  const powers = blockFor(n);

  return {
    forward(y, x, total) {
      let logJacobian = 0;
      for (let first = 0, end = 0; first < n; first = end) {
        end = exponentials(y, first, n, powers);
        for (let i = first; i < end; i++) {
          x.data[x.offset + i * x.stride] = a[i * step]! + s * powers[i - first]!;
          logJacobian += y.data[y.offset + i * y.stride]!;
        }
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + i * x.stride]!;
        y.data[y.offset + i * y.stride] = log(s * (own - a[i * step]!));
      }
    },
    faultOf(x) {
      for (let i = 0; i < n; i++) {
        const [own, bound] = [x.data[x.offset + i * x.stride]!, a[i * step]!];
        if (s * (own - bound) > 0) continue;
        return fault(i, `be ${s === 1 ? "above" : "below"} ${bound}`, own);
      }
      return infiniteIn(x, n);
    },
    pullBack(y, gx, gy) {
      for (let first = 0, end = 0; first < n; first = end) {
        end = exponentials(y, first, n, powers);
        for (let i = first; i < end; i++) {
          gy.data[gy.offset + i * gy.stride] =
            s * gx.data[gx.offset + i * gx.stride]! * powers[i - first]!;
        }
      }
    },
    pullBackJacobian(_, gy, scale) {
      for (let i = 0; i < n; i++) gy.data[gy.offset + i * gy.stride]! += scale;
    },
  };
}
