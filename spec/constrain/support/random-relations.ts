/** Random templates with a constraint for each leaf that one fits, and free flats for them. */
import fc from "fast-check";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { floatKinds, type DType, type Floats } from "../../../lib/internal/arrays.ts";
import {
  affine,
  choleskyCorrelation,
  choleskyCovariance,
  interval,
  lower,
  ordered,
  positiveOrdered,
  simplex,
  sumToZero,
  unitVector,
  upper,
  type Constraint,
} from "ndarray-params/constrain";
import { SENTINEL } from "../../support/flats.ts";
import { relationOf, type AnyConstrained, type Name } from "./points.ts";

interface Leaf {
  readonly name: Name | "none";
  readonly shape: number[];
  readonly constraint: Constraint | undefined;
}

const front = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 });
const anyShape = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 });
const vector = (least: number): fc.Arbitrary<number[]> =>
  fc.tuple(front, fc.integer({ min: least, max: 5 })).map(([axes, n]) => [...axes, n]);
const matrix = fc.tuple(front, fc.integer({ min: 0, max: 4 })).map(([axes, n]) => [...axes, n, n]);

const leafOf = (
  name: Leaf["name"],
  shape: fc.Arbitrary<number[]>,
  make: (shape: readonly number[]) => Constraint | undefined,
): fc.Arbitrary<Leaf> => shape.map((own) => ({ name, shape: own, constraint: make(own) }));

/** A bound for each element, as an ndarray that runs backwards. */
function views(shape: readonly number[], first: number): NdArray<Float64Array> {
  const size = shape.reduce((product, axis) => product * axis, 1);
  const data = Float64Array.from({ length: size }, (_, i) => first + i / 4);
  const { stride } = ndarray(data, [...shape]);
  const last = size === 0 ? 0 : size - 1;
  return ndarray(
    data,
    [...shape],
    stride.map((step) => (size === 0 ? step : -step)),
    last,
  );
}

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  leafOf("none", anyShape, () => undefined),
  leafOf("lower", anyShape, () => lower(-0.5)),
  leafOf("lower", anyShape, (shape) => lower(views(shape, -2))),
  leafOf("upper", anyShape, () => upper(1.5)),
  leafOf("upper", anyShape, (shape) => upper(views(shape, -2))),
  leafOf("interval", anyShape, () => interval(-1, 2)),
  leafOf("interval", anyShape, (shape) => interval(-3, views(shape, 0))),
  leafOf("interval", anyShape, (shape) => interval(views(shape, -3), 20)),
  leafOf("interval", anyShape, (shape) => interval(views(shape, -3), views(shape, 1))),
  leafOf("affine", anyShape, () => affine(2, 0.25)),
  leafOf("affine", anyShape, (shape) => affine(views(shape, 0), views(shape, 0.5))),
  leafOf("ordered", vector(0), () => ordered),
  leafOf("positiveOrdered", vector(0), () => positiveOrdered),
  leafOf("sumToZero", vector(1), () => sumToZero),
  leafOf("simplex", vector(1), () => simplex),
  leafOf("unitVector", vector(2), () => unitVector),
  leafOf("choleskyCorrelation", matrix, () => choleskyCorrelation),
  leafOf("choleskyCovariance", matrix, () => choleskyCovariance),
);

export interface RandomRelation {
  readonly relation: AnyConstrained;
  /** The constraint's name by the path of the leaf. */
  readonly nameAt: ReadonlyMap<string, Leaf["name"]>;
}

export const randomRelation: fc.Arbitrary<RandomRelation> = fc
  .array(leaf, { minLength: 1, maxLength: 4 })
  .map((leaves) => ({
    relation: relationOf(
      Object.fromEntries(leaves.map(({ shape }, i) => [`leaf${i}`, shape])),
      Object.fromEntries(
        leaves.flatMap(({ constraint }, i) => (constraint ? [[`leaf${i}`, constraint]] : [])),
      ),
    ),
    nameAt: new Map(leaves.map(({ name }, i) => [`leaf${i}`, name])),
  }));

/** How a flat lies in its array, and the array's data type. */
export interface Place {
  readonly dtype: DType;
  readonly stride: number;
  readonly isArray: boolean;
}

export const randomPlace: fc.Arbitrary<Place> = fc.record({
  dtype: fc.constantFrom("float64", "float32"),
  stride: fc.constantFrom(1, 2, 3, -1, -2),
  isArray: fc.boolean(),
});

export interface PlacedFlat {
  readonly flat: Floats | NdArray<Float64Array>;
  readonly elements: () => number[];
  /** Whether the sentinels around and between the elements are all there. */
  readonly isClean: () => boolean;
}

/** A flat of some elements, with sentinels around it. */
export function flatOf(elements: readonly number[], { dtype, stride, isArray }: Place): PlacedFlat {
  const step = isArray ? 1 : stride;
  const room = 3;
  const { Data } = floatKinds[dtype];
  const data: Floats = new Data(2 * room + elements.length * Math.abs(step)).fill(SENTINEL);
  const offset = step > 0 ? room : data.length - 1 - room;
  const places = elements.map((_, i) => offset + i * step);
  places.forEach((place, i) => (data[place] = elements[i]!));
  const flat = isArray
    ? data.subarray(room, room + elements.length)
    : (ndarray(data, [elements.length], [step], offset) as NdArray<Float64Array>);
  return {
    flat,
    elements: () => places.map((place) => data[place]!),
    isClean: () => data.every((own, i) => places.includes(i) || own === SENTINEL),
  };
}

/** n numbers between -1.5 and 1.5 that are no round ones, and differ with the seed. */
export const numbersFor = (n: number, seed: number): number[] =>
  Array.from({ length: n }, (_, i) =>
    Math.fround(1.5 * Math.sin(12.9898 * (i + 1) + 78.233 * seed)),
  );
