/** The transforms beside values of 50 digits, in units of the distance from 1 to the next number. */
import { expect } from "chai";
import { constrain, interval, unit } from "ndarray-params/constrain";
import { floatKinds, type DType, type Floats } from "../../lib/internal/arrays.ts";
import { largest, names, pointsOf, type Name, type Point } from "./support/points.ts";

/** Gives the scale of an error: the size that an error of one unit is relative to. */
type Scale = (want: readonly number[], i: number, point: Point) => number;

const itself: Scale = (want, i) => Math.abs(want[i]!);
const ofLargest: Scale = (want) => largest(want);
const ofReach: Scale = (_, __, { reach }) => reach;
const atLeastOne: Scale = (want, i) => Math.max(1, Math.abs(want[i]!));
/** The free elements of a simplex bound its logarithms z. */
const exponents = ({ y }: Point): number => Math.hypot(...y) + 1;

type Bound = readonly [units: number, scale: Scale];

interface Row {
  readonly x: Bound;
  readonly inverse: Bound;
  readonly logJacobian: Bound;
  readonly pullback: Bound;
  readonly logJacobianGradient: Bound;
}

const elements: Row = {
  x: [0.8, itself],
  inverse: [0.7, itself],
  logJacobian: [0.9, itself],
  pullback: [1, itself],
  logJacobianGradient: [0, itself],
};
const ascending: Row = {
  x: [1.3, itself],
  inverse: [0.9, itself],
  logJacobian: [0, itself],
  pullback: [2.2, itself],
  logJacobianGradient: [0, itself],
};

/** The errors that were measured with a prototype of the same formulas. */
const measured: Readonly<Record<Name, Row>> = {
  lower: elements,
  upper: elements,
  affine: elements,
  choleskyCovariance: elements,
  ordered: ascending,
  positiveOrdered: ascending,
  interval: {
    x: [0.5, ofReach],
    inverse: [0.9, atLeastOne],
    logJacobian: [1.5, atLeastOne],
    pullback: [1.5, itself],
    logJacobianGradient: [0.5, itself],
  },
  sumToZero: {
    x: [0.9, ofLargest],
    inverse: [0.9, ofLargest],
    logJacobian: [0, itself],
    pullback: [1.2, ofLargest],
    logJacobianGradient: [0, itself],
  },
  simplex: {
    x: [1.3, (want, i, point) => exponents(point) * itself(want, i, point)],
    inverse: [1.9, ofLargest],
    logJacobian: [1.1, itself],
    pullback: [1.3, (want, i, point) => exponents(point) * ofLargest(want, i, point)],
    logJacobianGradient: [1.8, ofLargest],
  },
  unitVector: {
    x: [1.1, itself],
    inverse: [0, itself],
    logJacobian: [0.9, itself],
    pullback: [34, ofLargest],
    logJacobianGradient: [0, itself],
  },
  choleskyCorrelation: {
    x: [1.7, itself],
    inverse: [0.8, itself],
    logJacobian: [0.95, itself],
    pullback: [2.3, itself],
    logJacobianGradient: [0.96, itself],
  },
};

const FACTOR = 4;

for (const dtype of ["float64", "float32"] as const) {
  const { epsilon, smallest, round } = floatKinds[dtype];
  const arrayOf = (numbers: readonly number[]): Floats =>
    new floatKinds[dtype].Data(numbers.length).map((_, i) => numbers[i]!);
  const unwritten = (size: number): Floats => arrayOf(Array<number>(size).fill(Number.NaN));

  /** Checks elements against values that the data type may be unable to hold. */
  function expectWithin(
    got: Floats | readonly number[],
    want: readonly number[],
    [units, scale]: Bound,
    point: Point,
    slack: readonly number[] = [],
  ): void {
    for (const [i, wanted] of want.entries()) {
      const near = round(wanted);
      if (!Number.isFinite(near) || Number.isNaN(near)) expect(got[i], point.id).to.equal(near);
      else {
        const limit = FACTOR * units * epsilon * scale(want, i, point) + smallest + (slack[i] ?? 0);
        // The nearest float may be half a unit away from the reference.
        expect(Math.abs(got[i]! - wanted), `${point.id}[${i}]`).to.be.at.most(
          Math.max(limit, (Math.abs(wanted) * epsilon) / 2 + smallest),
        );
      }
    }
  }

  describe(`constraints in ${dtype} are as near to the stored values as four times the table`, () => {
    for (const name of names) {
      const row = measured[name];
      // A point whose free elements a float32 cannot hold is compared with the doubles at the
      // rounded one.
      const points = pointsOf(name)
        .filter(({ y }) =>
          y.every((own) => own === 0 || (round(own) !== 0 && round(own) < Infinity)),
        )
        .map((point) => inDtype(point, dtype));

      it(`${name}: values and log-Jacobian`, () => {
        for (const point of points) {
          const x = unwritten(point.x.length);
          const l = point.relation.forward(arrayOf(point.y), x);
          expectWithin(x, point.x, row.x, point);
          const limit = FACTOR * row.logJacobian[0] * 2 ** -52;
          const size = row.logJacobian[1]([point.logJacobian], 0, point);
          expect(Math.abs(l - point.logJacobian), point.id).to.be.at.most(limit * size);
        }
      });

      it(`${name}: pulled-back gradients, with and without those of the log-Jacobian`, () => {
        for (const point of points) {
          const { relation, y, gradient, pullback, logJacobianGradient } = point;
          const gy = unwritten(y.length);
          relation.pullBack(arrayOf(y), arrayOf(gradient), gy);
          expectWithin(gy, pullback, row.pullback, point);
          gy.fill(0);
          relation.pullBackJacobian(arrayOf(y), gy, -1);
          expectWithin(
            gy.map((own) => -own),
            logJacobianGradient,
            row.logJacobianGradient,
            point,
          );
        }
      });

      it(`${name}: the inverse, as far as the rounding of the values lets it`, () => {
        let compared = 0;
        for (const point of points) {
          const { relation, y } = point;
          // A value that is subnormal in this data type has lost its digits.
          if (point.x.some((own) => own !== 0 && Math.abs(own) < smallest / epsilon)) continue;
          const x = arrayOf(point.x);
          const back = inverseOf(relation, x, unwritten(y.length));
          if (back === undefined || name === "unitVector") continue;
          compared++;
          const slack = y.map(() => 0);
          for (const i of x.keys()) {
            const moved = x.slice();
            moved[i]! *= 1 + epsilon;
            inverseOf(relation, moved, unwritten(y.length))?.forEach((other, k) => {
              slack[k]! += Math.abs(other - back[k]!);
            });
          }
          expectWithin(back, y, row.inverse, point, slack);
        }
        expect(compared).to.be.at.least(name === "unitVector" ? 0 : 4);
      });
    }
  });
}

/** The inverse, or undefined where rounding has brought a value onto its bound. */
function inverseOf(relation: Point["relation"], x: Floats, y: Floats): Floats | undefined {
  try {
    relation.inverse(x, y);
    return y;
  } catch (error) {
    expect(String(error)).to.match(/^RangeError: constrain: inverse: w must /);
    return undefined;
  }
}

/** The same point with arguments that the data type can hold. */
function inDtype(point: Point, dtype: DType): Point {
  if (dtype === "float64") return point;
  const y = point.y.map(Math.fround);
  const gradient = point.gradient.map(Math.fround);
  const isHeld = y.every((own, i) => own === point.y[i]);
  const { relation } = point;
  const x = new Float64Array(point.x.length);
  const pullback = new Float64Array(y.length);
  const logJacobianGradient = new Float64Array(y.length);
  const logJacobian = relation.forward(Float64Array.from(y), x);
  relation.pullBack(Float64Array.from(y), Float64Array.from(gradient), pullback);
  relation.pullBackJacobian(Float64Array.from(y), logJacobianGradient, 1);
  const computed = { x: [...x], logJacobian, logJacobianGradient: [...logJacobianGradient] };
  return { ...point, ...(isHeld ? {} : computed), y, gradient, pullback: [...pullback] };
}

describe("the inverse of an interval", () => {
  const { inverse } = constrain({ w: 1 }, { w: interval(-1, 1) });
  const at = (x: number): number => {
    const y = new Float64Array(1);
    inverse(Float64Array.of(x), y);
    return y[0]!;
  };

  it("has the opposite sign on the other side of the middle, to the bit", () => {
    for (let k = 1; k < 1000; k++) expect(at(-k / 1000)).to.equal(-at(k / 1000));
  });

  it("keeps all its digits near the middle, where it is twice the distance", () => {
    for (const k of [30, 40, 52]) expect(at(2 ** -k)).to.equal(2 ** (1 - k));
  });

  it("is finite at the smallest value above the bound", () => {
    const y = new Float64Array(1);
    constrain({ w: 1 }, { w: unit }).inverse(Float64Array.of(Number.MIN_VALUE), y);
    expect(y[0]).to.be.closeTo(-1074 * Math.LN2, 1e-12);
  });
});
