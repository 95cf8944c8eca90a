import { expEach } from "../internal/exact-math/exp.ts";
import { log } from "../internal/exact-math/log.ts";
import { log1p, log1pEach } from "../internal/exact-math/log1p.ts";
import { tanhEach } from "../internal/exact-math/tanh.ts";
import { finite } from "../internal/numbers.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { blockFor, readBlock } from "./maps/element-blocks.ts";
import { fault } from "./maps/faults.ts";
import {
  checkParameter,
  valuesFor,
  type Parameter,
  type ParameterValues,
} from "./maps/parameter.ts";
import type { Run, RunMap } from "./maps/run-map.ts";

/**
 * Values between two bounds: x = a + (b - a)/(1 + e^-y).
 *
 * @param low a: a number, or an array or ndarray with a bound for each element of the leaf
 * @param high b, above a, in the same forms
 * @throws TypeError, RangeError if a bound is not finite, or if the lower one is not below the upper
 * @example
 * const c = constrain({ angle: [] }, { angle: interval(-Math.PI, Math.PI) });
 */
export function interval(low: Parameter, high: Parameter): Constraint<"elements"> {
  checkParameter("interval", "low", low, finite);
  checkParameter("interval", "high", high, finite);
  if (typeof low === "number" && typeof high === "number") checkWidth(low, high, "");
  return constraint("interval", "elements", (leaf, n) => {
    const a = valuesFor("interval", "low", low, leaf, finite);
    const b = valuesFor("interval", "high", high, leaf, finite);
    for (let i = 0; i < n; i++) {
      checkWidth(a.at[i * a.step]!, b.at[i * b.step]!, ` for ${leaf.labelAt(i)}`);
    }
    return intervalMap(a, b, n);
  });
}

/** Values between 0 and 1: x = 1/(1 + e^-y), the same as `interval(0, 1)`. */
export const unit: Constraint<"elements"> = /* @__PURE__ */ interval(0, 1);

function checkWidth(low: number, high: number, place: string): void {
  const got = `got ${low} and ${high}${place}`;
  if (!(low < high)) throw new RangeError(`interval: low must be below high, ${got}`);
  if (high - low === Infinity) throw new RangeError(`interval: high - low must be finite, ${got}`);
}

/** The two branches meet at the middle; neither goes beyond its bound, as a + w·q alone would. */
function intervalMap(a: ParameterValues, b: ParameterValues, n: number): RunMap {
  const step = Math.max(a.step, b.step);
  const logWidth = Float64Array.from(a.step > b.step ? a.at : b.at, (_, i) =>
    log(b.at[i * b.step]! - a.at[i * a.step]!),
  );

  const block = blockFor(n);

  /** block ← e^(-|y|) for the elements from `first` on. Returns the index after the last one. */
  function readDecays(y: Run, first: number): number {
    const end = readBlock(y, first, n, block);
    for (let k = 0; k < end - first; k++) block[k] = -Math.abs(block[k]!);
    expEach(block, end - first);
    return end;
  }

  return {
    forward(y, x, total) {
      let logJacobian = 0;
      for (let first = 0, end = 0; first < n; first = end) {
        end = readDecays(y, first);
        for (let i = first; i < end; i++) {
          const low = a.at[i * a.step]!;
          const high = b.at[i * b.step]!;
          const e = block[i - first]!;
          const part = (high - low) * (e / (1 + e));
          const isLow = y.data[y.offset + i * y.stride]! < 0;
          x.data[x.offset + i * x.stride] = isLow ? low + part : high - part;
        }
        log1pEach(block, end - first);
        for (let i = first; i < end; i++) {
          const size = Math.abs(y.data[y.offset + i * y.stride]!);
          logJacobian += logWidth[i * step]! - size - 2 * block[i - first]!;
        }
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + i * x.stride]!;
        y.data[y.offset + i * y.stride] = logRatio(
          own - a.at[i * a.step]!,
          b.at[i * b.step]! - own,
        );
      }
    },
    faultOf(x) {
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + i * x.stride]!;
        const low = a.at[i * a.step]!;
        const high = b.at[i * b.step]!;
        if (!(own > low && own < high)) return fault(i, `be above ${low} and below ${high}`, own);
      }
      return undefined;
    },
    pullBack(y, gx, gy) {
      for (let first = 0, end = 0; first < n; first = end) {
        end = readDecays(y, first);
        for (let i = first; i < end; i++) {
          const e = block[i - first]!;
          const width = b.at[i * b.step]! - a.at[i * a.step]!;
          gy.data[gy.offset + i * gy.stride] =
            gx.data[gx.offset + i * gx.stride]! * ((width * e) / ((1 + e) * (1 + e)));
        }
      }
    },
    pullBackJacobian(y, gy, scale) {
      for (let first = 0, end = 0; first < n; first = end) {
        end = readBlock(y, first, n, block);
        for (let k = 0; k < end - first; k++) block[k]! *= 0.5;
        tanhEach(block, end - first);
        for (let i = first; i < end; i++) {
          gy.data[gy.offset + i * gy.stride]! -= scale * block[i - first]!;
        }
      }
    },
  };
}

/** log(p/q). Near p = q the difference of the logarithms would lose all relative digits. */
function logRatio(p: number, q: number): number {
  if (p > 2 * q || q > 2 * p) return log(p) - log(q);
  return p >= q ? log1p((p - q) / q) : -log1p((q - p) / p);
}
