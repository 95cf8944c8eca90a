/**
 * Walks views of rank 3 or more in the order of cwise, which shows wherever elements repeat or add
 * up. Ranks below 3 have shorter ways, in the files for one, two and three views.
 *
 * Every axis has a level, from the innermost on: the order of the first view. The levels on which
 * all views agree are plain loops. All others are walked in blocks from the back to the front, the
 * lowest of them outermost; inside a block the walk goes forward.
 */
import type { AnyKernel, Elements, View } from "./operands.ts";
import { STOP } from "./stop.ts";

/** Side of the blocks in which cwise walks axes whose order is not the same in all views. */
export const BLOCK = 64;

/** What is known of a walk at one moment. */
interface Walk {
  readonly kernel: AnyKernel;
  readonly arrays: readonly Elements[];
  /** For each view the position, and the stride of each level. */
  readonly at: number[];
  readonly strides: readonly number[][];
  /** The length of each level in the present block. */
  readonly lengths: number[];
  x: unknown;
}

export function walkAxes(kernel: AnyKernel, views: readonly View[], x?: unknown): unknown {
  const orders = views.map(({ order }) => order);
  const order = orders[0]!;
  let agreed = 0;
  while (agreed < order.length && orders.every((other) => other[agreed] === order[agreed]))
    agreed++;
  const walk: Walk = {
    kernel,
    arrays: views.map(({ data }) => data),
    at: views.map(({ offset }) => offset | 0),
    strides: views.map(({ stride }) => order.map((axis) => stride[axis]!)),
    lengths: order.map((axis) => views[0]!.shape[axis]!),
    x,
  };
  if (agreed === order.length) agreed = merge(walk);
  inBlocks(walk, agreed);
  return walk.x;
}

/** Joins a level to the one below if every view goes on from one to the other; returns how many are left. */
function merge({ lengths, strides }: Walk): number {
  for (let level = lengths.length - 1; level > 0; level--) {
    const n = lengths[level - 1]!;
    if (strides.some((own) => own[level] !== n * own[level - 1]!)) continue;
    lengths[level - 1] = n * lengths[level]!;
    for (const own of [lengths, ...strides]) own.splice(level, 1);
  }
  return lengths.length;
}

function inBlocks(walk: Walk, level: number): void {
  const { lengths } = walk;
  if (level === lengths.length) return forward(walk, level - 1);
  const full = lengths[level]!;
  for (let start = full; start > 0 && walk.x !== STOP;) {
    const size = Math.min(start, BLOCK);
    start -= size;
    lengths[level] = size;
    step(walk, level, start);
    inBlocks(walk, level + 1);
    step(walk, level, -start);
  }
  lengths[level] = full;
}

function forward(walk: Walk, level: number): void {
  if (level < 2) return run(walk);
  const length = walk.lengths[level]!;
  for (let i = 0; i < length && walk.x !== STOP; i++) {
    forward(walk, level - 1);
    step(walk, level, 1);
  }
  step(walk, level, -length);
}

function step({ at, strides }: Walk, level: number, count: number): void {
  for (let k = 0; k < at.length; k++) at[k]! += count * strides[k]![level]!;
}

/** Runs the kernel over the two innermost levels. */
function run(walk: Walk): void {
  const { kernel, arrays, at, strides, lengths } = walk;
  const n = lengths[0]!;
  const m = lengths[1] ?? 1;
  const A = arrays[0];
  const B = arrays[1];
  const C = arrays[2];
  const p = strides[0]![0]!;
  const q = backOf(strides[0]!, n);
  if (at.length === 1) {
    walk.x = kernel(m, n, A, at[0]!, p, q, walk.x);
    return;
  }
  const r = strides[1]![0]!;
  const s = backOf(strides[1]!, n);
  if (at.length === 2) {
    walk.x = kernel(m, n, A, at[0]!, p, q, B, at[1]!, r, s, walk.x);
    return;
  }
  const t = strides[2]![0]!;
  const u = backOf(strides[2]!, n);
  kernel(m, n, A, at[0]!, p, q, B, at[1]!, r, s, C, at[2]!, t, u);
}

const backOf = (stride: readonly number[], n: number): number => (stride[1] ?? 0) - n * stride[0]!;
