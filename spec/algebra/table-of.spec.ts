import { expect } from "chai";
import ndarray from "ndarray";
import { layoutOf, tableOf } from "ndarray-params";

describe("tableOf", () => {
  it("is a table with shapes, sizes and index ranges, both ends included", () => {
    const template = { hidden: { w: [784, 30], b: 30 }, none: [0, 3], scale: [] };
    expect(tableOf(template).split("\n")).to.deep.equal([
      "path      shape       size  index",
      "hidden.w  [784, 30]  23520  0..23519",
      "hidden.b  [30]          30  23520..23549",
      "none      [0, 3]         0  none",
      "scale     []             1  23550..23550",
      "                     23551",
    ]);
  });

  it("takes a layout, and a template without leaves", () => {
    expect(tableOf(layoutOf([]))).to.equal("path  shape  size  index\n                0");
  });

  it("has a line for each of 130000 leaves, more than a call has arguments", () => {
    const lines = tableOf(Array.from({ length: 130_000 }, () => 1)).split("\n");
    expect(lines).to.have.length(130_002);
    expect(lines[130_000]).to.equal("129999  [1]         1  129999..129999");
  });

  it("has mean, standard deviation, smallest and largest of each leaf, and of the whole flat", () => {
    const template = { w: [2, 2], none: [0, 3], b: 2, scale: [] };
    const flat = [1, 2, 3, 4, -1e-7, 123456, 0.5];
    expect(tableOf(template, flat).split("\n")).to.deep.equal([
      "path   shape   size  index   mean    std    min     max",
      "w      [2, 2]     4  0..3     2.5  1.118      1       4",
      "none   [0, 3]     0  none",
      "b      [2]        2  4..5   61730  61730  -1e-7  123500",
      "scale  []         1  6..6     0.5      0    0.5     0.5",
      "                  7         17640  43200  -1e-7  123500",
    ]);
  });

  it("loses no digit of a standard deviation beside a large mean", () => {
    const line = tableOf([4], [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).split("\n")[1];
    expect(line).to.match(/ 4\.743 /); // √22.5
  });

  it("loses no digit where the squares of the elements have none left", () => {
    const line = tableOf([3], [4e15, 4e15 + 1, 4e15 + 5]).split("\n")[1];
    expect(line).to.match(/ 2\.16 /); // √(14/3)
  });

  it("is as wide as the widest cell of each column, the heads included", () => {
    expect(tableOf({ a: [] }).split("\n")).to.deep.equal([
      "path  shape  size  index",
      "a     []        1  0..0",
      "                1",
    ]);
  });

  it("shows NaN and infinities as what they are", () => {
    const lines = tableOf([2, 2], [1, Number.NaN, -Infinity, 3]).split("\n");
    expect(lines[1]).to.match(/NaN\s+NaN\s+NaN\s+NaN$/);
    expect(lines[2]).to.match(/-Infinity\s+NaN\s+-Infinity\s+3$/);
  });

  it("reads a flat of any stride, and of float32", () => {
    const strided = ndarray(Float32Array.of(9, 4, 9, 2, 9, 0), [3], [-2], 5);
    expect(tableOf([3], strided).split("\n")[1]).to.equal(
      "0     [3]       3  0..2      2  1.633    0    4",
    );
  });

  it("refuses a flat of another size, a batch, a hole and bigints", () => {
    const refused =
      (flat: unknown): (() => string) =>
      () =>
        tableOf([3], flat as number[]);
    expect(refused([1, 2])).to.throw(RangeError, "tableOf: template needs 3 elements, flat has 2");
    expect(refused(ndarray([1, 2, 3], [1, 3]))).to.throw(
      RangeError,
      "tableOf: flat must have rank 1, got rank 2",
    );
    // oxlint-disable-next-line no-sparse-arrays
    expect(refused([1, , 3])).to.throw(
      TypeError,
      "tableOf: flat[1] must be a number, got undefined",
    );
    expect(refused(BigInt64Array.of(1n, 2n, 3n))).to.throw(
      TypeError,
      "tableOf: flat[0] must be a number, got 1n",
    );
  });
});
