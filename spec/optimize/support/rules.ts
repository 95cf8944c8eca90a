/** All rules, each with options that make every part of its state matter. */
import * as optimize from "ndarray-params/optimize";
import type { Flat, Info, LoopOf, Loss, Objective, RunOptions } from "ndarray-params/optimize";
import { readFloats } from "../../../lib/internal/read-flat.ts";

export type Rule = <F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options?: RunOptions<F, B>,
) => LoopOf<Info<F>, L>;

export interface RuleCase {
  readonly name: string;
  readonly rule: Rule;
  /** The rule with those options. */
  readonly tuned: Rule;
  /** The names in its state. */
  readonly state: readonly string[];
  readonly searches: boolean;
}

const { cosineAnnealing, warmUp } = optimize;

function ruleCase<O extends object>(
  name: string,
  rule: <F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
    flat: F,
    objective: Objective<F, B, L>,
    options?: RunOptions<F, B> & O,
  ) => LoopOf<Info<F>, L>,
  own: O,
  state: readonly string[],
  searches = false,
): RuleCase {
  return {
    name,
    rule: rule as Rule,
    tuned: (flat, objective, options) => rule(flat, objective, { ...options, ...own }),
    state: ["iteration", ...state],
    searches,
  };
}

/** Writes minus the gradient, in whatever kind of flat. */
function downhill(direction: Flat, gradient: Flat): void {
  const [to, from] = [direction, gradient].map((flat) => readFloats("downhill", "flat", flat));
  for (let i = 0; i < from!.size; i++) {
    to!.data[to!.offset + i * to!.stride] = -from!.data[from!.offset + i * from!.stride]!;
  }
}

/** A rule that follows the gradient by `lineSearch`, whose direction is no option for a caller here. */
const steepest = <F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options?: RunOptions<F, B>,
): LoopOf<Info<F>, L> =>
  optimize.lineSearch<F, B, L>(flat, objective, { ...options, direction: downhill });

export const rules: readonly RuleCase[] = [
  ruleCase(
    "gradientDescent",
    optimize.gradientDescent,
    { stepRate: warmUp(10, 5e-4), momentum: cosineAnnealing(0.9, 0.5, 30), nesterov: true },
    ["step"],
  ),
  ruleCase(
    "rmsProp",
    optimize.rmsProp,
    { stepRate: 0.01, momentum: 0.5, adaptStepRate: 0.1, minStepRate: 1e-4, maxStepRate: 0.05 },
    ["meanSquare", "step", "stepRate"],
  ),
  ruleCase("adam", optimize.adam, { stepRate: warmUp(7, 0.03), momentum: 0.3 }, [
    "firstMoment",
    "secondMoment",
    "step",
  ]),
  ruleCase("adamW", optimize.adamW, { stepRate: 0.02, weightDecay: warmUp(5, 0.1) }, [
    "firstMoment",
    "secondMoment",
  ]),
  ruleCase("adadelta", optimize.adadelta, { stepRate: 0.7, momentum: 0.4 }, [
    "meanSquare",
    "meanSquareStep",
    "step",
  ]),
  ruleCase("rprop", optimize.rprop, { initialStep: 0.01 }, ["stepSize", "lastGradient"]),
  ruleCase("lbfgs", optimize.lbfgs, { memory: 3 }, ["steps", "changes", "pairs"], true),
  ruleCase("conjugateGradient", optimize.conjugateGradient, {}, ["step", "lastGradient"], true),
  ruleCase("lineSearch", steepest, { firstLength: 1e-3, curvature: 0.3 }, [], true),
];
