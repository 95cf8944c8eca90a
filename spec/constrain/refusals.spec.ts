/** Every refusal with its exact text; nothing is written before one. */
import { expect } from "chai";
import { layoutOf, type Template } from "ndarray-params";
import {
  affine,
  choleskyCorrelation,
  choleskyCovariance,
  constrain,
  lower,
  ordered,
  positive,
  positiveOrdered,
  simplex,
  sumToZero,
  unit,
  unitVector,
  upper,
  type Constraint,
} from "ndarray-params/constrain";
import { itRefuses, type Refusal } from "../support/refuses.ts";
import { relationOf } from "./support/points.ts";

const unknown = (value: unknown): never => value as never;
const relate = (template: Template, constraints: unknown) => () =>
  constrain(layoutOf(template), unknown(constraints));

describe("constrain", () => {
  itRefuses([
    [
      "constraints that are no record",
      relate({ a: 1 }, [positive]),
      TypeError,
      "constrain: constraints must be a record of constraints by path, got an Array",
    ],
    [
      "a path that is not there",
      relate({ total: [], p: 3 }, { totl: positive }),
      RangeError,
      'constrain: no entry "totl", the nearest is "total"',
    ],
    [
      "a value that is no constraint",
      relate({ total: [] }, { total: 0 }),
      TypeError,
      "constrain: total must be a constraint, got 0",
    ],
    [
      "undefined in the place of a constraint",
      relate({ total: [] }, { total: undefined }),
      TypeError,
      "constrain: total must be a constraint, got undefined",
    ],
    [
      "a constructor of constraints",
      relate({ total: [] }, { total: lower }),
      TypeError,
      "constrain: total must be a constraint, got a function",
    ],
    [
      "two constraints for one leaf",
      relate({ layers: [{ w: 2 }] }, { layers: positive, "layers.0.w": unit }),
      RangeError,
      'constrain: layers.0.w has two constraints, by "layers" and "layers.0.w"',
    ],
    [
      "a vector constraint on a scalar",
      relate({ q: { s: [] } }, { q: ordered }),
      RangeError,
      "constrain: q.s: ordered needs an axis, got the shape []",
    ],
    [
      "a simplex without an element",
      relate({ p: [2, 0] }, { p: simplex }),
      RangeError,
      "constrain: p: simplex needs a last axis of at least 1, got the shape [2, 0]",
    ],
    [
      "a unit vector of one element",
      relate({ w: [3, 1] }, { w: unitVector }),
      RangeError,
      "constrain: w: unitVector needs a last axis of at least 2, got the shape [3, 1]",
    ],
    [
      "a matrix that is not square",
      relate({ m: [4, 3, 2] }, { m: choleskyCorrelation }),
      RangeError,
      "constrain: m: choleskyCorrelation needs two last axes of one length, got the shape [4, 3, 2]",
    ],
    [
      "a vector in the place of a matrix",
      relate({ m: 3 }, { m: choleskyCovariance }),
      RangeError,
      "constrain: m: choleskyCovariance needs two last axes of one length, got the shape [3]",
    ],
    [
      "a scalar in the place of a matrix",
      relate({ m: [] }, { m: choleskyCovariance }),
      RangeError,
      "constrain: m: choleskyCovariance needs two last axes of one length, got the shape []",
    ],
    [
      "a template that is none",
      () => constrain(unknown(3), {}),
      TypeError,
      "constrain: the template must be a list or a record, got 3",
    ],
  ]);
});

/** The inverse at a flat of values that must be refused, with an untouched destination. */
function inverseAt(shape: readonly number[], constraint: Constraint, x: readonly number[]) {
  const relation = relationOf({ w: shape }, { w: constraint });
  return () => {
    const y = new Float64Array(relation.free.size).fill(-7.25);
    try {
      relation.inverse(Float64Array.from(x), y);
    } finally {
      expect(y.every((own) => own === -7.25)).to.equal(true);
    }
  };
}

const outside = (
  what: string,
  shape: readonly number[],
  constraint: Constraint,
  x: readonly number[],
  text: string,
): Refusal => [
  what,
  inverseAt(shape, constraint, x),
  RangeError,
  `constrain: inverse: w must ${text}`,
];

describe("the inverse", () => {
  const { NaN: nan } = Number;
  itRefuses([
    outside("a scale of 0", [3], positive, [1, 1, 0], "be above 0, got 0 at w[2]"),
    outside("a scalar below its bound", [], lower(2), [1], "be above 2, got 1 at w"),
    outside("an infinite scale", [2], positive, [1, Infinity], "be finite, got Infinity at w[1]"),
    outside("NaN", [2], positive, [nan, 1], "be above 0, got NaN at w[0]"),
    outside("a value on its upper bound", [1], upper(1), [1], "be below 1, got 1 at w[0]"),
    outside("minus infinity", [1], upper(1), [-Infinity], "be finite, got -Infinity at w[0]"),
    outside("a probability of 1", [1], unit, [1], "be above 0 and below 1, got 1 at w[0]"),
    outside("a probability of 0", [1], unit, [0], "be above 0 and below 1, got 0 at w[0]"),
    outside("an infinite affine value", [1], affine(0, 1), [nan], "be finite, got NaN at w[0]"),
    outside("a tie", [2, 2], ordered, [1, 2, 3, 3], "be ascending, got 3 after 3 at w[1,1]"),
    outside("a descent", [3], positiveOrdered, [1, 3, 2], "be ascending, got 2 after 3 at w[2]"),
    outside("a first value of 0", [2], positiveOrdered, [0, 1], "be above 0, got 0 at w[0]"),
    outside("a first value of NaN", [2], ordered, [nan, 1], "be finite, got NaN at w[0]"),
    outside(
      "a last value of Infinity",
      [2],
      ordered,
      [0, Infinity],
      "be finite, got Infinity at w[1]",
    ),
    outside(
      "a sum that is not 0",
      [2, 2],
      sumToZero,
      [1, -1, 1, 0],
      "sum to 0, got a sum of 1 at w[1,0]",
    ),
    outside("a sum below 0", [2], sumToZero, [-1, 0.5], "sum to 0, got a sum of -0.5 at w[0]"),
    outside("an infinite effect", [2], sumToZero, [Infinity, 0], "be finite, got Infinity at w[0]"),
    outside("an effect that is NaN", [2], sumToZero, [0, nan], "be finite, got NaN at w[1]"),
    outside(
      "a sum that is not 1",
      [2],
      simplex,
      [0.5, 0.75],
      "sum to 1, got a sum of 1.25 at w[0]",
    ),
    outside("a sum below 1", [2], simplex, [0.5, 0.25], "sum to 1, got a sum of 0.75 at w[0]"),
    outside("a weight of 0", [2], simplex, [1, 0], "be above 0, got 0 at w[1]"),
    outside(
      "a vector of another length",
      [2],
      unitVector,
      [3, 4],
      "have length 1, got a length of 5 at w[0]",
    ),
    outside(
      "a vector that is shorter than 1",
      [2],
      unitVector,
      [0.375, 0.5],
      "have length 1, got a length of 0.625 at w[0]",
    ),
    outside(
      "a vector of zeros",
      [2],
      unitVector,
      [0, 0],
      "have length 1, got a length of 0 at w[0]",
    ),
    outside(
      "an element above the diagonal",
      [2, 2],
      choleskyCorrelation,
      [1, 0.5, 0, 1],
      "be 0 above the diagonal, got 0.5 at w[0,1]",
    ),
    outside(
      "an element above the diagonal in a later row",
      [3, 3],
      choleskyCorrelation,
      [1, 0, 0, 0, 1, 0.5, 0, 0, 1],
      "be 0 above the diagonal, got 0.5 at w[1,2]",
    ),
    outside(
      "a diagonal of 0",
      [2, 2],
      choleskyCorrelation,
      [1, 0, 1, 0],
      "have a diagonal above 0, got 0 at w[1,1]",
    ),
    outside(
      "a row of another length",
      [2, 2],
      choleskyCorrelation,
      [1, 0, 3, 4],
      "have rows of length 1, got a length of 5 at w[1,0]",
    ),
    outside(
      "a row that is shorter than 1",
      [2, 2],
      choleskyCorrelation,
      [1, 0, 0.375, 0.5],
      "have rows of length 1, got a length of 0.625 at w[1,0]",
    ),
    outside(
      "a first row of another length",
      [2, 2],
      choleskyCorrelation,
      [2, 0, 0, 1],
      "have rows of length 1, got a length of 2 at w[0,0]",
    ),
    outside(
      "an element above a covariance's diagonal",
      [1, 2, 2],
      choleskyCovariance,
      [1, 2, 0, 1],
      "be 0 above the diagonal, got 2 at w[0,0,1]",
    ),
    outside(
      "a covariance's diagonal below 0",
      [2, 2],
      choleskyCovariance,
      [1, 0, 0, -1],
      "have a diagonal above 0, got -1 at w[1,1]",
    ),
    outside(
      "a covariance's first diagonal of 0",
      [2, 2],
      choleskyCovariance,
      [0, 0, 0, 1],
      "have a diagonal above 0, got 0 at w[0,0]",
    ),
    outside(
      "an infinite covariance",
      [2, 2],
      choleskyCovariance,
      [1, 0, Infinity, 1],
      "be finite, got Infinity at w[1,0]",
    ),
  ]);

  it("names the leaf by its path, and lets float32 sums be off by more", () => {
    const relation = relationOf({ mix: [{ p: 3 }] }, { mix: simplex });
    const y = new Float64Array(2);
    const off = [0.3, 0.3, 0.40001];
    expect(() => relation.inverse(Float64Array.from(off), y)).to.throw(
      RangeError,
      /^constrain: inverse: mix\.0\.p must sum to 1, got a sum of 1\.0000\d* at mix\.0\.p\[0\]$/,
    );
    relation.inverse(Float32Array.from(off), y);
    expect(y[0]).to.be.closeTo(0, 1e-6);
  });

  it("does not let float32 lengths and sums be off by more than 1e-4", () => {
    for (const [constraint, x] of [
      [simplex, [0.5, 0.5005]],
      [unitVector, [0, 1.0005]],
      [sumToZero, [0.5, -0.5005]],
    ] as const) {
      const { free, inverse } = relationOf({ w: 2 }, { w: constraint });
      const y = new Float32Array(free.size);
      expect(() => inverse(Float32Array.from(x), y)).to.throw(RangeError, /got a (sum|length) of/);
    }
  });

  it("lets a sum to 0 be off by the rounding of large values", () => {
    const relation = relationOf({ w: 2 }, { w: sumToZero });
    const y = new Float64Array(1);
    relation.inverse(Float64Array.of(1e12, -1e12 + 1e-3), y);
    expect(y[0]).to.be.closeTo(Math.SQRT2 * 1e12, 1);
  });
});
