/** A batch of flats: an ndarray of rank > 1, of which one axis holds the parameters. */
import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { layoutOf, leaves, shapedFromFlat, type FlatData, type Template } from "ndarray-params";
import { SENTINEL } from "./support/flats.ts";
import { itRefuses } from "./support/refuses.ts";
import { elementsOf, placesOf, randomLie, smallTemplate, strided } from "./support/strided.ts";

const kinds: Record<string, (size: number) => FlatData> = {
  float64: (size) => new Float64Array(size),
  float32: (size) => new Float32Array(size),
  "a plain Array": (size) => Array<number>(size).fill(0),
};

describe("a batch of flats", () => {
  for (const [name, make] of Object.entries(kinds)) {
    it(`has for each flat the views of that flat, in ${name}`, () => {
      const law = fc.property(
        smallTemplate,
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 2 }),
        fc.nat({ max: 2 }),
        randomLie,
        (template, batchShape, place, lie) => {
          const { size } = layoutOf(template);
          const axis = Math.min(place, batchShape.length);
          const batch = strided(batchShape.toSpliced(axis, 0, size), lie, make);
          const views = leaves(shapedFromFlat(batch, template, { axis }), template);
          for (const index of indicesOf(batchShape)) {
            // A row by pick(), copied, and its own views.
            const row = elementsOf(batch.pick(...index.toSpliced(axis, 0, null as never)));
            const own = leaves(shapedFromFlat(row, template), template);
            for (const [i, [path, view]] of views.entries()) {
              const leaf = own[i]![1];
              expect(view.shape, path).to.deep.equal([...batchShape, ...leaf.shape]);
              const rest = leaf.shape.map(() => null as never);
              expect(elementsOf(view.pick(...index, ...rest)), path).to.deep.equal(
                elementsOf(leaf),
              );
            }
          }
        },
      );
      fc.assert(law, { seed: 5, numRuns: 150 });
    });
  }

  it("is partitioned by its views, and nothing around it is touched", () => {
    const law = fc.property(smallTemplate, fc.nat({ max: 3 }), randomLie, (template, k, lie) => {
      const { size } = layoutOf(template);
      const batch = strided([k, size], lie);
      const visits = new Map(placesOf(batch).map((place) => [place, 0]));
      for (const [, view] of leaves(shapedFromFlat(batch, template), template)) {
        for (const place of placesOf(view)) visits.set(place, visits.get(place)! + 1);
      }
      expect([...visits.values()]).to.deep.equal(Array(k * size).fill(1));
      expect(batch.data.filter((x) => x === SENTINEL).length).to.equal(
        batch.data.length - k * size,
      );
    });
    fc.assert(law, { seed: 6, numRuns: 150 });
  });

  it("puts the other axes in front, whichever the parameter axis is", () => {
    const template = { w: [784, 10], b: 10, scale: [], none: [0, 3] };
    const last = shapedFromFlat(ndarray(new Float64Array(5 * 7851), [5, 7851]), template);
    expect([last.w.shape, last.w.stride]).to.deep.equal([
      [5, 784, 10],
      [7851, 10, 1],
    ]);
    expect([last.b.shape, last.b.stride, last.b.offset]).to.deep.equal([[5, 10], [7851, 1], 7840]);
    expect([last.scale.shape, last.scale.offset]).to.deep.equal([[5], 7850]);
    expect(last.none.shape).to.deep.equal([5, 0, 3]);

    const columns = ndarray(new Float32Array(7851 * 5), [7851, 5]);
    const first = shapedFromFlat(columns, template, { axis: 0 });
    expect([first.w.shape, first.w.stride, first.w.dtype]).to.deep.equal([
      [5, 784, 10],
      [1, 50, 5],
      "float32",
    ]);

    const middle = shapedFromFlat(ndarray([], [2, 7851, 0]), template, { axis: 1 });
    expect(middle.w.shape).to.deep.equal([2, 0, 784, 10]);
  });

  it("may repeat one flat by a stride of 0 on a batch axis", () => {
    const { b } = shapedFromFlat(ndarray([1, 2, 3], [4, 3], [0, 1]), { a: 1, b: 2 });
    expect(elementsOf(b)).to.deep.equal([2, 3, 2, 3, 2, 3, 2, 3]);
  });

  it("of no flats has views without elements", () => {
    const views = shapedFromFlat(ndarray(new Float64Array(0), [0, 8]), { w: [3, 2], b: 2 });
    expect([views.w.shape, views.b.shape]).to.deep.equal([
      [0, 3, 2],
      [0, 2],
    ]);
  });

  it("counts a negative axis from the last, as NumPy does", () => {
    const square = ndarray(new Float64Array(9), [3, 3]);
    const [first, last] = [-2, -1].map((axis) => shapedFromFlat(square, { a: 2, b: [] }, { axis }));
    expect([first!.a.stride, last!.a.stride]).to.deep.equal([
      [1, 3],
      [3, 1],
    ]);
    expect(shapedFromFlat([1, 2, 3], { a: 2, b: [] }, { axis: -1 }).a.get(1)).to.equal(2);
  });

  it("is found again by a layout, for the axis it was met with", () => {
    const layout = layoutOf({ a: 2, b: [] });
    const square = ndarray(new Float64Array(9), [3, 3]);
    const [rows, rowsAgain, rowsThen] = [0, 1, 2].map(() => shapedFromFlat(square, layout));
    expect(rowsAgain === rowsThen && rows !== rowsAgain).to.equal(true);
    const columns = shapedFromFlat(square, layout, { axis: 0 });
    expect([columns.a.stride, rowsThen!.a.stride]).to.deep.equal([
      [1, 3],
      [3, 1],
    ]);
  });

  const template: Template = { w: [3, 2], b: 2 };
  const matrix = ndarray(new Float64Array(24), [3, 8]);
  const axisMessage = "shapedFromFlat: axis must be an integer from";
  itRefuses([
    ...[2, -3, 0.5, NaN].map(
      (axis) =>
        [
          `axis ${axis} of a matrix`,
          () => shapedFromFlat(matrix, template, { axis }),
          RangeError,
          `${axisMessage} -2 to 1, got ${axis}`,
        ] as const,
    ),
    [
      "an axis of another length",
      () => shapedFromFlat(matrix, template, { axis: 0 }),
      RangeError,
      "shapedFromFlat: template needs 8 elements, flat has 3",
    ],
    [
      "axis 1 of a typed array",
      () => shapedFromFlat(new Float64Array(8), template, { axis: 1 }),
      RangeError,
      `${axisMessage} -1 to 0, got 1`,
    ],
    [
      "a stride of 0 on the parameter axis",
      () => shapedFromFlat(ndarray([1, 2], [2, 8], [1, 0]), template),
      RangeError,
      "shapedFromFlat: flat must have a non-zero stride, got 0 on axis 1",
    ],
    [
      "a batch that reaches outside its array",
      () => shapedFromFlat(ndarray(new Float64Array(15), [2, 8]), template),
      RangeError,
      "shapedFromFlat: flat must lie within its array of 15 elements, got elements 0 to 15",
    ],
  ]);
});

/** Every index into a shape, row-major. */
function indicesOf(shape: readonly number[]): number[][] {
  let indices: number[][] = [[]];
  for (const length of shape) {
    indices = indices.flatMap((index) => Array.from({ length }, (_, i) => [...index, i]));
  }
  return indices;
}
