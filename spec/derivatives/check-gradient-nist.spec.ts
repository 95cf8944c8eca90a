/** NIST's 27 nonlinear regressions: gradients that are right, and gradients with one wrong element. */
import { expect } from "chai";
import { checkGradient, type GradientCheck } from "ndarray-params";
import { nistProblems, type NistProblem } from "../support/nist.ts";

type Data = typeof Float64Array | typeof Float32Array;

/** A report with a leaf for each parameter, `factor` times whose derivative the objective writes. */
function checked(
  Data: Data,
  problem: NistProblem,
  at: readonly number[],
  factor = 1,
): GradientCheck {
  const objective = (b: Float64Array, gradient: Float64Array): number => {
    const loss = problem.objective(b, gradient);
    for (const j of at.keys()) gradient[j]! *= factor;
    return loss;
  };
  const template = Object.fromEntries(at.map((_, j) => [`b${j + 1}`, []]));
  return checkGradient(objective, Data.from(at) as Float64Array, template);
}

/** One wrong element at a time would give the same verdicts: each is judged by itself. */
function countFound(Data: Data, factor: number, limit: number): [found: number, of: number] {
  const leaves = nistProblems.flatMap((problem) =>
    problem.starts.flatMap((start) => checked(Data, problem, start, factor).leaves),
  );
  return [leaves.filter(({ worst }) => worst > limit).length, leaves.length];
}

describe("checkGradient of NIST's problems", () => {
  for (const [Data, limit, most] of [
    [Float64Array, 1e-6, 1],
    [Float32Array, 1e-3, 0],
  ] as const) {
    it(`calls at most ${most} of 81 right gradients wrong in ${Data.name}, and none surely`, () => {
      const checks = nistProblems.flatMap((problem) =>
        [...problem.starts, problem.certified].map((point) => checked(Data, problem, point)),
      );
      expect(checks.length).to.equal(81);
      const alarms = checks.filter(({ worst }) => worst > limit);
      expect(alarms.length).to.be.at.most(most);
      expect(alarms.filter(({ sure }) => sure)).to.deep.equal([]);
    });
  }

  for (const [what, factor] of [
    ["twice the derivative", 2],
    ["the other sign", -1],
    ["zeros", 0],
    ["derivatives that are wrong by 1 %", 1.01],
  ] as const) {
    it(`finds ${what}, in every element of the 54 starts`, () => {
      expect(countFound(Float64Array, factor, 1e-6)).to.deep.equal([240, 240]);
    });
  }

  it("finds in float32 what can be seen there, and knows what cannot", () => {
    const [found, of] = countFound(Float32Array, -1, 1e-3);
    expect(found / of).to.be.above(0.98);
    const missed = nistProblems
      .flatMap((problem) =>
        problem.starts.map((start) => checked(Float32Array, problem, start, -1)),
      )
      .flatMap(({ leaves }) => leaves)
      .filter(({ worst }) => worst <= 1e-3);
    expect(missed.filter(({ sure }) => sure)).to.deep.equal([]);
  });
});
