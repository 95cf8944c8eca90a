import { expect } from "chai";
import { emptyWithViews, leaves, type Template } from "ndarray-params";
import { cases } from "../support/templates.ts";

describe("leaves", () => {
  for (const { name, template, leaves: expected } of cases) {
    it(`gives path and view in layout order for ${name}`, () => {
      const found = leaves(emptyWithViews(template)[1], template);
      const places = found.map(([path, { shape, offset }]) => [path, shape, offset]);
      expect(places).to.deep.equal(
        expected.map(([path, shape, offset]) => [path, [...shape], offset]),
      );
    });
  }

  describe("refuses, with the path,", () => {
    const template = { hidden: { w: [2, 2], b: 2 }, list: [[1], [2]] };
    const [, views] = emptyWithViews(template);
    const { hidden, list } = views;
    const refusals: [string, object | null, string, Template?][] = [
      ["no tree", null, "the template has a record here, got null"],
      ["a list for a record", [hidden, list], "the template has a record here, got an Array"],
      [
        "a record for a list",
        { hidden, list: {} },
        "list: the template has a list here, got an Object",
      ],
      ["a missing entry", { hidden: { w: hidden.w }, list }, "hidden.b is missing"],
      ["a missing record", { list }, "hidden is missing"],
      ["a short list", { hidden, list: [list[0]] }, "list.1 is missing"],
      [
        "an inherited entry",
        { hidden: Object.create(hidden) as object, list },
        "hidden.w is missing",
      ],
      ["an extra entry", { hidden: { ...hidden, z: 1 }, list }, "hidden.z is not in the template"],
      ["a long list", { hidden, list: [...list, 1] }, "list.2 is not in the template"],
      [
        "a leaf that is not an ndarray",
        { hidden: { ...hidden, b: 3 }, list },
        "hidden.b must be an ndarray, got 3",
      ],
    ];
    for (const [what, tree, message] of refusals) {
      it(what, () => {
        expect(() => leaves(tree as object, template))
          .to.throw(TypeError)
          .with.property("message", `leaves: ${message}`);
      });
    }
  });
});
