/** Problems that are badly scaled, nearly singular, or whose loss rounding hides. */
import { expect } from "chai";
import { conjugateGradient, converged, lbfgs } from "ndarray-params/optimize";
import { hardProblems } from "../support/hard-problems.ts";

for (const { rule, unsolved } of [
  // Near Meyer's minimum rounding leaves gradients of 1e-5. Conjugate gradients come near neither of
  // these two in 5000 iterations: their conditions are too high.
  { rule: lbfgs, unsolved: ["Meyer"] },
  { rule: conjugateGradient, unsolved: ["Meyer", "Ellipsoid 10"] },
] as const) {
  describe(`${rule.name} on harder problems`, () => {
    for (const { name, start, objective, minima } of hardProblems) {
      if ((unsolved as readonly string[]).includes(name)) continue;
      it(`solves ${name} to a known minimum`, () => {
        const stop = converged(1e-8);
        const loop = rule(Float64Array.from(start), objective);
        let loss = NaN;
        for (const info of loop) {
          ({ loss } = info);
          if (stop(info) || info.iteration === 5000) break;
        }
        expect(loop.end!.reason).to.equal("stopped");
        expect(loop.end!.iteration).to.be.below(5000);
        const near = minima.some((m) => Math.abs(loss - m) <= 1e-5 * Math.min(m, 1e3) + 1e-8);
        expect(near, `${loss}`).to.equal(true);
      });
    }
  });
}
