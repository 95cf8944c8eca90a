/**
 * Notices that a run has come down to its noise floor, where rounding is all that still moves it.
 */
import type { Floats } from "../../internal/arrays.ts";
import { dot } from "../kernels/vectors.ts";
import type { Run } from "../run/contract.ts";
import type { LineSearch } from "./line-search.ts";

export interface Floor {
  /** Takes a step that was found, before the search arrives; returns whether this is the floor. */
  reaches(): boolean;
  /** The best point, and its loss. */
  best(): Floats;
  loss(): number;
  /** Forgets all losses: the objective is another one now. */
  reset(): void;
}

/** The number of steps in a row that may bring nothing: slow descents pause for ten and more. */
const patience = 16;

/** Losses closer than this part of them are the same. */
const rounding = 2 ** -48;

export function openFloor({ x, g }: Run<unknown>, line: LineSearch): Floor {
  const squaresOf = (point: Floats, gradient: Floats): number => {
    const free = line.path.freeGradient(point, gradient);
    return dot(free, free);
  };
  let best: Floats | undefined;
  let [lowest, least, idle, bestLoss, bestSquares] = [Infinity, Infinity, 0, NaN, NaN];

  const keep = (from: Floats, gradient: Floats, loss: number): void => {
    best ??= x.slice();
    best.set(from);
    bestLoss = loss;
    bestSquares = squaresOf(from, gradient);
  };

  return {
    best: () => best!,
    loss: () => bestLoss,
    reset: () => {
      [lowest, least, idle] = [Infinity, Infinity, 0];
    },
    reaches: () => {
      const loss = line.loss();
      const promise = line.promise();
      const isLower = loss < lowest - rounding * Math.abs(lowest);
      const isSmaller = promise < least / 2;
      if (!(loss >= lowest)) lowest = loss;
      least = Math.min(least, promise);
      if (isLower || isSmaller) {
        idle = 0;
        return false;
      }
      if (idle++ === 0) keep(line.start, line.startGradient, line.startLoss());
      const isTie = Math.abs(loss - bestLoss) <= rounding * Math.abs(bestLoss);
      if (isTie ? squaresOf(x, g) < bestSquares : loss < bestLoss) keep(x, g, loss);
      return idle === patience;
    },
  };
}
