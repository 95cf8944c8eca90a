import { expect } from "chai";
import ndarray from "ndarray";
import { checkJacobian, type Residuals } from "ndarray-params/fit";
import { nistProblems } from "../support/nist.ts";
import { itRefuses } from "../support/refuses.ts";

const times = [0.5, 1, 2, 4];
const template = { scale: [], rate: [2] } as const;
const rows = { y: 4, prior: [] } as const;
const flat = (): Float64Array => Float64Array.of(3, 0.5, 0.1);

/** rᵢ = a·exp(-b·tᵢ) + c·tᵢ and r₄ = a - 3; `spoil` changes the derivatives. */
const decay =
  (
    spoil: (set: (i: number, j: number, v: number) => void) => void = () => {},
  ): Residuals<Float64Array | Float32Array> =>
  (x, r, jacobian) => {
    const [a, b, c] = [x[0]!, x[1]!, x[2]!];
    times.forEach((t, i) => (r[i] = a * Math.exp(-b * t) + c * t));
    r[4] = a - 3;
    if (jacobian === undefined) return;
    times.forEach((t, i) => {
      jacobian.set(i, 0, Math.exp(-b * t));
      jacobian.set(i, 1, -t * a * Math.exp(-b * t));
      jacobian.set(i, 2, t);
    });
    [1, 0, 0].forEach((v, j) => jacobian.set(4, j, v));
    spoil((i, j, v) => jacobian.set(i, j, v));
  };

describe("checkJacobian", () => {
  it("passes a right Jacobian, and gives the flat back to the bit", () => {
    const x = flat();
    const { worst, sure, leaves } = checkJacobian(decay(), x, template, rows);
    expect(worst).to.be.below(1e-6);
    expect(sure).to.equal(true);
    expect(leaves.map(({ path }) => path)).to.deep.equal(["scale", "rate"]);
    expect([...x]).to.deep.equal([...flat()]);
  });

  it("names the row and the column of the derivative that is wrong, of all and of each leaf", () => {
    const wrong = decay((set) => {
      set(2, 0, 1.02 * Math.exp(-1));
      set(3, 2, -4);
    });
    const check = checkJacobian(wrong, flat(), template, rows);
    expect([check.row, check.column, check.path]).to.deep.equal(["y[3]", "rate[1]", "rate"]);
    expect([check.analytic, check.sure]).to.deep.equal([-4, true]);
    expect(check.numeric).to.be.closeTo(4, check.uncertainty);
    expect(check.worst).to.be.closeTo(2, 1e-8);
    const [scale] = check.leaves;
    expect([scale!.row, scale!.column]).to.deep.equal(["y[2]", "scale"]);
    expect(scale!.worst).to.be.closeTo(0.02 / 1.02, 1e-6);
    const counted = checkJacobian(wrong, flat(), [3], 5);
    expect([counted.row, counted.column]).to.deep.equal(["row 3", "0[2]"]);
  });

  it("finds one derivative that is not 0 among zeros, and one that is not written", () => {
    const extra = checkJacobian(
      decay((set) => set(4, 1, 1e-3)),
      flat(),
      template,
      rows,
    );
    expect([extra.row, extra.column, extra.sure]).to.deep.equal(["prior", "rate[0]", true]);
    expect(extra.worst).to.be.closeTo(1, 1e-6);
    const forgotten = checkJacobian(
      decay((set) => set(1, 1, NaN)),
      flat(),
      template,
      rows,
    );
    expect([forgotten.row, forgotten.column]).to.deep.equal(["y[1]", "rate[0]"]);
    expect([forgotten.worst, forgotten.sure]).to.deep.equal([Infinity, true]);
    const none = checkJacobian((_, r) => r.fill(1), flat(), template, rows);
    expect([none.row, none.column, none.worst]).to.deep.equal(["y[0]", "scale", Infinity]);
  });

  it("takes an evaluation with a Jacobian, and 4 of r for each column", () => {
    const kinds: boolean[] = [];
    const counted: Residuals<Float64Array> = (x, r, jacobian) => {
      kinds.push(jacobian !== undefined);
      decay()(x, r, jacobian);
    };
    checkJacobian(counted, flat(), template, rows);
    expect(kinds).to.deep.equal([true, ...Array<boolean>(12).fill(false)]);
  });

  it("works on float32 and strided flats, and takes typical sizes", () => {
    const single = Float32Array.from(flat());
    expect(checkJacobian(decay(), single, template, rows).worst).to.be.below(1e-3);
    const strided = ndarray(Float64Array.of(0.1, 9, 0.5, 9, 3), [3], [-2], 4);
    const residuals: Residuals<typeof strided> = (x, r, jacobian) =>
      decay()(Float64Array.of(x.get(0), x.get(1), x.get(2)), r, jacobian);
    expect(checkJacobian(residuals, strided, template, rows).worst).to.be.below(1e-6);
    expect([...strided.data]).to.deep.equal([0.1, 9, 0.5, 9, 3]);
    const far: number[] = [];
    const seen: Residuals<Float64Array> = (x, r, jacobian) => {
      far.push(x[0]!);
      decay()(x, r, jacobian);
    };
    checkJacobian(seen, flat(), template, rows, { typicalSize: 100 });
    expect(Math.max(...far) - 3).to.be.closeTo(800 * 6.0554544523933395e-6, 1e-12);
  });

  it("calls no right Jacobian of NIST's problems surely wrong, and finds a wrong sign in each", () => {
    for (const { starts, certified, rows: m, residuals } of nistProblems) {
      for (const point of [...starts, certified]) {
        const n = point.length;
        const at = (sign: number, j: number) =>
          checkJacobian(
            (b: Float64Array, r, jacobian) => {
              residuals(b, r, jacobian?.data);
              if (jacobian === undefined) return;
              for (let i = 0; i < m; i++) jacobian.data[i * n + j]! *= sign;
            },
            Float64Array.from(point),
            [n],
            m,
          );
        const right = at(1, 0);
        expect(right.worst > 1e-6 && right.sure).to.equal(false);
        const wrong = at(-1, n - 1);
        expect(wrong.worst).to.be.above(1e-6);
        expect([wrong.column, wrong.sure]).to.deep.equal([`0[${n - 1}]`, true]);
      }
    }
  });

  it("of no elements finds nothing", () => {
    const { leaves, ...whole } = checkJacobian((_, r) => r.fill(0), new Float64Array(0), {}, 2);
    expect(leaves).to.deep.equal([]);
    expect(whole).to.deep.equal({
      path: "",
      row: "",
      column: "",
      worst: 0,
      sure: true,
      analytic: 0,
      numeric: 0,
      uncertainty: 0,
    });
  });

  itRefuses([
    [
      "a residual that is not written",
      () =>
        checkJacobian(
          (_, r) => {
            r.set([1, 1, 1]);
          },
          flat(),
          template,
          rows,
        ),
      RangeError,
      "checkJacobian: r is NaN at y[3]",
    ],
    [
      "a flat of another length",
      () => checkJacobian(decay(), new Float64Array(2), template, rows),
      RangeError,
      "checkJacobian: template needs 3 elements, flat has 2",
    ],
    [
      "rows that are no number",
      () => checkJacobian(decay(), flat(), template, undefined as never),
      TypeError,
      "checkJacobian: rows must be the number of residuals or their template, got undefined",
    ],
    [
      "an option that it does not know",
      () => checkJacobian(decay(), flat(), template, rows, { bounds: 1 } as never),
      RangeError,
      'checkJacobian: no option "bounds"; its options are typicalSize',
    ],
    [
      "a promise",
      () => checkJacobian(() => Promise.resolve() as never, flat(), template, rows),
      TypeError,
      "checkJacobian: residuals must return at once, got a Promise",
    ],
  ]);
});
