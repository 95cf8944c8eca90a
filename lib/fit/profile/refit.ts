import type { Floats } from "../../internal/arrays.ts";
import type { Flat } from "../../internal/read-flat.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import { load, rowOf, store } from "../../optimize/run/flats.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { wrongKind } from "../../internal/messages.ts";
import { leastSquares } from "../losses.ts";
import { faultOf } from "../residuals/check-finite.ts";
import type { FitArguments } from "../residuals/read-fit.ts";
import { openSolver, type StepReason } from "../step/solver.ts";

/** The loss of a refit is right to about this part of it. */
const ENOUGH = 1e-13;

/** The minimum of the loss over all elements but one. */
export interface Refit {
  /** The last point; a refit starts from there. */
  readonly x: Floats;
  evaluations: number;
  /**
   * Finds the minimum with the element at `value`, and leaves x there. Returns the loss, or NaN if
   * r or J is not finite there. `slope` is then the derivative of the minimum by the value.
   */
  at(value: number): number;
  slope: number;
}

/** Refits the flat with the element `index` fixed, by the steps of `levenbergMarquardt`. */
export function openRefit<F extends Flat>(
  call: string,
  flat: F,
  residuals: Residuals<F, unknown>,
  fit: FitArguments,
  index: number,
): Refit {
  const { target, r, matrix, rows } = fit;
  const x = rowOf(target);
  load(x, target);
  const lower = fit.lower.slice();
  const upper = fit.upper.slice();

  const evaluate = (isWhole: boolean): void => {
    store(x, target);
    refit.evaluations++;
    const given = residuals(flat, r, isWhole ? fit.jacobian : undefined);
    if (isThenable(given)) throw wrongKind(call, "residuals", "return at once", given);
  };

  const memory = { radius: 0, damping: 0, hidden: 0 };
  const scale = new Float64Array(x.length);
  const solver = openSolver({
    r,
    matrix,
    lower,
    upper,
    memory,
    scale,
    loss: leastSquares,
    isScaleFixed: false,
    factor: 1,
    converged: ENOUGH,
  });

  const refit: Refit = {
    x,
    evaluations: 0,
    slope: NaN,
    at: (value) => {
      x[index] = lower[index] = upper[index] = value;
      Object.assign(memory, { radius: 0, damping: 0, hidden: 0 });
      scale.fill(0);
      for (let isArrival = true; ;) {
        evaluate(isArrival);
        if (isArrival) {
          if (faultOf(fit) !== undefined) return NaN;
          solver.arrive(x);
        }
        const verdict: boolean | StepReason = isArrival ? false : solver.judge();
        isArrival = verdict === true;
        if (isArrival) continue;
        if (verdict !== false || solver.propose(x) !== undefined) break;
      }
      solver.restore(x);
      refit.slope = 0;
      const { data, offset, rowStride, columnStride } = matrix;
      for (let i = 0; i < rows; i++) {
        refit.slope += r[i]! * data[offset + i * rowStride + index * columnStride]!;
      }
      return solver.loss;
    },
  };
  return refit;
}
