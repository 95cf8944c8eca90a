/** The numbers that constraints depend on: one for a leaf, or one for each of its elements. */
import { expect } from "chai";
import ndarray from "ndarray";
import { layoutOf, type Template } from "ndarray-params";
import {
  affine,
  constrain,
  interval,
  lower,
  upper,
  type Constraint,
  type Parameter,
} from "ndarray-params/constrain";
import { itRefuses, type Refusal } from "../support/refuses.ts";
import { relationOf } from "./support/points.ts";

const unknown = (value: unknown): never => value as never;
const relate = (template: Template, constraints: unknown) => () =>
  constrain(layoutOf(template), unknown(constraints));

describe("a parameter with a number for each element of a leaf", () => {
  /** One for each element of a leaf of two rows and three columns. */
  const numbers = [10, 11, 12, 20, 21, 22];
  /** In memory the columns follow each other, each from its last row on. */
  const turned = ndarray(Float64Array.of(NaN, 20, 10, 21, 11, 22, 12), [2, 3], [-1, 2], 2);
  const forms: Readonly<Record<string, Parameter>> = {
    "an Array": numbers,
    "a typed array": Int8Array.from(numbers),
    "an ndarray in the order of the leaf": ndarray(Float32Array.from(numbers), [2, 3]),
    "an ndarray of other strides": turned,
    "an ndarray on an Array": ndarray(numbers, [2, 3]),
  };
  /** The values at y = 0, where e^y is 1 and an interval is in its middle. */
  const shifts: Readonly<Record<string, [(p: Parameter) => Constraint, number]>> = {
    "the bound of lower": [(p) => lower(p), 1],
    "the bound of upper": [(p) => upper(p), -1],
    "the low of interval": [(p) => interval(p, turnedBy(4)), 2],
    "the high of interval": [(p) => interval(turnedBy(-4), p), -2],
    "the offset of affine": [(p) => affine(p, 3), 0],
  };
  const turnedBy = (shift: number): Parameter => numbers.map((own) => own + shift);

  for (const [form, parameter] of Object.entries(forms)) {
    for (const [use, [make, shift]] of Object.entries(shifts)) {
      it(`may be ${form}, as ${use}`, () => {
        const relation = relationOf({ before: 1, w: [2, 3] }, { w: make(parameter) });
        const x = new Float64Array(7);
        relation.forward(new Float64Array(7), x);
        expect([...x]).to.deep.equal([0, ...numbers.map((own) => own + shift)]);
        const y = new Float64Array(7).fill(NaN);
        relation.inverse(x, y);
        expect(y.every((own) => own === 0)).to.equal(true);
      });
    }

    it(`may be ${form}, as the multiplier of affine`, () => {
      const relation = relationOf({ w: [2, 3] }, { w: affine(5, parameter) });
      const x = new Float64Array(6);
      relation.forward(new Float64Array(6).fill(2), x);
      expect([...x]).to.deep.equal(numbers.map((own) => 5 + 2 * own));
    });
  }
});

describe("the parameters of constraints", () => {
  itRefuses([
    [
      "a bound that is not finite",
      () => lower(NaN),
      RangeError,
      "lower: bound must be finite, got NaN",
    ],
    [
      "an infinite bound",
      () => upper(Infinity),
      RangeError,
      "upper: bound must be finite, got Infinity",
    ],
    [
      "a bound of the wrong kind",
      () => lower(unknown("0")),
      TypeError,
      'lower: bound must be a number, an array or an ndarray, got "0"',
    ],
    [
      "bounds in the wrong order",
      () => interval(2, 1),
      RangeError,
      "interval: low must be below high, got 2 and 1",
    ],
    [
      "equal bounds",
      () => interval(1, 1),
      RangeError,
      "interval: low must be below high, got 1 and 1",
    ],
    [
      "bounds whose distance is infinite",
      () => interval(-1e308, 1e308),
      RangeError,
      "interval: high - low must be finite, got -1e+308 and 1e+308",
    ],
    [
      "bounds in the wrong order for one element",
      relate({ w: [2, 2] }, { w: interval(0, [1, 1, 0, 1]) }),
      RangeError,
      "interval: low must be below high, got 0 and 0 for w[1,0]",
    ],
    ...(
      [
        ["lower", "bound", (p) => lower(p)],
        ["upper", "bound", (p) => upper(p)],
        ["interval", "low", (p) => interval(p, 1)],
        ["interval", "high", (p) => interval(0, p)],
        ["affine", "offset", (p) => affine(p, 1)],
      ] satisfies [string, string, (parameter: Parameter) => Constraint][]
    ).flatMap(([call, name, make]): Refusal[] => [
      [
        `${call} of NaN as ${name}, before it has a leaf`,
        () => make(NaN),
        RangeError,
        `${call}: ${name} must be finite, got NaN`,
      ],
      [
        `${call} with a string as ${name}, before it has a leaf`,
        () => make(unknown("1")),
        TypeError,
        `${call}: ${name} must be a number, an array or an ndarray, got "1"`,
      ],
      [
        `${call} with a string among its numbers`,
        relate({ w: 2 }, { w: make(unknown([0, "1"])) }),
        RangeError,
        `${call}: ${name} must be finite, got "1" for w[1]`,
      ],
      [
        `${call} with a ${name} too many`,
        relate({ w: 2 }, { w: make([0, 0.25, 0.5]) }),
        RangeError,
        `${call}: w has 2 elements, ${name} has 3`,
      ],
    ]),
    [
      "bounds in the wrong order for the first element",
      relate({ w: 2 }, { w: interval([1, 0], 1) }),
      RangeError,
      "interval: low must be below high, got 1 and 1 for w[0]",
    ],
    [
      "an ndarray whose data is no array",
      relate({ w: 2 }, { w: lower(unknown({ ...ndarray([0, 0]), data: "00" })) }),
      TypeError,
      'lower: bound.data must be an array of numbers, got "00"',
    ],
    [
      "a multiplier of 0",
      () => affine(0, 0),
      RangeError,
      "affine: multiplier must be above 0 and finite, got 0",
    ],
    [
      "a multiplier below 0 for one element",
      relate({ w: 2 }, { w: affine(0, Float64Array.of(1, -1)) }),
      RangeError,
      "affine: multiplier must be above 0 and finite, got -1 for w[1]",
    ],
    [
      "a hole in an array",
      relate({ w: 2 }, { w: lower(unknown([0, undefined])) }),
      RangeError,
      "lower: bound must be finite, got undefined for w[1]",
    ],
    [
      "an array of another length",
      relate({ w: 2 }, { w: lower([0, 1, 2]) }),
      RangeError,
      "lower: w has 2 elements, bound has 3",
    ],
    [
      "an ndarray of another shape",
      relate({ w: [2, 3] }, { w: lower(ndarray(new Float64Array(6), [3, 2])) }),
      RangeError,
      "lower: w has the shape [2, 3], bound has [3, 2]",
    ],
    [
      "an ndarray that reaches outside its array",
      relate({ w: 2 }, { w: lower(ndarray(new Float64Array(2), [2], [1], 1)) }),
      RangeError,
      "lower: bound must lie within its array of 2 elements, got elements 1 to 2",
    ],
    [
      "an ndarray of bigints",
      relate({ w: 2 }, { w: lower(ndarray(unknown(new BigInt64Array(2)), [2])) }),
      TypeError,
      "lower: bound.data must be an array of numbers, got a BigInt64Array",
    ],
  ]);
});
