/** A gradient by central differences whose steps stay the same while the flat is moved. */
import type { Point } from "./point.ts";
import { sidesAt, stepAt, type Sides, type Values } from "./steps.ts";

/** The central difference of the first value. */
export const slopeOf = ({ beyond, before, width }: Sides): number =>
  (beyond[0]! - before[0]!) / width;

interface Slopes {
  readonly slopes: () => Float64Array;
  /** The i-th slope is a difference of numbers of this size. */
  readonly heightOf: (i: number) => number;
}

/** The gradient of a loss, for differences of differences: the steps are those of second order. */
export function slopesOf(point: Point, evaluate: () => Values): Slopes {
  const center = evaluate();
  const sides = Array.from({ length: point.size }, (_, i) =>
    stepAt(point, i, center, sidesAt(point, i, evaluate), 2),
  );
  return {
    slopes: () =>
      Float64Array.from(sides, ({ size, step }, i) =>
        slopeOf(sidesAt(point, i, evaluate)(size, step)),
      ),
    heightOf: (i) => Math.abs(center[0]!) / sides[i]!.step,
  };
}
