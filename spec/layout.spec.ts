import { expect } from "chai";
import { layoutOf } from "ndarray-params";
import { cases } from "./support/templates.ts";

describe("layoutOf", () => {
  for (const { name, template, leaves, size } of cases) {
    it(`gives paths, shapes and offsets in insertion order for ${name}`, () => {
      const layout = layoutOf(template);
      const places = layout.slots.map(({ path, shape, offset }) => [path, shape, offset]);
      expect(places).to.deep.equal(leaves);
      expect(layout.size).to.equal(size);
    });
  }
});
