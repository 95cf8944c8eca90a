import { expect } from "chai";
import { openCurvature, type Curvature } from "../../../lib/optimize/bounded/curvature.ts";
import { bfgs, dotOf, numbers, pairsOf, type Matrix } from "../support/dense.ts";

/** θ·I - W·M·Wᵀ, column by column. */
function estimate(curvature: Curvature, n: number): Matrix {
  const { theta, kept } = curvature;
  const row = (i: number): Float64Array => {
    const w = new Float64Array(2 * kept);
    curvature.row(i, w);
    return w;
  };
  return Array.from({ length: n }, (_, i) => {
    const middle = row(i);
    curvature.middle(middle);
    return Array.from({ length: n }, (_v, j) => (i === j ? theta : 0) - dotOf(row(j), middle));
  });
}

function expectClose(a: Matrix, b: Matrix): void {
  a.flat().forEach((v, i) => expect(v).to.be.closeTo(b.flat()[i]!, 1e-9));
}

/** Writes pairs into rings, and has each taken. */
function taken(memory: number, pairs: ReturnType<typeof pairsOf>, first = 0) {
  const n = pairs.steps[0]!.length;
  const ring = () => Array.from({ length: memory }, () => new Float64Array(n));
  const [steps, changes] = [ring(), ring()];
  const curvature = openCurvature(steps, changes);
  pairs.steps.forEach((s, i) => {
    steps[(first + i) % memory]!.set(s);
    changes[(first + i) % memory]!.set(pairs.changes[i]!);
    curvature.take(first + i + 1);
  });
  return curvature;
}

describe("openCurvature", () => {
  for (const [n, memory, count] of [
    [4, 5, 1],
    [6, 5, 3],
    [6, 5, 5],
    [7, 3, 8], // the rings go round
  ] as const) {
    it(`is BFGS from the last pairs: n = ${n}, memory ${memory}, ${count} pairs`, () => {
      const pairs = pairsOf(n, count, numbers(n + count));
      const curvature = taken(memory, pairs);
      expect(curvature.there).to.equal(Math.min(count, memory));
      expect(curvature.use(curvature.there)).to.equal(true);
      const { steps, changes } = pairs;
      expectClose(estimate(curvature, n), bfgs(steps.slice(-memory), changes.slice(-memory)));
    });
  }

  it("takes fewer pairs into use, the last ones", () => {
    const pairs = pairsOf(6, 7, numbers(3));
    const curvature = taken(5, pairs);
    expect(curvature.use(2)).to.equal(true);
    expectClose(estimate(curvature, 6), bfgs(pairs.steps.slice(-2), pairs.changes.slice(-2)));
    expect(curvature.ringAt(0)).to.equal(0); // pair 5 of 0 to 6, in rings of 5
  });

  it("is the identity without pairs", () => {
    const curvature = taken(5, pairsOf(4, 2, numbers(5)));
    expect(curvature.use(0)).to.equal(true);
    expect(curvature.theta).to.equal(1);
    curvature.forget();
    expect(curvature.there).to.equal(0);
    expect(curvature.taken).to.equal(2);
  });

  it("has the same bits if it begins in the middle, as a continued run does", () => {
    const pairs = pairsOf(6, 9, numbers(11));
    const through = taken(4, pairs);
    const later = taken(4, { steps: pairs.steps.slice(-4), changes: pairs.changes.slice(-4) }, 5);
    for (const curvature of [through, later]) expect(curvature.use(4)).to.equal(true);
    expect(estimate(later, 6)).to.deep.equal(estimate(through, 6));
    expect(later.ringAt(0)).to.equal(through.ringAt(0));
  });

  it("gives Wᵀ·v and sᵢᵀyⱼ", () => {
    const pairs = pairsOf(5, 3, numbers(2));
    const curvature = taken(3, pairs);
    curvature.use(3);
    const v = Float64Array.of(1, -2, 0.5, 3, -1);
    const out = new Float64Array(6);
    curvature.transpose(v, out);
    const { theta } = curvature;
    pairs.changes.forEach((y, a) => expect(out[a]).to.be.closeTo(dotOf(y, v), 1e-12));
    pairs.steps.forEach((s, a) => expect(out[3 + a]).to.be.closeTo(theta * dotOf(s, v), 1e-12));
    expect(curvature.sy(0, 2)).to.be.closeTo(dotOf(pairs.steps[0]!, pairs.changes[2]!), 1e-12);
  });
});
