/**
 * The product of matrices that no kernel multiplies: integers, plain Arrays, stores and mixed data
 * types. Its steps are those of ndarray-gemm (M. Lysenko, 2013), so its bits are the same:
 *
 *     a by rows, b by columns:   c ← alpha·Σₚ aᵢₚ·bₚⱼ + beta·c     one sum over all p
 *     otherwise:   c ← beta·c,   c ← alpha·Σₚ aᵢₚ·bₚⱼ + c          for one block of p after another
 *
 * The blocks are taken from the last to the first, and after each c is rounded to its own type.
 */
import type { Matrix } from "../product/product.ts";
import { isStore } from "../product/store.ts";

/** The terms of a block. The first block has those that are left over, and is the last one taken. */
const BLOCK = 32;

export function multiplyMixed(c: Matrix, a: Matrix, b: Matrix, alpha: number, beta: number): void {
  const k = a.shape[1]!;
  const left = linesOf(a, 0);
  const right = linesOf(b, 1);
  const isOneSum = isByRows(a) && !isByRows(b);
  const { get, set } = accessTo(c);
  for (let i = 0; i < c.shape[0]!; i++) {
    for (let j = 0; j < c.shape[1]!; j++) {
      const at = c.offset + i * c.stride[0]! + j * c.stride[1]!;
      if (isOneSum) {
        const sum = alpha * dot(left, i * k, right, j * k, k);
        set(at, beta === 0 ? sum : sum + beta * get(at));
        continue;
      }
      if (beta !== 1) set(at, beta === 0 ? 0 : beta * get(at));
      for (let end = k; end > 0; end -= BLOCK) {
        const start = Math.max(0, end - BLOCK);
        const sum = dot(left, i * k + start, right, j * k + start, end - start);
        set(at, alpha * sum + get(at));
      }
    }
  }
}

function dot(a: Float64Array, ai: number, b: Float64Array, bi: number, size: number): number {
  let sum = 0;
  for (let p = 0; p < size; p++) sum += a[ai + p]! * b[bi + p]!;
  return sum;
}

/** Whether a matrix lies by rows, in the sense of ndarray's `order`. */
const isByRows = ({ order, stride }: Matrix): boolean =>
  order === undefined ? Math.abs(stride[0]!) > Math.abs(stride[1]!) : order[0] !== 0;

/**
 * The rows (axis 0) or columns (axis 1) of a matrix, one after the other. All numbers are exact in
 * float64, and the sums then run over arrays of one kind.
 */
function linesOf(matrix: Matrix, axis: 0 | 1): Float64Array {
  const { shape, stride, offset } = matrix;
  const { get } = accessTo(matrix);
  const [lines, size] = [shape[axis]!, shape[1 - axis]!];
  const [next, step] = [stride[axis]!, stride[1 - axis]!];
  const copied = new Float64Array(lines * size);
  for (let line = 0, to = 0; line < lines; line++) {
    let at = offset + line * next;
    for (let p = 0; p < size; p++, at += step) copied[to++] = get(at);
  }
  return copied;
}

interface Access {
  readonly get: (at: number) => number;
  readonly set: (at: number, value: number) => void;
}

function accessTo({ data }: Matrix): Access {
  if (isStore(data)) {
    return { get: (at) => data.get(at), set: (at, value) => data.set(at, value) };
  }
  return { get: (at) => data[at]!, set: (at, value) => void (data[at] = value) };
}
