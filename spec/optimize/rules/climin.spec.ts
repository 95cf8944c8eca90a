/** Compares every iterate with those of the original climin. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { adadelta, adam, gradientDescent, rmsProp, rprop } from "ndarray-params/optimize";
import { quadratic, rosenbrock, softmaxRegression, type Problem } from "../support/problems.ts";

const rules = { gradientDescent, rmsProp, adam, adadelta, rprop };

interface Run {
  readonly problem: { readonly kind: string; readonly [field: string]: unknown };
  readonly start: number[];
  readonly optimizer: keyof typeof rules;
  readonly options: Readonly<Record<string, unknown>>;
  readonly initialChanges?: number[];
  readonly iterates: number[][];
}

const { cases } = JSON.parse(
  readFileSync(new URL("../../fixtures/climin-iterates.json", import.meta.url), "utf8"),
) as { cases: Run[] };

/** climin's options by name, translated to ours. */
const options: Record<string, (value: never) => object> = {
  step_rate: (stepRate: number) => ({ stepRate }),
  momentum: (momentum: number) => ({ momentum }),
  momentum_type: (type: string) => ({ nesterov: type === "nesterov" }),
  decay: (decay: number) => ({ decay }),
  decay_mom1: (kept: number) => ({ beta1: 1 - kept }),
  decay_mom2: (kept: number) => ({ beta2: 1 - kept }),
  offset: (epsilon: number) => ({ epsilon }),
  step_adapt: (adaptStepRate: number) => ({ adaptStepRate }),
  step_rate_min: (minStepRate: number) => ({ minStepRate }),
  step_rate_max: (maxStepRate: number) => ({ maxStepRate }),
  step_shrink: (shrinkStep: number) => ({ shrinkStep }),
  step_grow: (growStep: number) => ({ growStep }),
  min_step: (minStep: number) => ({ minStep }),
  max_step: (maxStep: number) => ({ maxStep }),
  changes_max: () => ({}), // has no effect in climin
};

const problems: Record<string, (fields: never) => Problem> = {
  quadratic: ({ d, target }: { d: number[]; target: number[] }) => quadratic(d, target),
  rosenbrock: () => rosenbrock,
  "softmax regression": ({ x, labels }: { x: number[][]; labels: number[] }) =>
    softmaxRegression(x, labels, 3),
};

describe("climin's iterates", () => {
  it("are 36 runs of 25", () => {
    expect(cases.map(({ iterates }) => iterates.length)).to.deep.equal(Array(36).fill(25));
  });

  for (const { problem, start, optimizer, options: theirs, initialChanges, iterates } of cases) {
    it(`${optimizer} on ${problem.kind}, ${JSON.stringify(theirs)}`, () => {
      const ours: object[] = Object.entries(theirs).map(([name, v]) => options[name]!(v as never));
      if (initialChanges !== undefined) {
        ours.push({ initialStep: Float64Array.from(initialChanges) });
      }
      const objective = problems[problem.kind]!(problem as never);
      const flat = Float64Array.from(start);
      const rule = rules[optimizer](flat, objective, Object.assign({}, ...ours) as object);
      for (const want of iterates) {
        rule.next();
        const error = want.map((w, i) => Math.abs(flat[i]! - w) / Math.max(1e-3, Math.abs(w)));
        expect(Math.max(...error)).to.be.below(1e-12);
      }
    });
  }
});
