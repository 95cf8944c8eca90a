/** The tensors of a file, checked one by one and then together. */
import { nameOf, shapeText } from "../../../internal/messages.ts";
import { sizeOf } from "../../../layout.ts";
import { checkRank } from "../../../template.ts";
import { fileDTypes, isFileDType, type FileDType } from "./dtypes.ts";
import type { Fields } from "./header-text.ts";

/** One tensor of a file, and where its bytes lie, counted from the file's first byte. */
export interface Entry {
  readonly name: string;
  readonly dtype: FileDType;
  readonly shape: readonly number[];
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** The entries in the order of their data, which fills the file from `start` to `end`. */
export function entriesOf(
  call: string,
  tensors: ReadonlyMap<string, Fields>,
  start: number,
  end: number,
): readonly Entry[] {
  const entries = Array.from(tensors, ([name, fields]) =>
    entryOf(call, name, fields, start, end - start),
  ).toSorted((a, b) => a.byteOffset - b.byteOffset || a.byteLength - b.byteLength);
  checkCover(call, entries, start, end);
  return Object.freeze(entries);
}

function entryOf(
  call: string,
  name: string,
  { dtype, shape, offsets }: Fields,
  start: number,
  dataByteLength: number,
): Entry {
  const place = `${call}: header: tensor ${nameOf(name)}`;
  const fail = (fault: string): never => {
    throw new RangeError(`${place}: ${fault}`);
  };
  if (!isFileDType(dtype)) return fail(`unknown dtype ${nameOf(dtype)}`);
  checkRank(place, shape.length);
  const [begin, end] = offsets;
  if (offsets.length !== 2) fail(`data_offsets must be two integers, got ${offsets.length}`);
  const byteLength = end! - begin!;
  if (byteLength < 0) fail(`data_offsets must not decrease, got [${begin}, ${end}]`);
  if (end! > dataByteLength) {
    fail(`its data ends at ${end}, the file's data at ${dataByteLength}`);
  }
  // Past 2^53 the product is inexact, but it never becomes as small again as an offset can be.
  const needed = (sizeOf(shape) * fileDTypes[dtype].bits) / 8;
  if (needed !== byteLength) {
    const takes = `${dtype} ${shapeText(shape)} takes ${needed} bytes`;
    fail(`${takes}, data_offsets span ${byteLength}`);
  }
  return Object.freeze({
    name,
    dtype,
    shape: Object.freeze(shape),
    byteOffset: start + begin!,
    byteLength,
  });
}

/** Refuses entries that do not cover the data exactly, without a hole or an overlap. */
function checkCover(call: string, entries: readonly Entry[], start: number, end: number): void {
  let covered = start;
  for (const { name, byteOffset, byteLength } of entries) {
    if (byteOffset !== covered) {
      const fault = byteOffset < covered ? "overlaps the data that ends at" : "leaves a hole from";
      const begins = `its data begins at ${byteOffset - start}`;
      throw new RangeError(
        `${call}: header: tensor ${nameOf(name)}: ${begins}, which ${fault} ${covered - start}`,
      );
    }
    covered += byteLength;
  }
  if (covered !== end) {
    throw new RangeError(
      `${call}: the header describes a file of ${covered} bytes, the file has ${end}`,
    );
  }
}
