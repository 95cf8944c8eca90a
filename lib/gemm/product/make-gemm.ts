import ndarrayGemm from "ndarray-gemm";
import { scale } from "../paths/finish.ts";
import { checkMatrix, checkResult, checkShapes, factorOf } from "./check-matrices.ts";
import { operandOf, type Matrix, type Product } from "./product.ts";

/** c ← alpha·a·b + beta·c, in place, for ndarrays of rank 2 with any offset and strides. */
export type Gemm = (c: Matrix, a: Matrix, b: Matrix, alpha?: number, beta?: number) => void;

/**
 * Makes a gemm that checks everything before anything is written. `multiply` gets the products of
 * floats of one dtype; ndarray-gemm itself does all others.
 */
export function makeGemm(multiply: (product: Product) => void): Gemm {
  return (c, a, b, alpha = 1, beta = 0) => {
    const dtype = checkMatrix("c", c);
    const isOneDtype = [checkMatrix("a", a), checkMatrix("b", b)].every((other) => other === dtype);
    alpha = factorOf("alpha", alpha, dtype);
    beta = factorOf("beta", beta, dtype);
    checkShapes(c, a, b);
    checkResult(c, a, b);
    const [m, k] = a.shape as [number, number];
    const n = b.shape[1]!;
    if (m === 0 || n === 0 || k === 0 || alpha === 0) scale(c, beta);
    else if (dtype === undefined || !isOneDtype) ndarrayGemm(c, a, b, alpha, beta);
    else {
      multiply({ dtype, m, n, k, alpha, beta, c: operandOf(c), a: operandOf(a), b: operandOf(b) });
    }
  };
}
