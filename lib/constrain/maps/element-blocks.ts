/** Elements of a run, copied into an array of doubles and worked on there, some hundred at once. */
import { expEach } from "../../internal/exact-math/exp.ts";
import type { Run } from "./run-map.ts";

/** The most elements that a map works on at once: a large leaf needs no large scratch. */
const BLOCK = 512;

/** A scratch for the blocks of a leaf of n elements. */
export const blockFor = (n: number): Float64Array => new Float64Array(Math.min(n, BLOCK));

/** block ← the elements of a run from `first` on. Returns the index after the last one. */
export function readBlock(
  { data, offset, stride }: Run,
  first: number,
  n: number,
  block: Float64Array,
): number {
  const end = Math.min(n, first + block.length);
  for (let i = first; i < end; i++) block[i - first] = data[offset + i * stride]!;
  return end;
}

/** block ← e^y for the elements of a run from `first` on. Returns the index after the last one. */
export function exponentials(y: Run, first: number, n: number, block: Float64Array): number {
  const end = readBlock(y, first, n, block);
  expEach(block, end - first);
  return end;
}
