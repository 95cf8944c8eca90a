declare module "ndarray-gemm" {
  import type { NdArray } from "ndarray";

  type Rows = readonly ArrayLike<number>[];

  /** c ← alpha·a·b + beta·c */
  export default function gemm(
    c: NdArray | Rows,
    a: NdArray | Rows,
    b: NdArray | Rows,
    alpha?: number,
    beta?: number,
  ): void;
}
