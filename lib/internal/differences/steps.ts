/**
 * The steps of finite differences. An element x is moved by
 *
 *   h = ε^(1/3)·max(|x|, typical size)
 *
 * which balances the truncation of a central difference, of order h², with the rounding of the
 * function, of order ε/h (Dennis & Schnabel 1983, section 5.4). If the function is itself a central
 * difference, its rounding is of order ε/h² and the step is ε^(1/4)·max(|x|, typical size).
 */
import { floatKinds, type DType } from "../arrays.ts";
import type { Point } from "./point.ts";

interface Scale {
  /**
   * ε^(1/3), and about ε^(1/4), as literals because `Math.cbrt` has other last bits on every engine.
   * A step of 2^-13 would keep short numbers short, so that a function of them looked rounded.
   */
  readonly steps: readonly [number, number];
  /** ε^(2/3): the difference of two values that agree to this part of them has too few digits. */
  readonly change: number;
}

const scales: { readonly [K in DType]: Scale } = {
  float64: { steps: [6.0554544523933395e-6, 1.2345e-4], change: 3.6668528625010315e-11 },
  float32: { steps: [4.921566601151848e-3, 1.8581361171917516e-2], change: 2.4221817809573358e-5 },
};

/** The values of a function. */
export type Values = ArrayLike<number>;

/** The values of a function at two places near an element. */
interface Tried {
  readonly step: number;
  readonly beyond: Values;
  readonly before: Values;
}

/** The values at both sides: `beyond` is away from 0. */
export interface Sides extends Tried {
  /** The size of the element, to which the step is relative. */
  readonly size: number;
  /** The distance from one side to the other; it has the sign of the element. */
  readonly width: number;
}

type SidesOf<S> = (size: number, step: number) => S;

/**
 * The values a step to both sides of an element, which has its bits back afterwards, even after an
 * exception. The step is rounded to what the flat can hold on the side away from 0. Towards 0
 * the grid of floats is not coarser, so the other side is at the same distance exactly if the step
 * is smaller than the element.
 *
 * @param evaluate returns values that the next call does not overwrite
 */
export const sidesAt =
  ({ data, offset, stride }: Point, index: number, evaluate: () => Values): SidesOf<Sides> =>
  (size, step) => {
    const at = offset + index * stride;
    const x = data[at]!;
    try {
      data[at] = x < 0 ? x - step : x + step;
      const far = data[at];
      const beyond = evaluate();
      data[at] = x - (far - x);
      const width = far - data[at];
      return { size, step, beyond, before: evaluate(), width };
    } finally {
      data[at] = x;
    }
  };

/**
 * The sides of an element by the rule. If its typical size is not known, the step grows while the
 * function does not move at all, which may be due to its rounding. An element below 1e-3 may also be
 * small by chance, on its way through 0: there the function has to move by enough digits. The size
 * of 0 is 1e-3 at first.
 *
 * @param center the values at the point
 * @param order 2 if the function is a central difference
 */
export function stepAt<S extends Tried>(
  point: Point,
  index: number,
  center: Values,
  sidesOf: SidesOf<S>,
  order: 1 | 2 = 1,
): S {
  const { data, offset, stride, dtype, sizeAt } = point;
  const { steps, change } = scales[dtype];
  const { smallest, epsilon } = floatKinds[dtype];
  const typical = sizeAt(index);
  const own = Math.max(Math.abs(data[offset + index * stride]!), typical);
  const enough = own < 1e-3 ? change : 0;
  // The step of a subnormal number would have no digits.
  for (let size = own < smallest / epsilon ? 1e-3 : own; ; size *= 8) {
    const sides = sidesOf(size, steps[order - 1]! * size);
    const { step, beyond, before } = sides;
    if (typical > 0 || step > 0.01 * Math.max(1, own)) return sides;
    if (moves(center, beyond, before, enough)) return sides;
  }
}

/** Whether a value differs on a side by more than a part `change` of the largest value. */
function moves(center: Values, beyond: Values, before: Values, change: number): boolean {
  let most = 0;
  let largest = 0;
  for (let i = 0; i < center.length; i++) {
    const value = center[i]!;
    largest = Math.max(largest, Math.abs(value));
    most = Math.max(most, Math.abs(beyond[i]! - value), Math.abs(before[i]! - value));
  }
  return !(most <= change * largest);
}
