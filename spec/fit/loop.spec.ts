/** What a loop of levenbergMarquardt evaluates, and what it says and leaves behind. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { levenbergMarquardt, type Residuals } from "ndarray-params/fit";
import { nistProblems } from "../support/nist.ts";

interface Call {
  readonly at: readonly number[];
  readonly isWhole: boolean;
}

/** The residuals of a NIST problem, and the calls of them. */
function recorded(name: string) {
  const problem = nistProblems.find((own) => own.name === name)!;
  const calls: Call[] = [];
  const residuals: Residuals<Float64Array> = (b, r, jacobian) => {
    calls.push({ at: [...b], isWhole: jacobian !== undefined });
    problem.residuals(b, r, jacobian?.data);
  };
  return { ...problem, flat: Float64Array.from(problem.starts[0]!), residuals, calls };
}

/** y = a + b·x, which is linear in a and b. */
const line: Residuals<Float64Array> = ([a = 0, b = 0], r, jacobian) => {
  [0, 1, 2, 3].forEach((x, i) => {
    r[i] = a + b * x - [1, 3, 5, 8][i]!;
    jacobian?.set(i, 0, 1);
    jacobian?.set(i, 1, x);
  });
};

describe("a loop of levenbergMarquardt", () => {
  for (const name of ["Misra1a", "MGH09", "Eckerle4", "Lanczos1"]) {
    it(`counts its evaluations and those with a Jacobian, one for each point: ${name}`, () => {
      const { flat, residuals, rows, calls } = recorded(name);
      let accepted = 0;
      for (const info of levenbergMarquardt(flat, residuals, { rows })) {
        accepted++;
        expect(info.evaluations).to.equal(calls.length);
        expect(info.jacobians).to.equal(calls.filter(({ isWhole }) => isWhole).length);
        expect(info.jacobians).to.equal(accepted + 1);
        expect(calls.at(-1)!.at).to.deep.equal([...flat]);
      }
      expect(accepted).to.be.above(3);
    });

    it(`leaves the flat where it has the last loss, with its residuals: ${name}`, () => {
      const { flat, residuals, rows, calls } = recorded(name);
      const r = new Float64Array(rows);
      const loop = levenbergMarquardt(flat, residuals, { rows, r });
      let at: number[] = [];
      for (const info of loop) {
        at = [...flat];
        expect(info.r).to.equal(r);
      }
      expect([...flat]).to.deep.equal(at);
      // The last trial for Lanczos' sum of exponentials does not lower the loss.
      if (name === "Lanczos1") expect(calls.at(-1)!.at).not.to.deep.equal(at);
      const own = new Float64Array(rows);
      residuals(flat, own, undefined);
      expect([...r]).to.deep.equal([...own]);
      expect(loop.end!.loss).to.be.closeTo(
        own.reduce((sum, v) => sum + (v * v) / 2, 0),
        1e-14 * loop.end!.loss,
      );
    });
  }

  it("says how well its model has predicted: exactly, where the residuals are linear", () => {
    const flat = Float64Array.of(100, -50);
    const seen: number[][] = [];
    for (const { ratio, damping } of levenbergMarquardt(flat, line, { rows: 4 })) {
      seen.push([ratio, damping]);
    }
    // The first steps are bounded by the radius, and only the last is a whole one.
    for (const [ratio] of seen) expect(ratio).to.be.closeTo(1, 1e-9);
    expect(seen.at(-1)![1]).to.equal(0);
    const far = Float64Array.of(100, -50);
    const bounded = levenbergMarquardt(far, line, { rows: 4, radius: 1e-3 });
    expect(bounded.next().value!.damping).to.be.above(0);
    expect(flat[0]).to.be.closeTo(0.8, 1e-12);
    expect(flat[1]).to.be.closeTo(2.3, 1e-12);
  });

  it("goes on from where the caller has moved the flat, and evaluates it only then", () => {
    const { flat, residuals, rows, calls } = recorded("Misra1a");
    const loop = levenbergMarquardt(flat, residuals, { rows });
    loop.next();
    const before = calls.length;
    loop.next();
    expect(calls[before]!.isWhole).to.equal(false);
    flat.set([250, 6e-4]);
    const moved = calls.length;
    loop.next();
    expect(calls[moved]).to.deep.equal({ at: [250, 6e-4], isWhole: true });
    expect(calls[moved + 1]!.isWhole).to.equal(false);
  });

  it("writes its gradient into a view of any stride", () => {
    const flat = ndarray(Float64Array.of(100, -50));
    const gradient = ndarray(new Float64Array(6).fill(NaN), [2], [-3], 4);
    const ofView: Residuals<NdArray<Float64Array>> = (x, r, jacobian) =>
      line(Float64Array.of(x.get(0), x.get(1)), r, jacobian);
    const r = new Float64Array(4);
    levenbergMarquardt(flat, ofView, { rows: 4, r, gradient }).next();
    const slopes = [0, 1].map((j) => r.reduce((sum, own, i) => sum + own * i ** j, 0));
    slopes.forEach((own, j) => expect(gradient.get(j)).to.be.closeTo(own, 1e-10));
    expect(gradient.data.filter(Number.isNaN)).to.have.length(4);
  });
});
