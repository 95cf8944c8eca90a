/** Reads what every function of this family is given: residuals, their rows, a flat and its bounds. */
import type { NdArray } from "ndarray";
import { isFloat64, isNdArray, type Floats } from "../../internal/arrays.ts";
import { checkFunction, checkReach } from "../../internal/checks.ts";
import { viewMaker } from "../../internal/make-view.ts";
import { shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { checkNumber, count } from "../../internal/numbers.ts";
import { checkIsOptions } from "../../internal/options.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";
import { columnOf, readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import { resolve, type Layout } from "../../layout.ts";
import { layoutFor } from "../../optimize/run/read-arguments.ts";
import { readBounds, type Bounds, type OpenBounds } from "../../optimize/run/read-bounds.ts";
import type { Template } from "../../template.ts";
import type { MatrixElements } from "../factor/factor-residuals.ts";

/** The options of every function that takes residuals. */
export interface FitOptions {
  /** How many residuals there are, or a template of that size, which gives them names. */
  readonly rows: number | Template | Layout;
  /** The template of `flat`: names for bounds, errors and results. */
  readonly template?: Template | Layout;
  /** Limits of the elements; equal ones fix an element. `flat` has to lie within them. */
  readonly bounds?: Bounds;
  /** The function writes the residuals into it; by default a new array. */
  readonly r?: Float64Array;
  /** The function writes their derivatives into it; by default a new matrix. */
  readonly jacobian?: NdArray<Float64Array>;
}

/** The names of these options. */
export const fitOptions: readonly (keyof FitOptions)[] = [
  "rows",
  "template",
  "bounds",
  "r",
  "jacobian",
];

/** The arguments of a fit, resolved to integers. */
export interface FitArguments extends OpenBounds {
  readonly target: Elements<Floats>;
  readonly layout: Layout | undefined;
  /** The number of residuals. */
  readonly rows: number;
  readonly rowLayout: Layout | undefined;
  readonly r: Float64Array;
  readonly jacobian: NdArray<Float64Array>;
  readonly matrix: MatrixElements;
}

/** @throws TypeError, RangeError naming `call` and the argument */
export function readFit(
  call: string,
  flat: Flat,
  residuals: unknown,
  options: FitOptions,
): FitArguments {
  const target = readFloats(call, "flat", flat);
  const { size } = target;
  checkFunction(call, "residuals", residuals);
  checkIsOptions(call, options);
  const { template, bounds = {} } = options;
  const layout = layoutFor(call, template, size);
  const { rows, rowLayout } = readRows(call, options.rows);
  const r = options.r === undefined ? new Float64Array(rows) : options.r;
  if (!isFloat64(r)) throw wrongKind(call, "r", "be a Float64Array", r);
  if (r.length !== rows) throw wrongNumber(call, "r", `have ${rows} elements, one a row`, r.length);
  const jacobian = readJacobian(call, options.jacobian, rows, size);
  const { data, offset, stride } = jacobian;
  const column = columnOf({ data: r, size: rows, offset: 0, stride: 1 });
  const elements = columnOf(target);
  const refuse = (names: string): RangeError =>
    new RangeError(`${call}: ${names} must not share elements`);
  if (overlaps(elements, column)) throw refuse("flat and r");
  if (overlaps(elements, jacobian)) throw refuse("flat and jacobian");
  if (overlaps(column, jacobian)) throw refuse("r and jacobian");
  return {
    target,
    layout,
    rows,
    rowLayout,
    r,
    jacobian,
    matrix: { data, offset, rowStride: stride[0]!, columnStride: stride[1]! },
    ...readBounds(call, bounds, target, layout),
  };
}

function readRows(
  call: string,
  rows: FitOptions["rows"],
): { readonly rows: number; readonly rowLayout: Layout | undefined } {
  if (typeof rows === "number") {
    checkNumber(call, "rows", rows, count);
    return { rows, rowLayout: undefined };
  }
  if (typeof rows !== "object" || rows === null) {
    throw wrongKind(call, "rows", "be the number of residuals or their template", rows);
  }
  const rowLayout = resolve(`${call}: rows`, rows);
  if (rowLayout.size === 0) {
    throw wrongNumber(call, "rows", "have at least one element", "a template of size 0");
  }
  return { rows: rowLayout.size, rowLayout };
}

function readJacobian(
  call: string,
  jacobian: unknown,
  rows: number,
  columns: number,
): NdArray<Float64Array> {
  if (jacobian === undefined) {
    const data = new Float64Array(rows * columns);
    return viewMaker(data)([rows, columns], [columns, 1], 0);
  }
  if (!isNdArray<Float64Array>(jacobian) || !isFloat64(jacobian.data)) {
    throw wrongKind(call, "jacobian", "be an ndarray on a Float64Array", jacobian);
  }
  const { shape } = jacobian;
  if (shape.length !== 2 || shape[0] !== rows || shape[1] !== columns) {
    const need = `have the shape ${shapeText([rows, columns])}`;
    throw wrongNumber(call, "jacobian", need, shapeText(shape));
  }
  checkReach(call, "jacobian", jacobian);
  if (overlapsItself(jacobian)) {
    throw new RangeError(`${call}: jacobian must have distinct elements`);
  }
  return jacobian;
}
