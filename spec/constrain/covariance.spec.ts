import { expect } from "chai";
import ndarray from "ndarray";
import { affine, constrain, positive, simplex, unitVector } from "ndarray-params/constrain";
import { itRefuses, type Refusal } from "../support/refuses.ts";

const unknown = (value: unknown): never => value as never;

describe("the covariance of values", () => {
  const d = constrain({ s: [], p: 3, a: 2 }, { s: positive, p: simplex, a: affine(5, 3) });
  const y = Float64Array.of(0.5, -0.25, 0.5, 1, 2);
  /** L·Lᵀ of a lower triangle of small numbers. */
  const free = Float64Array.from({ length: 25 }, (_, at) => {
    const [i, j] = [Math.floor(at / 5), at % 5];
    let sum = 0;
    for (let k = 0; k <= Math.min(i, j); k++)
      sum += (1 + ((i + 2 * k) % 3)) * (1 + ((j + 2 * k) % 3));
    return sum;
  });

  /** J by central differences, then J·C·Jᵀ element by element. */
  function wanted(): number[][] {
    const h = 1e-6;
    const columns = [...y.keys()].map((k) => {
      const [above, below] = [new Float64Array(6), new Float64Array(6)];
      d.forward(y.with(k, y[k]! + h), above);
      d.forward(y.with(k, y[k]! - h), below);
      return above.map((own, i) => (own - below[i]!) / (2 * h));
    });
    const element = (k: number, l: number): number => {
      let sum = 0;
      for (let i = 0; i < 5; i++) {
        for (let j = 0; j < 5; j++) sum += columns[i]![k]! * free[5 * i + j]! * columns[j]![l]!;
      }
      return sum;
    };
    return Array.from({ length: 6 }, (_, k) => Array.from({ length: 6 }, (__, l) => element(k, l)));
  }

  it("is J·C·Jᵀ", () => {
    const covariance = d.covariance(y, free);
    expect(covariance.shape).to.deep.equal([6, 6]);
    wanted().forEach((row, k) =>
      row.forEach((own, l) => expect(covariance.get(k, l)).to.be.closeTo(own, 1e-7)),
    );
    // A simplex's row sums are 0, since its values sum to 1.
    expect(covariance.get(1, 2) + covariance.get(1, 1) + covariance.get(1, 3)).to.be.closeTo(
      0,
      1e-13,
    );
  });

  it("reads the lower triangle of an ndarray of any strides", () => {
    const matrix = ndarray(new Float64Array(60).fill(NaN), [5, 5], [-12, 2], 50);
    for (let i = 0; i < 5; i++) for (let j = 0; j <= i; j++) matrix.set(i, j, free[5 * i + j]!);
    expect([...d.covariance(y, matrix).data]).to.deep.equal([...d.covariance(y, free).data]);
  });

  it("is defined for a direction, whose length has no influence", () => {
    const e = constrain({ w: 2 }, { w: unitVector });
    const covariance = e.covariance(Float64Array.of(3, 4), Float64Array.of(1, 0, 0, 1));
    [0.64, -0.48, -0.48, 0.36].forEach((own, i) => {
      expect(covariance.data[i]).to.be.closeTo(own / 25, 1e-16);
    });
  });

  itRefuses([
    [
      "a matrix of another shape",
      () => d.covariance(y, ndarray(new Float64Array(36), [6, 6])),
      RangeError,
      "constrain: covariance: covariance must have the shape [5, 5], got [6, 6]",
    ],
    ...[[6, 5], [5, 6], [5, 5, 1], [5]].map((shape): Refusal => {
      const matrix = ndarray(new Float64Array(30), shape);
      const text = `covariance must have the shape [5, 5], got [${shape.join(", ")}]`;
      return [
        `a matrix of shape [${shape.join(", ")}]`,
        () => d.covariance(y, matrix),
        RangeError,
        `constrain: covariance: ${text}`,
      ];
    }),
    [
      "an ndarray of integers",
      () => d.covariance(y, unknown(ndarray(new Int32Array(25), [5, 5]))),
      TypeError,
      "constrain: covariance: covariance must be an ndarray or an array of floats, got an ndarray on an Int32Array",
    ],
    [
      "an array of another length",
      () => d.covariance(y, new Float64Array(5)),
      RangeError,
      "constrain: covariance: covariance must have the shape [5, 5], got 5 elements",
    ],
    [
      "nested arrays",
      () => d.covariance(y, unknown([[1]])),
      TypeError,
      "constrain: covariance: covariance must be an ndarray or an array of floats, got an Array",
    ],
    [
      "an ndarray that reaches outside its array",
      () => d.covariance(y, ndarray(new Float64Array(24), [5, 5])),
      RangeError,
      "constrain: covariance: covariance must lie within its array of 24 elements, got elements 0 to 24",
    ],
    [
      "a free flat of another size",
      () => d.covariance(new Float64Array(4), free),
      RangeError,
      "constrain: covariance: template needs 5 elements, y has 4",
    ],
  ]);
});
