import { log } from "../internal/exact-math/log.ts";
import { aboveZero, finite } from "../internal/numbers.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { infiniteIn } from "./maps/faults.ts";
import {
  checkParameter,
  valuesFor,
  type Parameter,
  type ParameterValues,
} from "./maps/parameter.ts";
import type { RunMap } from "./maps/run-map.ts";

/**
 * Values that are shifted and scaled: x = m + k·y. This constrains nothing, but gives an optimizer
 * or a sampler coordinates of about unit size.
 *
 * @param offset m: a number, or an array or ndarray with one for each element of the leaf
 * @param multiplier k, above 0, in the same forms
 * @throws TypeError, RangeError if the offset is not finite or the multiplier not above 0
 * @example
 * const c = constrain({ year: [] }, { year: affine(1950, 25) });
 */
export function affine(offset: Parameter, multiplier: Parameter): Constraint<"elements"> {
  checkParameter("affine", "offset", offset, finite);
  checkParameter("affine", "multiplier", multiplier, aboveZero);
  return constraint("affine", "elements", (leaf, n) =>
    affineMap(
      valuesFor("affine", "offset", offset, leaf, finite),
      valuesFor("affine", "multiplier", multiplier, leaf, aboveZero),
      n,
    ),
  );
}

function affineMap(m: ParameterValues, k: ParameterValues, n: number): RunMap {
  let logJacobian = k.step === 0 ? n * log(k.at[0]!) : 0;
  if (k.step === 1) for (const own of k.at) logJacobian += log(own);

  return {
    forward(y, x, total) {
      for (let i = 0; i < n; i++) {
        x.data[x.offset + i * x.stride] =
          m.at[i * m.step]! + k.at[i * k.step]! * y.data[y.offset + i * y.stride]!;
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        y.data[y.offset + i * y.stride] =
          (x.data[x.offset + i * x.stride]! - m.at[i * m.step]!) / k.at[i * k.step]!;
      }
    },
    faultOf: (x) => infiniteIn(x, n),
    pullBack(_, gx, gy) {
      for (let i = 0; i < n; i++) {
        gy.data[gy.offset + i * gy.stride] =
          k.at[i * k.step]! * gx.data[gx.offset + i * gx.stride]!;
      }
    },
    pullBackJacobian() {},
  };
}
