import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { checkNumbers, readBatch, readFlat, readFloats } from "../../lib/internal/read-flat.ts";
import { itRefuses } from "../support/refuses.ts";

const data = new Float64Array(24);
const cube = ndarray(data, [2, 3, 4]);

describe("readBatch", () => {
  it("reads an array as one flat", () => {
    expect(readBatch("f", "x", data, 24, undefined)).to.deep.equal({
      data,
      size: 24,
      offset: 0,
      stride: 1,
      batchShape: [],
      batchStride: [],
    });
  });

  const axes: [axis: number | undefined, size: number, stride: number, [number[], number[]]][] = [
    [undefined, 4, 1, [[2, 3], [12, 4]]], // oxfmt-ignore
    [-1, 4, 1, [[2, 3], [12, 4]]], // oxfmt-ignore
    [1, 3, 4, [[2, 4], [12, 1]]], // oxfmt-ignore
    [0, 2, 12, [[3, 4], [4, 1]]], // oxfmt-ignore
    [-3, 2, 12, [[3, 4], [4, 1]]], // oxfmt-ignore
  ];
  for (const [axis, size, stride, [batchShape, batchStride]] of axes) {
    it(`reads a stack by the axis ${axis ?? "that is the last"}, the others in front`, () => {
      const elements = { data, size, offset: 0, stride, batchShape, batchStride };
      expect(readBatch("f", "x", cube, size, axis)).to.deep.equal(elements);
    });
  }

  it("takes the strides of 0 that ndarray gives in front of an axis of length 0", () => {
    const empty = ndarray(new Float64Array(0), [3, 0]);
    expect(empty.stride).to.deep.equal([0, 1]);
    expect(readBatch("f", "x", empty, 3, 0)).to.include({ size: 3, stride: 0 });
  });
});

describe("readFloats", () => {
  it("reads an array of floats, and an ndarray of any offset and stride", () => {
    expect(readFloats("f", "x", data)).to.deep.equal({ data, size: 24, offset: 0, stride: 1 });
    expect(readFloats("f", "x", ndarray(data, [3], [-2], 7), 3)).to.deep.equal({
      data,
      size: 3,
      offset: 7,
      stride: -2,
    });
  });
});

describe("a flat is refused", () => {
  const integers = new Int32Array(3);
  const strided = (stride: number): NdArray<Float64Array> => ndarray(data, [3], [stride], 0);
  const need = "f: x must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got";
  const rank = "f: x must have rank 1 and a non-zero stride, got";
  const floats = (x: unknown) => (): unknown => readFloats("f", "x", x);
  itRefuses([
    ["on integers", floats(integers), TypeError, `${need} an Int32Array`],
    [
      "as a view of integers",
      floats(ndarray(integers)),
      TypeError,
      `${need} an ndarray on an Int32Array`,
    ],
    ["as nothing", floats(undefined), TypeError, `${need} undefined`],
    ["of stride 0", floats(strided(0)), RangeError, `${rank} a stride of 0`],
    ["of rank 0", floats(ndarray(data, [])), RangeError, `${rank} shape []`],
    ["of rank 2", floats(ndarray(data, [2, 3])), RangeError, `${rank} shape [2, 3]`],
    [
      "beyond its array",
      floats(strided(12)),
      RangeError,
      "f: x must lie within its array of 24 elements, got elements 0 to 24",
    ],
    [
      "of another size than the template",
      () => readFloats("f", "x", data, 3),
      RangeError,
      "f: template needs 3 elements, x has 24",
    ],
    [
      "of another size than a flat before it",
      () => readFloats("f", "x", data, 3, "flat has"),
      RangeError,
      "f: flat has 3 elements, x has 24",
    ],
    [
      "as a batch where one is read",
      () => readFlat("f", "x", cube, 4),
      RangeError,
      "f: x must have rank 1, got rank 3",
    ],
    [
      "with a hole",
      () => checkNumbers("f", "x", { data: [1, , 3] as number[], size: 3, offset: 0, stride: 1 }), // oxlint-disable-line no-sparse-arrays
      TypeError,
      "f: x[1] must be a number, got undefined",
    ],
    [
      "with a string between its numbers, by the index in the flat",
      () =>
        checkNumbers("f", "x", {
          data: [0, 1, 0, 2, 0, "3"] as number[],
          size: 3,
          offset: 1,
          stride: 2,
        }),
      TypeError,
      'f: x[2] must be a number, got "3"',
    ],
    [
      "of bigints",
      () =>
        checkNumbers("f", "x", {
          data: new BigInt64Array(1) as unknown as Int8Array,
          size: 1,
          offset: 0,
          stride: 1,
        }),
      TypeError,
      "f: x[0] must be a number, got 0n",
    ],
  ]);

  it("not for what lies between its elements", () => {
    checkNumbers("f", "x", { data: ["no", 1, "no", 2] as number[], size: 2, offset: 1, stride: 2 });
    checkNumbers("f", "x", { data, size: 24, offset: 0, stride: 1 });
  });
});
