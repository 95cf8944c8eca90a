import type { Floats } from "../../../internal/arrays.ts";
import type { Elements } from "../../../internal/read-flat.ts";
import { matchByPath, type Transferred } from "../../../internal/transfer-report.ts";
import type { Layout, Slot } from "../../../layout.ts";
import { arrayAt, type Place } from "../../internal/bytes.ts";
import { writeElements } from "../../internal/elements.ts";
import { decodeHalf, isHalf } from "../../internal/half.ts";
import { fileDTypes, holdsFloats } from "./dtypes.ts";
import type { Entry } from "./entries.ts";
import type { Header } from "./read-header.ts";

/** A tensor and the leaf that it goes to. */
export type Pair = readonly [entry: Entry, slot: Slot];

/** Finds the tensor of each leaf by path, and reports on all of them. */
export const matchTensors = (
  { entries }: Header,
  { slots }: Layout,
): { pairs: readonly Pair[]; report: Transferred } =>
  matchByPath(new Map(entries.map((entry) => [entry.name, entry])), slots, ({ dtype }) =>
    holdsFloats(dtype) ? undefined : dtype,
  );

/** Copies each tensor to the place of its leaf in the flat, converted if the floats differ. */
export function copyTensors(place: Place, pairs: readonly Pair[], flat: Elements<Floats>): void {
  for (const [entry, { offset }] of pairs) writeElements(flat, offset, floatsOf(place, entry));
}

/** The elements of a tensor of floats; those of 16 bits are decoded. */
function floatsOf({ buffer, byteOffset }: Place, entry: Entry): Floats {
  const { dtype, byteLength } = entry;
  const array = fileDTypes[dtype].array!;
  const elements = arrayAt(
    array,
    buffer,
    byteOffset + entry.byteOffset,
    byteLength / array.BYTES_PER_ELEMENT,
  );
  return isHalf(dtype) ? decodeHalf(dtype, elements as Uint16Array) : (elements as Floats);
}
