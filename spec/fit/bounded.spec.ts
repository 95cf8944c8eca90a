/** Fits in a box, with ties and frozen leaves, beside the minima that SciPy finds. */
import { expect } from "chai";
import { levenbergMarquardt } from "ndarray-params/fit";
import { drawnProblems } from "./support/drawn-problems.ts";

describe("levenbergMarquardt within bounds", () => {
  for (const { name, loss, free, start, lower, upper, rows, residuals } of drawnProblems) {
    it(`reaches SciPy's minimum or a lower one, and never leaves the box: ${name}`, () => {
      const flat = start.slice();
      const outside: number[] = [];
      const watched: typeof residuals = (x, r, jacobian) => {
        outside.push(...x.filter((v, i) => !(v >= lower[i]! && v <= upper[i]!)));
        residuals(x, r, jacobian);
      };
      const options = { rows, template: free, bounds: { lower, upper } };
      const loop = levenbergMarquardt(flat, watched, options);
      let active: Int8Array | undefined;
      for (const info of loop) active = info.active.slice();
      expect(outside).to.deep.equal([]);
      expect(loop.end!.loss).to.be.at.most(loss * (1 + 1e-9));
      expect(loop.end!.reason).to.equal("converged");
      active?.forEach((side, i) => {
        if (side !== 0) expect(flat[i]).to.equal(side < 0 ? lower[i] : upper[i]);
      });
    });
  }
});
