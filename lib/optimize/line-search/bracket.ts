import { setPoint, trialStep, type Point } from "./trial-step.ts";

/** The interval that is known to hold a minimum, once the trials have gone beyond one. */
export interface Bracket {
  /** The best trial so far, at first the start. */
  readonly low: Point;
  isClosed(): boolean;
  /** Begins anew, from a slope. */
  open(slope: number): void;
  /** Takes a trial in; returns the next length, which stays half-way from `limit`. */
  next(at: Point, limit: number): number;
  /** Whether the trial is the best of a bracket narrower than this part of its length. */
  isNarrow(at: Point, part: number): boolean;
}

/** Moré & Thuente 1994, sections 3 and 4. */
export function openBracket(): Bracket {
  const low: Point = { length: 0, loss: 0, slope: 0 };
  const high: Point = { length: 0, loss: 0, slope: 0 };
  let isClosed = false;
  let width = Infinity;
  let widthBefore = Infinity;
  return {
    low,
    isClosed: () => isClosed,
    open: (slope) => {
      setPoint(low, 0, 0, slope);
      isClosed = false;
      width = widthBefore = Infinity;
    },
    next: (at, limit) => {
      const { length } = at;
      const ahead = length - low.length;
      const max = Math.min(length + 4 * ahead, (length + limit) / 2);
      let next = trialStep(low, isClosed ? high : undefined, at, length + 1.1 * ahead, max);
      const turned = at.loss > low.loss;
      const isBetween = turned || at.slope * low.slope < 0;
      if (turned) copy(high, at);
      else if (isBetween) copy(high, low);
      isClosed ||= isBetween;
      if (!turned) copy(low, at);
      if (!isClosed) return next;
      const now = Math.abs(high.length - low.length);
      if (!(now < 0.66 * widthBefore) || Number.isNaN(next)) next = (low.length + high.length) / 2;
      widthBefore = width;
      width = now;
      return next;
    },
    isNarrow: (at, part) =>
      isClosed && low.length === at.length && width < part * Math.max(low.length, high.length),
  };
}

const copy = (to: Point, { length, loss, slope }: Point): void => setPoint(to, length, loss, slope);
