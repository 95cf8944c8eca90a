import type { Floats } from "../../internal/arrays.ts";
import type { Elements } from "../../internal/read-flat.ts";
import type { BareRun, Progress } from "../../optimize/run/contract.ts";
import { rowOf, sameElements, store } from "../../optimize/run/flats.ts";
import type { Rule, Turn } from "../../optimize/run/loop.ts";
import type { Evaluation } from "../../optimize/run/open-run.ts";
import { allFinite, divergence } from "../../optimize/run/finite.ts";
import { checkFinite, forget } from "../residuals/check-finite.ts";
import type { FitArguments } from "../residuals/read-fit.ts";
import type { Solver, StepReason } from "../step/solver.ts";
import type { FitInfo } from "./fit-info.ts";

/** The fields that a fit adds to the numbers of every run. */
type Shown = Pick<
  FitInfo<unknown>,
  "r" | "jacobian" | "jacobians" | "damping" | "ratio" | "rank" | "active" | "weights" | "offset"
>;

type FitProgress = Progress & { -readonly [K in keyof Shown]: Shown[K] };

/** The purpose of the last evaluation. */
type Phase = "start" | "trial" | "arrival";

/** The rule around a solver: which evaluation comes next, and what the caller sees of it. */
export function takeSteps(
  run: BareRun,
  fit: FitArguments,
  solver: Solver,
  slope: Elements<Floats>,
  call: (isWhole: boolean) => unknown,
): Rule<FitProgress, StepReason> & { readonly evaluation: Evaluation; readonly shown: Shown } {
  const { x, progress } = run;
  const { r, jacobian } = fit;
  const g = rowOf(slope);
  const origin = x.slice();
  let phase: Phase = "start";
  let isKnown = false; // whether the solver is at the flat
  let jacobians = 0;

  const evaluation: Evaluation = {
    name: "residuals",
    call: () => {
      if (progress.evaluations === 0) forget(fit);
      return call(phase !== "trial");
    },
    take: () => {
      progress.evaluations++;
      if (phase !== "trial") jacobians++;
    },
  };

  /** Takes r and J at x. */
  const arrive = (info: FitProgress): void => {
    const iteration = progress.iteration + 1;
    checkFinite(`${run.call}: in iteration ${iteration}`, fit);
    solver.arrive(x);
    const { loss, gradient } = solver;
    if (!(Number.isFinite(loss) && allFinite(gradient))) {
      throw divergence(run.call, iteration, loss, gradient, fit.layout);
    }
    origin.set(x);
    isKnown = true;
    info.loss = run.originLoss = loss;
    info.jacobians = jacobians;
    info.damping = solver.damping;
    info.ratio = solver.ratio;
    info.rank = solver.rank;
    info.offset = solver.offset;
    g.set(gradient);
    store(g, slope);
  };

  const tryNext = (): Turn<StepReason> => {
    run.origin = origin;
    phase = "trial";
    const reason = solver.propose(x);
    if (reason !== undefined) solver.restore(x);
    return reason ?? "evaluate";
  };

  const { active, weights } = solver;
  return {
    ends: true,
    evaluation,
    shown: {
      r,
      jacobian,
      jacobians,
      damping: 0,
      ratio: NaN,
      rank: 0,
      active,
      weights,
      offset: NaN,
    },
    begin: () => {
      if (isKnown && sameElements(x, origin)) return tryNext();
      fit.check(x);
      isKnown = false;
      phase = "start";
      return "evaluate";
    },
    resume: (info) => {
      if (phase === "start") {
        arrive(info);
        return tryNext();
      }
      if (phase === "arrival") {
        arrive(info);
        return "step";
      }
      const verdict = solver.judge();
      if (verdict === false) return tryNext();
      if (verdict !== true) {
        solver.restore(x);
        return verdict;
      }
      phase = "arrival";
      return "evaluate";
    },
  };
}
