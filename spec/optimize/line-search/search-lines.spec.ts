/** The loop of the rules that search along lines: its evaluations and its ends, worked by hand. */
import { expect } from "chai";
import { lbfgs, lineSearch } from "ndarray-params/optimize";
import { quadratic } from "../support/problems.ts";

const half = (d: Float64Array, g: Float64Array): void => g.forEach((v, i) => (d[i] = -v / 2));

/** x²/2; half of minus the gradient leads from 8 to 4 and to 2, and each first trial is good. */
const parabola = quadratic([1], [0]);

describe("the loop of a line search", () => {
  it("evaluates once more in each iteration if it has batches, for each is another objective", () => {
    const one = lineSearch(Float64Array.of(8), parabola, { direction: half });
    const many = lineSearch(Float64Array.of(8), (x, g, _batch: number) => parabola(x, g), {
      direction: half,
      batches: [[1], [2], [3]],
    });
    for (const [loop, want] of [
      [one, [2, 3, 4]],
      [many, [2, 4, 6]],
    ] as const) {
      const counts: number[] = [];
      for (const { evaluations, iteration } of loop) {
        counts.push(evaluations);
        if (iteration === 3) break;
      }
      expect(counts).to.deep.equal(want);
    }
  });

  it("says that gradients whose squares are no normal numbers are out of range", () => {
    for (const [part, reason] of [
      [0.9, "out of range"],
      [1, "gradient disagrees"],
      [1.2, "gradient disagrees"],
    ] as const) {
      const slope = part * 2 ** -511; // the square of 2^-511 is the least normal number
      const loop = lbfgs(Float64Array.of(0), (_, g) => ((g[0] = slope), 0));
      expect([...loop]).to.deep.equal([]);
      expect(loop.end!.reason, `${part}`).to.equal(reason);
    }
  });

  it("has a gradient of zero where there is no element", () => {
    const loop = lbfgs(new Float64Array(0), () => 1);
    expect([...loop]).to.deep.equal([]);
    expect(loop.end).to.include({ reason: "zero gradient", loss: 1 });
  });

  describe("at the floor, which comes 16 steps after the first,", () => {
    // Rounding hides what a step brings. Each gradient is at right angles to the one before, so each
    // first trial is good and promises as much as the last.
    const turning = (levels: (call: number) => number) => {
      let calls = 0;
      return (_: Float64Array, g: Float64Array): number => {
        g.set(calls++ % 2 === 0 ? [1, 0] : [0, 1]);
        return levels(calls);
      };
    };
    const direction = (d: Float64Array, g: Float64Array): void => g.forEach((v, i) => (d[i] = -v));

    it("ends", () => {
      const loop = lineSearch(
        new Float64Array(2),
        turning(() => 1e12),
        { direction },
      );
      expect([...loop]).to.have.length(17);
      expect(loop.end).to.include({ reason: "no lower point", evaluations: 19 });
    });

    it("goes on from where the caller moves x", () => {
      const x = new Float64Array(2);
      const loop = lineSearch(
        x,
        turning(() => 1e12),
        { direction },
      );
      for (const { iteration } of loop) if (iteration === 17) x[0]! += 5;
      expect(loop.end).to.include({ reason: "no lower point", iteration: 34 });
    });

    it("goes on if the objective is another one now", () => {
      const higher = turning((call) => (call < 19 ? 1e12 : 2e12));
      const loop = lineSearch(new Float64Array(2), higher, { direction });
      for (const { iteration } of loop) if (iteration === 99) break;
      expect(loop.end).to.include({ reason: "no lower point", iteration: 34 });
    });
  });
});
