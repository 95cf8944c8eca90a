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
import { scale } from "../product/scale.ts";
import { accessTo } from "../product/store.ts";

/** The terms of a block. The first block has those that are left over, and is the last one taken. */
const BLOCK = 32;

export function multiplyMixed(c: Matrix, a: Matrix, b: Matrix, alpha: number, beta: number): void {
  const k = a.shape[1]!;
  const left = linesOf(a, 0);
  const right = linesOf(b, 1);
  const isOneSum = isByRows(a) && !isByRows(b);
  const block = isOneSum ? k : BLOCK;
  if (!isOneSum) scale(c, beta);
  const factor = isOneSum ? beta : 1;
  const { get, set } = accessTo(c);
  for (let i = 0; i < c.shape[0]!; i++) {
    for (let j = 0; j < c.shape[1]!; j++) {
      const at = c.offset + i * c.stride[0]! + j * c.stride[1]!;
      for (let end = k; end > 0; end -= block) {
        let sum = 0;
        for (let p = Math.max(0, end - block); p < end; p++) {
          sum += left[i * k + p]! * right[j * k + p]!;
        }
        sum *= alpha;
        set(at, factor === 0 ? sum : sum + factor * get(at));
      }
    }
  }
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
  const size = shape[1 - axis]!;
  const copied = new Float64Array(shape[axis]! * size);
  for (let to = 0; to < copied.length; to++) {
    const p = to % size;
    copied[to] = get(offset + ((to - p) / size) * stride[axis]! + p * stride[1 - axis]!);
  }
  return copied;
}
