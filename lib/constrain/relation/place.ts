/** The checks of single flats, before anything is written. They allocate nothing if all is well. */
import { isFloats, isNdArray, type Floats } from "../../internal/arrays.ts";
import { overlaps, shareMemory } from "../../internal/overlap.ts";
import { columnOf, readFloats, type Flat } from "../../internal/read-flat.ts";
import { movingRun, type MovingRun } from "../maps/run-map.ts";

/** An argument of a transform: its name, the elements it needs, and where they lie in this call. */
export interface Place extends MovingRun {
  readonly name: string;
  readonly size: number;
}

export const placeFor = (name: string, size: number): Place => ({ name, size, ...movingRun() });

/** Whether an argument is a batch of flats. */
export const isBatch = (flat: unknown): boolean => isNdArray<Floats>(flat) && flat.shape.length > 1;

/** @throws TypeError, RangeError if it is no flat of floats or has another number of elements */
export function readInto(call: string, flat: Flat, place: Place): void {
  if (isFloats(flat) && flat.length === place.size) assign(place, flat, 0, 1);
  else if (isSoundView(flat, place.size)) assign(place, flat.data, flat.offset, flat.stride[0]!);
  else {
    const { data, offset, stride } = readFloats(call, place.name, flat, place.size);
    assign(place, data, offset, stride);
  }
}

function assign(place: Place, data: Floats, offset: number, stride: number): void {
  place.data = data;
  place.offset = offset;
  place.stride = stride;
}

/** Whether an ndarray has nothing that `readFloats`, which allocates, would refuse. */
function isSoundView(flat: Flat, size: number): flat is Exclude<Flat, Floats> {
  if (!isNdArray<Floats>(flat) || !isFloats(flat.data)) return false;
  const { data, shape, stride, offset } = flat;
  const last = offset + (size - 1) * stride[0]!;
  return (
    shape.length === 1 &&
    shape[0] === size &&
    stride[0] !== 0 &&
    isIndexOf(data, offset) &&
    isIndexOf(data, last)
  );
}

const isIndexOf = ({ length }: Floats, index: number): boolean =>
  Number.isSafeInteger(index) && index >= 0 && index < length;

/** @throws RangeError if two places share an element */
export function refuseOverlap(call: string, a: Place, b: Place): void {
  if (shareMemory(a.data, b.data) && overlaps(columnOf(a), columnOf(b))) {
    throw overlapError(call, a, b);
  }
}

export const overlapError = (
  call: string,
  a: Pick<Place, "name">,
  b: Pick<Place, "name">,
): RangeError => new RangeError(`${call}: ${a.name} and ${b.name} must not share elements`);
