import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import {
  emptyWithViews,
  layoutOf,
  mapViews,
  templateOf,
  valuesToFlat,
  type FlatData,
  type Nested,
  type Template,
} from "ndarray-params";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses, type Refusal } from "../support/refuses.ts";
import { firstTooMany, sharedOverLevels } from "../support/templates.ts";
import { randomLie, strided } from "../support/strided.ts";

const cycle: unknown[] = [];
cycle.push(cycle);
const circle: Record<string, unknown> = {};
circle["again"] = circle;

/** 1 inside `depth` arrays of length 1. */
const nestedOnes = (depth: number): unknown => (depth === 0 ? 1 : [nestedOnes(depth - 1)]);

describe("templateOf", () => {
  it("reads shapes from numbers, nested arrays, typed arrays and ndarrays", () => {
    const template = templateOf({
      scalar: 0.5,
      vector: [1, 2],
      matrix: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      cube: [[[1, 2, 3]]],
      typed: new Float32Array(4),
      integers: new Uint8Array(2),
      view: ndarray(new Float64Array(12), [3, 4]).transpose(1, 0),
      none: [],
      rows: [[], []],
      layers: [{ w: [[1]] }, { w: [[2]], scale: 1 }],
      vectors: [new Float64Array(2), [1, 2, 3]],
      empty: {},
    });
    expect(template).to.deep.equal({
      scalar: [],
      vector: [2],
      matrix: [3, 2],
      cube: [1, 1, 3],
      typed: [4],
      integers: [2],
      view: [4, 3],
      none: [0],
      rows: [2, 0],
      layers: [{ w: [1, 1] }, { w: [1, 1], scale: [] }],
      vectors: [[2], [3]],
      empty: {},
    });
  });

  it("reads an array at the root as a list", () => {
    expect(templateOf([[1, 2], 3, [[4, 5]]])).to.deep.equal([[2], [], [1, 2]]);
    expect(templateOf([1, 2])).to.deep.equal([[], []]);
  });

  it("of a template's views is that template, with shapes as slots spell them", () => {
    const law = fc.property(randomTemplate, (random) => {
      const layout = layoutOf(random);
      const [, views] = emptyWithViews(layout);
      const again = layoutOf(templateOf(views as never) as Template);
      expect(again.slots).to.deep.equal(layout.slots);
    });
    fc.assert(law, { seed: 8, numRuns: 200 });
  });
});

const readers: Record<string, (values: never) => unknown> = { templateOf, valuesToFlat };
for (const [name, call] of Object.entries(readers)) {
  describe(`${name} of values alone`, () => {
    const read = (values: unknown) => () => call(values as never);
    itRefuses([
      ["a number", read(1), TypeError, `${name}: the values must be a list or a record, got 1`],
      [
        "a typed array",
        read(new Float64Array(2)),
        TypeError,
        `${name}: the values must be a list or a record, got a Float64Array`,
      ],
      [
        "a string",
        read({ a: { b: "1" } }),
        TypeError,
        `${name}: a.b must be numbers, a list or a record, got "1"`,
      ],
      [
        "a string in an array",
        read({ a: [1, "2"] }),
        TypeError,
        `${name}: a.1 must be numbers, a list or a record, got "2"`,
      ],
      [
        "a hole",
        read([1, , 2]), // oxlint-disable-line no-sparse-arrays -- what is refused
        TypeError,
        `${name}: 1 must be numbers, a list or a record, got undefined`,
      ],
      [
        "a Map",
        read({ a: new Map() }),
        TypeError,
        `${name}: a must be numbers, a list or a record, got a Map`,
      ],
      [
        "a bigint",
        read({ a: 1n }),
        TypeError,
        `${name}: a must be numbers, a list or a record, got 1n`,
      ],
      [
        "ragged rows",
        read({
          layers: [
            {
              w: [
                [1, 2],
                [3, 4, 5],
              ],
            },
          ],
        }),
        RangeError,
        `${name}: layers.0.w[1] must have length 2, got 3`,
      ],
      [
        "rows of different rank",
        read({ w: [[1], [[2]]] }),
        TypeError,
        `${name}: w[1,0] must be a number, got an array of 1`,
      ],
      [
        "a number among rows",
        read({ w: [[1], 2] }),
        TypeError,
        `${name}: w[1] must be an array of 1, got 2`,
      ],
      [
        "arrays that contain themselves",
        read([cycle]),
        RangeError,
        `${name}: ${Array(64).fill("0").join(".")}: depth must be at most 64`,
      ],
      [
        "records that contain themselves",
        read(circle),
        RangeError,
        `${name}: ${Array(64).fill("again").join(".")}: depth must be at most 64`,
      ],
      [
        "a leaf of 64 axes, the deepest that is read as one leaf",
        read({ w: nestedOnes(64) }),
        RangeError,
        `${name}: w: rank must be at most 32, got 64`,
      ],
      [
        "arrays that are deeper, as a list",
        read({ w: nestedOnes(65) }),
        RangeError,
        `${name}: w.0: rank must be at most 32, got 64`,
      ],
      [
        "a name no template may have",
        read({ "a.b": 1 }),
        RangeError,
        `${name}: the record key "a.b" contains '.', '[' or ']', which paths and labels need`,
      ],
    ]);
  });
}

describe("valuesToFlat", () => {
  const template = { w: [2, 3], b: 2, scale: [], none: [0, 2] } as const;
  const matrix = ndarray(new Float64Array([1, 2, 3, 4, 5, 6]), [2, 3]);

  it("copies numbers, nested arrays, typed arrays and ndarrays in", () => {
    const values = {
      w: ndarray(new Float32Array([1, 4, 2, 5, 3, 6]), [3, 2]).transpose(1, 0),
      b: new Uint8Array([7, 8]),
      list: [[[9], [10]], { scale: 11 }],
    } as const;
    const [flat, { w, list }] = valuesToFlat(values);
    expect([...flat.data]).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([w.shape, list[0].shape, list[1].scale.get()]).to.deep.equal([[2, 3], [2, 1], 11]);
    expect(w.data).to.equal(flat.data);
    flat.set(0, 100);
    expect(values.w.get(0, 0)).to.equal(1);
  });

  it("checks them against a template", () => {
    const [flat, { w }] = valuesToFlat({ w: matrix, b: [7, 8], scale: 9, none: [] }, template);
    expect([...flat.data]).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(w.shape).to.deep.equal([2, 3]);
  });

  it("reads by a template what would be ragged, as a list", () => {
    const [flat] = valuesToFlat({ rows: [[1, 2], [3]] }, { rows: [[2], [1]] });
    expect([...flat.data]).to.deep.equal([1, 2, 3]);
  });

  it("makes float32, and keeps NaN, infinities and -0", () => {
    const numbers = [0.1, NaN, Infinity, -0];
    const [flat] = valuesToFlat({ numbers }, undefined, { dtype: "float32" });
    expect(flat.dtype).to.equal("float32");
    expect([...flat.data]).to.deep.equal([Math.fround(0.1), NaN, Infinity, -0]);
  });

  for (const dtype of ["float64", "float32"] as const) {
    it(`after leaves is the identity for all strides, in ${dtype}`, () => {
      const law = fc.property(randomTemplate, randomLie, (random, lie) => {
        const layout = layoutOf(random);
        const [flat, views] = emptyWithViews(layout, { dtype });
        for (let i = 0; i < layout.size; i++) flat.data[i] = i / 8;
        expect([...valuesToFlat(views as never, layout, { dtype })[0].data]).to.deep.equal([
          ...flat.data,
        ]);
        expect([...valuesToFlat(views as never)[0].data]).to.deep.equal([...flat.data]);

        // The same elements in memory of another order, and as nested arrays.
        const copies = mapViews(
          layout,
          (_, path) => {
            const slot = layout.slots.find((own) => own.path === path)!;
            const copy = strided(slot.shape, lie);
            for (const i of copy.data.keys()) copy.data[i] = (copy.data[i]! + slot.offset) / 8;
            return copy;
          },
          views as never,
        );
        expect([...valuesToFlat(copies as never, layout)[0].data]).to.deep.equal([...flat.data]);
        const lists = mapViews(layout, (view) => nestedOf(view as never), views as never);
        expect([...valuesToFlat(lists as never, layout)[0].data]).to.deep.equal([...flat.data]);
      });
      fc.assert(law, { seed: 9, numRuns: 150 });
    });
  }

  const all = { w: matrix, b: [7, 8], scale: 9, none: [] };
  const refuse = (
    what: string,
    own: object,
    kind: RangeErrorConstructor,
    text: string,
  ): Refusal => [
    what,
    () => valuesToFlat({ ...all, ...own } as never, template),
    kind,
    `valuesToFlat: ${text}`,
  ];
  itRefuses([
    refuse(
      "an ndarray of another shape",
      { w: matrix.transpose(1, 0) },
      RangeError,
      "w must have the shape [2, 3], got [3, 2]",
    ),
    refuse(
      "an ndarray of another rank",
      { b: matrix.pick(0, 0) },
      RangeError,
      "b must have the shape [2], got []",
    ),
    refuse("a short array", { b: [7] }, RangeError, "b must have length 2, got 1"),
    refuse("a long row", { w: [[1, 2, 3], [4]] }, RangeError, "w[1] must have length 3, got 1"),
    refuse("a number for a vector", { b: 7 }, TypeError, "b must be an array of 2, got 7"),
    refuse(
      "a vector for a scalar",
      { scale: [9] },
      TypeError,
      "scale must be a number, got an array of 1",
    ),
    refuse("a string", { b: [7, "8"] }, TypeError, 'b[1] must be a number, got "8"'),
    refuse(
      "holes in an ndarray's array",
      { b: ndarray(Array<number>(2)) },
      TypeError,
      "b[0] must be a number, got undefined",
    ),
    refuse("bigints", { b: new BigInt64Array(2) }, TypeError, "b[0] must be a number, got 0n"),
    refuse(
      "an ndarray that reaches outside its array",
      { w: ndarray(new Float64Array(5), [2, 3]) },
      RangeError,
      "w must lie within its array of 5 elements, got elements 0 to 5",
    ),
    refuse(
      "an ndarray on something else",
      { b: { data: "12", shape: [2], stride: [1], offset: 0 } },
      TypeError,
      'b must lie on an array, got "12"',
    ),
    [
      "a list that is shared over many levels",
      () => valuesToFlat(sharedOverLevels as never),
      RangeError,
      `valuesToFlat: ${firstTooMany}: a template must have at most 1048576 entries`,
    ],
    refuse("an entry more", { more: 1 }, TypeError, "more is not in the template"),
    [
      "a missing entry",
      () => valuesToFlat({ w: matrix } as never, template),
      TypeError,
      "valuesToFlat: b is missing",
    ],
    [
      "another dtype",
      () => valuesToFlat([1], undefined, { dtype: "int8" as never }),
      TypeError,
      'valuesToFlat: dtype must be "float64" or "float32", got "int8"',
    ],
  ]);
});

describe("values without elements", () => {
  it("are not walked, however long the axes in front are", () => {
    const none = ndarray(new Float64Array(0), [2 ** 31, 2 ** 31, 0]);
    expect(valuesToFlat({ none })[1].none.shape).to.deep.equal([2 ** 31, 2 ** 31, 0]);
  });
});

/** The elements of a view as nested arrays. */
function nestedOf(view: ndarray.NdArray<FlatData>): Nested {
  if (view.shape.length === 0) return view.get();
  return Array.from({ length: view.shape[0]! }, (_, i) =>
    nestedOf(view.pick(i, ...view.shape.slice(1).map(() => null))),
  );
}
