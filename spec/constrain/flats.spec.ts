/** The flats of a relation: their kinds, their batches, and what is refused of them. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { shapedFromFlat, subflat } from "ndarray-params";
import { constrain, positive, simplex, unitVector } from "ndarray-params/constrain";
import { itRefuses, type Refusal } from "../support/refuses.ts";
import { SENTINEL } from "../support/flats.ts";

const unknown = (value: unknown): never => value as never;
const f64 = (n: number): Float64Array => new Float64Array(n);

/** Free flats have 4 elements, flats of values 5. */
const c = constrain({ s: [], p: 3, rest: [1] }, { s: positive, p: simplex });
const free = [0.5, -0.25, 1, 3];
const values = f64(5);
const logJacobian = c.forward(Float64Array.from(free), values);

describe("the flats of a relation", () => {
  it("have the layouts free and values", () => {
    expect(c.free.template).to.deep.equal({ s: [], p: [2], rest: [1] });
    expect(c.values.template).to.deep.equal({ s: [], p: 3, rest: [1] });
    expect(Object.isFrozen(c)).to.equal(true);
  });

  const shared = f64(20);
  const strided = (offset: number, size: number, stride: number): NdArray<Float64Array> =>
    ndarray(shared, [size], [stride], offset);
  const place = (n: number) => ndarray(f64(n), [n]);
  itRefuses([
    [
      "too few free elements",
      () => c.forward(f64(3), f64(5)),
      RangeError,
      "constrain: forward: template needs 4 elements, y has 3",
    ],
    [
      "too many values",
      () => c.forward(f64(4), f64(6)),
      RangeError,
      "constrain: forward: template needs 5 elements, x has 6",
    ],
    [
      "a plain array",
      () => c.inverse(unknown([1, 2, 3, 4, 5]), f64(4)),
      TypeError,
      "constrain: inverse: x must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Array",
    ],
    [
      "integers",
      () => c.pullBack(f64(4), unknown(ndarray(new Int32Array(5), [5])), f64(4)),
      TypeError,
      "constrain: pullBack: gx must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an ndarray on an Int32Array",
    ],
    [
      "a stride of 0",
      () => c.pullBack(f64(4), f64(5), ndarray(f64(4), [4], [0])),
      RangeError,
      "constrain: pullBack: gy must have rank 1 and a non-zero stride, got a stride of 0",
    ],
    [
      "an ndarray that reaches outside its array",
      () => c.forward(ndarray(f64(4), [4], [1], 1), f64(5)),
      RangeError,
      "constrain: forward: y must lie within its array of 4 elements, got elements 1 to 4",
    ],
    [
      "values on the free elements",
      () => c.forward(shared.subarray(0, 4), shared.subarray(3, 8)),
      RangeError,
      "constrain: forward: y and x must not share elements",
    ],
    [
      "free elements on the values",
      () => c.inverse(strided(0, 5, 2), strided(2, 4, 1)),
      RangeError,
      "constrain: inverse: x and y must not share elements",
    ],
    [
      "a gradient on the free elements",
      () => c.pullBack(shared.subarray(0, 4), f64(5), shared.subarray(0, 4)),
      RangeError,
      "constrain: pullBack: y and gy must not share elements",
    ],
    [
      "a gradient on the gradient of values",
      () => c.pullBack(f64(4), shared.subarray(0, 5), shared.subarray(4, 8)),
      RangeError,
      "constrain: pullBack: gx and gy must not share elements",
    ],
    [
      "a log-Jacobian's gradient on the free elements",
      () => c.pullBackJacobian(shared.subarray(0, 4), shared.subarray(0, 4), 1),
      RangeError,
      "constrain: pullBackJacobian: y and gy must not share elements",
    ],
    [
      "a scale that is no number",
      () => c.pullBackJacobian(f64(4), f64(4), NaN),
      RangeError,
      "constrain: pullBackJacobian: scale must be finite, got NaN",
    ],
    [
      "a batch of values for one free flat",
      () => c.forward(f64(4), ndarray(f64(10), [2, 5])),
      RangeError,
      "constrain: forward: x must have rank 1 and a non-zero stride, got shape [2, 5]",
    ],
    [
      "other batch axes",
      () => c.pullBack(ndarray(f64(8), [2, 4]), ndarray(f64(15), [3, 5]), ndarray(f64(8), [2, 4])),
      RangeError,
      "constrain: pullBack: y has the batch axes [2], gx has [3]",
    ],
    [
      "a batch that is written into one flat",
      () => c.inverse(ndarray(f64(10), [2, 5]), ndarray(f64(4), [2, 4], [0, 1])),
      RangeError,
      "constrain: inverse: y must have distinct elements",
    ],
    [
      "a batch whose matrices coincide",
      () => c.inverse(ndarray(f64(10), [2, 1, 5]), ndarray(f64(4), [2, 1, 4], [0, 4, 1])),
      RangeError,
      "constrain: inverse: y must have distinct elements",
    ],
    [
      "a batch on the other one",
      () => c.inverse(ndarray(shared, [2, 5], [5, 1], 0), ndarray(shared, [2, 4], [4, 1], 9)),
      RangeError,
      "constrain: inverse: x and y must not share elements",
    ],
    [
      "a batch of plain numbers",
      () => c.inverse(unknown(ndarray(Array(10).fill(1), [2, 5])), ndarray(f64(8), [2, 4])),
      TypeError,
      "constrain: inverse: x must be a Float64Array, a Float32Array or an ndarray on one, got an Array",
    ],
    [
      "an option that there is none of",
      () => c.inverse(f64(5), f64(4), unknown({ axes: 1 })),
      RangeError,
      'constrain: inverse: no option "axes"; its options are axis',
    ],
    [
      "an unknown option of a batch",
      () => c.forward(ndarray(f64(8), [2, 4]), ndarray(f64(10), [2, 5]), unknown({ axes: 1 })),
      RangeError,
      'constrain: forward: no option "axes"; its options are axis, logJacobians',
    ],
    [
      "an unknown option of a pull-back",
      () => c.pullBack(f64(4), f64(5), f64(4), unknown({ axes: 1 })),
      RangeError,
      'constrain: pullBack: no option "axes"; its options are axis',
    ],
    [
      "a scale that is no number, for a batch",
      () => c.pullBackJacobian(ndarray(f64(8), [2, 4]), ndarray(f64(8), [2, 4]), NaN),
      RangeError,
      "constrain: pullBackJacobian: scale must be finite, got NaN",
    ],
    [
      "a batch of three axes that meets the other one in its last flat alone",
      () => {
        const data = f64(8 * 4 + 8 * 5 - 1);
        const x = ndarray(data, [2, 2, 2, 5], [20, 10, 5, 1], 8 * 4 - 1);
        c.inverse(x, ndarray(data, [2, 2, 2, 4], [16, 8, 4, 1], 0));
      },
      RangeError,
      "constrain: inverse: x and y must not share elements",
    ],
    [
      "an axis that there is none of",
      () => c.forward(place(4), place(5), { axis: 1 }),
      RangeError,
      "constrain: forward: axis must be an integer from -1 to 0, got 1",
    ],
    [
      "log-Jacobians of another number",
      () => c.forward(ndarray(f64(8), [2, 4]), ndarray(f64(10), [2, 5]), { logJacobians: f64(3) }),
      RangeError,
      "constrain: forward: the batch has 2 flats, logJacobians has 3 elements",
    ],
    [
      "log-Jacobians on the values",
      () => {
        const x = ndarray(shared, [2, 5]);
        c.forward(ndarray(f64(8), [2, 4]), x, { logJacobians: shared.subarray(9, 11) });
      },
      RangeError,
      "constrain: forward: x and logJacobians must not share elements",
    ],
  ] satisfies Refusal[]);

  it("may lie between each other in one array", () => {
    const data = f64(10).fill(SENTINEL);
    const y = ndarray(data, [4], [2], 1);
    const x = ndarray(data, [5], [2], 0);
    free.forEach((own, i) => y.set(i, own));
    expect(c.forward(y, x)).to.equal(logJacobian);
    expect([0, 1, 2, 3, 4].map((i) => x.get(i))).to.deep.equal([...values]);
    expect(data[9]).to.equal(SENTINEL);
  });

  it("may be empty", () => {
    const empty = constrain({ p: [1] }, { p: simplex });
    const x = f64(1);
    expect(empty.forward(f64(0), x)).to.equal(0);
    expect([...x]).to.deep.equal([1]);
    expect(empty.forward(ndarray(f64(0), [0]), x)).to.equal(0);
    empty.inverse(x, f64(0));
  });
});

describe("a batch of flats", () => {
  /** Three chains along the first axis, or along the last. */
  const chains = [free, free.map((own) => -own), [0, 0, 0, 0]];
  const single = chains.map((own) => {
    const x = f64(5);
    return { l: c.forward(Float64Array.from(own), x), x: [...x] };
  });

  for (const axis of [undefined, 0] as const) {
    it(`is mapped flat by flat along ${axis === undefined ? "the last axis" : "another axis"}`, () => {
      const options = axis === undefined ? undefined : { axis };
      const shapeOf = (n: number): [number, number] => (axis === undefined ? [3, n] : [n, 3]);
      const at = (k: number, i: number): [number, number] => (axis === undefined ? [k, i] : [i, k]);
      const y = ndarray(f64(12), shapeOf(4));
      chains.forEach((own, k) => own.forEach((element, i) => y.set(...at(k, i), element)));
      const x = ndarray(f64(15).fill(NaN), shapeOf(5));
      const logJacobians = f64(3).fill(NaN);
      const sum = c.forward(y, x, { ...options, logJacobians });
      expect([...logJacobians]).to.deep.equal(single.map(({ l }) => l));
      expect(sum).to.equal(single.reduce((all, { l }) => all + l, 0));
      expect(c.forward(y, x, options)).to.equal(sum);
      for (const [k, { x: wanted }] of single.entries()) {
        expect(wanted.map((_, i) => x.get(...at(k, i)))).to.deep.equal(wanted);
      }
      const p = shapedFromFlat(x, c.values, options).p;
      expect(p.shape).to.deep.equal([3, 3]);
      expect(p.get(2, 0)).to.equal(1 / 3);

      const back = ndarray(f64(12).fill(NaN), shapeOf(4));
      c.inverse(x, back, options);
      back.data.forEach((own, i) => expect(own).to.be.closeTo(y.data[i]!, 1e-14));

      const gy = ndarray(f64(12).fill(NaN), shapeOf(4));
      c.pullBack(y, x, gy, options);
      c.pullBackJacobian(y, gy, 2, options);
      for (const [k, { x: gx }] of single.entries()) {
        const wanted = f64(4);
        c.pullBack(Float64Array.from(chains[k]!), Float64Array.from(gx), wanted);
        c.pullBackJacobian(Float64Array.from(chains[k]!), wanted, 2);
        expect([...wanted.keys()].map((i) => gy.get(...at(k, i)))).to.deep.equal([...wanted]);
      }
    });
  }

  it("may have more axes, repeat a start, and lie beside its values", () => {
    const data = f64(2 * 3 * 9).fill(SENTINEL);
    const x = ndarray(data, [2, 3, 5], [27, 9, 1], 4);
    const start = ndarray(Float64Array.from(free), [2, 3, 4], [0, 0, 1]);
    expect(c.forward(start, x)).to.be.closeTo(6 * logJacobian, 1e-12);
    for (let i = 0; i < 5; i++) expect(x.get(1, 2, i)).to.equal(values[i]);
    const y = ndarray(data, [2, 3, 4], [27, 9, 1], 0);
    c.inverse(x, y);
    expect(y.get(1, 2, 3)).to.equal(3);
    expect(subflat(y, c.free, "rest").get(0, 0, 0)).to.equal(3);
    expect(x.get(1, 2, 4)).to.equal(values[4]);
  });

  it("may have three axes in any order, beside the other batch and its log-Jacobians", () => {
    const data = f64(8 * 4 + 8 * 5 + 2 * 8).fill(SENTINEL);
    const y = ndarray(data, [2, 2, 2, 4], [4, 16, 8, 1], 0);
    const x = ndarray(data, [2, 2, 2, 5], [10, 5, 20, 1], 8 * 4);
    const logJacobians = ndarray(data, [8], [-2], data.length - 1);
    for (let k = 0; k < 8; k++) {
      free.forEach((own, i) => y.set(k >> 2, (k >> 1) & 1, k & 1, i, own + k));
    }
    c.forward(y, x, { logJacobians });
    for (let k = 0; k < 8; k++) {
      const wanted = f64(5);
      const l = c.forward(
        Float64Array.from(free, (own) => own + k),
        wanted,
      );
      expect(logJacobians.get(k)).to.equal(l);
      const got = [...wanted.keys()].map((i) => x.get(k >> 2, (k >> 1) & 1, k & 1, i));
      expect(got).to.deep.equal([...wanted]);
    }
    expect(data.filter((own) => own === SENTINEL)).to.have.length(8);
  });

  it("is checked wholly before its first flat is written", () => {
    const x = ndarray(Float64Array.from([...values, ...values.with(0, -1)]), [2, 5]);
    const y = ndarray(f64(8).fill(SENTINEL), [2, 4]);
    expect(() => c.inverse(x, y)).to.throw("constrain: inverse: s must be above 0, got -1 at s");
    expect(y.data.every((own) => own === SENTINEL)).to.equal(true);
  });
});

describe("a free vector of length 0", () => {
  const d = constrain(
    { s: [], w: 2, many: [2, 2] },
    { s: positive, w: unitVector, many: unitVector },
  );
  const sound = [0, 3, 4, 1, 0, 0, 2];
  const x = f64(7).fill(SENTINEL);
  itRefuses([
    [
      "it has no direction",
      () => d.forward(Float64Array.from(sound.with(1, 0).with(2, -0)), x),
      RangeError,
      "constrain: forward: w must have a direction, got length 0",
    ],
    [
      "it among others",
      () => d.forward(Float64Array.from(sound.with(6, 0)), x),
      RangeError,
      "constrain: forward: many must have a direction, got length 0 at many[1,0]",
    ],
    [
      "it in a pull-back",
      () => d.pullBack(f64(7), f64(7), x),
      RangeError,
      "constrain: pullBack: w must have a direction, got length 0",
    ],
    [
      "it in a batch",
      () => d.forward(ndarray(f64(7), [1, 7]), ndarray(x, [1, 7])),
      RangeError,
      "constrain: forward: w must have a direction, got length 0",
    ],
    [
      "it in a batch's pull-back",
      () => d.pullBack(ndarray(f64(7), [1, 7]), ndarray(f64(7), [1, 7]), ndarray(x, [1, 7])),
      RangeError,
      "constrain: pullBack: w must have a direction, got length 0",
    ],
  ]);

  it("leaves the values as they were", () => {
    expect(x.every((own) => own === SENTINEL)).to.equal(true);
  });

  it("is none where an element is not a number: the values are NaN then", () => {
    d.forward(Float64Array.from(sound.with(1, NaN)), x);
    expect([...x.subarray(0, 4)]).to.deep.equal([1, NaN, NaN, 1]);
  });
});
