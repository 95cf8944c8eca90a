import { expect } from "chai";
import { describe as table, layoutOf } from "ndarray-params";

describe("describe", () => {
  it("is a table with shapes, sizes and index ranges, both ends included", () => {
    const template = { hidden: { w: [784, 30], b: 30 }, none: [0, 3], scale: [] };
    expect(table(template).split("\n")).to.deep.equal([
      "path      shape       size  index",
      "hidden.w  [784, 30]  23520  0..23519",
      "hidden.b  [30]          30  23520..23549",
      "none      [0, 3]         0  none",
      "scale     []             1  23550..23550",
      "                     23551",
    ]);
  });

  it("takes a layout, and a template without leaves", () => {
    expect(table(layoutOf([]))).to.equal("path  shape  size  index\n                0");
  });

  it("has a line for each of 200000 leaves", () => {
    const lines = table(Array.from({ length: 200_000 }, () => 1)).split("\n");
    expect(lines).to.have.length(200_002);
    expect(lines[200_000]).to.equal("199999  [1]         1  199999..199999");
  });
});
