/** The calls that work under a policy that forbids code from strings, with views and without. */
import {
  checkGradient,
  emptyWithViews,
  flatFunction,
  indexOf,
  labelOf,
  layoutOf,
  numericGradient,
  partition,
  shapedFromFlat,
  tableOf,
  templateOf,
  tie,
  transfer,
  valuesOf,
} from "ndarray-params";
import { gemm, type Matrix } from "ndarray-params/gemm";
import { constant, stream } from "ndarray-params/initialize";
import { fromNpy, toNpy } from "ndarray-params/npy";
import { fromNpz, toNpz } from "ndarray-params/npz";
import ndarray from "ndarray-params/ndarray";
import * as ops from "ndarray-params/ops";
import { adam, lbfgs, minibatches } from "ndarray-params/optimize";
import { parse, serialize } from "ndarray-params/safetensors";
import { tell } from "../tell.ts";
import { outcomes, same, type Checks } from "./checks.ts";

const template = { w: [3, 2], b: 2 } as const;
const drawn = (): Float64Array => Float64Array.of(1, -2, 3, -4, 5, -6, 7, -8);

const halfSquares = (x: Float64Array, gradient: Float64Array): number => {
  gradient.set(x);
  return x.reduce((sum, each) => sum + (each * each) / 2, 0);
};

/** The fields of an ndarray, without its class. */
const matrix = (data: Float64Array, shape: readonly number[]): Matrix =>
  ({ data, shape, stride: [shape[1], 1], offset: 0, dtype: "float64" }) as unknown as Matrix;

const works: Checks = {
  "the policy itself": () => {
    let said = "nothing";
    try {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
      new Function("return 1")();
    } catch (error) {
      said = (error as Error).name;
    }
    same(said, "EvalError");
  },
  "layouts, labels and tables": () => {
    same(layoutOf(template).size, 8);
    same(labelOf(template, 5), "w[2,1]");
    same(indexOf(template, "w[2,1]"), 5);
    same(tableOf(template, drawn()).split("\n").length, 4);
    same(templateOf({ w: [[1, 2]] }), { w: [1, 2] });
  },
  "transfer, partition and tie": () => {
    const to = new Float64Array(8);
    transfer(drawn(), template, to, template);
    same(to, drawn());
    same(typeof partition(template, ["w"]), "object");
    same(typeof tie({ a: [2, 2], c: [2, 2] }, "a", "c"), "object");
  },
  "checkGradient on a typed array": () =>
    same(checkGradient(halfSquares, drawn(), template).worst < 1e-6, true),
  "numericGradient on a typed array": () => {
    const gradient = new Float64Array(8);
    const loss = (x: Float64Array): number => halfSquares(x, new Float64Array(8));
    same(numericGradient(loss)(drawn(), gradient), loss(drawn()));
    same(Math.abs(gradient[0]! - drawn()[0]!) < 1e-6, true);
  },
  "optimizers and batches of typed arrays": () => {
    for (const optimizer of [adam, lbfgs]) {
      const x = drawn();
      const before = halfSquares(x, new Float64Array(8));
      optimizer(x, halfSquares).next();
      same(halfSquares(x, new Float64Array(8)) < before, true);
    }
    same(minibatches([drawn()], 2)[Symbol.iterator]().next().done, false);
  },
  "gemm on the fields of an ndarray": () => {
    const [a, c] = [Float64Array.of(1, 2, 3, 4), new Float64Array(4)];
    gemm(matrix(c, [2, 2]), matrix(a, [2, 2]), matrix(a, [2, 2]));
    same(c, [7, 10, 15, 22]);
  },
  "initializers on the fields of an ndarray, and streams": () => {
    const data = new Float64Array(6);
    constant(matrix(data, [3, 2]) as never, 0.5);
    same(data, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
    same(stream("policy")() < 1, true);
  },
  "views of flats, as ndarrays have them": () => {
    const [flat, { w, b }] = emptyWithViews(template);
    w.set(2, 1, 7);
    b.set(0, 3);
    same(flat.data, [0, 0, 0, 0, 0, 7, 3, 0]);
    same(valuesOf({ w, b }, template), { w: [[0, 0], [0, 0], [0, 7]], b: [3, 0] }); // oxfmt-ignore
    same(shapedFromFlat(flat, template).w.transpose(1, 0).pick(1).stride, [2]);
    const squares = flatFunction(template, (parts) => parts.w.get(2, 1) ** 2);
    same(squares(flat.data), 49);
  },
  "ndarray and the functions of ops": () => {
    const x = ndarray(Float64Array.of(1, 2, 3, 4), [2, 2]);
    same([ndarray().dimension, x.get(1, 0), x.size, x.dtype], [-1, 3, 4, "float64"]);
    ops.addeq(x, x.transpose(1, 0));
    same(x.data.length, 4);
    const y = ndarray(new Float64Array(4), [2, 2]);
    ops.muls(y, x, 2);
    ops.exp(x, y);
    same(ops.sup(y) > 0, true);
  },
  "gemm of integers, plain Arrays and nested arrays": () => {
    const c = ndarray([0, 0, 0, 0], [2, 2]);
    gemm(c, ndarray(Int32Array.of(1, 2, 3, 4), [2, 2]), [
      [1, 0],
      [0, 1],
    ]);
    same(c.data, [1, 2, 3, 4]);
  },
  "files of views": () => {
    same(fromNpy(toNpy(drawn())).shape, [8]);
    same(fromNpz(toNpz({ w: drawn() })).get("w")!.size, 8);
    same(parse(serialize(drawn(), template)).flat.shape, [8]);
  },
  "files of typed arrays": () => {
    same(serialize(drawn(), template).length > 64, true);
    same(toNpy(drawn()).length, 192);
    same(toNpz({ w: drawn() }).length > 192, true);
  },
};

void outcomes(works).then(tell);
