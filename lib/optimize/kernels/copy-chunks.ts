/**
 * Copies rows to where kernels can read and write them, chunk by chunk. The parts of a row are kept,
 * because an iteration allocates nothing.
 */
import type { Floats } from "../../internal/arrays.ts";
import { CHUNK, type Place } from "./step-kernels.ts";

const kept = new WeakMap<Floats, Floats[]>();

/** The elements of a chunk. */
function partOf(row: Floats, start: number, count: number): Floats {
  if (count === row.length) return row;
  let parts = kept.get(row);
  if (parts === undefined) kept.set(row, (parts = []));
  const i = start / CHUNK;
  const known = parts[i];
  if (known?.length === count) return known;
  return (parts[i] = row.subarray(start, start + count));
}

/** Copies a chunk in, and a zero behind it, which completes its last pair. Returns the address. */
export function copyIn(place: Place, row: Floats, start: number, count: number): number {
  const to = row.BYTES_PER_ELEMENT === 4 ? place.float32 : place.float64;
  if (count === 1) to[0] = row[start]!;
  else to.set(partOf(row, start, count));
  if (count % 2 === 1) to[count] = 0;
  return place.address;
}

export function copyOut(place: Place, row: Floats, start: number, count: number): void {
  const from = row.BYTES_PER_ELEMENT === 4 ? place.float32 : place.float64;
  if (count === 1) row[start] = from[0]!;
  else partOf(row, start, count).set(count === CHUNK ? from : frontOf(place, from, count));
}

function frontOf(place: Place, from: Floats, count: number): Floats {
  const { front } = place;
  if (front.length === count && front.BYTES_PER_ELEMENT === from.BYTES_PER_ELEMENT) return front;
  return (place.front = from.subarray(0, count));
}
