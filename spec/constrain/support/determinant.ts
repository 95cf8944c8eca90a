/** The determinant of dx/dy by central differences, over the values that a constraint leaves free. */
import type { RandomRelation } from "./random-relations.ts";

/**
 * The elements of x that count: all but the last of a simplex or a zero-sum vector, and the triangle
 * of a matrix. A zero-sum vector's own measure, that of its hyperplane, is √n times as large.
 * Undefined with a unit vector, which has no determinant.
 */
export function determinant(
  { relation, nameAt }: RandomRelation,
  y: readonly number[],
): number | undefined {
  const rows: number[] = [];
  let factor = 1;
  for (const { path, shape, offset, size } of relation.values.slots) {
    const name = nameAt.get(path)!;
    if (name === "unitVector") return undefined;
    const n = shape.at(-1) ?? 1;
    for (let i = 0; i < size; i++) {
      const column = i % n;
      const row = Math.floor(i / n) % n;
      if ((name === "sumToZero" || name === "simplex") && column === n - 1) {
        if (name === "sumToZero") factor *= Math.sqrt(n);
      } else if (name === "choleskyCorrelation" && column >= row) continue;
      else if (name === "choleskyCovariance" && column > row) continue;
      else rows.push(offset + i);
    }
  }
  const h = 1e-5;
  const columns = y.map((own, j) => {
    const above = new Float64Array(relation.values.size);
    const below = new Float64Array(relation.values.size);
    relation.forward(Float64Array.from(y.with(j, own + h)), above);
    relation.forward(Float64Array.from(y.with(j, own - h)), below);
    return rows.map((i) => (above[i]! - below[i]!) / (2 * h));
  });
  return factor * eliminated(columns);
}

/** The determinant of a square matrix, by elimination with partial pivoting. */
function eliminated(matrix: number[][]): number {
  let product = 1;
  for (let k = 0; k < matrix.length; k++) {
    let pivot = k;
    for (let i = k; i < matrix.length; i++) {
      if (Math.abs(matrix[i]![k]!) > Math.abs(matrix[pivot]![k]!)) pivot = i;
    }
    if (pivot !== k) {
      [matrix[k], matrix[pivot]] = [matrix[pivot]!, matrix[k]!];
      product = -product;
    }
    product *= matrix[k]![k]!;
    for (let i = k + 1; i < matrix.length; i++) {
      const share = matrix[i]![k]! / matrix[k]![k]!;
      for (let j = k; j < matrix.length; j++) matrix[i]![j]! -= share * matrix[k]![j]!;
    }
  }
  return product;
}
