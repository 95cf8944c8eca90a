import { openDampedStep, type BoxProblem } from "./damped-step.ts";
import { findDamping, type Point } from "./find-damping.ts";

/** The numbers that a fit remembers from one iteration to the next; all are 0 at first. */
export interface Memory {
  /** Δ: the next step is about this long, measured as ‖D·d‖, or shorter. */
  radius: number;
  /** λ. */
  damping: number;
  /** The part of the loss that the last step was worth, if rounding hides what it took away. */
  hidden: number;
}

export interface TrustRegion {
  /** The step of the last `propose`. */
  readonly step: Float64Array;
  /** -1 or 1 if the step ends at this bound of the element, and 0 between them. */
  readonly walls: Int8Array;
  /** Whether the radius does not limit the step. */
  readonly isWhole: boolean;
  /**
   * Finds the step within the radius, which in the first iteration is not above its length. Returns
   * how much of the loss it takes away if the residuals are as linear as J says, or NaN if every
   * step is beyond the range of doubles: the model hardly changes.
   *
   * @param least the least damping, 0 for a J of full rank
   */
  propose(point: Point, least: number, isFirst: boolean): number;
  /**
   * Sets the next radius by how much of the loss the step took away, NaN if that is not known.
   * Returns the ratio of that to what was predicted.
   */
  judge(actual: number): number;
}

/** A step is accepted if it takes away this part of what it should.  MINPACK lmder */
export const ENOUGH = 1e-4;

/** The radius of a trust region, and the steps in it.  Moré 1978, section 7; MINPACK lmder */
export function openTrustRegion(problem: BoxProblem, memory: Memory): TrustRegion {
  const { at, width } = problem.triangle;
  const n = width - 1;
  const damped = openDampedStep(problem);
  const { step, walls } = damped;
  let length = 0;
  let slope = 0; // of the loss along the step
  let predicted = 0;
  let isWhole = false;

  const shrink = (part: number): void => {
    memory.radius = part * Math.min(memory.radius, 10 * length);
    memory.damping /= part;
  };

  const find = (point: Point, least: number): void => {
    memory.damping = findDamping(damped, point, memory.radius, memory.damping, least);
    isWhole = memory.damping === least;
    length = damped.length();
    slope = predicted = 0;
    for (let k = 0; k < n; k++) {
      let change = 0; // t = R·d
      for (let j = k; j < n; j++) change += at[k * width + j]! * step[j]!;
      slope += change * at[k * width + n]!;
      predicted -= change * (at[k * width + n]! + change / 2);
    }
  };

  return {
    step,
    walls,
    get isWhole() {
      return isWhole;
    },
    propose: (point, least, isFirst) => {
      const { radius, damping } = memory;
      for (find(point, least); !Number.isFinite(predicted); find(point, least)) {
        shrink(0.1);
        if (memory.radius > 0) continue;
        Object.assign(memory, { radius, damping });
        return NaN;
      }
      if (isFirst) memory.radius = Math.min(memory.radius, length);
      return predicted;
    },
    judge: (actual) => {
      const ratio = actual / predicted;
      if (Number.isNaN(actual)) shrink(0.1);
      else if (ratio <= 0.25) {
        // The minimum of the parabola through both losses with this slope.
        const part = actual >= 0 ? 0.5 : slope / (2 * (slope + actual));
        shrink(Math.max(part, 0.1));
      } else if (isWhole || ratio >= 0.75) {
        memory.radius = 2 * length;
        memory.damping /= 2;
      }
      return ratio;
    },
  };
}
