/** ndarrays of any strides in an array with sentinels around and between their elements. */
import fc from "fast-check";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { layoutOf, type FlatData, type Template } from "ndarray-params";
import { SENTINEL } from "./flats.ts";
import { randomTemplate } from "./random-templates.ts";

/** How an ndarray lies: the order of its axes in memory, the gap, and which axes run backwards. */
export interface Lie {
  readonly gap: number;
  readonly shuffle: readonly number[];
  readonly flips: readonly boolean[];
}

export const randomLie: fc.Arbitrary<Lie> = fc.record({
  gap: fc.integer({ min: 1, max: 3 }),
  shuffle: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  flips: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
});

/** An ndarray that holds 0, 1, 2, ... row-major and lies as it is told. */
export function strided<D extends FlatData = Float64Array>(
  shape: readonly number[],
  { gap, shuffle, flips }: Lie,
  make: (size: number) => D = (size) => new Float64Array(size) as unknown as D,
): NdArray<D> {
  const axes = shape.map((_, i) => i).toSorted((a, b) => shuffle[a]! - shuffle[b]!);
  const stride = shape.map(() => 0);
  let step = gap;
  for (const axis of axes) {
    stride[axis] = step;
    step *= Math.max(1, shape[axis]!);
  }
  let offset = 2;
  for (const axis of axes) {
    if (!flips[axis] || shape[axis] === 0) continue;
    offset += (shape[axis]! - 1) * stride[axis]!;
    stride[axis]! *= -1;
  }
  const view = ndarray(make(step + 4).fill(SENTINEL) as D, [...shape], stride, offset);
  placesOf(view).forEach((place, i) => (view.data[place] = i));
  return view;
}

/** The indices in its array that a view touches, row-major. */
export function placesOf({ shape, stride, offset }: NdArray<FlatData>): number[] {
  let places = [offset];
  for (const [axis, length] of shape.entries()) {
    const longer: number[] = [];
    for (const place of places) {
      for (let i = 0; i < length; i++) longer.push(place + i * stride[axis]!);
    }
    places = longer;
  }
  return places;
}

/** A view's elements, row-major. */
export const elementsOf = (view: NdArray<FlatData>): number[] =>
  placesOf(view).map((place) => view.data[place]!);

/** Random templates of few elements, for laws whose cost is the square of that number. */
export const smallTemplate: fc.Arbitrary<Template> = randomTemplate.filter(
  (template) => layoutOf(template).size <= 40,
);
