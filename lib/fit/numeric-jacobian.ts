import type { NdArray } from "ndarray";
import { isThenable } from "../internal/is-thenable.ts";
import { wrongKind } from "../internal/messages.ts";
import { checkFunction } from "../internal/checks.ts";
import { keepPoint } from "../internal/differences/keep-point.ts";
import { readPoint, type DifferenceOptions, type Point } from "../internal/differences/point.ts";
import { slopesWithin } from "../internal/differences/within-bounds.ts";
import { checkOptions } from "../internal/options.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import { resolve, type Layout } from "../layout.ts";
import type { Residuals } from "../optimize/run/contract.ts";
import { readBounds, type Bounds, type OpenBounds } from "../optimize/run/read-bounds.ts";
import type { Template } from "../template.ts";

/** The relative error of a Jacobian that is made here, for functions of ordinary accuracy. */
export const DIFFERENCES = 1e-10;

export interface NumericJacobianOptions extends DifferenceOptions {
  /** Limits of the elements, which no evaluation crosses: those of the fit. */
  readonly bounds?: Bounds;
  /** The template of the flat, if bounds are trees. */
  readonly template?: Template | Layout;
}

/**
 * Makes residuals with a Jacobian of residuals that have none. Each column is a central difference,
 * with the steps of `checkGradient`:
 *
 *   ∂r/∂xⱼ ≈ (r(x + h·eⱼ) - r(x - h·eⱼ)) / 2h,   h = ε^(1/3)·max(|xⱼ|, typical size)
 *
 * A column takes two evaluations, and its relative error is about 1e-10: pass that to `uncertainty`
 * as `jacobianError`. At a bound both places are on the inner side, and the formula is still of
 * second order. The column of an element that its bounds fix is 0. If an element is below 1e-3 and
 * its typical size is not known, larger steps are tried until a residual moves.
 *
 * @param residuals writes r at the flat, whose elements are moved and moved back
 * @param options.typicalSize how large the elements usually are: a number, or a flat of them
 * @throws TypeError, RangeError naming the option or the element; TypeError if it returns a promise
 * @example
 * const residuals = numericJacobian((theta: Float64Array, r) => {
 *   for (let i = 0; i < r.length; i++) r[i] = theta[0]! * Math.exp(-theta[1]! * xs[i]!) - ys[i]!;
 * });
 * for (const info of levenbergMarquardt(flat, residuals, { rows: xs.length }));
 */
export function numericJacobian<F extends Flat>(
  residuals: (flat: F, r: Float64Array) => void,
  options: NumericJacobianOptions = {},
): Residuals<F> {
  const call = "numericJacobian";
  checkFunction(call, "residuals", residuals);
  checkOptions(call, options, ["bounds", "typicalSize", "template"]);
  const { template, bounds = {} } = options;
  const layout = template === undefined ? undefined : resolve(call, template);
  let limits: OpenBounds | undefined;
  let copies: readonly Float64Array[] = [];

  return (flat, r, jacobian) => {
    const evaluate = (): void => {
      const given: unknown = residuals(flat, r);
      if (isThenable(given)) throw wrongKind(call, "residuals", "return at once", given);
    };
    evaluate();
    if (jacobian === undefined) return;
    const point = readPoint(call, flat, options, layout?.size);
    if (limits?.lower.length !== point.size) {
      limits = readBounds(call, bounds, readFloats(call, "flat", flat), layout);
    }
    if (copies[0]?.length !== r.length) copies = [r.slice(), r.slice(), r.slice()];
    const checkPoint = keepPoint(call, "residuals", point);
    writeColumns(point, limits, copies, r, jacobian, evaluate);
    checkPoint();
  };
}

/** Writes the columns and puts r back. */
function writeColumns(
  point: Point,
  { lower, upper }: OpenBounds,
  [center, ...sides]: readonly Float64Array[],
  r: Float64Array,
  jacobian: NdArray<Float64Array>,
  evaluate: () => void,
): void {
  center!.set(r);
  let turn = 0;
  const values = (): Float64Array => {
    evaluate();
    const copy = sides[turn]!;
    turn = 1 - turn;
    copy.set(r);
    return copy;
  };
  const { data, offset, stride } = jacobian;
  for (let j = 0; j < point.size; j++) {
    const slopeOf = slopesWithin(point, j, lower[j]!, upper[j]!, center!, values);
    for (let i = 0; i < r.length; i++) {
      data[offset + i * stride[0]! + j * stride[1]!] = slopeOf(i);
    }
  }
  r.set(center!);
}
