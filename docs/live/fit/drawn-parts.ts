/** The points of a band that can be drawn: a fit without errors still has a curve. */
import type { BandAt } from "./fit-formula.ts";

export interface DrawnParts {
  readonly curve: readonly BandAt[];
  readonly band: readonly BandAt[];
}

export function drawnParts(points: readonly BandAt[]): DrawnParts {
  const curve = points.filter(({ value }) => Number.isFinite(value));
  return { curve, band: curve.filter(({ lower, upper }) => Number.isFinite(lower + upper)) };
}
