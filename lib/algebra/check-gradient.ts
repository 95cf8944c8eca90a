import type { NdArray } from "ndarray";
import { checkFilled, readFlat } from "../internal/read-flat.ts";
import type { FlatData } from "../internal/arrays.ts";
import { checkFunction, isNdArray } from "../internal/checks.ts";
import { nameOf } from "../internal/messages.ts";
import { labelOf } from "./label.ts";
import { layoutOf, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import { viewMaker } from "../internal/make-view.ts";

/** The element, of a leaf or of all, where the two gradients differ most. */
export interface WorstElement {
  /** The leaf. */
  readonly path: string;
  readonly label: string;
  /** |analytic - numeric| / max(|analytic|, |numeric|, |f| / max(1, |x|)); Infinity for NaN. */
  readonly worst: number;
  /** What the objective wrote. */
  readonly analytic: number;
  /** What the loss did. */
  readonly numeric: number;
}

/** What `checkGradient` found; `leaves` has the worst element of each leaf that has elements. */
export interface GradientCheck extends WorstElement {
  readonly leaves: readonly WorstElement[];
}

/** By what `Object.prototype.toString` calls an array: a new one, and its unit roundoff times 2. */
const kinds: Record<string, { empty: (size: number) => FlatData; epsilon: number } | undefined> = {
  "[object Float64Array]": { empty: (size) => new Float64Array(size), epsilon: 2 ** -52 },
  "[object Float32Array]": { empty: (size) => new Float32Array(size), epsilon: 2 ** -23 },
  "[object Array]": { empty: (size) => Array<number>(size), epsilon: 2 ** -52 },
};

const NONE: WorstElement = { path: "", label: "", worst: 0, analytic: 0, numeric: 0 };

/**
 * Compares the gradient an objective writes with central differences, element by element:
 *
 *   ∂f/∂xᵢ ≈ (f(x + h·eᵢ) - f(x - h·eᵢ)) / 2h,   h = ε^(1/3)·max(1, |xᵢ|)
 *
 * which balances the formula's error, of order h², with the loss's, of order ε/h (Dennis &
 * Schnabel 1983, section 5.6). A right gradient shows errors around ε^(2/3): 1e-10 in float64, 1e-5
 * in float32. The gradient is handed over full of NaN, as solvers hand over what they used before:
 * an element that the objective forgets, or adds to, has the error Infinity.
 *
 * Costs two evaluations per element. The flat is given back to the bit, also after an exception.
 *
 * @param objective writes the gradient in place and returns the loss
 * @throws TypeError, RangeError where the flat does not fit or a loss is no number
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
  const layout = layoutOf(template);
  const run = readFlat<FlatData>(call, "flat", flat, layout.size);
  checkFilled(call, "flat", run);
  const { data, offset, stride } = run;
  const kind = kinds[Object.prototype.toString.call(data)];
  if (kind === undefined) {
    throw new TypeError(`${call}: flat must hold floating-point numbers, got ${nameOf(data)}`);
  }
  const gradient = kind.empty(layout.size).fill(Number.NaN);
  const handed = isNdArray(flat) ? viewMaker(call, gradient)([layout.size], [1], 0) : gradient;
  const lossNow = (): number => {
    const loss: unknown = objective(flat, handed as F);
    if (typeof loss === "number") return loss;
    throw new TypeError(`${call}: the objective must return a number, got ${nameOf(loss)}`);
  };

  lossNow();
  const analytic = gradient.slice();
  const relativeStep = Math.cbrt(kind.epsilon);
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
      const label = labelOf<Layout>(layout, index);
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
