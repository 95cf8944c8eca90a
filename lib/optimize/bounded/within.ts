import type { Floats } from "../../internal/arrays.ts";
import type { Path } from "../line-search/straight-path.ts";
import type { Limits } from "../run/read-bounds.ts";
import { openCauchyPoint, type BoundedStep } from "./cauchy-point.ts";
import { openCurvature } from "./curvature.ts";
import { freeGradient, longestStep, stepWithin } from "./feasible.ts";
import { openSubspace } from "./subspace.ts";

/** The steps of L-BFGS-B. */
export interface StepsWithin {
  /** The way to search along. */
  readonly path: Path;
  /** Writes the path from x, where the gradient is g. */
  readonly aim: () => void;
  /** The length to try first. */
  readonly firstLength: () => number;
  /** Reads the pair that was written last; `pairs` have been written in all. */
  readonly take: (pairs: number) => void;
  readonly forget: () => void;
}

/** @param steps and `changes` are the rings of pairs */
export function openStepsWithin(
  x: Floats,
  g: Floats,
  bounds: Limits,
  steps: readonly Floats[],
  changes: readonly Floats[],
): StepsWithin {
  const n = x.length;
  const memory = steps.length;
  const curvature = openCurvature(steps, changes);
  const at: BoundedStep = {
    step: new Float64Array(n),
    side: new Int8Array(n),
    c: new Float64Array(2 * memory),
  };
  const toCauchyPoint = openCauchyPoint(x, g, bounds, memory, curvature, at);
  const toMinimum = openSubspace(x, g, bounds, steps, changes, curvature, at);
  const free = new Float64Array(n);
  const path = {
    direction: at.step,
    longest: Infinity,
    narrow: 0.1, // L-BFGS-B: `xtol` in `lnsrlb`. To search on next to a pole would not pay.
    moveTo: (start: Floats, length: number) => stepWithin(x, start, length, at.step, bounds),
    freeGradient: (from: Floats, gradient: Floats) => freeGradient(free, from, gradient, bounds),
  };

  /** At most 1, and 1 if all elements that move have a bound ahead, which then sets the scale. */
  const shortStep = (): number => {
    let squares = 0;
    at.step.forEach((z, i) => {
      if ((z < 0 ? -bounds.lower[i]! : bounds.upper[i]!) === Infinity) squares += z * z;
    });
    return Math.min(1, 1 / Math.sqrt(squares));
  };

  let kept = 0;
  return {
    path,
    aim: () => {
      // Pairs that nearly depend on each other make the model indefinite by rounding. With half of
      // them they do so less, and without pairs nothing is factored.
      kept = curvature.there;
      while (!(curvature.use(kept) && toCauchyPoint() && toMinimum())) kept >>= 1;
      path.longest = longestStep(x, at.step, bounds);
    },
    firstLength: () => (kept === 0 ? shortStep() : 1),
    take: curvature.take,
    forget: curvature.forget,
  };
}
