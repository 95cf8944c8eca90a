/** Elements that residuals forget, and numbers that are not finite: errors name their row and column. */
import { expect } from "chai";
import ndarray from "ndarray";
import { layoutOf } from "ndarray-params";
import { levenbergMarquardt, uncertainty, type Residuals } from "ndarray-params/fit";

const template = layoutOf({ slope: [], w: [2] });
const rows = layoutOf({ y: 3, z: [] });
const lm = "levenbergMarquardt";

/** r = A·x - b with a Jacobian of full rank. */
const linear: Residuals<Float64Array> = (x, r, jacobian) => {
  for (let i = 0; i < 4; i++) {
    r[i] = x[0]! + i * x[1]! + i * i * x[2]! - Math.sin(i);
    jacobian?.set(i, 0, 1);
    jacobian?.set(i, 1, i);
    jacobian?.set(i, 2, i * i);
  }
};

/** The same, with other numbers in some places. */
const changed =
  (write: (r: Float64Array, j: Float64Array | undefined) => void): Residuals<Float64Array> =>
  (x, r, jacobian) => {
    linear(x, r, jacobian);
    write(r, jacobian?.data);
  };

const flat = (): Float64Array => new Float64Array(3);
const run = (...args: Parameters<typeof levenbergMarquardt<Float64Array>>): unknown => [
  ...levenbergMarquardt(...args),
];

describe("an element that the residuals forget", () => {
  const names = ["y[0]", "y[1]", "y[2]", "z"];
  const columns = ["slope", "w[0]", "w[1]"];
  const forgetful = (row: number, column?: number): Residuals<Float64Array> => {
    let kept = NaN;
    return (x, r, jacobian) => {
      const data = jacobian?.data;
      const at = column === undefined ? row : row * 3 + column;
      const array = column === undefined ? r : data;
      kept = array?.[at] ?? NaN;
      linear(x, r, jacobian);
      if (array !== undefined) array[at] = kept;
    };
  };
  for (const [row, name] of names.entries()) {
    it(`is named: ${name}`, () => {
      expect(() => run(flat(), forgetful(row), { rows, template }))
        .to.throw(RangeError)
        .with.property("message", `${lm}: in iteration 1 r is NaN at ${name}`);
      expect(() => run(flat(), forgetful(row), { rows: 4 }))
        .to.throw(RangeError)
        .with.property("message", `${lm}: in iteration 1 r is NaN at row ${row}`);
      expect(() => uncertainty(flat(), forgetful(row), { rows, template }))
        .to.throw(RangeError)
        .with.property("message", `uncertainty: r is NaN at ${name}`);
    });
    for (const [column, label] of columns.entries()) {
      it(`is named: ${name}, ${label}`, () => {
        const text = `in iteration 1 jacobian is NaN at`;
        expect(() => run(flat(), forgetful(row, column), { rows, template }))
          .to.throw(RangeError)
          .with.property("message", `${lm}: ${text} ${name}, ${label}`);
        expect(() => run(flat(), forgetful(row, column), { rows: 4 }))
          .to.throw(RangeError)
          .with.property("message", `${lm}: ${text} row ${row}, element ${column}`);
      });
    }
  }

  it("is found in a Jacobian of any strides", () => {
    const jacobian = ndarray(new Float64Array(40), [4, 3], [10, 2], 1);
    expect(() => run(flat(), forgetful(2), { rows, template, jacobian })).to.throw(RangeError);
    const holed: Residuals<Float64Array> = (x, r, j) => {
      linear(x, r, j);
      j?.set(2, 1, NaN);
    };
    expect(() => run(flat(), holed, { rows, template, jacobian }))
      .to.throw(RangeError)
      .with.property("message", `${lm}: in iteration 1 jacobian is NaN at y[2], w[0]`);
  });
});

describe("numbers that are not finite", () => {
  it("end a fit with the row, and the flat is where it was", () => {
    const x = Float64Array.of(1, 1, 1);
    const dies = (row: number): Residuals<Float64Array> => {
      let whole = 0;
      return (at, r, jacobian) => {
        linear(at, r, jacobian);
        if (jacobian !== undefined && ++whole === 2) jacobian.set(row, 1, Infinity);
      };
    };
    expect(() => run(x, dies(3), { rows, template }))
      .to.throw(RangeError)
      .with.property("message", `${lm}: in iteration 1 jacobian is Infinity at z, w[0]`);
    expect([...x]).to.deep.equal([1, 1, 1]);
  });

  it("are found in the loss and in the gradient", () => {
    const large =
      (size: number): Residuals<Float64Array> =>
      (_x, r, jacobian) => {
        r.fill(size);
        jacobian?.data.fill(size);
      };
    expect(() => run(flat(), large(1e200), { rows, template })).to.throw(
      RangeError,
      /^levenbergMarquardt: in iteration 1 the loss is Infinity/,
    );
    expect(() =>
      run(
        flat(),
        changed((r, j) => (r.fill(1e150), j?.fill(1e200))),
        { rows, template },
      ),
    ).to.throw(
      RangeError,
      /^levenbergMarquardt: in iteration 1 the gradient is Infinity at slope$/,
    );
  });
});
