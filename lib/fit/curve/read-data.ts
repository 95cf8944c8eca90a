/** Reads the points that a curve is fitted to. */
import { eachValue, shapeOfValues } from "../../algebra/internal/leaf-values.ts";
import { isFlatData, isNdArray, type FlatData } from "../../internal/arrays.ts";
import { wrongKind, wrongNumber } from "../../internal/messages.ts";
import {
  aboveZero,
  checkNumber,
  finite,
  notNaN,
  type Requirement,
} from "../../internal/numbers.ts";
import { labelAt, resolve, type Layout } from "../../layout.ts";

/** Points in order: a row of y for each x. */
export interface Points {
  readonly xs: readonly unknown[];
  /** One layout of one leaf: its shape is that of y. */
  readonly rows: Layout;
  readonly y: Float64Array;
  /** The residuals are divided by these standard deviations. */
  readonly sigma: Float64Array;
  /** The sigma of all points, if it is one: 1 if there is none. */
  readonly commonSigma: number | undefined;
  /** Whether `sigma` are standard deviations, and not only ratios of them. */
  readonly isKnown: boolean;
}

interface Given {
  readonly x: unknown;
  readonly y: unknown;
  readonly sigma?: unknown;
  readonly weights?: unknown;
}

/** @throws TypeError, RangeError naming the first number that is wrong by its row */
export function readPoints(call: string, { x, y, sigma, weights }: Given): Points {
  const given = sigma === undefined ? 1 : sigma;
  const shape = shapeOfY(call, y);
  const rows = resolve(call, { y: shape });
  const measured = readNumbers(call, "y", y, shape, finite);
  const xs = readPlaces(call, x);
  if (xs.length !== shape[0]) {
    throw wrongNumber(call, "x", `have ${shape[0]} elements, one for each row of y`, xs.length);
  }
  if (sigma !== undefined && weights !== undefined) {
    throw new RangeError(`${call}: give sigma or weights, and not both`);
  }
  const ratios =
    weights === undefined
      ? undefined
      : readNumbers(call, "weights", weights, shape, aboveZero).map((w) => 1 / Math.sqrt(w));
  return {
    xs,
    rows,
    y: measured,
    sigma: ratios ?? readSigma(call, given, shape),
    commonSigma: ratios === undefined && typeof given === "number" ? given : undefined,
    isKnown: sigma !== undefined,
  };
}

/** Standard deviations: one for all, or one for each element of a shape. */
export function readSigma(call: string, sigma: unknown, shape: readonly number[]): Float64Array {
  if (typeof sigma !== "number") return readNumbers(call, "sigma", sigma, shape, aboveZero);
  checkNumber(call, "sigma", sigma, aboveZero);
  return new Float64Array(shape.reduce((size, length) => size * length)).fill(sigma);
}

/** The x of each call of the model, one after the other. */
export function readPlaces(call: string, x: unknown): readonly unknown[] {
  if (isNdArray<FlatData>(x)) {
    if (x.shape.length !== 1) throw wrongNumber(call, "x", "have rank 1", `rank ${x.shape.length}`);
    return [...readNumbers(call, "x", x, x.shape, notNaN)];
  }
  if (!isFlatData(x)) throw wrongKind(call, "x", "be an array or an ndarray of rank 1", x);
  const xs: unknown[] = Array.from(x as ArrayLike<unknown>);
  xs.forEach((place, i) => {
    if (place === undefined || place === null) {
      throw wrongKind(call, `x[${i}]`, "be a number or an object", place);
    }
    const parts = typeof place === "object" ? Object.values(place) : [place];
    if (parts.some(Number.isNaN)) throw wrongNumber(call, "x", "have no NaN", `one at x[${i}]`);
  });
  return xs;
}

function shapeOfY(call: string, y: unknown): number[] {
  const shape = isNdArray(y) || isFlatData(y) ? shapeOfValues(y) : [];
  if (shape.length !== 1 && shape.length !== 2) {
    throw wrongKind(call, "y", "be an array with a number, or a row of them, for each x", y);
  }
  if (shape[0] === 0) throw wrongNumber(call, "y", "have at least one row", 0);
  if (shape[1] === 0) throw wrongNumber(call, "y", "have at least one output", 0);
  return shape;
}

function readNumbers(
  call: string,
  name: string,
  given: unknown,
  shape: readonly number[],
  { words, holds }: Requirement,
): Float64Array {
  const found: number[] = [];
  eachValue(call, name, shape, given, (value) => found.push(value));
  const bad = found.findIndex((value) => !holds(value));
  if (bad === -1) return Float64Array.from(found);
  const place = labelAt(resolve(call, { [name]: shape }), bad);
  throw wrongNumber(call, name, `be ${words}`, `${found[bad]} at ${place}`);
}
