import type { NdArray } from "ndarray";
import { isFlatData, isNdArray, type FlatData } from "../internal/arrays.ts";
import { checkReach } from "../internal/checks.ts";
import { shapeText, wrongKind, wrongNumber } from "../internal/messages.ts";
import { keptBlocks } from "../kept-views.ts";
import { resolve, type Layout } from "../layout.ts";
import { leavesIn, treeOf, type ShownTree, type TreeOf } from "../tree.ts";
import type { Template } from "../template.ts";
import { makeViews, type ShownViews, type Views } from "../views.ts";

/**
 * The structure of the rows' template, with the views of the columns' template at each shape.
 *
 * @example
 * Blocks<{ y: 2 }, { w: [3, 2]; b: 2 }>["y"]["b"] //=> NdArray<Float64Array>
 */
export type Blocks<R, C = R, D extends FlatData = Float64Array> = TreeOf<R, Views<C, D>>;

/** `Blocks`, written out in the hovers and errors of an editor. */
type ShownBlocks<R, C, D extends FlatData> = ShownTree<R, ShownViews<C, D>>;

/**
 * Views the named blocks of a Hessian, a Jacobian or a covariance, without a copy. The block of the
 * row leaf r and the column leaf c has the axes of r, then those of c. If the matrix is a stack of
 * matrices, each block keeps the stack's axes in front.
 *
 * With two layouts the views are kept with the matrix, and found again from the second call on, so
 * that a loop allocates nothing.
 *
 * @param matrix an ndarray whose last two axes are as long as the two flats; any strides but 0
 * @throws TypeError, RangeError if it is not
 * @example
 * const blocks = blockViews(hessian, { w: [3, 2], b: 2 });
 * blocks.w.b.shape; //=> [3, 2, 2]
 */
export function blockViews<
  const R extends Template | Layout,
  const C extends Template | Layout = R,
  D extends FlatData = Float64Array,
>(matrix: NdArray<D>, rows: R, columns: C = rows as unknown as C): ShownBlocks<R, C, D> {
  const rowLayout = resolve("blockViews", rows);
  const columnLayout = resolve("blockViews", columns);
  return keptBlocks(matrix, rowLayout, columnLayout, makeBlocks) as ShownBlocks<R, C, D>;
}

/**
 * A block is a batch of a batch: first the rows of the matrix are split, with its columns as a
 * batch, and then the columns of each part.
 */
function makeBlocks(matrix: NdArray<FlatData>, rows: Layout, columns: Layout): object {
  const axis = checkMatrix(matrix, [rows.size, columns.size]);
  // The split takes the row axis away, and the column axis moves to its place.
  const parts = leavesIn("blockViews", rows, split(matrix, rows, axis));
  let next = 0;
  return treeOf(rows, () => split(parts[next++] as NdArray<FlatData>, columns, axis));
}

const split = (view: NdArray<FlatData>, layout: Layout, axis: number): object =>
  makeViews("blockViews", view, layout, axis);

/** Checks the matrix; returns the axis of its rows. */
function checkMatrix(matrix: NdArray<FlatData>, sizes: readonly [number, number]): number {
  if (!isNdArray<FlatData>(matrix) || !isFlatData(matrix.data)) {
    throw wrongKind("blockViews", "matrix", "be an ndarray on an array", matrix);
  }
  const { shape, stride } = matrix;
  const axis = shape.length - 2;
  if (shape[axis] !== sizes[0] || shape[axis + 1] !== sizes[1]) {
    throw new RangeError(
      `blockViews: the templates need a matrix of shape ${shapeText(sizes)}, got ${shapeText(shape)}`,
    );
  }
  if (!shape.includes(0) && (stride[axis] === 0 || stride[axis + 1] === 0)) {
    throw wrongNumber("blockViews", "the matrix", "have non-zero strides", shapeText(stride));
  }
  checkReach("blockViews", "the matrix", matrix);
  return axis;
}
