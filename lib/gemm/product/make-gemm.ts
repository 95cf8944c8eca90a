import { isNdArray } from "../../internal/arrays.ts";
import { multiplyMixed } from "../paths/mixed.ts";
import { checkMatrix, checkResult, checkShapes, factorOf } from "./check-matrices.ts";
import { multiplyNested } from "./nested.ts";
import { operandOf, type Matrix, type MatrixData, type Product, type Rows } from "./product.ts";
import { scale } from "./scale.ts";

/**
 * c ← alpha·a·b + beta·c, in place, for ndarrays of rank 2 with any offset and strides, and for
 * nested arrays of numbers.
 */
export type Gemm = (
  c: Matrix | readonly MatrixData[],
  a: Matrix | Rows,
  b: Matrix | Rows,
  alpha?: number,
  beta?: number,
) => void;

/**
 * Makes a gemm that checks everything before anything is written. `multiply` gets the products of
 * floats of one dtype; a plain loop does all others.
 */
export function makeGemm(multiply: (product: Product) => void): Gemm {
  const gemm: Gemm = (c, a, b, alpha = 1, beta = 0) => {
    if (!(isNdArray<MatrixData>(c) && isNdArray<MatrixData>(a) && isNdArray<MatrixData>(b))) {
      multiplyNested(gemm, c, a, b, alpha, beta);
      return;
    }
    const dtype = checkMatrix("c", c);
    const dtypeOfA = checkMatrix("a", a);
    const isOneDtype = checkMatrix("b", b) === dtypeOfA && dtypeOfA === dtype;
    alpha = factorOf("alpha", alpha, dtype);
    beta = factorOf("beta", beta, dtype);
    checkShapes(c, a, b);
    checkResult(c, a, b);
    const [m, k] = a.shape as [number, number];
    const n = b.shape[1]!;
    if (m === 0 || n === 0 || k === 0 || alpha === 0) scale(c, beta);
    else if (dtype === undefined || !isOneDtype) multiplyMixed(c, a, b, alpha, beta);
    else {
      multiply({ dtype, m, n, k, alpha, beta, c: operandOf(c), a: operandOf(a), b: operandOf(b) });
    }
  };
  return gemm;
}
