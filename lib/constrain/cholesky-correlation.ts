import { asinh } from "../internal/exact-math/asinh.ts";
import { log } from "../internal/exact-math/log.ts";
import { logSechEach, sechEach } from "../internal/exact-math/sech.ts";
import { tanhEach } from "../internal/exact-math/tanh.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { readBlock } from "./maps/element-blocks.ts";
import { aboveDiagonalIn, fault, toleranceOf } from "./maps/faults.ts";
import type { Run, RunMap } from "./maps/run-map.ts";

/**
 * Cholesky factors L of correlation matrices L·Lᵀ on the last two axes: a lower triangle whose rows
 * have length 1 and whose diagonal is above 0. In row i, starting with R = 1, xᵢⱼ = tanh(yᵢⱼ)·R
 * and R ← R·sech(yᵢⱼ) for j < i, then xᵢᵢ = R. The free elements are those below the diagonal, row
 * by row. Above it `forward` writes 0, and `pullBack` reads nothing.
 *
 * log|det| is that of the elements below the diagonal (Lewandowski, Kurowicka & Joe 2009, eq. 11).
 * `inverse` lets the length of a row be off by 1e-8 (1e-4 in float32).
 */
export const choleskyCorrelation: Constraint<"strictTriangle"> = /* @__PURE__ */ constraint(
  "choleskyCorrelation",
  "strictTriangle",
  (_, n) => choleskyCorrelationMap(n),
);

type EachFunction = (numbers: Float64Array, n: number) => void;

/**
 * No step subtracts from 1, so nothing cancels: the product of the secants is right down to
 * underflow, and its logarithm has the closed form Σ (i - j + 1)·log sech yᵢⱼ.
 */
function choleskyCorrelationMap(n: number): RunMap {
  const remainders = new Float64Array(n);
  const tangents = new Float64Array(n);
  const secants = new Float64Array(n);
  const logSecants = new Float64Array(n);

  return {
    forward(y, x, total) {
      let logJacobian = 0;
      for (let i = 0, first = 0; i < n; first += i++) {
        readRow(y, first, i, tanhEach, tangents);
        readRow(y, first, i, sechEach, secants);
        readRow(y, first, i, logSechEach, logSecants);
        const row = x.offset + i * n * x.stride;
        let remainder = 1;
        for (let j = 0; j < i; j++) {
          x.data[row + j * x.stride] = tangents[j]! * remainder;
          remainder *= secants[j]!;
          logJacobian += (i - j + 1) * logSecants[j]!;
        }
        x.data[row + i * x.stride] = remainder;
        for (let j = i + 1; j < n; j++) x.data[row + j * x.stride] = 0;
      }
      total[0]! += logJacobian;
    },
    inverse(x, y) {
      for (let i = 0; i < n; i++) {
        const row = x.offset + i * n * x.stride;
        const first = (i * (i - 1)) / 2;
        let remainder = x.data[row + i * x.stride]!;
        for (let j = i - 1; j >= 0; j--) {
          const own = x.data[row + j * x.stride]!;
          y.data[y.offset + (first + j) * y.stride] = asinhOfRatio(own, remainder);
          remainder = hypotenuse(own, remainder);
        }
      }
    },
    faultOf(x) {
      const above = aboveDiagonalIn(x, n);
      if (above !== undefined) return above;
      for (let i = 0; i < n; i++) {
        const own = x.data[x.offset + (i * n + i) * x.stride]!;
        if (!(own > 0)) return fault(i * n + i, "have a diagonal above 0", own);
        const length = rowLength(x, i, n);
        if (!(Math.abs(length - 1) <= toleranceOf(x.data))) {
          return fault(i * n, "have rows of length 1", `a length of ${length}`);
        }
      }
      return undefined;
    },
    pullBack(y, gx, gy) {
      for (let i = 0, first = 0; i < n; first += i++) {
        readRow(y, first, i, tanhEach, tangents);
        readRow(y, first, i, sechEach, secants);
        const row = gx.offset + i * n * gx.stride;
        let remainder = 1;
        for (let j = 0; j < i; j++) {
          remainders[j] = remainder;
          remainder *= secants[j]!;
        }
        let after = gx.data[row + i * gx.stride]! * remainder; // Σ gᵢₖxᵢₖ over k > j
        for (let j = i - 1; j >= 0; j--) {
          const t = tangents[j]!;
          const own = gx.data[row + j * gx.stride]!;
          gy.data[gy.offset + (first + j) * gy.stride] =
            own * (remainders[j]! * secants[j]!) * secants[j]! - t * after;
          after += own * t * remainders[j]!;
        }
      }
    },
    pullBackJacobian(y, gy, scale) {
      for (let i = 0, first = 0; i < n; first += i++) {
        readRow(y, first, i, tanhEach, tangents);
        for (let j = 0; j < i; j++) {
          const slope = (i - j + 1) * tangents[j]!;
          gy.data[gy.offset + (first + j) * gy.stride]! -= scale * slope;
        }
      }
    },
  };
}

/** values ← f(y) for the i free elements of row i, which begin at `first`. */
function readRow(y: Run, first: number, i: number, f: EachFunction, values: Float64Array): void {
  readBlock(y, first, first + i, values);
  f(values, i);
}

function rowLength({ data, offset, stride }: Run, i: number, n: number): number {
  let squares = 0;
  for (let j = 0; j <= i; j++) {
    const own = data[offset + (i * n + j) * stride]!;
    squares += own * own;
  }
  return Math.sqrt(squares);
}

/** asinh(x/r) for r above 0, also where the ratio overflows. */
function asinhOfRatio(x: number, r: number): number {
  const ratio = x / r;
  if (Number.isFinite(ratio)) return asinh(ratio);
  const size = log(Math.abs(x)) - log(r) + Math.LN2;
  return x < 0 ? -size : size;
}

/** √(x² + r²) for r above 0, without overflow and underflow. */
function hypotenuse(x: number, r: number): number {
  const size = Math.abs(x);
  const large = Math.max(size, r);
  const ratio = Math.min(size, r) / large;
  return large * Math.sqrt(1 + ratio * ratio);
}
