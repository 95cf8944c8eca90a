import type { Elements } from "../../../internal/read-flat.ts";
import { arrayAt, type Place } from "../../internal/bytes.ts";
import { dtypes } from "../../internal/typed-arrays.ts";
import { writeElements, type Floats } from "../../internal/elements.ts";
import { decodeHalf, isHalf } from "../../internal/half.ts";
import type { Entry } from "./entries.ts";
import type { Pair } from "./match.ts";

/** Copies each pair's tensor to its leaf's place in the flat, converted where the floats differ. */
export function fill<D extends Floats>(
  run: Elements<D>,
  place: Place,
  pairs: readonly Pair[],
): void {
  for (const [{ offset }, entry] of pairs) {
    writeElements(run, offset, floatsOf(place, entry));
  }
}

/** The elements of a tensor of floats, 16-bit ones decoded. */
function floatsOf({ buffer, byteOffset }: Place, entry: Entry): Floats {
  const { dtype, byteLength } = entry;
  const array = dtypes[dtype].array!;
  const elements = arrayAt(
    array,
    buffer,
    byteOffset + entry.byteOffset,
    byteLength / array.BYTES_PER_ELEMENT,
  );
  return isHalf(dtype) ? decodeHalf(dtype, elements as Uint16Array) : (elements as Floats);
}
