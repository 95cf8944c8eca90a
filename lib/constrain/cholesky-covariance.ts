import { expEach } from "../internal/exact-math/exp.ts";
import { log } from "../internal/exact-math/log.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { aboveDiagonalIn, fault, infiniteIn } from "./maps/faults.ts";
import type { Run, RunMap } from "./maps/run-map.ts";

/**
 * Cholesky factors L of covariance matrices L·Lᵀ on the last two axes: a lower triangle of which
 * the diagonal is above 0. Row by row the free elements are those of the triangle, with log xᵢᵢ on
 * the diagonal. Above it `forward` writes 0, and `pullBack` reads nothing.
 */
export const choleskyCovariance: Constraint<"triangle"> = /* @__PURE__ */ constraint(
  "choleskyCovariance",
  "triangle",
  (_, n) => choleskyCovarianceMap(n),
);

/** l = Σ yᵢᵢ. */
function choleskyCovarianceMap(n: number): RunMap {
  const diagonal = new Float64Array(n);

  /** diagonal ← the exponentials of the free diagonal. */
  function readDiagonal({ data, offset, stride }: Run): void {
    for (let i = 0, k = 0; i < n; k += ++i + 1) diagonal[i] = data[offset + k * stride]!;
    expEach(diagonal, n);
  }

  return {
    forward(y, x, total) {
      readDiagonal(y);
      let logJacobian = 0;
      let k = 0;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const own = j > i ? 0 : y.data[y.offset + k++ * y.stride]!;
          x.data[x.offset + (i * n + j) * x.stride] = j === i ? diagonal[i]! : own;
          if (j === i) logJacobian += own;
        }
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      let k = 0;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          const own = x.data[x.offset + (i * n + j) * x.stride]!;
          y.data[y.offset + k++ * y.stride] = j === i ? log(own) : own;
        }
      }
    },
    faultOf(x) {
      const above = aboveDiagonalIn(x, n);
      if (above !== undefined) return above;
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + (i * n + i) * x.stride]!;
        if (!(own > 0)) return fault(i * n + i, "have a diagonal above 0", own);
      }
      return infiniteIn(x, n * n);
    },
    pullBack(y, gx, gy) {
      readDiagonal(y);
      let k = 0;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++, k++) {
          const own = gx.data[gx.offset + (i * n + j) * gx.stride]!;
          gy.data[gy.offset + k * gy.stride] = j === i ? own * diagonal[i]! : own;
        }
      }
    },
    pullBackJacobian(_, gy, scale) {
      for (let i = 0, k = 0; i < n; k += ++i + 1) gy.data[gy.offset + k * gy.stride]! += scale;
    },
  };
}
