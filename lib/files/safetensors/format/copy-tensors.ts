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

/** The place of a file; for a model in several files, that of the file which holds a tensor. */
export type FilePlace = Place | ((entry: Entry) => Place);

/** A tensor and the leaf that it goes to. */
export type Pair = readonly [entry: Entry, slot: Slot];

/** Finds the tensor of each leaf by path or by `nameAt` it, and reports on all of them. */
export const matchTensors = (
  { entries }: Header,
  { slots }: Layout,
  nameAt?: (path: string) => string,
): { pairs: readonly Pair[]; report: Transferred } =>
  matchByPath(
    new Map(entries.map((entry) => [entry.name, entry])),
    slots,
    ({ dtype }) => (holdsFloats(dtype) ? undefined : dtype),
    nameAt,
  );

/**
 * Copies each tensor to the place of its leaf in the flat, converted if the floats differ. If the
 * flat lies in the memory of the file, no tensor is written before all of them are read.
 */
export function copyTensors(
  place: FilePlace,
  pairs: readonly Pair[],
  flat: Elements<Floats>,
): void {
  const placeOf = typeof place === "function" ? place : () => place;
  const inFile = pairs.filter(([entry]) => placeOf(entry).buffer === flat.data.buffer);
  const copies = new Map(inFile.map(([entry]) => [entry, floatsOf(placeOf(entry), entry).slice()]));
  for (const [entry, { offset }] of pairs) {
    writeElements(flat, offset, copies.get(entry) ?? floatsOf(placeOf(entry), entry));
  }
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
