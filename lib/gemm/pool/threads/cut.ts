/** Where a product is cut, so that several threads can do its parts at the same time. */
import { MOST_PARTS, SUMS } from "./protocol.ts";
import type { Product } from "../../product/product.ts";
import { TERMS } from "../../product/terms.ts";

/** What is cut: the rows of C, the columns of C, or the terms of every sum. */
export const Axis = { rows: 0, columns: 1, terms: 2 } as const;

export interface Cut {
  readonly axis: number;
  /** How many rows, columns or terms a part has; the last part has the rest. */
  readonly each: number;
  readonly parts: number;
}

/** Parts for each thread. Of several, a thread that is late or slow does fewer. */
const TRIED = [8, 4, 2, 1];

/** Edges between parts keep to whole tiles and vectors, along short axes to pairs. */
const TILE = 16;
const PAIR = 2;

/**
 * What takes how long, measured in multiplications. Each part of the rows packs B again, each part
 * of the columns stages A again: an element takes PACKED. Where the cut runs across the lines of an
 * operand these are copied in pieces: one takes PIECE. The sums of chunks are stored and added: one
 * takes SUM. A thread wakes in WAKING, and at the end LATE of a part is waited for.
 */
const PACKED = 10;
const PIECE = 700;
const SUM = 20;
const WAKING = 2 ** 19;
const LATE = 1 / 4;

/** A cut has to promise that much of the time of one thread, or less: not all wake in time. */
const WORTHWHILE = 0.8;

/**
 * The cut that takes least time; undefined where one thread is as good. Sums are cut between chunks
 * only, and these are added in order, so that a cut changes no bit.
 */
export function cutOf({ m, n, k, c, a, b }: Product, threads: number): Cut | undefined {
  if (k === 1) return undefined; // memory is what takes time, and there is but one
  const all = m * n * k;
  const sums = Math.ceil(k / TERMS) * m * n;
  const fits = sums * c.data.BYTES_PER_ELEMENT <= SUMS;
  const acrossA = a.rowStride === 1 ? PIECE : 0;
  const acrossB = b.columnStride === 1 ? PIECE : 0;
  let best: Cut | undefined;
  let least = WORTHWHILE * all;
  for (const tried of TRIED) {
    const most = Math.min(tried * threads, MOST_PARTS >> 1);
    for (const [axis, length, grain, part, once] of [
      [Axis.rows, m, m < most * TILE ? PAIR : TILE, k * (n * PACKED + acrossA), 0],
      [Axis.columns, n, n < most * TILE ? PAIR : TILE, k * (m * PACKED + acrossB), 0],
      [Axis.terms, k, TERMS, 0, fits ? sums * SUM : Infinity],
    ] as const) {
      const each = Math.max(1, Math.floor(length / most / grain)) * grain;
      const parts = Math.ceil(length / each);
      const slowest = (longest(length, each, threads) / length) * all;
      const time = slowest + (parts * part + once) / threads + WAKING;
      if (time < least) {
        least = time;
        best = { axis, each, parts };
      }
    }
  }
  return best;
}

/** How much of a length one of the threads gets, and waits for. */
function longest(length: number, each: number, threads: number): number {
  const whole = Math.floor(length / each);
  const last = whole % threads === 0 ? length % each : each;
  return Math.floor(whole / threads) * each + last + LATE * each;
}
