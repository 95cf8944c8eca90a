/** Fits at their limits: no residual left, elements that nothing determines, a flat that is not at the minimum. */
import { expect } from "chai";
import { constrain, simplex } from "ndarray-params/constrain";
import {
  fitCurve,
  fitReport,
  numericJacobian,
  profileInterval,
  uncertainty,
  type Residuals,
} from "ndarray-params/fit";
import { itRefuses } from "../support/refuses.ts";

const line = {
  template: { a: [], b: [] },
  model: ({ a, b }: { a: number; b: number }, x: number) => a + b * x,
  start: { a: 0, b: 1 },
} as const;

/** r = a + b·x - y at x = 0, 1, 2, 3, with an element c that nothing depends on. */
const through =
  (...ys: number[]): Residuals<Float64Array> =>
  ([a = 0, b = 0], r, jacobian) => {
    ys.forEach((y, x) => {
      r[x] = a + b * x - y;
      [1, x, 0].forEach((slope, j) => jacobian?.set(x, j, slope));
    });
  };

describe("a fit without an error", () => {
  it("does not determine an element that no residual depends on", () => {
    const u = uncertainty(Float64Array.of(1, 2, 7), through(1, 3, 5, 7), { rows: 4 });
    expect([u.errorVariance, ...u.standardErrors]).to.deep.equal([0, 0, 0, Infinity]);
    expect(u.covariance.get(2, 2)).to.equal(Infinity);
    expect(u.covariance.get(0, 2)).to.be.NaN;
  });

  it("has the correlations that J alone gives, as one with as many elements as residuals", () => {
    // At x = 0, 1, 2, 3 that of the slope and the intercept is -x̄/√(Σx²/m) = -1.5/√3.5.
    const perfect = uncertainty(Float64Array.of(1, 2, 7), through(1, 3, 5, 7), { rows: 4 });
    expect(perfect.correlation.get(0, 1)).to.be.closeTo(-1.5 / Math.sqrt(3.5), 1e-14);
    expect([perfect.correlation.get(0, 0), perfect.correlation.get(2, 2)]).to.deep.equal([1, NaN]);
    // At x = 0, 1 it is -0.5/√0.5.
    const full = uncertainty(Float64Array.of(1, 2, 7), through(1, 3), { rows: 2 });
    expect(full.correlation.get(1, 0)).to.be.closeTo(-Math.SQRT1_2, 1e-14);
    expect([...full.standardErrors]).to.deep.equal([NaN, NaN, NaN]);
  });
});

describe("profileInterval", () => {
  it("does not look between two neighbours of float32", () => {
    const mean: Residuals<Float32Array> = ([x = 0], r, jacobian) => {
      [1, 2, 3, 6].forEach((y, i) => (r[i] = x - y));
      jacobian?.data.fill(1);
    };
    const found = profileInterval(Float32Array.of(3), mean, 0, { rows: 4 });
    // t of 3 degrees at 95 %, 3.182446305283709, times s/√4 with s² = 14/3
    const half = 3.182446305283709 * Math.sqrt(14 / 12);
    expect(found.upper).to.be.closeTo(3 + half, 2 ** -20);
    expect(found.lower).to.be.closeTo(3 - half, 2 ** -23);
    expect(found.evaluations).to.be.at.most(15);
    expect([found.reachedLower, found.reachedUpper]).to.deep.equal([true, true]);

    // The neighbours of 2²⁸ are 16 and 32 away, and the limits 3.4.
    const far: Residuals<Float32Array> = ([x = 0], r, jacobian) => {
      [1, 2, 3, 6].forEach((y, i) => (r[i] = x - 2 ** 28 - y + 3));
      jacobian?.data.fill(1);
    };
    const same = profileInterval(Float32Array.of(2 ** 28), far, 0, { rows: 4 });
    expect([same.lower, same.upper]).to.deep.equal([2 ** 28, 2 ** 28]);
    expect([same.reachedLower, same.reachedUpper]).to.deep.equal([true, true]);
  });

  const flat = Float64Array.of(1, 1, 0);
  /** A minimum near 0.13, and a lower one near π. */
  const waves: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
    r.set([Math.sin(x), 0.2 * (x - 3.3)]);
    jacobian?.data.set([Math.cos(x), 0.2]);
  };
  /** The root of sin x·cos x + 0.04·(x - 3.3), by bisection. */
  const local = Float64Array.of(0.12827153364128227);

  itRefuses([
    [
      "a flat that is not at the minimum, from which a line falls by all that it can",
      () => profileInterval(flat, through(1, 3, 5, 8), 1, { rows: 4, errorVariance: 1 }),
      RangeError,
      // The squares of the residuals are 21, and 0.3 at the minimum.
      "profileInterval: flat must be at the minimum, and a step lowers the loss from 10.5 by about 10.35",
    ],
  ]);

  it("refuses a lower minimum, and gives the flat its bits back", () => {
    const [x] = local;
    expect(() =>
      profileInterval(local, waves, 0, { rows: 2, errorVariance: 1, level: 0.998 }),
    ).to.throw(
      RangeError,
      /^profileInterval: a lower minimum lies at element 0 = 3[\d.]+; the loss is 0.0[\d.]+ there and 0.2[\d.]+ at the flat$/,
    );
    expect(local[0]).to.equal(x);
    expect([...flat]).to.deep.equal([1, 1, 0]);
  });
});

describe("the profile of a curve with constraints", () => {
  const given = {
    x: [1, 2, 3, 4, 5],
    y: [1, 2.2, 3, 4, 5.1],
    start: { p: [0.2, 0.8], a: 0, b: 1 },
  };
  const template = { p: 2, a: [], b: [] } as const;
  const model = ({ a, b }: { a: number; b: number }, x: number): number => a + b * x;
  const fit = fitCurve({
    ...given,
    template,
    model: ({ p, ...rest }, x) => model(rest, x) + p[0]!,
    fixed: ["b"],
    constraints: constrain(template, { p: simplex }),
  });
  const profile = fit.profileInterval as (element: unknown) => { lower: number };

  it("counts the elements of the values, and not those of the free side", () => {
    expect(profile(2)).to.deep.equal(profile("a"));
  });

  itRefuses([
    [
      "the index of an element with a constraint",
      () => profile(0),
      RangeError,
      "profileInterval: p has a constraint; give it bounds, or let the model compute it from parameters without one",
    ],
    [
      "an index beyond the values",
      () => profile(4),
      RangeError,
      "profileInterval: element must be an integer from 0 to 3, got 4",
    ],
    [
      "a leaf of several elements",
      () => profile("p"),
      RangeError,
      'profileInterval: there is no element "p": p has the shape [2]',
    ],
  ]);
});

describe("fitReport", () => {
  it("counts one thing as one", () => {
    const one = fitCurve({ ...line, x: [1, 2, 4], y: [1, 2, 3], maxIterations: 1 }).report();
    expect(one).to.include("3 residuals, 2 free, 1 degree of freedom; ");
    expect(one).to.include("\nstopped after 1 iteration, before it converged");
    expect(fitCurve({ ...line, x: [1], y: [1] }).report()).to.include(
      "1 residual, 1 free, 0 degrees of freedom; ",
    );
  });

  const interval = { lower: 0, upper: 2, reachedLower: true, reachedUpper: true, evaluations: 9 };
  const flat = Float64Array.of(1, 2);
  const template = { a: [], b: [] };
  const u = uncertainty(flat, numericJacobian(both), { rows: 3 });
  function both([a = 0, b = 0]: Float64Array, r: Float64Array): void {
    r.set([a - 1, a + b - 3, b - 4]);
  }
  const report = (more: object) => () => fitReport({ flat, template, uncertainty: u, ...more });
  const refused: [what: string, more: object, kind: ErrorConstructor, text: string][] = [
    [
      "the interval of no element",
      { intervals: { a: interval, bb: interval } },
      RangeError,
      'intervals have no element "bb", the nearest is "b"',
    ],
    [
      "an interval that is a number",
      { intervals: { a: 1 } },
      TypeError,
      "intervals.a must be what profileInterval returned, got 1",
    ],
    [
      "an interval that is not there",
      { intervals: { a: null } },
      TypeError,
      "intervals.a must be what profileInterval returned, got null",
    ],
    [
      "intervals of one side",
      { intervals: { a: { lower: 0 } } },
      TypeError,
      "intervals.a must be what profileInterval returned, got an Object",
    ],
    [
      "null for intervals",
      { intervals: null },
      TypeError,
      "intervals must be a record of profile intervals by label, got null",
    ],
    [
      "intervals in a Map",
      { intervals: new Map() },
      TypeError,
      "intervals must be a record of profile intervals by label, got a Map",
    ],
    [
      "a constraint that is none",
      { constraint: {} },
      TypeError,
      "constraint must be what constrain returned, got an Object",
    ],
    [
      "null for the constraint",
      { constraint: null },
      TypeError,
      "constraint must be what constrain returned, got null",
    ],
    [
      "the template of the free side",
      { constraint: constrain({ p: 3 }, { p: simplex }) },
      RangeError,
      "template must have the 3 elements of the constraint's values, got 2",
    ],
  ];
  itRefuses(
    refused.map(([what, more, kind, text]) => [what, report(more), kind, `fitReport: ${text}`]),
  );
});

describe("fitCurve", () => {
  it("lets no model change the parameters, which all x share", () => {
    const template = { p: [2, 1], q: { r: [] }, none: 0 } as const;
    const changes: ((parameters: { p: number[][]; q: { r: number } }) => unknown)[] = [
      ({ p }) => p.push([3]),
      ({ p }) => p[1]!.fill(0),
      ({ q }) => (q.r += 1),
      (all) => (all.p = []),
    ];
    for (const change of changes) {
      const start = { p: [[1], [2]], q: { r: 3 }, none: [] };
      const model = (parameters: never): unknown => change(parameters);
      expect(() => fitCurve({ template, model, start, x: [1, 2], y: [1, 2] } as never)).to.throw(
        TypeError,
        /read only|extensible/,
      );
    }
  });

  const fit = (more: object) => () =>
    fitCurve({ ...line, x: [0, 1, 2], y: [1, 3, 4], ...more } as never);
  itRefuses([
    [
      "null for sigma, which would make the errors those of a sigma of 1",
      fit({ sigma: null }),
      TypeError,
      "fitCurve: sigma must be an array of 3, got null",
    ],
    [
      "null for bounds",
      fit({ bounds: null }),
      TypeError,
      "fitCurve: bounds must be a record by path, got null",
    ],
    [
      "null for fixed",
      fit({ fixed: null }),
      TypeError,
      "fitCurve: fixed must be a list of paths, got null",
    ],
  ]);

  it("ends no process by a promise that it refuses", async () => {
    const faults: unknown[] = [];
    const hear = (reason: unknown): void => void faults.push(reason);
    const own = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", hear);
    const late = async (): Promise<never> => Promise.reject(new Error("late"));
    const rows = {
      y: [
        [1, 3],
        [2, 4],
        [3, 5],
      ],
    };
    const both = ({ a, b }: { a: number; b: number }) => [a, b];
    try {
      expect(fit({ gradient: late })).to.throw(
        "fitCurve: gradient must return its derivatives at once, got a Promise at y[0]",
      );
      expect(fit({ ...rows, model: both, gradient: late })).to.throw(
        "fitCurve: gradient must return 2 entries, got a Promise at y[0,0]",
      );
      expect(fit({ ...rows, model: late })).to.throw(
        "fitCurve: model must return 2 entries, got a Promise at y[0,0]",
      );
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.removeListener("unhandledRejection", hear);
      for (const each of own) process.on("unhandledRejection", each);
    }
    expect(faults).to.deep.equal([]);
  });
});

describe("bounds that are nested as the template is", () => {
  const nested = (bounds: object) => () =>
    (fitCurve as unknown as (options: object) => unknown)({
      template: { peak: { height: [], at: { x: [] } }, lower: { lower: [] } },
      model: () => 1,
      x: [1],
      y: [1],
      bounds,
      start: { peak: { height: 1, at: { x: 1 } }, lower: { lower: 1 } },
    });

  itRefuses([
    [
      "a leaf",
      nested({ peak: { height: { lower: 0 } } }),
      RangeError,
      'fitCurve: bounds must be a record by path, and "peak.height" is a path: give it bounds of its own',
    ],
    [
      "a record",
      nested({ peak: { lower: 0, at: { x: { lower: 0 } } } }),
      RangeError,
      'fitCurve: bounds must be a record by path, and "peak.at" is a path: give it bounds of its own',
    ],
    [
      "another entry",
      nested({ peak: { a: 0 } }),
      RangeError,
      'fitCurve: bounds.peak must have no entry but lower and upper, got "a"',
    ],
  ]);

  it("may have a leaf named as a side", () => {
    expect(nested({ lower: { lower: 0 } })).not.to.throw();
  });
});
