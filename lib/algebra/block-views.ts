import type { NdArray } from "ndarray";
import { isFlatData, type FlatData } from "../internal/arrays.ts";
import { checkReach, isNdArray } from "../internal/checks.ts";
import { nameOf } from "../internal/messages.ts";
import { layoutOf, type Layout } from "../layout.ts";
import { leavesIn, treeOf, type TreeOf } from "../tree.ts";
import type { Template } from "../template.ts";
import { makeViews, type Views } from "../views.ts";

/**
 * The structure of the rows' template with, for each shape, the views of the columns'.
 *
 * @example
 * Blocks<{ y: 2 }, { w: [3, 2]; b: 2 }>["y"]["b"] //=> NdArray<Float64Array>
 */
export type Blocks<R, C = R, D extends FlatData = Float64Array> = TreeOf<R, Views<C, D>>;

/**
 * The named blocks of a Hessian, a Jacobian or a covariance, without a copy: the block of the row
 * leaf r and the column leaf c has the axes of r, then those of c. Of a stack of matrices, each
 * block keeps the stack's axes in front.
 *
 * A block is a batch of a batch: the matrix's rows are split with its columns as a batch, then the
 * columns of each part.
 *
 * @param matrix an ndarray whose last two axes are as long as the two flats; any strides but 0
 * @throws TypeError, RangeError where it is not
 * @example
 * const blocks = blockViews(hessian, { w: [3, 2], b: 2 });
 * blocks.w.b.shape; //=> [3, 2, 2]
 */
export function blockViews<
  const R extends Template | Layout,
  const C extends Template | Layout = R,
  D extends FlatData = Float64Array,
>(matrix: NdArray<D>, rows: R, columns: C = rows as unknown as C): Blocks<R, C, D> {
  const rowLayout = layoutOf<Template | Layout>(rows);
  const columnLayout = layoutOf<Template | Layout>(columns);
  const axis = checkMatrix(matrix, [rowLayout.size, columnLayout.size]);
  // Without the row axis, the column axis stands where the row axis stood.
  const parts = leavesIn("blockViews", rowLayout, split(matrix, rowLayout, axis));
  let next = 0;
  return treeOf(rowLayout, () => split(parts[next++] as NdArray<D>, columnLayout, axis)) as Blocks<
    R,
    C,
    D
  >;
}

const split = (view: NdArray<FlatData>, layout: Layout, axis: number): object =>
  makeViews("blockViews", view, layout, axis);

/** Returns the axis of the rows. */
function checkMatrix(matrix: NdArray<FlatData>, sizes: readonly [number, number]): number {
  if (!isNdArray<FlatData>(matrix) || !isFlatData(matrix.data)) {
    throw new TypeError(`blockViews: matrix must be an ndarray on an array, got ${nameOf(matrix)}`);
  }
  const { shape, stride } = matrix;
  const axis = shape.length - 2;
  if (shape[axis] !== sizes[0] || shape[axis + 1] !== sizes[1]) {
    const need = `the templates need a matrix of shape [${sizes.join(", ")}]`;
    throw new RangeError(`blockViews: ${need}, got [${shape.join(", ")}]`);
  }
  if (!shape.includes(0) && (stride[axis] === 0 || stride[axis + 1] === 0)) {
    throw new RangeError(
      `blockViews: the matrix must have non-zero strides, got [${stride.join(", ")}]`,
    );
  }
  checkReach("blockViews", "the matrix", matrix);
  return axis;
}
