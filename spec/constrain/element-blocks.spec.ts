import { expect } from "chai";
import { affine, constrain, interval, lower, unit, upper } from "../../lib/constrain/index.ts";

/** More elements than two blocks, and no whole number of blocks. */
const N = 1300;
const bounds = Float64Array.from({ length: N }, (_, i) => (i % 7) - 3);
const above = bounds.map((bound, i) => bound + 1 + (i % 5));

/** The constraint of a whole leaf, and that of its i-th element alone. */
const cases = {
  lower: [lower(bounds), (i: number) => lower(bounds[i]!)],
  upper: [upper(bounds), (i: number) => upper(bounds[i]!)],
  interval: [interval(bounds, above), (i: number) => interval(bounds[i]!, above[i]!)],
  unit: [unit, () => unit],
  affine: [affine(bounds, 2), (i: number) => affine(bounds[i]!, 2)],
} as const;

describe("a leaf of many elements gives each what it gets alone:", () => {
  const y = Float64Array.from({ length: N }, (_, i) => ((i * 37) % 101) / 10 - 5);
  const gx = Float64Array.from({ length: N }, (_, i) => ((i * 53) % 97) / 48 - 1);
  for (const [name, [constraint, own]] of Object.entries(cases)) {
    it(name, () => {
      const whole = constrain({ a: [N] }, { a: constraint });
      const [x, gy, back] = [new Float64Array(N), new Float64Array(N), new Float64Array(N)];
      const logJacobian = whole.forward(y, x);
      whole.pullBack(y, gx, gy);
      whole.pullBackJacobian(y, gy, -0.5);
      whole.inverse(x, back);
      let sum = 0;
      for (let i = 0; i < N; i++) {
        const single = constrain({ a: [] }, { a: own(i) });
        const [y1, x1, gy1] = [y.slice(i, i + 1), new Float64Array(1), new Float64Array(1)];
        sum += single.forward(y1, x1);
        single.pullBack(y1, gx.slice(i, i + 1), gy1);
        single.pullBackJacobian(y1, gy1, -0.5);
        expect([x[i], gy[i]], `element ${i}`).to.deep.equal([x1[0], gy1[0]]);
        single.inverse(x1, y1);
        expect(back[i], `element ${i}`).to.equal(y1[0]);
      }
      expect(logJacobian).to.be.closeTo(sum, 1e-12 * Math.abs(sum));
    });
  }
});
