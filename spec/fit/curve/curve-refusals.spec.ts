/** The refusals of `fitCurve` and of the functions of its result, each with its exact text. */
import { expect } from "chai";
import ndarray from "ndarray";
import { constrain, positive } from "ndarray-params/constrain";
import { fitCurve, huber } from "ndarray-params/fit";
import { itRefuses, type Refusal } from "../../support/refuses.ts";

type Untyped = (options: object) => unknown;
type Kind = RangeErrorConstructor | TypeErrorConstructor;

let calls = 0;
const model = ({ vm, k }: { vm: number; k: number }, x: number): number => {
  calls++;
  return (vm * x) / (k + x);
};
const template = { vm: [], k: [] } as const;
const good = { template, model, x: [1, 2, 3, 4], y: [1, 2, 3, 3], start: { vm: 4, k: 2 } };
const fit =
  (more: object): (() => unknown) =>
  () =>
    (fitCurve as unknown as Untyped)({ ...good, ...more });
const constraints = constrain(template, { k: positive });

describe("fitCurve", () => {
  const refused: [what: string, more: object, kind: Kind, text: string][] = [
    ["no point", { x: [], y: [] }, RangeError, "y must have at least one row, got 0"],
    ["no output", { y: [[], [], [], []] }, RangeError, "y must have at least one output, got 0"],
    [
      "a y that is no array",
      { y: 3 },
      TypeError,
      "y must be an array with a number, or a row of them, for each x, got 3",
    ],
    [
      "a y with too many axes",
      { y: [[[1]]] },
      TypeError,
      "y must be an array with a number, or a row of them, for each x, got an Array",
    ],
    [
      "an x of another size",
      { x: [1, 2, 3] },
      RangeError,
      "x must have 4 elements, one for each row of y, got 3",
    ],
    [
      "an x that is no array",
      { x: 3 },
      TypeError,
      "x must be an array or an ndarray of rank 1, got 3",
    ],
    [
      "an x of rank 2",
      { x: ndarray(new Float64Array(4), [2, 2]) },
      RangeError,
      "x must have rank 1, got rank 2",
    ],
    [
      "a sigma of another size",
      { sigma: [1, 1, 1] },
      RangeError,
      "sigma must have length 4, got 3",
    ],
    [
      "weights of another size",
      { weights: [1, 1, 1] },
      RangeError,
      "weights must have length 4, got 3",
    ],
    [
      "a ragged y",
      { y: [[1, 2], [1], [1, 2], [1, 2]] },
      RangeError,
      "y[1] must have length 2, got 1",
    ],
    ["NaN in y", { y: [1, 2, NaN, 3] }, RangeError, "y must be finite, got NaN at y[2]"],
    [
      "NaN in a row of y",
      {
        y: [
          [1, 2],
          [1, 2],
          [1, 2],
          [1, NaN],
        ],
      },
      RangeError,
      "y must be finite, got NaN at y[3,1]",
    ],
    ["a hole in y", { y: [1, 2, undefined, 3] }, TypeError, "y[2] must be a number, got undefined"],
    ["NaN in x", { x: [1, NaN, 3, 4] }, RangeError, "x must have no NaN, got one at x[1]"],
    [
      "NaN in a record of x",
      { x: [1, 2, { at: NaN }, 4] },
      RangeError,
      "x must have no NaN, got one at x[2]",
    ],
    [
      "NaN in an ndarray for x",
      { x: ndarray([1, 2, 3, NaN]) },
      RangeError,
      "x must be a number and not NaN, got NaN at x[3]",
    ],
    [
      "an x that is not there",
      { x: [1, undefined, 3, 4] },
      TypeError,
      "x[1] must be a number or an object, got undefined",
    ],
    ["a sigma of 0", { sigma: 0 }, RangeError, "sigma must be above 0 and finite, got 0"],
    [
      "a sigma of 0 in a row",
      { sigma: [1, 0, 1, 1] },
      RangeError,
      "sigma must be above 0 and finite, got 0 at sigma[1]",
    ],
    [
      "a weight of 0",
      { weights: [1, 1, 1, 0] },
      RangeError,
      "weights must be above 0 and finite, got 0 at weights[3]",
    ],
    [
      "sigma and weights",
      { sigma: 1, weights: [1, 1, 1, 1] },
      RangeError,
      "give sigma or weights, and not both",
    ],
    ["a start that is not complete", { start: { vm: 1 } }, TypeError, "start: k is missing"],
    [
      "a start that is a word",
      { start: { vm: 1, k: "2" } },
      TypeError,
      'start: k must be a number, got "2"',
    ],
    [
      "an infinite start",
      { start: { vm: 1, k: Infinity } },
      RangeError,
      "start must be finite, got Infinity at k",
    ],
    [
      "a start outside its bounds",
      { bounds: { k: { lower: 3, upper: 5 } } },
      RangeError,
      "start must lie within its bounds, from 3 to 5 at k, got 2",
    ],
    [
      "bounds that are a list",
      { bounds: [0, 1] },
      TypeError,
      "bounds must be a record by path, got an Array",
    ],
    [
      "bounds of a misspelt path",
      { bounds: { kk: {} } },
      RangeError,
      'bounds: no entry "kk", the nearest is "k"',
    ],
    [
      "a bound that is a Map",
      { bounds: { k: new Map() } },
      TypeError,
      "bounds.k must be an object with lower and upper, got a Map",
    ],
    [
      "a misspelt side",
      { bounds: { k: { low: 0 } } },
      RangeError,
      'bounds.k must have no entry but lower and upper, got "low"',
    ],
    [
      "NaN for a bound",
      { bounds: { k: { lower: NaN } } },
      RangeError,
      "bounds.k.lower must be a number, got NaN",
    ],
    [
      "a bound of another shape",
      { bounds: { k: { lower: [0] } } },
      TypeError,
      "bounds.k.lower must be a number, got an array of 1",
    ],
    [
      "two bounds of one leaf",
      {
        template: { p: { k: [] } },
        start: { p: { k: 1 } },
        bounds: { p: { lower: 0 }, "p.k": { upper: 2 } },
      },
      RangeError,
      'p.k has two bounds, by "p" and "p.k"',
    ],
    [
      "a misspelt fixed path",
      { fixed: ["v"] },
      RangeError,
      'fixed: no entry "v", the nearest is "vm"',
    ],
    [
      "a fixed path without its list",
      { fixed: "k" },
      TypeError,
      'fixed must be a list of paths, got "k"',
    ],
    [
      "a fixed leaf with a constraint",
      { constraints, fixed: ["k"] },
      RangeError,
      "k is fixed and has a constraint; take one of them",
    ],
    [
      "a bound and a constraint on one leaf",
      { constraints, bounds: { k: { upper: 3 } } },
      RangeError,
      "k has bounds and a constraint; take one of them",
    ],
    [
      "constraints that are a record",
      { constraints: { k: positive } },
      TypeError,
      "constraints must be what constrain returned, got an Object",
    ],
    [
      "null for constraints",
      { constraints: null },
      TypeError,
      "constraints must be what constrain returned, got null",
    ],
    [
      "constraints of other names",
      { constraints: constrain({ vm: [], kk: [] }, { vm: positive }) },
      RangeError,
      "constraints must be for the template, and are for another",
    ],
    [
      "constraints of other shapes",
      { constraints: constrain({ vm: [], k: 1 }, { k: positive }) },
      RangeError,
      "constraints must be for the template, and are for another",
    ],
    [
      "an unknown loss",
      { loss: "huber" },
      TypeError,
      'loss must be leastSquares, or what huber, softL1 or cauchy return, got "huber"',
    ],
    [
      "a model that is no function",
      { model: {} },
      TypeError,
      "model must be a function, got an Object",
    ],
    ["a gradient that is none", { gradient: 1 }, TypeError, "gradient must be a function, got 1"],
    ["a radius of 0", { radius: 0 }, RangeError, "radius must be above 0 and finite, got 0"],
    [
      "no iteration",
      { maxIterations: 0 },
      RangeError,
      "maxIterations must be a whole number of at least 1, got 0",
    ],
    [
      "an unknown option",
      { method: "lm" },
      RangeError,
      'no option "method"; its options are template, model, x, y, sigma, weights, start, bounds, fixed, constraints, gradient, loss, radius, maxIterations',
    ],
  ];
  it("calls the model for none of these", () => {
    calls = 0;
    for (const [what, more, kind] of refused) expect(fit(more), what).to.throw(kind);
    expect(calls).to.equal(0);
  });
  itRefuses(
    refused.map(([what, more, kind, text]) => [what, fit(more), kind, `fitCurve: ${text}`]),
  );

  const two = {
    y: [
      [1, 2],
      [1, 2],
      [1, 2],
      [1, 2],
    ],
  };
  const later: [what: string, more: object, kind: Kind, text: string][] = [
    [
      "a model that returns nothing",
      { model: () => {} },
      TypeError,
      "model must return numbers, got undefined at y[0]",
    ],
    [
      "a model that returns a promise",
      { model: async () => 1 },
      TypeError,
      "model must return numbers, got a Promise at y[0]",
    ],
    [
      "a number where there are two outputs",
      { ...two, model: () => 1 },
      TypeError,
      "model must return 2 entries, got 1 at y[0,0]",
    ],
    [
      "too many outputs",
      { ...two, model: () => [1, 2, 3] },
      TypeError,
      "model must return 2 entries, got 3 at y[0,0]",
    ],
    [
      "a model that is NaN at the start",
      { model: ({ k }: { k: number }, x: number) => Math.sqrt(3 - x) * k },
      RangeError,
      "the model must be finite, got NaN at y[3]",
    ],
    [
      "a derivative that is forgotten",
      { gradient: () => ({ vm: 1 }) },
      TypeError,
      "gradient: k is missing",
    ],
    [
      "a derivative that is NaN",
      { gradient: (_: unknown, x: number) => ({ vm: 1, k: x > 2 ? NaN : 1 }) },
      RangeError,
      "its derivative by k must be finite, got NaN at y[2]",
    ],
  ];
  itRefuses(later.map(([what, more, kind, text]) => [what, fit(more), kind, `fitCurve: ${text}`]));
});

describe("the functions of a fitted curve", () => {
  const fitted = fitCurve({ ...good, sigma: [1, 1, 1, 2] });
  const robust = fitCurve({ ...good, loss: huber(1) });
  const bound = fitCurve({ ...good, constraints });
  const untyped =
    (f: unknown, ...args: unknown[]) =>
    () =>
      (f as (...args: unknown[]) => unknown)(...args);
  const refusals: Refusal[] = [
    [
      "predictions whose sigma is not known",
      () => fitted.predictionBand([1]),
      RangeError,
      "predictionBand: sigma must be given, because it differs from measurement to measurement, got undefined",
    ],
    [
      "a sigma of another size",
      () => fitted.predictionBand([1], { sigma: [1, 2] }),
      RangeError,
      "predictionBand: sigma must have length 1, got 2",
    ],
    [
      "a level of 95",
      () => fitted.confidenceBand([1], { level: 95 }),
      RangeError,
      "confidenceBand: level must be above 0 and below 1, got 95",
    ],
    [
      "an x that is NaN",
      () => fitted.confidenceBand([1, NaN]),
      RangeError,
      "confidenceBand: x must have no NaN, got one at x[1]",
    ],
    [
      "an unknown option of a band",
      untyped(fitted.confidenceBand, [1], { sigma: 1 }),
      RangeError,
      'confidenceBand: no option "sigma"; its options are level',
    ],
    [
      "an unknown option of a report",
      untyped(fitted.report, { digits: 1 }),
      RangeError,
      'report: no option "digits"; its options are intervals, level, correlations',
    ],
    [
      "a profile of another loss",
      () => robust.profileInterval("k"),
      RangeError,
      "profileInterval: loss must be leastSquares, got huber",
    ],
    [
      "a profile of a leaf with a constraint",
      () => bound.profileInterval("k"),
      RangeError,
      "profileInterval: k has a constraint; give it bounds, or let the model compute it from parameters without one",
    ],
    [
      "a profile of an unknown label",
      untyped(fitted.profileInterval, "kk"),
      RangeError,
      'profileInterval: no leaf "kk", the nearest is "k"',
    ],
  ];
  itRefuses(refusals);
});
