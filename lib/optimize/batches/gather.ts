import type { TypedArray } from "ndarray";
import { copyRun, LONG_RUN } from "../../internal/copy-run.ts";
import { viewMaker } from "../../internal/make-view.ts";
import { rowMajor } from "../../views.ts";
import type { Samples } from "./samples.ts";

export interface Gathered {
  /** The new array, read as samples itself. */
  readonly target: Samples;
  /** Copies the samples `order[first]`, `order[first + 1]`, ..., `count` of them, to its front. */
  readonly fill: (order: Int32Array, first: number, count: number) => void;
}

/** Makes an array for `count` samples, each of them in row-major order. */
export function gather(samples: Samples, count: number): Gathered {
  const { data, shape, stride, offset, axis, makeView } = samples;
  const places = placesOf(samples);
  const size = places.length;
  const isRun = size >= LONG_RUN && places.every((place, i) => place === i);
  const Data = data.constructor as new (size: number) => TypedArray;
  const to = new Data(count * size);
  const target: Samples = {
    data: to,
    shape,
    stride: rowMajor(shape.toSpliced(axis, 1), 1).toSpliced(axis, 0, size),
    offset: 0,
    axis,
    count,
    makeView: makeView && viewMaker(to),
  };
  return {
    target,
    fill: (order, first, taken) => {
      for (let s = 0, at = 0; s < taken; s++, at += size) {
        const from = offset + order[first + s]! * stride[axis]!;
        if (isRun) copyRun(data, from, to, at, size);
        else for (let i = 0; i < size; i++) to[at + i] = data[from + places[i]!]!;
      }
    },
  };
}

/** The distances of a sample's elements from its first one, in row-major order. */
function placesOf({ shape, stride, axis }: Samples): Int32Array {
  let places = [0];
  for (const [i, length] of shape.entries()) {
    if (i === axis) continue;
    const along = Array.from({ length }, (_, k) => k * stride[i]!);
    places = places.flatMap((place) => along.map((step) => place + step));
  }
  return Int32Array.from(places);
}
