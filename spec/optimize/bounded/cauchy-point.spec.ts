import { expect } from "chai";
import { cases, model, nameOf } from "../support/bounded-models.ts";
import { dotOf } from "../support/dense.ts";

describe("openCauchyPoint", () => {
  for (const each of cases) {
    it(`finds the first minimum along the bent path: ${nameOf(each)}`, () => {
      const { x, g, bounds, at, q, toCauchyPoint } = model(each);
      expect(toCauchyPoint()).to.equal(true);
      const { lower, upper } = bounds;
      const along = (t: number) =>
        x.map((v, i) => Math.min(Math.max(v - t * g[i]!, lower[i]!), upper[i]!) - v);
      const bends = [...g].map((v, i) => Math.abs(((v > 0 ? lower : upper)[i]! - x[i]!) / v));
      const ends = [0, ...bends.filter((t) => t > 0 && t < Infinity)].toSorted((a, b) => a - b);
      // On each piece q is a parabola: three values have its minimum.
      let best: number | undefined;
      ends.forEach((from, k) => {
        if (best !== undefined) return;
        const to = ends[k + 1] ?? from + 100;
        const [q0, q1, q2] = [from, (from + to) / 2, to].map((t) => q(along(t))) as [
          number,
          number,
          number,
        ];
        const slope = -3 * q0 + 4 * q1 - q2;
        const bend = 2 * (q0 - 2 * q1 + q2);
        const part = slope >= 0 ? 0 : bend > 0 ? -slope / (2 * bend) : 1;
        if (part < 1 || (k === ends.length - 1 && slope < 0)) best = from + part * (to - from);
      });
      along(best ?? ends.at(-1)!).forEach((z, i) => expect(at.step[i]).to.be.closeTo(z, 1e-7));
    });

    it(`says which elements are on a bound, and gives Wᵀ·z: ${nameOf(each)}`, () => {
      const { x, at, bounds, curvature, toCauchyPoint } = model(each);
      toCauchyPoint();
      const { kept } = curvature;
      at.side.forEach((side, i) => {
        const to = x[i]! + at.step[i]!;
        if (side === 0) expect(to > bounds.lower[i]! && to < bounds.upper[i]!).to.equal(true);
        else expect(at.step[i]).to.equal((side < 0 ? bounds.lower : bounds.upper)[i]! - x[i]!);
      });
      const c = new Float64Array(2 * kept);
      curvature.transpose(at.step, c);
      c.forEach((v, a) => expect(at.c[a]).to.be.closeTo(v, 1e-12));
    });
  }

  it("goes nowhere where no element can", () => {
    const { g, x, bounds, at, toCauchyPoint } = model(cases[10]!);
    g.forEach((v, i) => ((v > 0 ? bounds.lower : bounds.upper)[i] = x[i]!));
    expect(toCauchyPoint()).to.equal(true);
    expect(dotOf(at.step, at.step)).to.equal(0);
  });

  it("says that the model has no curvature if it overflows", () => {
    const { g, toCauchyPoint } = model(cases[10]!);
    g.fill(1e200);
    expect(toCauchyPoint()).to.equal(false);
  });
});
