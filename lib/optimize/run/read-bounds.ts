/** Reads bounds: numbers, flats, or trees by template, as two rows in the order of the flat. */
import type { NdArray } from "ndarray";
import { isFloat32, isFloats, isNdArray, type Floats } from "../../internal/arrays.ts";
import { checkReach, sameShape } from "../../internal/checks.ts";
import { shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { readFloats, type Elements, type Flat } from "../../internal/read-flat.ts";
import { checkSides, roundInward } from "../../internal/sides.ts";
import type { Layout } from "../../layout.ts";
import { leavesIn, type AnyTree } from "../../tree.ts";
import { rowMajor } from "../../views.ts";
import { placeOf } from "./finite.ts";
import { load, rowOf } from "./flats.ts";

/**
 * One side of the bounds: a number for all elements; a flat; or a tree of the template's structure
 * with a number or an ndarray at each leaf, which needs the option `template`.
 */
export type Bound = number | Flat | AnyTree<number | NdArray<Float64Array> | NdArray<Float32Array>>;

/** Limits that no element may cross. A side that is left out is infinite; equal sides fix. */
export interface Bounds {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** Bounds without gaps, as numbers that the dtype of the flat holds exactly. */
export interface Limits {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface OpenBounds extends Limits {
  /** @throws RangeError naming the first element that is not within them */
  readonly check: (row: Floats) => void;
}

type Side = keyof Limits;

/**
 * Reads bounds for a flat, which has to lie within them. For float32 they are rounded inward, so
 * that a point within them lies within what the caller gave; equal ones go to the nearest number.
 *
 * @throws TypeError, RangeError naming `call`, the side and the element
 */
export function readBounds(
  call: string,
  bounds: Bounds,
  flat: Elements<Floats>,
  layout: Layout | undefined,
): OpenBounds {
  checkSides(call, "bounds", bounds);
  const lower = readSide(call, "lower", bounds.lower, -Infinity, flat.size, layout);
  const upper = readSide(call, "upper", bounds.upper, Infinity, flat.size, layout);
  const place = (i: number): string => placeOf(layout, i);
  for (let i = 0; i < flat.size; i++) {
    if (lower[i]! <= upper[i]!) continue;
    const got = `${lower[i]} and ${upper[i]} at ${place(i)}`;
    throw wrongNumber(call, "bounds.lower", "be at most bounds.upper", got);
  }
  if (isFloat32(flat.data)) roundInward(call, lower, upper, place);
  const check = (x: Floats): void => {
    const bad = x.findIndex((v, i) => !(v >= lower[i]! && v <= upper[i]!));
    if (bad === -1) return;
    const need = `lie within its bounds, from ${lower[bad]} to ${upper[bad]} at ${place(bad)}`;
    throw wrongNumber(call, "flat", need, x[bad]!);
  };
  const start = rowOf(flat);
  load(start, flat);
  check(start);
  return { lower, upper, check };
}

function readSide(
  call: string,
  side: Side,
  bound: Bound | undefined,
  none: number,
  size: number,
  layout: Layout | undefined,
): Float64Array {
  const name = `bounds.${side}`;
  const row = new Float64Array(size);
  if (bound === undefined || typeof bound === "number") row.fill(bound ?? none);
  else if (ArrayBuffer.isView(bound) || isNdArray(bound)) {
    load(row, readFloats(call, name, bound, size, "flat has"));
  } else if (typeof bound !== "object" || bound === null) {
    throw wrongKind(call, name, "be a number, a flat or a tree of views", bound);
  } else if (layout === undefined) {
    throw wrongKind(call, name, "be a number or a flat if there is no template", bound);
  } else {
    const leaves = leavesIn(`${call}: ${name}`, layout, bound);
    layout.slots.forEach(({ path, shape, offset, size: length }, i) => {
      const part = row.subarray(offset, offset + length);
      readLeaf(call, `${name}.${path}`, leaves[i], shape, part);
    });
  }
  const bad = row.findIndex((v) => Number.isNaN(v) || v === -none);
  if (bad === -1) return row;
  const need = none < 0 ? "be below Infinity" : "be above -Infinity";
  throw wrongNumber(call, name, need, `${row[bad]} at ${placeOf(layout, bad)}`);
}

function readLeaf(
  call: string,
  name: string,
  leaf: unknown,
  shape: readonly number[],
  row: Float64Array,
): void {
  if (typeof leaf === "number") {
    row.fill(leaf);
    return;
  }
  if (!isNdArray<Floats>(leaf) || !isFloats(leaf.data)) {
    throw wrongKind(call, name, "be a number or an ndarray of floats", leaf);
  }
  if (!sameShape(leaf.shape, shape)) {
    throw wrongNumber(call, name, `have the shape ${shapeText(shape)}`, shapeText(leaf.shape));
  }
  checkReach(call, name, leaf);
  const own = rowMajor(shape, 1);
  for (let i = 0; i < row.length; i++) {
    let at = leaf.offset;
    shape.forEach((length, axis) => {
      at += (Math.floor(i / own[axis]!) % length) * leaf.stride[axis]!;
    });
    row[i] = leaf.data[at]!;
  }
}
