/** A function that changes the flat at which it is differentiated is refused by every call. */
import { expect } from "chai";
import ndarray from "ndarray";
import { checkGradient, numericGradient, numericHessian } from "ndarray-params";
import { checkJacobian, numericJacobian } from "ndarray-params/fit";

type Flat = Float64Array;
const template = { a: [], b: [] } as const;

/** Each call, with a function that does something to the flat before it looks at it. */
const calls: [name: string, what: string, run: (x: Flat, spoil: (x: Flat) => void) => unknown][] = [
  [
    "numericGradient",
    "loss",
    (x, spoil) =>
      numericGradient((own: Flat) => (spoil(own), own[0]! * own[1]!))(x, new Float64Array(2)),
  ],
  ["checkGradient", "the objective", (x, spoil) => checkGradient(product(spoil), x, template)],
  ["numericHessian", "the objective", (x, spoil) => numericHessian(product(spoil), x, template)],
  [
    "numericJacobian",
    "residuals",
    (x, spoil) =>
      numericJacobian((own: Flat, r) => {
        spoil(own);
        r[0] = own[0]! * own[1]!;
      })(x, new Float64Array(1), ndarray(new Float64Array(2), [1, 2])),
  ],
  [
    "checkJacobian",
    "residuals",
    (x, spoil) =>
      checkJacobian(
        (own: Flat, r, jacobian) => {
          spoil(own);
          r[0] = own[0]! * own[1]!;
          jacobian?.set(0, 0, own[1]!);
          jacobian?.set(0, 1, own[0]!);
        },
        x,
        template,
        1,
      ),
  ],
];

const product =
  (spoil: (x: Flat) => void) =>
  (x: Flat, g: Flat): number => {
    spoil(x);
    g.set([x[1]!, x[0]!]);
    return x[0]! * x[1]!;
  };

for (const [name, what, run] of calls) {
  describe(name, () => {
    it("refuses a function that changes the flat, and gives that back", () => {
      const x = Float64Array.of(3, 4);
      let evaluations = 0;
      const spoil = (own: Flat): void => {
        if (++evaluations === 2) own[1] = 9;
      };
      expect(() => run(x, spoil))
        .to.throw(RangeError)
        .with.property(
          "message",
          `${name}: ${what} must leave the flat as it is, got 9 in place of 4 at element 1`,
        );
      expect([...x]).to.deep.equal([3, 4]);
    });

    it("takes NaN and -0 for what they are", () => {
      const x = Float64Array.of(-0, 4);
      run(x, () => {});
      expect(Object.is(x[0], -0)).to.equal(true);
    });
  });
}
