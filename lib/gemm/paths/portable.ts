/**
 * The product in plain JavaScript. Engines without SIMD run it, and for small products it is the
 * fastest path. It rounds exactly as the kernel does, so both give the same bits.
 */
import type { Floats } from "../../internal/arrays.ts";
import { TERMS, turned, type Product } from "../product/product.ts";
import { write } from "./write-result.ts";

/** The sums of one row of A with four columns of B, over all chunks so far. */
const sums = new Float64Array(4);

/** cᵢⱼ ← alpha·Σₚ aᵢₚ·bₚⱼ + beta·cᵢⱼ, the sum in chunks of TERMS in the order of p. */
export function multiplyPortably(product: Product): void {
  const isThin = product.n < product.m && product.n < sums.length;
  const { dtype, m, n, k, alpha, beta, c, a, b } = isThin ? turned(product) : product;
  const isSingle = dtype === "float32";
  for (let i = 0; i < m; i++) {
    const ai = a.offset + i * a.rowStride;
    const ci = c.offset + i * c.rowStride;
    for (let j = 0; j < n; j += sums.length) {
      const count = Math.min(sums.length, n - j);
      // If fewer than four columns are left, the last one stands in for those that are missing.
      const step = b.columnStride;
      const b1 = count > 1 ? step : 0;
      const b2 = count > 2 ? 2 * step : b1;
      const b3 = count > 3 ? 3 * step : b2;
      const bj = b.offset + j * step;
      if (m === 1 && n === 1) {
        const dot = isSingle ? dot32 : dot64;
        sums[0] = dot(k, a.data, ai, a.columnStride, b.data, bj, b.rowStride);
      } else if (isSingle)
        sum32(k, a.data, ai, a.columnStride, b.data, bj, b.rowStride, b1, b2, b3);
      else sum64(k, a.data, ai, a.columnStride, b.data, bj, b.rowStride, b1, b2, b3);
      for (let q = 0; q < count; q++) {
        write(dtype, c.data, ci + (j + q) * c.columnStride, alpha * sums[q]!, beta);
      }
    }
  }
}

function sum64(
  k: number,
  a: Floats,
  ai: number,
  aStep: number,
  b: Floats,
  bi: number,
  bStep: number,
  b1: number,
  b2: number,
  b3: number,
): void {
  sums[0] = sums[1] = sums[2] = sums[3] = 0;
  for (let p = 0; p < k;) {
    const end = Math.min(k, p + TERMS);
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (; p < end; p++) {
      const x = a[ai]!;
      s0 += x * b[bi]!;
      s1 += x * b[bi + b1]!;
      s2 += x * b[bi + b2]!;
      s3 += x * b[bi + b3]!;
      ai += aStep;
      bi += bStep;
    }
    sums[0] += s0;
    sums[1] += s1;
    sums[2] += s2;
    sums[3] += s3;
  }
}

/**
 * The same with each product and each sum rounded to float32. Each dtype has a function of its own,
 * because V8 optimises a function for the arrays that it meets.
 */
function sum32(
  k: number,
  a: Floats,
  ai: number,
  aStep: number,
  b: Floats,
  bi: number,
  bStep: number,
  b1: number,
  b2: number,
  b3: number,
): void {
  const round = Math.fround;
  sums[0] = sums[1] = sums[2] = sums[3] = 0;
  for (let p = 0; p < k;) {
    const end = Math.min(k, p + TERMS);
    let s0 = round(0);
    let s1 = round(0);
    let s2 = round(0);
    let s3 = round(0);
    for (; p < end; p++) {
      const x = a[ai]!;
      s0 = round(s0 + round(x * b[bi]!));
      s1 = round(s1 + round(x * b[bi + b1]!));
      s2 = round(s2 + round(x * b[bi + b2]!));
      s3 = round(s3 + round(x * b[bi + b3]!));
      ai += aStep;
      bi += bStep;
    }
    sums[0] = round(sums[0] + s0);
    sums[1] = round(sums[1] + s1);
    sums[2] = round(sums[2] + s2);
    sums[3] = round(sums[3] + s3);
  }
}

/** One sum alone: its terms wait for each other anyway. */
function dot64(
  k: number,
  a: Floats,
  ai: number,
  aStep: number,
  b: Floats,
  bi: number,
  bStep: number,
): number {
  let sum = 0;
  for (let p = 0; p < k;) {
    const end = Math.min(k, p + TERMS);
    let s = 0;
    for (; p < end; p++) {
      s += a[ai]! * b[bi]!;
      ai += aStep;
      bi += bStep;
    }
    sum += s;
  }
  return sum;
}

function dot32(
  k: number,
  a: Floats,
  ai: number,
  aStep: number,
  b: Floats,
  bi: number,
  bStep: number,
): number {
  let sum = Math.fround(0);
  for (let p = 0; p < k;) {
    const end = Math.min(k, p + TERMS);
    let s = Math.fround(0);
    for (; p < end; p++) {
      s = Math.fround(s + Math.fround(a[ai]! * b[bi]!));
      ai += aStep;
      bi += bStep;
    }
    sum = Math.fround(sum + s);
  }
  return sum;
}
