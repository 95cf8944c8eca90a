/** Batches of flats: each of them is a chain of its own. */
import { isFloats, type Floats } from "../../internal/arrays.ts";
import { sameShape } from "../../internal/checks.ts";
import { shapeText, wrongKind } from "../../internal/messages.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";
import {
  readBatch,
  type BatchElements,
  type Elements,
  type Flat,
} from "../../internal/read-flat.ts";
import { sizeOf } from "../../layout.ts";
import { overlapError, type Place } from "./place.ts";

/** Checked batches. `moveTo` lets their places be those of one chain. */
export interface Chains {
  readonly count: number;
  readonly moveTo: (chain: number) => void;
  /** The first place whose batch shares an element with a flat. */
  readonly overlaps: (flat: Elements<Floats>) => Place | undefined;
}

/**
 * Reads the batches for some places. The last one is written.
 *
 * @throws TypeError, RangeError if one is no batch of floats, if batch axes differ, or if the last
 *   one shares elements with another or has elements that coincide
 */
export function readChains(
  call: string,
  flats: readonly Flat[],
  places: readonly Place[],
  axis: number | undefined,
): Chains {
  const batches = places.map((place, i) => readFloatBatch(call, place, flats[i]!, axis));
  const { batchShape } = batches[0]!;
  batches.forEach((batch, i) => {
    if (sameShape(batch.batchShape, batchShape)) return;
    const own = `${places[i]!.name} has ${shapeText(batch.batchShape)}`;
    const first = `${places[0]!.name} has the batch axes ${shapeText(batchShape)}`;
    throw new RangeError(`${call}: ${first}, ${own}`);
  });
  const written = batches.at(-1)!;
  const last = places.at(-1)!;
  if (coincidesWithItself(written)) {
    throw new RangeError(`${call}: ${last.name} must have distinct elements`);
  }
  batches.slice(0, -1).forEach((batch, i) => {
    if (shareElements(batch, written)) throw overlapError(call, places[i]!, last);
  });
  return {
    count: sizeOf(batchShape),
    moveTo: (chain) => move(chain, batches, places),
    overlaps: (flat) =>
      places.find((_, i) =>
        shareElements(batches[i]!, { ...flat, batchShape: [], batchStride: [] }),
      ),
  };
}

function readFloatBatch(
  call: string,
  { name, size }: Place,
  flat: Flat,
  axis: number | undefined,
): BatchElements<Floats> {
  const batch = readBatch<Floats>(call, name, flat, size, axis);
  if (isFloats(batch.data)) return batch;
  const need = "be a Float64Array, a Float32Array or an ndarray on one";
  throw wrongKind(call, name, need, batch.data);
}

function move(chain: number, batches: readonly BatchElements<Floats>[], places: readonly Place[]) {
  batches.forEach(({ data, offset, stride, batchShape, batchStride }, i) => {
    const place = places[i]!;
    place.data = data;
    place.offset = offset;
    place.stride = stride;
    for (let axis = batchShape.length - 1, rest = chain; axis >= 0; axis--) {
      place.offset += (rest % batchShape[axis]!) * batchStride[axis]!;
      rest = Math.floor(rest / batchShape[axis]!);
    }
  });
}

type Matrix = Parameters<typeof overlaps>[0];

/** A batch as matrices: the last batch axis by the parameters, for each index of the axes before. */
function* matricesOf({
  data,
  size,
  offset,
  stride,
  batchShape,
  batchStride,
}: BatchElements<Floats>): Generator<Matrix> {
  const shape = [batchShape.at(-1) ?? 1, size];
  const steps = [batchStride.at(-1) ?? 0, stride];
  const front = batchShape.slice(0, -1);
  for (let i = 0; i < sizeOf(front); i++) {
    let start = offset;
    for (let axis = front.length - 1, rest = i; axis >= 0; axis--) {
      start += (rest % front[axis]!) * batchStride[axis]!;
      rest = Math.floor(rest / front[axis]!);
    }
    yield { data, shape, stride: steps, offset: start };
  }
}

function shareElements(a: BatchElements<Floats>, b: BatchElements<Floats>): boolean {
  for (const one of matricesOf(a)) {
    for (const other of matricesOf(b)) if (overlaps(one, other)) return true;
  }
  return false;
}

function coincidesWithItself(batch: BatchElements<Floats>): boolean {
  const matrices = [...matricesOf(batch)];
  return matrices.some(
    (one, i) => overlapsItself(one) || matrices.some((other, j) => j < i && overlaps(one, other)),
  );
}
