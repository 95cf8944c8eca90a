import type { NdArray } from "ndarray";
import { checkNumbers, readFlat } from "../internal/read-flat.ts";
import { dtypeOf, isFloats, zerosOf, type DType, type FlatData } from "../internal/arrays.ts";
import { checkFunction, isNdArray } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import { labelAt, resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { viewMaker } from "../internal/make-view.ts";

/** The element at which the two gradients differ most, in a leaf or in the whole flat. */
export interface WorstElement {
  /** The leaf. */
  readonly path: string;
  readonly label: string;
  /** |analytic - numeric| / max(|analytic|, |numeric|, |f| / max(1, |x|)); Infinity for NaN. */
  readonly worst: number;
  /** The element that the objective wrote. */
  readonly analytic: number;
  /** The central difference of the loss. */
  readonly numeric: number;
}

/** The report of `checkGradient`; `leaves` has the worst element of each leaf that has elements. */
export interface GradientCheck extends WorstElement {
  readonly leaves: readonly WorstElement[];
}

/** ε^(1/3) for each dtype as a literal, because `Math.cbrt` has other last bits on every engine. */
const rootOfEpsilon: { readonly [K in DType]: number } = {
  float64: 6.0554544523933395e-6,
  float32: 4.921566601151848e-3,
};

const NONE: WorstElement = { path: "", label: "", worst: 0, analytic: 0, numeric: 0 };

/**
 * Compares the gradient that an objective writes with central differences, element by element:
 *
 *   ∂f/∂xᵢ ≈ (f(x + h·eᵢ) - f(x - h·eᵢ)) / 2h,   h = ε^(1/3)·max(1, |xᵢ|)
 *
 * This step balances the formula's error, of order h², with the error of the loss, of order ε/h
 * (Dennis & Schnabel 1983, section 5.6). A right gradient shows errors around ε^(2/3): 1e-10 in
 * float64, 1e-5 in float32. The gradient array is full of NaN when the objective gets it, because
 * solvers hand over arrays that they used before: an element that the objective forgets, or adds
 * to, has the error Infinity.
 *
 * The check takes two evaluations for each element. Every element of the flat has its bits back
 * afterwards, even after an exception.
 *
 * @param objective writes the gradient in place and returns the loss
 * @throws TypeError, RangeError if the flat does not fit or a loss is not a number
 * @example
 * const { worst, label } = checkGradient(objective, flat, template);
 * if (worst > 1e-6) throw new Error(`the gradient is wrong at ${label}`);
 */
export function checkGradient<F extends FlatData | NdArray<FlatData>>(
  objective: (flat: F, gradient: F) => number,
  flat: F,
  template: Template | Layout,
): GradientCheck {
  const call = "checkGradient";
  checkFunction(call, "objective", objective);
  const layout = resolve(call, template);
  const elements = readFlat<FlatData>(call, "flat", flat, layout.size);
  const { data, offset, stride } = elements;
  if (!isFloats(data) && !Array.isArray(data)) {
    throw wrongKind(call, "flat", "hold floating-point numbers", data);
  }
  checkNumbers(call, "flat", elements);
  const empty = isFloats(data) ? zerosOf(data, layout.size) : Array<number>(layout.size);
  const gradient = empty.fill(Number.NaN);
  const handed = isNdArray(flat) ? viewMaker(gradient)([layout.size], [1], 0) : gradient;
  const lossNow = (): number => {
    const loss: unknown = objective(flat, handed as F);
    if (typeof loss === "number") return loss;
    throw wrongKind(call, "the objective", "return a number", loss);
  };

  lossNow();
  const analytic = gradient.slice();
  const relativeStep = rootOfEpsilon[isFloats(data) ? dtypeOf(data) : "float64"];
  const compare = (path: string, index: number): WorstElement => {
    const at = offset + index * stride;
    const x = data[at]!;
    const scale = Math.max(1, Math.abs(x));
    const lossAt = (value: number): [stored: number, loss: number] => {
      data[at] = value;
      return [data[at], lossNow()];
    };
    try {
      const [high, above] = lossAt(x + relativeStep * scale);
      const [low, below] = lossAt(x - relativeStep * scale);
      const numeric = (above - below) / (high - low);
      const own = analytic[index]!;
      const noise = Math.max(Math.abs(above), Math.abs(below)) / scale;
      const worst = errorOf(own, numeric, noise);
      const label = labelAt(layout, index);
      return { path, label, worst, analytic: own, numeric };
    } finally {
      data[at] = x;
    }
  };

  const leaves = layout.slots
    .filter(({ size }) => size > 0)
    .map(({ path, offset: first, size }) =>
      worstOf(Array.from({ length: size }, (_, i) => compare(path, first + i))),
    );
  return { ...worstOf(leaves), leaves };
}

function errorOf(analytic: number, numeric: number, noise: number): number {
  const difference = Math.abs(analytic - numeric);
  if (difference === 0) return 0;
  const error = difference / Math.max(Math.abs(analytic), Math.abs(numeric), noise);
  return Number.isNaN(error) ? Infinity : error;
}

const worstOf = (elements: readonly WorstElement[]): WorstElement =>
  elements.reduce((a, b) => (a === NONE || b.worst > a.worst ? b : a), NONE);
