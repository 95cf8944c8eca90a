import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { blockViews, layoutOf, leaves, type AnyViews, type FlatData } from "ndarray-params";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf, placesOf, randomLie, smallTemplate, strided } from "../support/strided.ts";

/** 0, 1, 2, ... row-major. */
const counting = (...shape: number[]) =>
  ndarray(
    Float64Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => i),
    shape,
  );

const kinds: Record<string, (size: number) => FlatData> = {
  float64: (size) => new Float64Array(size),
  float32: (size) => new Float32Array(size),
};

describe("blockViews", () => {
  it("names the blocks of a Hessian, worked by hand", () => {
    const { w, b } = blockViews(counting(8, 8), { w: [3, 2], b: 2 });
    expect(w.w.shape).to.deep.equal([3, 2, 3, 2]);
    expect(w.b.shape).to.deep.equal([3, 2, 2]);
    expect(b.w.shape).to.deep.equal([2, 3, 2]);
    // w[2,1] is parameter 5, w[1,0] parameter 2, b[1] parameter 7.
    expect(w.w.get(2, 1, 1, 0)).to.equal(5 * 8 + 2);
    expect(w.b.get(2, 1, 1)).to.equal(5 * 8 + 7);
    expect(b.w.get(1, 2, 1)).to.equal(7 * 8 + 5);
    expect(elementsOf(b.b)).to.deep.equal([54, 55, 62, 63]);
  });

  it("contracts a rank-4 block with a direction, as loops over indices do", () => {
    const [m, n] = [3, 4];
    const template = { b: 2, w: [m, n], c: [] } as const;
    const hessian = counting(15, 15);
    const block = blockViews(hessian, template).w.w;
    const direction = counting(m, n);
    const product = new Float64Array(m * n);
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < m; k++) {
          for (let l = 0; l < n; l++) {
            product[i * n + j]! += block.get(i, j, k, l) * direction.get(k, l); // Σ Hᵢⱼₖₗ·Vₖₗ
          }
        }
      }
    }
    // The same by the flat indices of w, 2 to 13, in closed form: Σₖ (15·(2+r) + 2 + k)·k.
    const expected = Array.from({ length: 12 }, (_, r) => (15 * (2 + r) + 2) * 66 + 506);
    expect([...product]).to.deep.equal(expected);
  });

  it("takes different templates for the rows and the columns of a Jacobian", () => {
    const jacobian = blockViews(counting(3, 8), { y: 2, z: [] }, { w: [3, 2], b: 2 });
    expect(elementsOf(jacobian.z.b)).to.deep.equal([22, 23]);
    expect(elementsOf(jacobian.y.w)).to.deep.equal([0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13]);
  });

  it("keeps the front axes of a stack of matrices", () => {
    const { a } = blockViews(counting(2, 3, 3), { a: 2, b: [] });
    expect([a.b.shape, elementsOf(a.b)]).to.deep.equal([
      [2, 2],
      [2, 5, 11, 14],
    ]);
  });

  it("takes no columns, of which ndarray() makes strides of 0", () => {
    const { a } = blockViews(ndarray([], [3, 0]), { a: 2, b: [] }, { none: [0, 2] });
    expect(a.none.shape).to.deep.equal([2, 0, 2]);
  });

  for (const [name, make] of Object.entries(kinds)) {
    it(`partitions any matrix, each element once at its row and column, in ${name}`, () => {
      const law = fc.property(smallTemplate, smallTemplate, randomLie, (rows, columns, lie) => {
        const [r, c] = [layoutOf(rows), layoutOf(columns)];
        const matrix = strided([r.size, c.size], lie, make);
        const visits = new Map(placesOf(matrix).map((place) => [place, 0]));
        const blocks = treeLeaves(blockViews(matrix, rows, columns), r.template);
        for (const [i, block] of blocks.entries()) {
          for (const [j, [, view]] of leaves(block, columns).entries()) {
            const [row, column] = [r.slots[i]!, c.slots[j]!];
            expect(view.data).to.equal(matrix.data);
            expect(view.shape).to.deep.equal([...row.shape, ...column.shape]);
            const expected: number[] = [];
            for (let k = 0; k < row.size; k++) {
              for (let l = 0; l < column.size; l++) {
                expected.push((row.offset + k) * c.size + column.offset + l);
              }
            }
            expect(elementsOf(view)).to.deep.equal(expected);
            for (const place of placesOf(view)) visits.set(place, visits.get(place)! + 1);
          }
        }
        expect([...visits.values()]).to.deep.equal(Array(r.size * c.size).fill(1));
      });
      fc.assert(law, { seed: 4, numRuns: 100 });
    });
  }

  it("takes a matrix whose columns run backwards", () => {
    const { b } = blockViews(ndarray([1, 2, 3, 4], [2, 2], [2, -1], 1), { b: 2 });
    expect(elementsOf(b.b)).to.deep.equal([2, 1, 4, 3]);
  });

  const template = { w: [3, 2], b: 2 };
  const size = (got: string): string =>
    `blockViews: the templates need a matrix of shape [8, 8], got ${got}`;
  itRefuses([
    ["too few columns", () => blockViews(counting(8, 7), template), RangeError, size("[8, 7]")],
    ["too many rows", () => blockViews(counting(9, 8), template), RangeError, size("[9, 8]")],
    ["a flat", () => blockViews(counting(64), template), RangeError, size("[64]")],
    [
      "a typed array",
      () => blockViews(new Float64Array(64) as never, template),
      TypeError,
      "blockViews: matrix must be an ndarray on an array, got a Float64Array",
    ],
    [
      "an ndarray on something else",
      () => blockViews({ ...counting(8, 8), data: {} } as never, template),
      TypeError,
      "blockViews: matrix must be an ndarray on an array, got an ndarray on an Object",
    ],
    [
      "rows that repeat",
      () => blockViews(ndarray(new Float64Array(8), [8, 8], [0, 1]), template),
      RangeError,
      "blockViews: the matrix must have non-zero strides, got [0, 1]",
    ],
    [
      "columns that repeat",
      () => blockViews(ndarray(new Float64Array(8), [8, 8], [1, 0]), template),
      RangeError,
      "blockViews: the matrix must have non-zero strides, got [1, 0]",
    ],
    [
      "something that only has data",
      () => blockViews({ data: new Float64Array(64) } as never, template),
      TypeError,
      "blockViews: matrix must be an ndarray on an array, got an Object",
    ],
    [
      "a matrix that reaches outside its array",
      () => blockViews(ndarray(new Float64Array(63), [8, 8]), template),
      RangeError,
      "blockViews: the matrix must lie within its array of 63 elements, got elements 0 to 63",
    ],
    [
      "a wrong template",
      () => blockViews(counting(1, 1), [1], [-1]),
      RangeError,
      "blockViews: 0: axis length must be a non-negative integer, got -1",
    ],
  ]);
});

/** Lists a tree's leaves by a walk of the test's own. */
function treeLeaves(tree: unknown, template: unknown, isRoot = true): AnyViews<FlatData>[] {
  const isLeaf =
    typeof template === "number" ||
    (Array.isArray(template) && template.every((axis) => typeof axis === "number"));
  if (isLeaf && !isRoot) return [tree as AnyViews<FlatData>];
  return Object.entries(template as object).flatMap(([key, below]) =>
    treeLeaves((tree as Record<string, unknown>)[key], below, false),
  );
}
