/** Cases of the families that came after 0.1.0: derivatives, ops, constrain, bounds and fits. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { numericHessian, perPart } from "ndarray-params";
import {
  choleskyCorrelation,
  constrain,
  interval,
  ordered,
  positive,
  simplex,
  sumToZero,
  unitVector,
} from "ndarray-params/constrain";
import { levenbergMarquardt, uncertainty } from "ndarray-params/fit";
import { lbfgs } from "ndarray-params/optimize";
import * as ops from "ndarray-params/ops";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { source, type Cases } from "../support/golden/draw.ts";
import { rosenbrock } from "../support/golden/objectives.ts";

const drawn = (seed: number, size: number, scale: number): Float64Array =>
  source(seed)
    .into(new Float64Array(size))
    .map((v) => v * scale);

const values = {
  s: 3,
  i: 4,
  p: 4,
  o: 3,
  z: 4,
  u: 3,
  c: [3, 3],
} as const;
const relation = constrain(values, {
  s: positive,
  i: interval(-1, 2),
  p: simplex,
  o: ordered,
  z: sumToZero,
  u: unitVector,
  c: choleskyCorrelation,
});

/** vm·x/(k + x) - y, with its Jacobian. */
function rates(flat: Float64Array, r: Float64Array, jacobian?: NdArray<Float64Array>): void {
  const [vm, k] = [flat[0]!, flat[1]!];
  for (let i = 0; i < r.length; i++) {
    const x = (i + 1) / 8;
    r[i] = (vm * x) / (k + x) - (2 * x) / (0.4 + x) - ((i * 7) % 5) / 100;
    if (jacobian === undefined) continue;
    jacobian.set(i, 0, x / (k + x));
    jacobian.set(i, 1, (-vm * x) / ((k + x) * (k + x)));
  }
}

export const laterFamilies: Cases = {
  "derivatives: a Hessian of gradients and one of losses": () => {
    const objective = (x: Float64Array, g: Float64Array) => rosenbrock(x, g);
    const flat = drawn(41, 6, 1.5);
    return [true, false].flatMap((gradient) => {
      const { hessian, errors } = numericHessian(objective, flat, [6], { gradient });
      return [hessian.data, errors.data];
    });
  },
  "algebra: numbers by part": () => perPart({ a: 3, b: [2, 2] }, { b: 0.1 }, 1e-3).data,
  "ops: arithmetic, exponentials, logarithms and sums": () => {
    const [a, b] = [
      ndarray(drawn(42, 4000, 30), [40, 100]),
      ndarray(drawn(43, 4000, 1), [40, 100]),
    ];
    const c = ndarray(new Float64Array(4000), [40, 100]);
    ops.exp(c, a);
    ops.addeq(c, b);
    ops.abseq(c);
    ops.logeq(c);
    ops.muleq(c, a.transpose(1, 0).transpose(1, 0));
    return [c.data, [ops.sum(c), ops.norm2(c), ops.sup(c), ...ops.argmin(c)]];
  },
  "softmax: losses and errors by classes and by weights, of both types": () => {
    const [n, k] = [230, 9];
    const weights = ndarray(drawn(47, n * k, 0.5).map(Math.abs), [n, k], [1, n]);
    const classes = Uint8Array.from({ length: n }, (_, i) => (i * 5) % k);
    const bias = drawn(48, k, 1);
    const all: (Float64Array | Float32Array)[] = [];
    for (const labels of [classes, weights]) {
      const [e, p] = [drawn(49, n * k, 30), Float32Array.from(drawn(50, n * k, 9))];
      const biasGradient = new Float64Array(k);
      const loss = softmaxCrossEntropy(ndarray(e, [n, k]), labels, { bias, biasGradient });
      const half = softmaxCrossEntropy(ndarray(p, [n, k], [1, n]), labels, { bias });
      all.push(e, p, biasGradient, Float64Array.of(loss, half));
    }
    const p = drawn(51, n * k, 30);
    softmax(ndarray(p, [n, k]), { bias });
    return [...all, p];
  },
  "constrain: all ways of seven constraints": () => {
    const y = drawn(44, relation.free.size, 3);
    const x = new Float64Array(relation.values.size);
    const logJacobian = relation.forward(y, x);
    const [back, gy] = [new Float64Array(y.length), new Float64Array(y.length)];
    relation.inverse(x, back);
    relation.pullBack(y, drawn(45, x.length, 1), gy);
    return [x, back, gy, [logJacobian]];
  },
  "optimize: lbfgs within bounds": () => {
    const flat = drawn(46, 8, 0.4);
    const bounds = { lower: -0.5, upper: 0.8 };
    const all: Float64Array[] = [];
    for (const { iteration } of lbfgs(flat, rosenbrock, { bounds })) {
      all.push(flat.slice());
      if (iteration === 40) break;
    }
    return all;
  },
  "fit: a curve, its covariance": () => {
    const flat = Float64Array.of(1, 1);
    const all: Float64Array[] = [];
    for (const _ of levenbergMarquardt(flat, rates, { rows: 12 })) all.push(flat.slice());
    const { covariance, standardErrors } = uncertainty(flat, rates, { rows: 12 });
    return [...all, covariance.data, Float64Array.from(standardErrors)];
  },
};
