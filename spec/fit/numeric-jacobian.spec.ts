import { expect } from "chai";
import ndarray from "ndarray";
import { levenbergMarquardt, numericJacobian, uncertainty } from "ndarray-params/fit";
import { nistProblems } from "../support/nist.ts";
import { itRefuses } from "../support/refuses.ts";

const times = [0, 1, 2, 4];

/** r = a·exp(-b·t) */
const decay = (theta: Float64Array, r: Float64Array): void => {
  times.forEach((t, i) => (r[i] = theta[0]! * Math.exp(-theta[1]! * t)));
};

const matrix = (rows: number, columns: number) =>
  ndarray(new Float64Array(rows * columns).fill(NaN), [rows, columns]);

describe("numericJacobian", () => {
  it("writes r, and its derivatives if they are asked for", () => {
    const flat = Float64Array.of(3, 0.5);
    const r = new Float64Array(4);
    numericJacobian(decay)(flat, r, undefined);
    expect([...r]).to.deep.equal(times.map((t) => 3 * Math.exp(-0.5 * t)));
    const jacobian = matrix(4, 2);
    numericJacobian(decay)(flat, r, jacobian);
    expect([...r]).to.deep.equal(times.map((t) => 3 * Math.exp(-0.5 * t)));
    expect([...flat]).to.deep.equal([3, 0.5]);
    times.forEach((t, i) => {
      expect(jacobian.get(i, 0)).to.be.closeTo(Math.exp(-0.5 * t), 1e-9);
      expect(jacobian.get(i, 1)).to.be.closeTo(-3 * t * Math.exp(-0.5 * t), 1e-8);
    });
  });

  it("takes one evaluation of r, and two for each column, with the same flat and r", () => {
    const flat = Float64Array.of(3, 0.5);
    const r = new Float64Array(4);
    let calls = 0;
    const residuals = numericJacobian((theta: Float64Array, own) => {
      expect(theta).to.equal(flat);
      expect(own).to.equal(r);
      calls++;
      decay(theta, own);
    });
    residuals(flat, r, undefined);
    expect(calls).to.equal(1);
    residuals(flat, r, matrix(4, 2));
    expect(calls).to.equal(6);
  });

  it("writes into a matrix and moves a flat of any strides", () => {
    const flat = ndarray(Float64Array.of(0, 0.5, 0, 3, 0), [2], [-2], 3);
    const data = new Float64Array(30).fill(7);
    const jacobian = ndarray(data, [4, 2], [-6, 3], 20);
    const r = new Float64Array(4);
    const residuals = numericJacobian((theta: typeof flat, own) =>
      decay(Float64Array.of(theta.get(0), theta.get(1)), own),
    );
    residuals(flat, r, jacobian);
    expect(jacobian.get(2, 1)).to.be.closeTo(-6 * Math.exp(-1), 1e-8);
    expect(jacobian.get(3, 0)).to.be.closeTo(Math.exp(-2), 1e-9);
    expect(data.filter((v) => v === 7).length).to.equal(22);
    expect([...flat.data]).to.deep.equal([0, 0.5, 0, 3, 0]);
  });

  it("serves flats of several lengths and rows one after the other", () => {
    const sum = numericJacobian((theta: Float64Array, r) => {
      for (let i = 0; i < r.length; i++) r[i] = (i + 1) * theta.reduce((a, b) => a + b);
    });
    for (const [n, m] of [
      [1, 2],
      [3, 2],
      [3, 4],
    ] as const) {
      const jacobian = matrix(m, n);
      sum(new Float64Array(n).fill(2), new Float64Array(m), jacobian);
      for (let i = 0; i < m; i++) expect(jacobian.get(i, n - 1)).to.be.closeTo(i + 1, 1e-8);
    }
  });

  it("never leaves the bounds, given as numbers, flats or trees by template", () => {
    const template = { a: [], b: [] };
    const bounds = [
      { lower: 0, upper: 1 },
      { lower: Float64Array.of(0, 0), upper: 1 },
      { lower: { a: 0, b: 0 }, upper: { a: 1, b: 1 } },
    ];
    for (const own of bounds) {
      const flat = Float64Array.of(0, 1);
      const residuals = numericJacobian(
        (theta: Float64Array, r) => {
          for (const x of theta) expect(x).to.be.within(0, 1);
          r.set([Math.sqrt(1 + theta[0]!), Math.sqrt(2 - theta[1]!)]);
        },
        { bounds: own, template },
      );
      const jacobian = matrix(2, 2);
      residuals(flat, new Float64Array(2), jacobian);
      expect(jacobian.get(0, 0)).to.be.closeTo(0.5, 1e-6);
      expect(jacobian.get(1, 1)).to.be.closeTo(-0.5, 1e-9);
    }
  });

  it("gives a fixed element the column 0", () => {
    const jacobian = matrix(4, 2);
    const bounds = { lower: Float64Array.of(3, 0), upper: Float64Array.of(3, 1) };
    numericJacobian(decay, { bounds })(Float64Array.of(3, 0.5), new Float64Array(4), jacobian);
    expect([0, 1, 2, 3].map((i) => jacobian.get(i, 0))).to.deep.equal([0, 0, 0, 0]);
    expect(jacobian.get(1, 1)).to.be.closeTo(-3 * Math.exp(-0.5), 1e-8);
  });

  it("takes steps relative to the typical size", () => {
    const places: number[] = [];
    const residuals = numericJacobian(
      (theta: Float64Array, r) => {
        places.push(theta[0]!);
        r[0] = theta[0]!;
      },
      { typicalSize: 50 },
    );
    residuals(Float64Array.of(0), new Float64Array(1), matrix(1, 1));
    expect(places[1]).to.equal(50 * 6.0554544523933395e-6);
  });

  it("gives the flat back if the residuals throw", () => {
    const flat = Float64Array.of(3, 0.5);
    let calls = 0;
    const breaks = numericJacobian((_: Float64Array, r) => {
      r.fill(1);
      if (++calls === 5) throw new Error("broken");
    });
    expect(() => breaks(flat, new Float64Array(4), matrix(4, 2))).to.throw("broken");
    expect([...flat]).to.deep.equal([3, 0.5]);
  });

  describe("in fits of NIST's problems", () => {
    const digits = (values: Float64Array, certified: readonly number[]): number =>
      Math.min(...certified.map((c, i) => -Math.log10(Math.abs(values[i]! / c - 1))));

    for (const { name, starts, certified, sd, rows, residuals } of nistProblems) {
      it(`gives six digits of ${name} and of its deviations from both starts`, () => {
        const differenced = numericJacobian((b: Float64Array, r) => residuals(b, r));
        for (const start of starts) {
          // The first step leads to exp(-40·x): doubles show no influence of b2 there.
          if (name === "BoxBOD" && start === starts[0]) continue;
          const b = Float64Array.from(start);
          let iterations = 0;
          for (const _ of levenbergMarquardt(b, differenced, { rows })) {
            expect(++iterations).to.be.below(2000);
          }
          expect(digits(b, certified)).to.be.above(6);
          // The residuals of Lanczos1 are rounding.
          if (name === "Lanczos1") continue;
          expect(digits(uncertainty(b, differenced, { rows }).standardErrors, sd)).to.be.above(5);
        }
      });
    }
  });

  itRefuses([
    [
      "residuals that are not a function",
      () => numericJacobian(3 as never),
      TypeError,
      "numericJacobian: residuals must be a function, got 3",
    ],
    [
      "an option that it does not know",
      () => numericJacobian(decay, { relativeStep: 1 } as never),
      RangeError,
      'numericJacobian: no option "relativeStep"; its options are bounds, typicalSize, template',
    ],
    [
      "a template of another size",
      () =>
        numericJacobian(decay, { template: [3] })(
          Float64Array.of(1, 2),
          new Float64Array(4),
          matrix(4, 2),
        ),
      RangeError,
      "numericJacobian: template needs 3 elements, flat has 2",
    ],
    [
      "a flat outside of the bounds",
      () =>
        numericJacobian(decay, { bounds: { lower: 2 } })(
          Float64Array.of(3, 0.5),
          new Float64Array(4),
          matrix(4, 2),
        ),
      RangeError,
      "numericJacobian: flat must lie within its bounds, from 2 to Infinity at element 1, got 0.5",
    ],
    [
      "a promise",
      () =>
        numericJacobian(() => Promise.resolve() as never)(
          Float64Array.of(1),
          new Float64Array(1),
          undefined,
        ),
      TypeError,
      "numericJacobian: residuals must return at once, got a Promise",
    ],
  ]);
});
