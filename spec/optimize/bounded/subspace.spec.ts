import { expect } from "chai";
import { openQuasiDefinite } from "../../../lib/optimize/bounded/quasi-definite.ts";
import { openCauchyPoint } from "../../../lib/optimize/bounded/cauchy-point.ts";
import { openCurvature } from "../../../lib/optimize/bounded/curvature.ts";
import { openSubspace } from "../../../lib/optimize/bounded/subspace.ts";
import { openFreeProducts } from "../../../lib/optimize/bounded/free-products.ts";
import { cases, model, nameOf } from "../support/bounded-models.ts";
import { dotOf, solved, times } from "../support/dense.ts";

describe("openSubspace", () => {
  const seen = { projected: 0, inside: 0 };

  for (const each of cases) {
    it(`goes to the minimum over the free elements: ${nameOf(each)}`, () => {
      const { x, g, b, bounds, at, toCauchyPoint, toMinimum } = model(each);
      toCauchyPoint();
      const from = at.step.slice();
      const free = [...at.side.keys()].filter((i) => at.side[i] === 0);
      expect(toMinimum()).to.equal(true);
      if (each.pairs === 0 || free.length === 0) {
        expect([...at.step]).to.deep.equal([...from]);
        return;
      }
      const r = times(b, from).map((v, i) => v + g[i]!);
      const e = solved(
        free.map((i) => free.map((j) => b[i]![j]!)),
        free.map((i) => -r[i]!),
      );
      const [low, high] = [bounds.lower, bounds.upper].map((side) => side.map((v, i) => v - x[i]!));
      const whole = from.slice();
      free.forEach((i, k) => (whole[i]! += e[k]!));
      const projected = whole.map((z, i) => Math.min(Math.max(z, low![i]!), high![i]!));
      if (projected.every((z, i) => z === whole[i])) seen.inside++;
      else seen.projected++;
      expect(dotOf(g, projected)).to.be.below(0);
      projected.forEach((z, i) => expect(at.step[i]).to.be.closeTo(z, 1e-9));
      at.step.forEach((z, i) => expect(z >= low![i]! && z <= high![i]!).to.equal(true));
    });
  }

  it("has met minima within the bounds and others in those cases", () => {
    expect(seen.inside).to.be.above(0);
    expect(seen.projected).to.be.above(0);
  });

  it("stops at the first bound where the projection would go uphill", () => {
    // B = [10.5 8; 8 6.5]. The Cauchy point is (4/11, 4/11), and Newton's is (-9, 15)/4.25. That
    // is projected to (-9/4.25, 2), where gᵀz is 0.7.
    const rings = [[Float64Array.of(-2, 2)], [Float64Array.of(-5, -3)]] as const;
    const [x, g] = [new Float64Array(2), Float64Array.of(-6, -6)];
    const bounds = { lower: Float64Array.of(-4, -5), upper: Float64Array.of(2, 2) };
    const curvature = openCurvature(...rings);
    curvature.take(1);
    curvature.use(1);
    const at = { step: new Float64Array(2), side: new Int8Array(2), c: new Float64Array(2) };
    openCauchyPoint(x, g, bounds, 1, curvature, at)();
    expect(openSubspace(x, g, bounds, ...rings, curvature, at)()).to.equal(true);
    const alpha = (2 - 4 / 11) / (15 / 4.25 - 4 / 11);
    expect(at.step[0]).to.be.closeTo(4 / 11 + alpha * (-9 / 4.25 - 4 / 11), 1e-12);
    expect(at.step[1]).to.be.closeTo(2, 1e-15);
  });

  it("says that the system is not definite if the pairs are not", () => {
    const { curvature, rings, toCauchyPoint, toMinimum } = model(cases[19]!);
    toCauchyPoint();
    rings[1].forEach((y) => y.fill(NaN));
    expect(curvature.kept).to.be.above(0);
    expect(toMinimum()).to.equal(false);
  });
});

describe("openFreeProducts", () => {
  const [odd, even] = [Int32Array.of(1, 3, 5, 7), Int32Array.of(0, 2, 4, 6, 8)];

  for (const [what, free, others] of [
    ["odd", odd, even],
    ["even", even, odd],
  ] as const) {
    it(`has the same bits whether it knows the older pairs or not: ${what} elements`, () => {
      const { curvature, rings } = model({ n: 9, pairs: 5, memory: 5, seed: 1, room: 1 });
      const [kept, fresh] = [openQuasiDefinite(5), openQuasiDefinite(5)];
      const gather = openFreeProducts(...rings, curvature, kept);
      let pairs = 5;
      const take = (): void => {
        const [s, y] = [rings[0][pairs % 5]!, rings[1][pairs % 5]!];
        s.forEach((_, i) => (s[i] = Math.sin(pairs * 9 + i)));
        y.forEach((_, i) => (y[i] = (i + 1) * s[i]!));
        curvature.take(++pairs);
      };
      for (const step of [
        () => curvature.use(5),
        () => curvature.use(5), // the same again
        () => (take(), curvature.use(5)),
        () => curvature.use(2),
        () => curvature.use(5), // pairs that it did not use before
        () => (take(), take(), curvature.use(5)),
        () => (gather(others, free), curvature.use(5)), // other elements in between
        () => (curvature.forget(), (pairs = 0), take(), curvature.use(1)),
        () => (take(), curvature.use(2)),
      ]) {
        step();
        gather(free, others);
        openFreeProducts(...rings, curvature, fresh)(free, others);
        for (const block of ["p", "q", "t"] as const) {
          expect([...kept[block]]).to.deep.equal([...fresh[block]]);
        }
      }
    });
  }
});
