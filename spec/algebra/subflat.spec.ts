import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import {
  emptyWithViews,
  layoutOf,
  leaves,
  shapedFromFlat,
  subflat,
  sublayout,
} from "ndarray-params";
import { flatCases } from "../support/flats.ts";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf, placesOf } from "../support/strided.ts";

describe("subflat and sublayout", () => {
  const template = {
    encoder: { w: [3, 2], b: 2, none: [0] },
    list: [[2], { v: [2, 2] }],
    scale: [],
    empty: {},
  } as const;

  for (const { name, make } of flatCases) {
    it(`see leaves, records and lists of ${name}`, () => {
      const { flat, data } = make(15);
      const part = subflat(flat, template, "list");
      expect(part.data).to.equal(data);
      expect(elementsOf(part)).to.deep.equal([8, 9, 10, 11, 12, 13]);
      expect(elementsOf(subflat(flat, template, "encoder"))).to.deep.equal([
        0, 1, 2, 3, 4, 5, 6, 7,
      ]);
      expect(elementsOf(subflat(flat, template, "encoder.b"))).to.deep.equal([6, 7]);
      expect(elementsOf(subflat(flat, template, "list.1"))).to.deep.equal([10, 11, 12, 13]);
      expect(elementsOf(subflat(flat, template, "scale"))).to.deep.equal([14]);
      expect(subflat(flat, template, "encoder.none").shape).to.deep.equal([0]);
      expect(subflat(flat, template, "empty").shape).to.deep.equal([0]);
    });
  }

  it("write to the flat", () => {
    const [flat] = emptyWithViews(template);
    subflat(flat, template, "encoder.b").set(1, 5);
    expect(flat.get(7)).to.equal(5);
  });

  it("see the part of each flat of a batch", () => {
    const data = Float64Array.from({ length: 30 }, (_, i) => i);
    const rows = subflat(ndarray(data, [2, 15]), template, "encoder.b");
    expect([rows.shape, elementsOf(rows)]).to.deep.equal([
      [2, 2],
      [6, 7, 21, 22],
    ]);
    const columns = subflat(ndarray(data, [15, 2]), template, "encoder.b", { axis: 0 });
    expect([columns.shape, elementsOf(columns)]).to.deep.equal([
      [2, 2],
      [12, 14, 13, 15],
    ]);
  });

  it("lay the part of a list or a record out as the whole does", () => {
    const encoder = sublayout(template, "encoder");
    expect(encoder).to.equal(layoutOf(encoder));
    expect(encoder.slots.map(({ path, offset }) => [path, offset])).to.deep.equal([
      ["w", 0],
      ["b", 6],
      ["none", 8],
    ]);
    expect(sublayout(template, "list.1").size).to.equal(4);
    expect(sublayout(template, "empty").size).to.equal(0);
  });

  it("together have the views of the whole, for every list and record of a template", () => {
    const law = fc.property(randomTemplate, (random) => {
      const layout = layoutOf(random);
      const [flat, views] = emptyWithViews(layout);
      for (const path of branchesOf(random)) {
        const part = subflat(flat, layout, path);
        const inside = shapedFromFlat(part, sublayout(layout, path));
        const expected = leaves(views, layout).filter(([own]) => own.startsWith(`${path}.`));
        const found = leaves(inside, sublayout(layout, path));
        expect(found.map(([own]) => `${path}.${own}`)).to.deep.equal(expected.map(([own]) => own));
        for (const [i, [, view]] of found.entries()) {
          expect(placesOf(view)).to.deep.equal(placesOf(expected[i]![1]));
          expect(view.shape).to.deep.equal(expected[i]![1].shape);
        }
      }
    });
    fc.assert(law, { seed: 3, numRuns: 200 });
  });

  const wide = layoutOf(template) as ReturnType<typeof layoutOf>;
  const flat = new Float64Array(15);
  const nearest = (call: string, path: string, near: string): string =>
    `${call}: no entry "${path}", the nearest is "${near}"`;
  itRefuses([
    ...(
      [
        ["encodr", "encoder"],
        ["encoder.weights", "encoder.w"],
        ["scale.0", "scale"],
        ["encoder.w.0", "encoder.w"],
        ["list.2", "list.0"],
        ["list.length", "list.0"],
        ["toString", "list"],
        ["", "list"],
      ] as const
    ).map(
      ([path, near]) =>
        [
          `the path "${path}"`,
          () => subflat(flat, wide, path),
          RangeError,
          nearest("subflat", path, near),
        ] as const,
    ),
    [
      "a misspelt path of a layout",
      () => sublayout(wide, "lists"),
      RangeError,
      nearest("sublayout", "lists", "list"),
    ],
    [
      "the layout of a leaf",
      () => sublayout(wide, "encoder.w"),
      RangeError,
      "sublayout: encoder.w is a leaf, and only a list or a record has a layout",
    ],
    [
      "a path that is not a string",
      () => subflat([1], [[]], 0 as never),
      TypeError,
      "subflat: path must be a string, got 0",
    ],
    [
      "a flat of another length",
      () => subflat(new Float64Array(14), template, "list"),
      RangeError,
      "subflat: template needs 15 elements, flat has 14",
    ],
    [
      "a value that is not a flat",
      () => subflat({} as never, template, "list"),
      TypeError,
      "subflat: flat must be a typed array, an array or an ndarray of rank 1 or more, got an Object",
    ],
  ]);
});

/** The paths of the lists and records below the root, by a walk of the test's own. */
function branchesOf(tree: unknown, path = ""): string[] {
  if (typeof tree !== "object" || tree === null) return [];
  const isShape = Array.isArray(tree) && tree.every((axis) => typeof axis === "number");
  if (path !== "" && isShape) return [];
  const below = Object.entries(tree).flatMap(([key, entry]) =>
    branchesOf(entry, path === "" ? key : `${path}.${key}`),
  );
  return path === "" ? below : [path, ...below];
}
