import { expect } from "chai";
import ndarray from "ndarray";
import { isNdArray } from "../../lib/internal/arrays.ts";
import {
  axisOf,
  checkAxisLength,
  checkBoolean,
  checkDtype,
  checkFunction,
  checkKept,
  checkReach,
  sameShape,
  endOf,
} from "../../lib/internal/checks.ts";
import { checkIsOptions, checkOptions } from "../../lib/internal/options.ts";
import { itRefuses } from "../support/refuses.ts";

const data = new Float64Array(6);

describe("isNdArray", () => {
  it("knows an ndarray by its fields, whichever copy of the package made it", () => {
    expect(isNdArray(ndarray(data, [2, 3]))).to.equal(true);
    expect(isNdArray({ data, shape: [6], stride: [1], offset: 0 })).to.equal(true);
  });

  const others: [string, unknown][] = [
    ["undefined", undefined],
    ["null", null],
    ["a typed array", data],
    [
      "a function with the fields",
      Object.assign(() => 0, { data, shape: [6], stride: [1], offset: 0 }),
    ],
    ["an object without data", { shape: [6], stride: [1], offset: 0 }],
    ["an object without a shape", { data, stride: [1], offset: 0 }],
    ["an object whose shape is a typed array", { data, shape: data, stride: [1], offset: 0 }],
    ["an object without strides", { data, shape: [6], offset: 0 }],
    ["an object without an offset", { data, shape: [6], stride: [1] }],
    ["an object whose offset is a string", { data, shape: [6], stride: [1], offset: "0" }],
  ];
  for (const [what, value] of others) {
    it(`does not take ${what} for one`, () => expect(isNdArray(value)).to.equal(false));
  }
});

describe("endOf", () => {
  const views: [what: string, shape: number[], stride: number[], offset: number, ends: number[]][] =
    [
      ["a scalar", [], [], 4, [4, 4]],
      ["a row-major matrix", [2, 3], [3, 1], 0, [0, 5]],
      ["a matrix with both axes reversed", [2, 3], [-3, -1], 5, [0, 5]],
      ["a matrix with one axis reversed", [2, 3], [3, -1], 2, [0, 5]],
      ["two elements in reverse order", [2], [-1], 1, [0, 1]],
      ["an axis of stride 0", [4], [0], 3, [3, 3]],
    ];
  for (const [what, shape, stride, offset, ends] of views) {
    it(`of ${what} is ${ends.join(" and ")}`, () => {
      const view = { shape, stride, offset };
      expect([endOf(view, -1), endOf(view, 1)]).to.deep.equal(ends);
    });
  }
});

describe("a check of arguments", () => {
  const reach = (shape: number[], stride: number[], offset: number): void =>
    checkReach("f", "x", { data, shape, stride, offset });

  it("lets views through that end at the ends of their array", () => {
    reach([6], [1], 0);
    reach([6], [-1], 5);
    reach([0], [1], 99);
    reach([2, 0], [-9, 1], 0);
    checkAxisLength("f", 0);
    checkDtype("f", "float64");
    checkDtype("f", "float32");
    checkBoolean("f", "x", true);
    checkBoolean("f", "x", false);
    checkFunction("f", "x", () => 0);
    checkIsOptions("f", {});
    checkOptions("f", { a: 1 }, ["a", "b"]);
  });

  it("counts a negative axis from the last", () => {
    const axes = [-3, -2, -1, 0, 1, 2].map((axis) => axisOf("f", "axis", axis, 3));
    expect(axes).to.deep.equal([0, 1, 2, 0, 1, 2]);
  });

  it("compares shapes by length and by each axis", () => {
    const same = (a: number[], b: number[]): boolean => sameShape(a, b);
    expect(same([], [])).to.equal(true);
    expect(same([2, 3], [2, 3])).to.equal(true);
    expect(same([2, 3], [2])).to.equal(false);
    expect(same([2], [2, 3])).to.equal(false);
    expect(same([2, 3], [2, 4])).to.equal(false);
    expect(same([2, 3], [1, 3])).to.equal(false);
  });

  const integers = "f: x must have integers for shape, stride and offset";
  const noAxis = "f: axis must be an integer from -2 to 1, got";
  const noLength = "f: axis length must be a non-negative integer, got";
  const noDtype = 'f: dtype must be "float64" or "float32", got';
  const lengths = "f: x must have lengths of 0 or more, got";
  itRefuses([
    [
      "an array that has lost its memory",
      () => checkKept("f", "x", new Float64Array(0), 3),
      RangeError,
      "f: x must keep its memory of 3 elements, got 0",
    ],
    ["a negative length", () => reach([-2], [1], 4), RangeError, `${lengths} [-2]`],
    [
      "a negative length beside one of 0",
      () => reach([0, -2], [1, 1], 4),
      RangeError,
      `${lengths} [0, -2]`,
    ],
    [
      "a view that ends one element late",
      () => reach([6], [1], 1),
      RangeError,
      "f: x must lie within its array of 6 elements, got elements 1 to 6",
    ],
    [
      "a view that begins one element early",
      () => reach([6], [-1], 4),
      RangeError,
      "f: x must lie within its array of 6 elements, got elements -1 to 4",
    ],
    ["half an offset", () => reach([2], [1], 0.5), RangeError, integers],
    ["half a stride", () => reach([2], [0.5], 0), RangeError, integers],
    ["half a length", () => reach([1.5], [1], 0), RangeError, integers],
    ["an axis after the last", () => axisOf("f", "axis", 2, 2), RangeError, `${noAxis} 2`],
    ["an axis before the first", () => axisOf("f", "axis", -3, 2), RangeError, `${noAxis} -3`],
    ["half an axis", () => axisOf("f", "axis", 0.5, 2), RangeError, `${noAxis} 0.5`],
    [
      "an axis by its name",
      () => axisOf("f", "axis", "0", 2),
      TypeError,
      'f: axis must be an axis, got "0"',
    ],
    ["a negative length", () => checkAxisLength("f", -1), RangeError, `${noLength} -1`],
    ["a length of half", () => checkAxisLength("f", 0.5), RangeError, `${noLength} 0.5`],
    [
      "a length that is not exact",
      () => checkAxisLength("f", 2 ** 53),
      RangeError,
      `${noLength} 9007199254740992`,
    ],
    ["another dtype", () => checkDtype("f", "int8"), TypeError, `${noDtype} "int8"`],
    ["an inherited name", () => checkDtype("f", "valueOf"), TypeError, `${noDtype} "valueOf"`],
    ["a list as dtype", () => checkDtype("f", ["float64"]), TypeError, `${noDtype} an Array`],
    [
      "a number for a flag",
      () => checkBoolean("f", "x", 0),
      TypeError,
      "f: x must be true or false, got 0",
    ],
    [
      "a class name for a function",
      () => checkFunction("f", "x", "Array"),
      TypeError,
      'f: x must be a function, got "Array"',
    ],
    [
      "null for options",
      () => checkIsOptions("f", null),
      TypeError,
      "f: options must be an object, got null",
    ],
    [
      "a number for options",
      () => checkOptions("f", 2, []),
      TypeError,
      "f: options must be an object, got 2",
    ],
    [
      "an unknown option, by the options there are",
      () => checkOptions("f", { a: 1, c: 1 }, ["a", "b"]),
      RangeError,
      'f: no option "c"; its options are a, b',
    ],
  ]);
});
