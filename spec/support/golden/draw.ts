/** The parts of cases: drawn numbers, ndarrays of every stride, and what is hashed of them. */
import ndarray from "ndarray";
import type { NdArray, TypedArray } from "ndarray";

export type Numbers = TypedArray | number[];
export type Floats = Float64Array | Float32Array;
export type DType = "float64" | "float32";

/** The bytes that are hashed: text as UTF-8, an array as its bytes, a plain array as float64. */
export type Part = string | ArrayBufferView | readonly number[];

/** Each case by its name, which begins with the family. */
export type Cases = Readonly<Record<string, () => Part | readonly Part[] | Promise<Part>>>;

const prefixed = (prefix: string, cases: Cases): Cases =>
  Object.fromEntries(Object.entries(cases).map(([name, run]) => [`${prefix}: ${name}`, run]));

/** Cases whose bits are others since rules with a line search end at the noise floor. */
export const withEnds = (cases: Cases): Cases => prefixed("ends", cases);

/** Cases that use logarithms or powers of the engine, where only its exact results are promised. */
export const throughMath = (cases: Cases): Cases => prefixed("math", cases);

/** Cases that went through the engine's powers and cosines in 0.1.0, and use our own since then. */
export const withExactMath = (cases: Cases): Cases => prefixed("exact", cases);

export const dtypes: readonly DType[] = ["float64", "float32"];

export const floats = (dtype: DType, size: number): Floats =>
  dtype === "float64" ? new Float64Array(size) : new Float32Array(size);

export interface Source {
  /** The next integer from 0 to below - 1. */
  readonly integer: (below: number) => number;
  /** The next number in [0, 1), of 53 bits. */
  readonly unit: () => number;
  /** The next number between -2 and 2, all bits of its fraction in use. */
  readonly number: () => number;
  /** Fills an array with such numbers. */
  readonly into: <D extends Numbers>(data: D) => D;
}

/** Numbers of a 32-bit linear congruential generator (Numerical Recipes), with + - * / alone. */
export function source(seed: number): Source {
  let state = seed;
  const word = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const unit = (): number => ((word() >>> 5) * 67108864 + (word() >>> 6)) / 9007199254740992;
  const number = (): number => (4 * unit() - 2) / (1 + (word() >>> 29));
  return {
    integer: (below) => Math.floor((word() / 4294967296) * below),
    unit,
    number,
    into: (data) => {
      for (let i = 0; i < data.length; i++) data[i] = number();
      return data;
    },
  };
}

/** How the elements of a view lie in memory. */
export const lies = ["row-major", "column-major", "stepped", "reversed"] as const;
export type Lie = (typeof lies)[number];

/** A view that lies as it is told, in an array of -7 with room around and between its elements. */
export function viewOf<D extends Numbers>(
  make: (size: number) => D,
  shape: readonly number[],
  lie: Lie = "row-major",
): NdArray<D> {
  const gap = lie === "stepped" ? 3 : 1;
  const axes = shape.map((_, axis) => axis);
  const stride = shape.map(() => 0);
  let step = gap;
  let offset = 2;
  for (const axis of lie === "column-major" ? axes : axes.toReversed()) {
    stride[axis] = step;
    step = step * Math.max(1, shape[axis]!) + gap - 1;
  }
  if (lie === "reversed") {
    for (const axis of axes) {
      offset += Math.max(0, shape[axis]! - 1) * stride[axis]!;
      stride[axis]! *= -1;
    }
  }
  const data = make(step + 4);
  data.fill(-7);
  return ndarray(data, [...shape], stride, offset);
}

/** The places of a view's elements in its array, in row-major order. */
export function placesOf({ shape, stride, offset }: NdArray<Numbers>): Int32Array {
  let places = Int32Array.of(offset);
  for (const [axis, length] of shape.entries()) {
    const longer = new Int32Array(places.length * length);
    let next = 0;
    for (const at of places) {
      for (let i = 0; i < length; i++) longer[next++] = at + i * stride[axis]!;
    }
    places = longer;
  }
  return places;
}

/** A view's elements in row-major order. */
export const elementsOf = (view: NdArray<Numbers>): number[] =>
  Array.from(placesOf(view), (at) => view.data[at]!);

/** Fills a view in row-major order, and returns it. */
export function fillView<V extends NdArray<Numbers>>(view: V, { number }: Source): V {
  for (const at of placesOf(view)) view.data[at] = number();
  return view;
}

export const isView = (value: unknown): value is NdArray<Numbers> =>
  typeof value === "object" && value !== null && "stride" in value && "offset" in value;

/** The views of a tree with their paths, found without the library. */
export function viewsIn(tree: object, path = ""): [path: string, view: NdArray<Numbers>][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const own = `${path}/${key}`;
    if (isView(value)) return [[own, value]];
    return viewsIn(value as object, own);
  });
}

/** The places of the elements of a tree of views, as text. */
export const layOf = (tree: object): string =>
  viewsIn(tree)
    .map(([path, { dtype, shape, stride, offset }]) =>
      [path, dtype, `[${shape.join()}]`, `[${stride.join()}]`, offset].join(" "),
    )
    .join("\n");

/** The places and the values of the elements of a tree of views. */
export const partsOf = (tree: object): Part[] => [
  layOf(tree),
  ...viewsIn(tree).map(([, view]) => elementsOf(view)),
];

/** Fills every view of a tree, and returns the tree. */
export function fillViews<T extends object>(tree: T, from: Source): T {
  for (const [, view] of viewsIn(tree)) fillView(view, from);
  return tree;
}
