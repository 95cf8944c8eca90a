/** Rows of a kernel's function as numbers in shared memory: the calling thread writes, others read. */
import type { PoolMemory } from "./protocol.ts";

/** The first number tells rows from a product, whose first number is the bytes of an element. */
const ROWS = 0;

/** The numbers before the arguments. */
const HEAD = 6;

export interface CutRows {
  /** The arena in which they are, and the function, as the numbers by which all threads know them. */
  readonly arena: number;
  readonly of: number;
  readonly count: number;
  /** The number of rows in a part. */
  readonly each: number;
  readonly args: readonly number[];
}

export function writeRows(
  { numbers }: PoolMemory,
  { arena, of, count, each, args }: CutRows,
): void {
  numbers.set([ROWS, arena, of, count, each, args.length, ...args]);
}

export const areRows = ({ numbers }: PoolMemory): boolean => numbers[0] === ROWS;

export function readRows({ numbers }: PoolMemory): CutRows {
  const [, arena, of, count, each, length] = numbers as unknown as Six;
  return { arena, of, count, each, args: [...numbers.subarray(HEAD, HEAD + length)] };
}

type Six = [number, number, number, number, number, number];
