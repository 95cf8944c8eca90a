/** Walks views of any rank in the order of cwise, which shows wherever elements repeat or add up. */
import type { View } from "./operands.ts";
import { STOP } from "./stop.ts";

/** Side of the blocks in which cwise walks axes whose order is not the same in all views. */
const BLOCK = 64;

/**
 * Runs a kernel on m rows of n elements. For each view, `at` has the first position, `along` the
 * step along a row, and `back` the step from the end of a row to the next one.
 */
export type Run = (
  m: number,
  n: number,
  at: readonly number[],
  along: readonly number[],
  back: readonly number[],
  x: unknown,
) => unknown;

/**
 * Every axis has a level, from the innermost on: the order of the first view. The levels on which
 * all views agree are plain loops. All others are walked in blocks from the back to the front, the
 * lowest of them outermost; inside a block the walk goes forward.
 */
export function walkAxes(views: readonly View[], run: Run, x: unknown): unknown {
  const orders = views.map(orderOf);
  const order = orders[0]!;
  const rank = order.length;
  let agreed = 0;
  while (agreed < rank && orders.every((other) => other[agreed] === order[agreed])) agreed++;
  const lengths = order.map((axis) => views[0]!.shape[axis]!);
  const strides = views.map(({ stride }) => order.map((axis) => stride[axis]!));
  if (agreed === rank) agreed = merge(lengths, strides);
  const at = views.map(({ offset }) => offset | 0);
  const step = (level: number, count: number): void => {
    for (let k = 0; k < at.length; k++) at[k]! += count * strides[k]![level]!;
  };
  const along = strides.map((own) => own[0] ?? 0);

  const loop = (level: number): void => {
    if (level > 1) {
      const length = lengths[level]!;
      for (let i = 0; i < length && x !== STOP; i++) {
        loop(level - 1);
        step(level, 1);
      }
      step(level, -length);
      return;
    }
    const n = lengths[0] ?? 1;
    const back = strides.map((own) => (own[1] ?? 0) - n * (own[0] ?? 0));
    x = run(lengths[1] ?? 1, n, at, along, back, x);
  };
  const inBlocks = (level: number): void => {
    if (level >= lengths.length) return loop(lengths.length - 1);
    const full = lengths[level]! | 0;
    let start = full;
    while (start > 0 && x !== STOP) {
      const size = Math.min(start, BLOCK);
      start -= size;
      lengths[level] = size;
      step(level, start);
      inBlocks(level + 1);
      step(level, -start);
    }
    lengths[level] = full;
  };
  inBlocks(agreed);
  return x;
}

/** The order of the axes from the smallest stride on. For ranks up to 2 it is ndarray's rule. */
export function orderOf({ stride, order }: View): readonly number[] {
  if (stride.length > 2) return order;
  if (stride.length < 2) return stride.length === 1 ? [0] : [];
  return innermost(stride) === 0 ? [0, 1] : [1, 0];
}

/** The inner axis of a matrix. */
export const innermost = (stride: readonly number[]): 0 | 1 =>
  Math.abs(stride[0]!) > Math.abs(stride[1]!) ? 1 : 0;

/** Joins a level to the one below if every view goes on from one to the other; returns how many are left. */
function merge(lengths: number[], strides: readonly number[][]): number {
  for (let level = lengths.length - 1; level > 0; level--) {
    const n = lengths[level - 1]!;
    if (strides.some((own) => own[level] !== n * own[level - 1]!)) continue;
    lengths[level - 1] = n * lengths[level]!;
    for (const own of [lengths, ...strides]) own.splice(level, 1);
  }
  return lengths.length;
}
