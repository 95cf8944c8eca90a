import type { TypedArray } from "ndarray";
import { isFloats } from "../../internal/arrays.ts";
import { copyRun, LONG_RUN } from "../../internal/copy-run.ts";
import { viewMaker } from "../../internal/make-view.ts";
import type { Share } from "../../internal/threads/share-rows.ts";
import { rowMajor } from "../../views.ts";
import type { Fill, Samples } from "./samples.ts";
import { scaleInLoop, scaleRuns } from "./scale-samples.ts";

export interface Gathered {
  /** The memory of the batches, read as samples itself. */
  readonly target: Samples;
  readonly fill: Fill;
}

/**
 * Takes `memory` as an array for samples, each of them in row-major order, and says how to fill it:
 * the samples are copied or, if there is a scale, multiplied by it.
 */
export function gather(
  samples: Samples,
  memory: TypedArray,
  scale: number | undefined,
  share?: Share,
): Gathered {
  const { shape, axis, makeView } = samples;
  const places = placesOf(samples);
  const size = places.length;
  const target: Samples = {
    ...samples,
    data: memory,
    stride: rowMajor(shape.toSpliced(axis, 1), 1).toSpliced(axis, 0, size),
    offset: 0,
    makeView: makeView && viewMaker(memory),
  };
  const isRun = size >= LONG_RUN && places.every((place, i) => place === i);
  if (scale === undefined || !isFloats(memory)) {
    return {
      target,
      fill: isRun ? copyRuns(samples, size, memory) : copyPlaces(samples, places, memory),
    };
  }
  const byKernel = isRun ? scaleRuns(samples, size, memory, scale, share) : undefined;
  return { target, fill: byKernel ?? scaleInLoop(samples, places, memory, scale) };
}

const copyRuns =
  ({ data, offset, stride, axis }: Samples, size: number, to: TypedArray): Fill =>
  (order, first, count) => {
    const along = stride[axis]!;
    for (let s = 0; s < count; s++) {
      copyRun(data, offset + order[first + s]! * along, to, s * size, size);
    }
  };

const copyPlaces =
  ({ data, offset, stride, axis }: Samples, places: Int32Array, to: TypedArray): Fill =>
  (order, first, count) => {
    const along = stride[axis]!;
    const size = places.length;
    for (let s = 0, at = 0; s < count; s++, at += size) {
      const from = offset + order[first + s]! * along;
      for (let i = 0; i < size; i++) to[at + i] = data[from + places[i]!]!;
    }
  };

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
