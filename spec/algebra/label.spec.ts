import { expect } from "chai";
import fc from "fast-check";
import { emptyWithViews, indexOf, labelOf, layoutOf, leaves } from "ndarray-params";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses } from "../support/refuses.ts";

describe("labelOf and indexOf", () => {
  const template = {
    layers: [{ w: [2, 3], b: 3 }, { none: [4, 0] }],
    cube: [2, 1, 2],
    scale: [],
  } as const;

  it("name each element, worked by hand", () => {
    const labels = Array.from({ length: 14 }, (_, i) => labelOf(template, i));
    expect(labels).to.deep.equal([
      "layers.0.w[0,0]",
      "layers.0.w[0,1]",
      "layers.0.w[0,2]",
      "layers.0.w[1,0]",
      "layers.0.w[1,1]",
      "layers.0.w[1,2]",
      "layers.0.b[0]",
      "layers.0.b[1]",
      "layers.0.b[2]",
      "cube[0,0,0]",
      "cube[0,0,1]",
      "cube[1,0,0]",
      "cube[1,0,1]",
      "scale",
    ]);
    expect(labels.map((label) => indexOf(template, label))).to.deep.equal([...labels.keys()]);
  });

  it("are each other's inverse", () => {
    const law = fc.property(randomTemplate, (random) => {
      const layout = layoutOf(random);
      for (let i = 0; i < layout.size; i += 1 + (layout.size >> 6)) {
        expect(indexOf(layout, labelOf(layout, i))).to.equal(i);
      }
    });
    fc.assert(law, { seed: 1, numRuns: 300 });
  });

  it("name the element that a view has at these indices", () => {
    const law = fc.property(randomTemplate, fc.nat(), (random, n) => {
      const layout = layoutOf(random);
      fc.pre(layout.size > 0);
      const [flat, views] = emptyWithViews(layout);
      flat.set(n % layout.size, 1);
      const [, path, indices = ""] = /^([^[]*)(?:\[(.*)\])?$/.exec(
        labelOf(layout, n % layout.size),
      )!;
      const view = new Map(leaves(views, layout)).get(path!)!;
      expect(view.get(...(indices === "" ? [] : indices.split(",").map(Number)))).to.equal(1);
    });
    fc.assert(law, { seed: 2, numRuns: 300 });
  });

  it("take indices of several digits, and the first leaf of a list", () => {
    expect(indexOf({ w: [20, 30] }, "w[12,3]")).to.equal(363);
    expect(labelOf({ w: [20, 30] }, 363)).to.equal("w[12,3]");
    expect(indexOf({ w: [20, 30] }, "w[12,13]")).to.equal(373);
    expect(indexOf([4], "0[3]")).to.equal(3);
  });

  it("name the nearest of 20,000 long paths that begin alike", () => {
    const name = (i: number): string => `${"encoder_".repeat(10)}${i}`;
    const layout = layoutOf(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [name(i), 1])),
    ) as ReturnType<typeof layoutOf>;
    expect(() => indexOf(layout, `${name(19_997)}x[0]`)).to.throw(
      `, the nearest is "${name(19_997)}"`,
    );
  });

  it("end the search for the nearest among long paths that differ everywhere", () => {
    const name = (i: number): string => String.fromCharCode(97 + (i % 26)).repeat(90) + i;
    const layout = layoutOf(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [name(i), 1])),
    ) as ReturnType<typeof layoutOf>;
    const near = `${name(19_999).replace("f", "-")}-[0]`; // all of them would take seconds
    expect(() => indexOf(layout, near)).to.throw(/, the nearest is "(?!.*19999)/);
  });

  it("take a layout of 100,000 leaves", () => {
    const layout = layoutOf(Array.from({ length: 1e5 }, () => [2, 2]));
    expect(labelOf(layout, 399_999)).to.equal("99999[1,1]");
    expect(indexOf(layout, "99999[1,1]")).to.equal(399_999);
  });

  const wide = layoutOf(template) as ReturnType<typeof layoutOf>;
  const range = (got: string): string =>
    `labelOf: index must be an integer from 0 to 13, got ${got}`;
  itRefuses([
    ["index 14 of 14", () => labelOf(template, 14), RangeError, range("14")],
    ["index -1", () => labelOf(template, -1), RangeError, range("-1")],
    ["index 0.5", () => labelOf(template, 0.5), RangeError, range("0.5")],
    ["index '1'", () => labelOf(template, "1" as never), RangeError, range('"1"')],
    [
      "an index without an element",
      () => labelOf([], 0),
      RangeError,
      "labelOf: the template has no elements, got index 0",
    ],
    [
      "a misspelt path, naming the nearest",
      () => indexOf(wide, "layers.0.v[1,1]"),
      RangeError,
      'indexOf: no leaf "layers.0.v", the nearest is "layers.0.w"',
    ],
    [
      "the path of a record, naming the nearest leaf",
      () => indexOf(wide, "layers.0"),
      RangeError,
      'indexOf: no leaf "layers.0", the nearest is "layers.0.w"',
    ],
    [
      "a label without a path",
      () => indexOf(wide, "[0]"),
      RangeError,
      'indexOf: no leaf "", the nearest is "cube"',
    ],
    ["a path without a leaf", () => indexOf({}, "w" as never), RangeError, 'indexOf: no leaf "w"'],
    [
      "a label that is not a string",
      () => indexOf(wide, 3 as never),
      TypeError,
      "indexOf: label must be a string, got 3",
    ],
    ...[
      ["layers.0.w", "[2, 3]", ["[2,0]", "[0,3]", "[0]", "[0,0,0]", "", "[]", "[ 0,1]", "[0,1"]],
      ["layers.0.w", "[2, 3]", ["[[0,1]", "[0,1x]", "[0,1][", "[0,1]]", "[1, 0]", "[0,01]"]],
      ["layers.0.w", "[2, 3]", ["[-1,0]", "[0.5,0]", "[1e0,0]", "[00,1]", "[0,1]x", "[0][1]"]],
      ["layers.1.none", "[4, 0]", ["[0,0]"]],
      ["scale", "[]", ["[0]", "[]"]],
    ].flatMap(([path, shape, suffixes]) =>
      (suffixes as string[]).map(
        (suffix) =>
          [
            `${path as string}${suffix}`,
            () => indexOf(wide, `${path as string}${suffix}`),
            RangeError,
            `indexOf: there is no element "${path as string}${suffix}": ${path as string} has the shape ${shape as string}`,
          ] as const,
      ),
    ),
  ]);
});
