/** Residuals of values become residuals of free elements, each row of the Jacobian pulled back. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { constrain, interval, positive } from "ndarray-params/constrain";
import { itRefuses } from "../support/refuses.ts";
import { rejection } from "../support/rejection.ts";

const unknown = (value: unknown): never => value as never;

describe("residuals of free elements", () => {
  /** r = x₀·t + x₁ + x₂·t² - t³, with its Jacobian by x. */
  const times = [1, 2, 3, 5];
  const d = constrain({ w: 2, z: [] }, { w: positive, z: interval(-1, 1) });
  type Jacobian = NdArray<Float64Array> | undefined;
  const cubic = (x: Float64Array, r: Float64Array, jacobian: Jacobian): void => {
    times.forEach((t, i) => {
      r[i] = x[0]! * t + x[1]! + x[2]! * t * t - t * t * t;
      [t, 1, t * t].forEach((own, j) => jacobian?.set(i, j, own));
    });
  };

  it("have the Jacobian by the free elements, whatever its strides", () => {
    const residuals = d.residuals(cubic);
    const y = Float64Array.of(0.5, -1, 0.25);
    const r = new Float64Array(4).fill(NaN);
    const jacobian = ndarray(new Float64Array(26).fill(NaN), [4, 3], [2, 8], 1);
    for (let call = 0; call < 2; call++) residuals(y, r, jacobian);
    const h = 1e-6;
    const at = (j: number, step: number): Float64Array => {
      const own = new Float64Array(4);
      residuals(
        y.map((element, k) => (k === j ? element + step : element)),
        own,
        undefined,
      );
      return own;
    };
    for (let j = 0; j < 3; j++) {
      const [above, below] = [at(j, h), at(j, -h)];
      for (let i = 0; i < 4; i++) {
        expect(jacobian.get(i, j)).to.be.closeTo((above[i]! - below[i]!) / (2 * h), 1e-7);
      }
    }
    const x = new Float64Array(3);
    d.forward(y, x);
    const wanted = new Float64Array(4);
    cubic(x, wanted, undefined);
    expect([...r]).to.deep.equal([...wanted]);
    expect(jacobian.data[0]).to.deep.equal(NaN);
  });

  it("keep one Jacobian of values for each number of rows, and pass ndarrays as ndarrays", () => {
    const seen: unknown[] = [];
    const residuals = d.residuals((x: NdArray<Float64Array>, _: Float64Array, j: Jacobian) => {
      seen.push(x, j);
      j?.data.fill(x.get(0));
    });
    const y = ndarray(new Float64Array(3), [3]);
    for (const rows of [2, 2, 3]) {
      residuals(y, new Float64Array(rows), ndarray(new Float64Array(3 * rows), [rows, 3]));
    }
    expect(seen[0]).to.equal(seen[2]);
    expect(seen[1]).to.equal(seen[3]);
    expect((seen[5] as NdArray).shape).to.deep.equal([3, 3]);
  });

  it("have the bits of a run alone if another one comes between, and their memory again after an error", async () => {
    const seen = new Set<unknown>();
    let isFaulty = false;
    const later = d.residuals(async (x: Float64Array, own: Float64Array, j: Jacobian) => {
      seen.add(j);
      await Promise.resolve();
      if (isFaulty) throw new Error("no data");
      cubic(x, own, j);
    });
    const starts = [Float64Array.of(0.5, -1, 0.25), Float64Array.of(2, 1, -0.5)];
    const rows = (): [Float64Array, NdArray<Float64Array>] => [
      new Float64Array(4),
      ndarray(new Float64Array(12), [4, 3]),
    ];
    const got = starts.map(rows);
    await Promise.all(starts.map((at, i) => later(at, ...got[i]!)));
    for (const [i, at] of starts.entries()) {
      const [own, jacobian] = rows();
      d.residuals(cubic)(at, own, jacobian);
      expect([...got[i]![0]]).to.deep.equal([...own]);
      expect([...got[i]![1].data]).to.deep.equal([...jacobian.data]);
    }
    seen.clear();
    isFaulty = true;
    for (let call = 0; call < 3; call++) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      expect((await rejection(Promise.resolve(later(starts[0]!, ...got[0]!)))).message).to.equal(
        "no data",
      );
    }
    expect(seen.size).to.equal(1);
  });

  const y = new Float64Array(3);
  const r = new Float64Array(4);
  itRefuses([
    [
      "what is no function",
      () => d.residuals(unknown(undefined)),
      TypeError,
      "constrain: residuals: f must be a function, got undefined",
    ],
    [
      "a Jacobian that is an array",
      () => d.residuals(cubic)(y, r, unknown(new Float64Array(12))),
      TypeError,
      "constrain: residuals: jacobian must be an ndarray on a Float64Array, or undefined, got a Float64Array",
    ],
    [
      "a Jacobian in float32",
      () => d.residuals(cubic)(y, r, unknown(ndarray(new Float32Array(12), [4, 3]))),
      TypeError,
      "constrain: residuals: jacobian must be an ndarray on a Float64Array, or undefined, got an ndarray on a Float32Array",
    ],
    [
      "a Jacobian of rank 3",
      () => d.residuals(cubic)(y, r, ndarray(new Float64Array(12), [4, 3, 1])),
      RangeError,
      "constrain: residuals: jacobian must have rank 2 and 3 columns, got the shape [4, 3, 1]",
    ],
    [
      "a Jacobian with the columns of the values",
      () => d.residuals(cubic)(y, r, ndarray(new Float64Array(16), [4, 4])),
      RangeError,
      "constrain: residuals: jacobian must have rank 2 and 3 columns, got the shape [4, 4]",
    ],
    [
      "a Jacobian whose rows coincide",
      () => d.residuals(cubic)(y, r, ndarray(new Float64Array(3), [4, 3], [0, 1])),
      RangeError,
      "constrain: residuals: jacobian must have distinct elements",
    ],
    [
      "a Jacobian on the free elements",
      () => {
        const data = new Float64Array(14);
        d.residuals(cubic)(data.subarray(0, 3), r, ndarray(data, [4, 3], [3, 1], 2));
      },
      RangeError,
      "constrain: residuals: y and jacobian must not share elements",
    ],
    [
      "a free flat of another size",
      () => d.residuals(cubic)(new Float64Array(4), r, undefined),
      RangeError,
      "constrain: residuals: template needs 3 elements, y has 4",
    ],
    [
      "a Jacobian that reaches outside its array",
      () => d.residuals(cubic)(y, r, ndarray(new Float64Array(11), [4, 3])),
      RangeError,
      "constrain: residuals: jacobian must lie within its array of 11 elements, got elements 0 to 11",
    ],
  ]);
});
