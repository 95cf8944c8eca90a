/** Every rule continues from its state. */
import { expect } from "chai";
import { valuesToFlat } from "ndarray-params";
import type { Info, SavedState } from "ndarray-params/optimize";
import { rosenbrock, type Problem } from "./support/problems.ts";
import { rules } from "./support/rules.ts";
import { iterates, n, start } from "./support/runs.ts";

/**
 * v² - 3v for v ≥ 2, and behind a wall there a hole at 1. A search from 2 finds the hole if its first
 * trial has length 1, as in a first iteration. It fails if the step from 3 came before.
 */
const walled: Problem = (x, g) => {
  const v = x[0]!;
  const inHole = Math.abs(v - 1) < 0.1;
  g[0] = v >= 2 ? 2 * v - 3 : inHole ? 0 : 1;
  return v >= 2 ? v * v - 3 * v : inHole ? -5 : 100 + v;
};

for (const { name, tuned, searches } of rules) {
  describe(name, () => {
    const x = Float64Array.from(start);
    const want = iterates(n, tuned(x, rosenbrock), () => [...x]);

    it("continues from a state bit for bit, and from one that was copied into a flat", () => {
      for (const saved of [
        (given: object) => structuredClone(given),
        (given: object) => valuesToFlat(given as never)[1] as object,
      ]) {
        const flat = Float64Array.from(start);
        const first = tuned(flat, rosenbrock);
        const begun = iterates(13, first, () => [...flat]);
        const { state: kept } = first.next().value;
        begun.push([...flat]);
        first.return!();
        const again = flat.slice();
        const second = tuned(again, rosenbrock, { state: saved(kept) as never });
        const rest = iterates(n - 14, second, () => [...again]);
        expect([...begun, ...rest]).to.deep.equal(want);
        expect([...flat]).to.deep.equal(begun.at(-1));
      }
    });

    /** The iterates until the run ends, but no more than `most`. */
    const rest = (
      flat: Float64Array,
      most: number,
      saved?: object,
      objective: Problem = rosenbrock,
    ): number[][] => {
      const found: number[][] = [];
      const loop = tuned(flat, objective, saved && { state: saved as SavedState });
      while (found.length < most && loop.next().done !== true) found.push([...flat]);
      return found;
    };

    for (const [problem, from, objective] of [
      ["Rosenbrock's function", start, rosenbrock],
      ["a valley that ends at a wall", [3], walled],
    ] as const) {
      it(`continues in ${problem} as the unbroken run does, after every iteration`, () => {
        // Rules that search end by themselves, but steepest descent is in no hurry.
        const isSlow = name === "lineSearch";
        const most = searches && !isSlow ? 500 : n;
        const whole = rest(Float64Array.from(from), most, undefined, objective);
        if (!isSlow) expect(whole.length < most).to.equal(searches);
        const flat = Float64Array.from(from);
        const loop = tuned(flat, objective);
        const { state: kept } = loop.next().value; // the same object in every iteration
        for (let done = 1; done <= whole.length; done++) {
          const go = (): number[][] =>
            rest(flat.slice(), most - done, structuredClone(kept), objective);
          expect(go(), `after ${done}`).to.deep.equal(whole.slice(done));
          loop.next();
          if (done < whole.length) expect([...flat]).to.deep.equal(whole[done]);
          else if (searches) expect(go(), "at its end").to.deep.equal([]);
        }
      });
    }

    it("continues as the unbroken run does after an error of the objective", () => {
      for (let call = 2; call <= 60; call++) {
        const flat = Float64Array.from(start);
        let calls = 0;
        let info: Info<Float64Array> | undefined;
        const loop = tuned(flat, (own, gradient) => {
          if (++calls === call) throw new Error("no");
          return rosenbrock(own, gradient);
        });
        const untilItThrows = (): void => {
          for (;;) info = loop.next().value;
        };
        expect(untilItThrows).to.throw("no");
        if (info === undefined) continue; // a run has no state before its first iteration ends
        const { iteration } = info.state;
        const go = rest(flat.slice(), n - iteration, structuredClone(info.state));
        expect(go, `call ${call}`).to.deep.equal(want.slice(iteration));
      }
    });
  });
}
