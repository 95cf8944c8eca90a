/** The refusals of a fit, each with its exact text. */
import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews, layoutOf } from "ndarray-params";
import {
  fitReport,
  huber,
  levenbergMarquardt,
  profileInterval,
  standardErrorOf,
  uncertainty,
  type Residuals,
} from "ndarray-params/fit";
import { itRefuses, type Refusal } from "../support/refuses.ts";

const template = layoutOf({ slope: [], w: [2] });
const rows = layoutOf({ y: 3, z: [] });

/** r = A·x - b with a Jacobian of full rank. */
const linear: Residuals<Float64Array> = (x, r, jacobian) => {
  for (let i = 0; i < 4; i++) {
    r[i] = x[0]! + i * x[1]! + i * i * x[2]! - Math.sin(i);
    jacobian?.set(i, 0, 1);
    jacobian?.set(i, 1, i);
    jacobian?.set(i, 2, i * i);
  }
};

const flat = (): Float64Array => new Float64Array(3);

/** The options and arguments of any fit, without types. */
type Untyped = (...args: unknown[]) => unknown;
const run = (...args: unknown[]): unknown => {
  const loop = (levenbergMarquardt as unknown as Untyped)(...args) as Iterable<unknown>;
  return [...loop];
};
const lm = "levenbergMarquardt";

describe("levenbergMarquardt", () => {
  type Kind = RangeErrorConstructor | TypeErrorConstructor;
  type Row = [what: string, given: object, kind: Kind, text: string];
  const options: Row[] = [
    ["no rows", { rows: 0 }, RangeError, "rows must be a whole number of at least 1, got 0"],
    [
      "rows that are left out",
      {},
      TypeError,
      "rows must be the number of residuals or their template, got undefined",
    ],
    [
      "a template of no rows",
      { rows: { y: 0 } },
      RangeError,
      "rows must have at least one element, got a template of size 0",
    ],
    [
      "a wrong template of rows",
      { rows: { y: -1 } },
      RangeError,
      "rows: y: axis length must be a non-negative integer, got -1",
    ],
    [
      "a template of another size",
      { rows: 4, template: { a: 2 } },
      RangeError,
      "template needs 2 elements, flat has 3",
    ],
    [
      "an r of another size",
      { rows: 4, r: new Float64Array(3) },
      RangeError,
      "r must have 4 elements, one a row, got 3",
    ],
    [
      "an r of float32",
      { rows: 4, r: new Float32Array(4) },
      TypeError,
      "r must be a Float64Array, got a Float32Array",
    ],
    [
      "a jacobian that is an array",
      { rows: 4, jacobian: new Float64Array(12) },
      TypeError,
      "jacobian must be an ndarray on a Float64Array, got a Float64Array",
    ],
    ...["3, 4", "4, 4", "3, 3", "4, 3, 1", "4"].map((shape): Row => {
      const jacobian = ndarray(new Float64Array(16), shape.split(", ").map(Number));
      const text = `jacobian must have the shape [4, 3], got [${shape}]`;
      return [`a jacobian of shape ${shape}`, { rows: 4, jacobian }, RangeError, text];
    }),
    [
      "a jacobian that reaches outside its array",
      { rows: 4, jacobian: ndarray(new Float64Array(11), [4, 3]) },
      RangeError,
      "jacobian must lie within its array of 11 elements, got elements 0 to 11",
    ],
    [
      "a jacobian that repeats",
      { rows: 4, jacobian: ndarray(new Float64Array(12), [4, 3], [0, 1]) },
      RangeError,
      "jacobian must have distinct elements",
    ],
    [
      "a gradient of another size",
      { rows: 4, gradient: new Float64Array(2) },
      RangeError,
      "flat has 3 elements, gradient has 2",
    ],
    [
      "an unknown loss",
      { rows: 4, loss: "huber" },
      TypeError,
      'loss must be leastSquares, or what huber, softL1 or cauchy return, got "huber"',
    ],
    [
      "a loss without its scale",
      { rows: 4, loss: huber },
      TypeError,
      "loss must be leastSquares, or what huber, softL1 or cauchy return, got a function",
    ],
    [
      "null for a loss",
      { rows: 4, loss: null },
      TypeError,
      "loss must be leastSquares, or what huber, softL1 or cauchy return, got null",
    ],
    [
      "a radius of 0",
      { rows: 4, radius: 0 },
      RangeError,
      "radius must be above 0 and finite, got 0",
    ],
    [
      "a scale with a 0",
      { rows: 4, template, scale: Float64Array.of(1, 1, 0) },
      RangeError,
      "scale must be above 0 and finite, got 0 at w[1]",
    ],
    [
      "a scale whose inverse is 0",
      { rows: 4, scale: Float64Array.of(Infinity, 1, 1) },
      RangeError,
      "scale must be above 0 and finite, got Infinity at element 0",
    ],
    [
      "batches",
      { rows: 4, batches: [] },
      RangeError,
      'no option "batches"; its options are radius, rows, template, bounds, r, jacobian, loss, scale, gradient, state',
    ],
    [
      "a start outside its bounds",
      { rows: 4, template, bounds: { lower: Float64Array.of(-1, 1, -1) } },
      RangeError,
      "flat must lie within its bounds, from 1 to Infinity at w[0], got 0",
    ],
    [
      "bounds in the wrong order",
      { rows: 4, bounds: { lower: 1, upper: -1 } },
      RangeError,
      "bounds.lower must be at most bounds.upper, got 1 and -1 at element 0",
    ],
    [
      "a state with another entry",
      {
        rows: 4,
        state: { iteration: 1, scale: flat(), radius: 1, damping: 0, hidden: 0, momentum: 1 },
      },
      RangeError,
      "state.momentum is not part of this rule's state",
    ],
    [
      "a negative radius in a state",
      { rows: 4, state: { iteration: 1, scale: flat(), radius: -1, damping: 0, hidden: 0 } },
      RangeError,
      "state.radius must be at least 0 and finite, got -1",
    ],
  ];
  itRefuses(
    options.map(([what, given, kind, text]) => [
      what,
      () => run(flat(), linear, given),
      kind,
      `${lm}: ${text}`,
    ]),
  );

  const shared = new Float64Array(20);
  itRefuses([
    [
      "residuals that are no function",
      () => run(flat(), {}, { rows: 4 }),
      TypeError,
      `${lm}: residuals must be a function, got an Object`,
    ],
    [
      "options that are left out",
      () => run(flat(), linear),
      TypeError,
      `${lm}: options must be an object, got undefined`,
    ],
    [
      "a flat of integers",
      () => run(new Int32Array(3), linear, { rows: 4 }),
      TypeError,
      `${lm}: flat must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Int32Array`,
    ],
    [
      "a flat that is the gradient",
      () => run(shared, linear, { rows: 4, gradient: shared }),
      RangeError,
      `${lm}: flat and gradient must not share elements`,
    ],
    [
      "a flat in r",
      () => run(shared.subarray(0, 3), linear, { rows: 4, r: shared.subarray(2, 6) }),
      RangeError,
      `${lm}: flat and r must not share elements`,
    ],
    [
      "a flat in the jacobian",
      () => run(shared.subarray(0, 3), linear, { rows: 4, jacobian: ndarray(shared, [4, 3]) }),
      RangeError,
      `${lm}: flat and jacobian must not share elements`,
    ],
    [
      "r in the jacobian",
      () =>
        run(flat(), linear, {
          rows: 4,
          r: shared.subarray(9, 13),
          jacobian: ndarray(shared, [4, 3]),
        }),
      RangeError,
      `${lm}: r and jacobian must not share elements`,
    ],
  ]);

  it("writes nothing before the first next, and nothing before a refusal", () => {
    const r = Float64Array.of(1, 2, 3, 4);
    levenbergMarquardt(flat(), linear, { rows: 4, r });
    expect(() => run(flat(), linear, { rows: 4, r, radius: -1 })).to.throw(RangeError);
    expect([...r]).to.deep.equal([1, 2, 3, 4]);
  });
});

describe("uncertainty, profileInterval, fitReport and standardErrorOf", () => {
  const call =
    (f: unknown, ...args: unknown[]) =>
    () =>
      (f as Untyped)(...args);
  const [, views] = emptyWithViews(template);
  const u = uncertainty(Float64Array.of(0, 1, 0), linear, { rows, template });
  const known = { rows: 4, errorVariance: 1 };
  const asked = "loss must be leastSquares with an errorVariance, got huber";
  const refusals: Refusal[] = [
    [
      "an error variance of 0",
      call(uncertainty, flat(), linear, { rows: 4, errorVariance: 0 }),
      RangeError,
      "uncertainty: errorVariance must be above 0 and finite, got 0",
    ],
    [
      "an error of the Jacobian below 0",
      call(uncertainty, flat(), linear, { rows: 4, jacobianError: -1 }),
      RangeError,
      "uncertainty: jacobianError must be at least 0 and finite, got -1",
    ],
    [
      "an error variance for a robust loss",
      call(uncertainty, flat(), linear, { ...known, loss: huber(1) }),
      RangeError,
      `uncertainty: ${asked}`,
    ],
    [
      "an unknown option",
      call(uncertainty, flat(), linear, { rows: 4, absoluteSigma: true }),
      RangeError,
      'uncertainty: no option "absoluteSigma"; its options are rows, template, bounds, r, jacobian, errorVariance, jacobianError, loss',
    ],
    [
      "a promise",
      call(uncertainty, flat(), async () => {}, { rows: 4 }),
      TypeError,
      "uncertainty: residuals must return at once, got a Promise",
    ],
    [
      "an unknown label",
      call(profileInterval, flat(), linear, "slop", { rows: 4, template }),
      RangeError,
      'profileInterval: no leaf "slop", the nearest is "slope"',
    ],
    [
      "a label with an index too many",
      call(profileInterval, flat(), linear, "slope[0]", { rows: 4, template }),
      RangeError,
      'profileInterval: there is no element "slope[0]": slope has the shape []',
    ],
    [
      "a label without a template",
      call(profileInterval, flat(), linear, "slope", { rows: 4 }),
      TypeError,
      'profileInterval: element must be an index if there is no template, got "slope"',
    ],
    [
      "an index that is too large",
      call(profileInterval, flat(), linear, 3, { rows: 4 }),
      RangeError,
      "profileInterval: element must be an integer from 0 to 2, got 3",
    ],
    [
      "something else for an element",
      call(profileInterval, flat(), linear, views, { rows: 4 }),
      TypeError,
      "profileInterval: element must be a label or an index, got an Object",
    ],
    [
      "a level of 1",
      call(profileInterval, flat(), linear, 0, { rows: 4, level: 1 }),
      RangeError,
      "profileInterval: level must be above 0 and below 1, got 1",
    ],
    [
      "a fixed element",
      call(profileInterval, flat(), linear, "w[1]", {
        rows: 4,
        template,
        bounds: { lower: 0, upper: 0 },
      }),
      RangeError,
      "profileInterval: w[1] is fixed by its bounds",
    ],
    [
      "a variance that cannot be estimated",
      call(profileInterval, flat(), linear, 0, { rows: 4, bounds: {}, errorVariance: -1 }),
      RangeError,
      "profileInterval: errorVariance must be above 0 and finite, got -1",
    ],
    [
      "an error of the Jacobian below 0 for a profile",
      call(profileInterval, flat(), linear, 0, { rows: 4, jacobianError: NaN }),
      RangeError,
      "profileInterval: jacobianError must be at least 0 and finite, got NaN",
    ],
    [
      "an uncertainty of something else",
      call(fitReport, { flat: flat(), template, uncertainty: {} }),
      TypeError,
      "fitReport: uncertainty must be what uncertainty returned, got an Object",
    ],
    [
      "a flat of another size",
      call(fitReport, { flat: new Float64Array(2), template, uncertainty: u }),
      RangeError,
      "fitReport: template needs 3 elements, flat has 2",
    ],
    [
      "a level of 95",
      call(fitReport, { flat: flat(), template, uncertainty: u, level: 95 }),
      RangeError,
      "fitReport: level must be above 0 and below 1, got 95",
    ],
    [
      "a covariance that is an array",
      call(standardErrorOf, flat(), new Float64Array(9)),
      TypeError,
      "standardErrorOf: covariance must be what uncertainty returned or an ndarray of floats, got a Float64Array",
    ],
    [
      "null as a covariance",
      call(standardErrorOf, flat(), null),
      TypeError,
      "standardErrorOf: covariance must be what uncertainty returned or an ndarray of floats, got null",
    ],
    [
      "a covariance of another size",
      call(standardErrorOf, new Float64Array(2), u.covariance),
      RangeError,
      "standardErrorOf: covariance must have the shape [2, 2], got [3, 3]",
    ],
  ];
  itRefuses(refusals);

  it("refuse to estimate a variance from no residual", () => {
    const square: Residuals<Float64Array> = (x, r, jacobian) => {
      for (let i = 0; i < 3; i++) r[i] = x[i]! - i;
      jacobian?.data.set([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    };
    expect(() => profileInterval(Float64Array.of(0, 1, 2), square, 0, { rows: 3 }))
      .to.throw(RangeError)
      .with.property(
        "message",
        "profileInterval: errorVariance must be given if it cannot be estimated, got NaN",
      );
  });
});
