import ndarray from "ndarray";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";
import { expect } from "chai";
import { itRefuses, type Refusal } from "../support/refuses.ts";

const data = new Float64Array(20).fill(1);
const z = ndarray(data, [2, 3]);
const call = softmaxCrossEntropy as (...args: unknown[]) => unknown;
const labels = Uint8Array.of(0, 2);
const doubles = new Float64Array(3);

const wrong = (
  what: string,
  args: readonly unknown[],
  kind: Refusal[2],
  message: string,
): Refusal => [what, () => call(...args), kind, `softmaxCrossEntropy: ${message}`];

describe("softmaxCrossEntropy", () => {
  itRefuses([
    wrong(
      "what is no ndarray",
      [[[1, 2]], labels],
      TypeError,
      "z must be an ndarray of float64 or float32, got an Array",
    ),
    wrong(
      "integers",
      [ndarray(new Int32Array(6), [2, 3]), labels],
      TypeError,
      "z must be an ndarray of float64 or float32, got an ndarray on an Int32Array",
    ),
    wrong("a vector", [ndarray(data), labels], RangeError, "z must have rank 2, got shape [20]"),
    wrong(
      "rows without a column, which have no class",
      [ndarray(data, [2, 0]), labels],
      RangeError,
      "z must have a column for each class, got shape [2, 0]",
    ),
    wrong(
      "a matrix that reaches outside its array",
      [ndarray(data, [7, 3]), labels],
      RangeError,
      "z must lie within its array of 20 elements, got elements 0 to 20",
    ),
    wrong(
      "a matrix whose elements coincide",
      [ndarray(data, [2, 3], [0, 1]), labels],
      RangeError,
      "z must have distinct elements, got shape [2, 3] with stride [0, 1]",
    ),
    wrong(
      "labels that are no array",
      [z, "ab"],
      TypeError,
      'labels must be an array or an ndarray of numbers, got "ab"',
    ),
    wrong(
      "bigints as labels",
      [z, ndarray(BigInt64Array.of(0n, 1n))],
      TypeError,
      "labels must be an array or an ndarray of numbers, got an ndarray on a BigInt64Array",
    ),
    wrong(
      "too few labels",
      [z, [1]],
      RangeError,
      "labels must have 2 elements, one for each row of z, got 1",
    ),
    wrong(
      "too many labels of an ndarray",
      [z, ndarray(Uint8Array.of(1, 1, 1))],
      RangeError,
      "labels must have 2 elements, one for each row of z, got 3",
    ),
    wrong(
      "labels outside of their array",
      [z, ndarray(Uint8Array.of(1, 1, 1), [2], [3])],
      RangeError,
      "labels must lie within its array of 3 elements, got elements 0 to 3",
    ),
    wrong(
      "labels of rank 3",
      [z, ndarray(labels, [1, 1, 2])],
      RangeError,
      "labels must have rank 1 or 2, got shape [1, 1, 2]",
    ),
    wrong(
      "weights of another shape",
      [z, ndarray(data, [3, 2])],
      RangeError,
      "labels must have the shape [2, 3] of z, got shape [3, 2]",
    ),
    wrong(
      "weights with another number of columns",
      [z, ndarray(data, [2, 2])],
      RangeError,
      "labels must have the shape [2, 3] of z, got shape [2, 2]",
    ),
    wrong(
      "weights outside of their array",
      [z, ndarray(new Float32Array(5), [2, 3])],
      RangeError,
      "labels must lie within its array of 5 elements, got elements 0 to 5",
    ),
    wrong(
      "weights among the scores",
      [z, ndarray(data, [2, 3], [3, 1], 5)],
      RangeError,
      "labels must not overlap z, got a view that does",
    ),
    wrong(
      "labels among the scores",
      [z, ndarray(data, [2], [2], 5)],
      RangeError,
      "labels must not overlap z, got a view that does",
    ),
    wrong(
      "a part of the scores' array as labels",
      [z, data.subarray(4, 6)],
      RangeError,
      "labels must not overlap z, got a view that does",
    ),
    ...([3, -1, 1.5, NaN, "1", undefined] as const).map((label) =>
      wrong(
        `the label ${label}`,
        [z, [0, label]],
        RangeError,
        `labels[1] must be a class from 0 to 2, got ${JSON.stringify(label) ?? "undefined"}`.replace(
          "null",
          "NaN",
        ),
      ),
    ),
    wrong(
      "a first label that is no class",
      [z, [3, 0]],
      RangeError,
      "labels[0] must be a class from 0 to 2, got 3",
    ),
    wrong(
      "weights with another number of rows",
      [z, ndarray(data, [3, 3])],
      RangeError,
      "labels must have the shape [2, 3] of z, got shape [3, 3]",
    ),
    wrong(
      "an unknown option",
      [z, labels, { biases: doubles }],
      RangeError,
      'no option "biases"; its options are bias, biasGradient, scale, pool',
    ),
    wrong(
      "a bias of another length",
      [z, labels, { bias: new Float64Array(2) }],
      RangeError,
      "bias must have 3 elements, one for each column of z, got 2",
    ),
    wrong(
      "a bias that is a list",
      [z, labels, { bias: [1, 2, 3] }],
      TypeError,
      "bias must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Array",
    ),
    wrong(
      "a bias among the scores",
      [z, labels, { bias: ndarray(data, [3], [1], 4) }],
      RangeError,
      "bias must not overlap z, got a view that does",
    ),
    wrong(
      "a bias's gradient among the scores",
      [z, labels, { biasGradient: data.subarray(5, 8) }],
      RangeError,
      "biasGradient must not overlap z, got a view that does",
    ),
    wrong(
      "a bias's gradient in the place of the bias",
      [z, labels, { bias: doubles, biasGradient: doubles }],
      RangeError,
      "biasGradient must not overlap bias, got a view that does",
    ),
    wrong(
      "a scale that is no number",
      [z, labels, { scale: "1" }],
      TypeError,
      'scale must be a number, got "1"',
    ),
    wrong(
      "an infinite scale",
      [z, labels, { scale: Infinity }],
      RangeError,
      "scale must be finite, got Infinity",
    ),
  ]);

  it("has written nothing", () => {
    expect(data.every((x) => x === 1)).to.equal(true);
    expect([...doubles]).to.deep.equal([0, 0, 0]);
  });
});

describe("softmax", () => {
  itRefuses([
    [
      "a vector",
      () => softmax(ndarray(data)),
      RangeError,
      "softmax: z must have rank 2, got shape [20]",
    ],
    [
      "an unknown option",
      () => softmax(z, { scale: 1 } as object),
      RangeError,
      'softmax: no option "scale"; its options are bias',
    ],
    [
      "a bias of another length",
      () => softmax(z, { bias: new Float32Array(4) }),
      RangeError,
      "softmax: bias must have 3 elements, one for each column of z, got 4",
    ],
  ]);
});
