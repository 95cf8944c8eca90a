/** The door: everything is checked here, before anything is written. */
import ndarrayGemm from "ndarray-gemm";
import { checkMatrix, checkResult, checkShapes, factorOf } from "./check.ts";
import { areFloats, operandOf, type Matrix, type Product } from "./product.ts";
import { scale } from "../paths/scale.ts";

/** c ← alpha·a·b + beta·c, in place, for ndarrays of rank 2 with any offset and strides. */
export type Gemm = (c: Matrix, a: Matrix, b: Matrix, alpha?: number, beta?: number) => void;

/** A gemm that leaves the products of one dtype with a kernel to `multiply`. */
export function gemmThrough(multiply: (product: Product) => void): Gemm {
  return (c, a, b, alpha = 1, beta = 0) => {
    checkMatrix("c", c);
    checkMatrix("a", a);
    checkMatrix("b", b);
    alpha = factorOf("alpha", alpha, c);
    beta = factorOf("beta", beta, c);
    checkShapes(c, a, b);
    checkResult(c, a, b);
    const [m, k] = a.shape as [number, number];
    const n = b.shape[1]!;
    const given = [c, a, b] as const;
    if (m === 0 || n === 0 || k === 0 || alpha === 0) scale(c, beta);
    else if (areFloats(given)) {
      const [x, y, z] = given;
      multiply({ m, n, k, alpha, beta, c: operandOf(x), a: operandOf(y), b: operandOf(z) });
    } else ndarrayGemm(c, a, b, alpha, beta);
  };
}
