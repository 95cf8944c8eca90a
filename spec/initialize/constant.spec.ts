import { runInNewContext } from "node:vm";
import { expect } from "chai";
import ndarray from "ndarray";
import { constant, identity, ones, zeros } from "ndarray-params/initialize";

const shapes = [[], [3], [2, 3], [2, 1, 3], [0], [2, 0]];

describe("constant, zeros and ones", () => {
  for (const shape of shapes) {
    it(`fill the shape [${shape.join(", ")}] and no element beside it`, () => {
      const size = shape.reduce((product, axis) => product * axis, 1);
      const data = new Float32Array(size + 2).fill(9);
      const view = ndarray(data, shape, undefined, 1);
      const filled = (value: number): number[] => [9, ...Array<number>(size).fill(value), 9];
      constant(view, 0.5);
      expect([...data]).to.deep.equal(filled(0.5));
      ones(view);
      expect([...data]).to.deep.equal(filled(1));
      zeros(view);
      expect([...data]).to.deep.equal(filled(0));
    });
  }
});

describe("an array of another realm", () => {
  for (const name of ["Float64Array", "Float32Array", "Array"] as const) {
    it(`is filled as any other: ${name}`, () => {
      const data = runInNewContext(`new ${name}(3).fill(9)`) as Float32Array;
      constant(ndarray(data), 0.1);
      expect(data[2]).to.equal(name === "Float32Array" ? Math.fround(0.1) : 0.1);
    });
  }

  it("has the range of its own type", () => {
    const data = runInNewContext("new Float32Array(3)") as Float32Array;
    expect(() => constant(ndarray(data), 1e39)).to.throw(
      RangeError,
      "constant: c must be within float32, got 1e+39",
    );
  });
});

describe("identity", () => {
  for (const [rows, columns, expected] of [
    [2, 2, [1, 0, 0, 1]],
    [2, 3, [1, 0, 0, 0, 1, 0]],
    [3, 2, [1, 0, 0, 1, 0, 0]],
    [0, 2, []],
    [2 ** 30, 0, []],
  ] as const) {
    it(`has ones on the diagonal of ${rows} x ${columns}`, () => {
      const view = ndarray(new Float64Array(rows * columns).fill(9), [rows, columns]);
      identity(view);
      expect([...view.data]).to.deep.equal(expected);
    });
  }

  it("has the gain on the diagonal, through any strides", () => {
    const view = ndarray(new Float64Array(6).fill(9), [3, 2]);
    identity(view.transpose(1, 0).step(1, -1), 0.5);
    expect([...view.data]).to.deep.equal([0, 0, 0, 0.5, 0.5, 0]);
  });
});
