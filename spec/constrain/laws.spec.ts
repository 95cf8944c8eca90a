/** The laws of every relation, on random templates, constraints, strides and data types. */
import { expect } from "chai";
import fc from "fast-check";
import { checkGradient } from "ndarray-params";
import {
  flatOf,
  numbersFor,
  randomPlace,
  randomRelation,
  type RandomRelation,
} from "./support/random-relations.ts";
import { determinant } from "./support/determinant.ts";

const law = (numRuns: number) => ({ seed: 15, numRuns });
const seed = fc.integer({ min: 1, max: 1000 });
const nothing = (n: number): number[] => Array<number>(n).fill(Number.NaN);

/** Whether a free element is one whose inverse is another one of the same direction. */
const isDirection = ({ relation, nameAt }: RandomRelation, i: number): boolean => {
  const slot = relation.free.slots.findLast(({ offset, size }) => size > 0 && offset <= i)!;
  return nameAt.get(slot.path) === "unitVector";
};

describe("the laws of relations", () => {
  it("forward and inverse write every element and nothing else, and lead back", () => {
    fc.assert(
      fc.property(randomRelation, randomPlace, randomPlace, seed, (random, one, two, s) => {
        const { relation } = random;
        const y = flatOf(numbersFor(relation.free.size, s), one);
        const before = y.elements();
        const x = flatOf(nothing(relation.values.size), two);
        const logJacobian = relation.forward(y.flat, x.flat);
        expect(y.elements()).to.deep.equal(before);
        expect(logJacobian).to.satisfy(Number.isFinite);
        expect(x.elements()).to.satisfy((all: number[]) => all.every(Number.isFinite));

        const values = x.elements();
        const back = flatOf(nothing(relation.free.size), one);
        relation.inverse(x.flat, back.flat);
        expect(x.elements()).to.deep.equal(values);
        const isDouble = one.dtype === "float64" && two.dtype === "float64";
        const unit = isDouble ? 1e-13 : 2e-5;
        back.elements().forEach((own, i) => {
          if (isDirection(random, i)) return;
          expect(Math.abs(own - before[i]!)).to.be.at.most(unit);
        });

        const again = flatOf(nothing(relation.values.size), two);
        relation.forward(back.flat, again.flat);
        again.elements().forEach((own, i) => {
          expect(Math.abs(own - values[i]!)).to.be.at.most(
            unit * Math.max(1, Math.abs(values[i]!)),
          );
        });
        for (const each of [y, x, back, again]) expect(each.isClean()).to.equal(true);
      }),
      law(300),
    );
  });

  it("forward does the same whatever the strides, and rounds once what doubles give", () => {
    fc.assert(
      fc.property(randomRelation, randomPlace, randomPlace, seed, (random, one, two, s) => {
        const { relation } = random;
        const numbers = numbersFor(relation.free.size, s);
        const plain = new Float64Array(relation.values.size);
        const l = relation.forward(Float64Array.from(numbers), plain);
        const x = flatOf(nothing(relation.values.size), two);
        expect(relation.forward(flatOf(numbers, one).flat, x.flat)).to.equal(l);
        const round = two.dtype === "float64" ? (own: number) => own : Math.fround;
        const near = two.dtype === "float64" ? 0 : 1e-6;
        x.elements().forEach((own, i) => {
          expect(Math.abs(own - round(plain[i]!))).to.be.at.most(near * Math.abs(plain[i]!));
        });
      }),
      law(200),
    );
  });

  it("pullBack and pullBackJacobian are the derivatives of forward, by central differences", () => {
    fc.assert(
      fc.property(randomRelation, randomPlace, randomPlace, seed, (random, one, two, s) => {
        const { relation } = random;
        const n = relation.free.size;
        const m = relation.values.size;
        const y = numbersFor(n, s);
        const weights = numbersFor(m, s + 1);
        /** The sum of weighted values, plus the log-Jacobian times its weight. */
        const sumAt = (free: readonly number[], scale: number): number => {
          const x = new Float64Array(m);
          const l = relation.forward(Float64Array.from(free), x);
          return x.reduce((sum, own, i) => sum + own * weights[i]!, 0) + scale * l;
        };
        const gy = flatOf(nothing(n), two);
        const yFlat = flatOf(y, one);
        const g = flatOf(weights, one);
        relation.pullBack(yFlat.flat, g.flat, gy.flat);
        const plain = gy.elements();
        relation.pullBackJacobian(yFlat.flat, gy.flat, -0.5);
        const withJacobian = gy.elements();
        for (const each of [yFlat, g, gy]) expect(each.isClean()).to.equal(true);
        const h = 1e-6;
        for (let i = 0; i < n; i++) {
          const above = y.with(i, y[i]! + h);
          const below = y.with(i, y[i]! - h);
          const near = two.dtype === "float64" ? 1e-7 : 1e-5;
          for (const [got, scale] of [
            [plain[i]!, 0],
            [withJacobian[i]!, -0.5],
          ] as const) {
            const want = (sumAt(above, scale) - sumAt(below, scale)) / (2 * h);
            expect(Math.abs(got - want)).to.be.at.most(near * Math.max(10, Math.abs(want)));
          }
        }
      }),
      law(150),
    );
  });

  for (const logJacobian of [false, true]) {
    it(`checkGradient agrees with objectives ${logJacobian ? "with" : "without"} the log-Jacobian`, () => {
      fc.assert(
        fc.property(randomRelation, seed, ({ relation }, s) => {
          const centre = numbersFor(relation.values.size, s + 2);
          const f = (x: Float64Array, g: Float64Array): number => {
            let loss = 0;
            for (let i = 0; i < x.length; i++) {
              const difference = x[i]! - centre[i]!;
              loss += difference * difference;
              g[i] = 2 * difference;
            }
            return loss;
          };
          const y = Float64Array.from(numbersFor(relation.free.size, s));
          const { worst } = checkGradient(relation.objective(f, { logJacobian }), y, relation.free);
          expect(worst).to.be.below(1e-6);
        }),
        law(100),
      );
    });
  }

  it("log|det| is that of a matrix of central differences", () => {
    fc.assert(
      fc.property(randomRelation, seed, (random, s) => {
        const { relation } = random;
        const y = numbersFor(relation.free.size, s);
        const square = determinant(random, y);
        fc.pre(square !== undefined);
        const x = new Float64Array(relation.values.size);
        const l = relation.forward(Float64Array.from(y), x);
        expect(Math.abs(l - Math.log(Math.abs(square)))).to.be.at.most(1e-5);
      }),
      law(150),
    );
  });
});
