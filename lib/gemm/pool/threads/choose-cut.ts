/** Chooses where to cut a product, so that several threads can do its parts at the same time. */
import { arenaMemoryOf } from "../../../internal/wasm/memory.ts";
import { isTurned } from "../../paths/blocks.ts";
import { planOf } from "../../paths/plan.ts";
import { TERMS, turned, type Product } from "../../product/product.ts";
import { MOST_PARTS, SUMS } from "./protocol.ts";

/** The axis that is cut: the rows of C, the columns of C, or the terms of every sum. */
export const Axis = { rows: 0, columns: 1, terms: 2 } as const;

export interface Cut {
  readonly axis: number;
  /** The number of rows, columns or terms in a part; the last part has the rest. */
  readonly each: number;
  readonly parts: number;
}

/** Parts per thread. If there are several, a thread that is late or slow does fewer of them. */
const TRIED = [8, 4, 2, 1];

/** Parts consist of whole tiles and, in the direction of vectors, of cache lines; if short, of pairs. */
const TILE = 4;
const LINE = 16;
const PAIR = 2;

/**
 * Costs, in the time of a multiplication. Each part of the rows stages or packs B again, and each part
 * of the columns A: PACKED for each element. In an arena nothing is staged.
 */
const PACKED = 10;

/**
 * A cut across the lines of an operand makes its copies shorter, or its blocks smaller if it is read
 * in place: the cost of each piece.
 */
const PIECE = 700;
const PIECE_HERE = 200;

/** The sums of chunks are stored and added: the cost of each. */
const SUM = 20;

/** The time in which a thread wakes. */
const WAKING = 2 ** 19;

/** The calling thread waits for the last part: for this share of it. */
const LATE = 1 / 4;

/** A cut must promise this share of the time of one thread, or less: not all threads wake in time. */
const WORTHWHILE = 0.8;

/**
 * Chooses the cut that takes the least time; undefined if one thread is as good. Sums are cut only
 * between chunks, and these are added in order, so that a cut changes no bit.
 */
export function chooseCut(product: Product, threads: number): Cut | undefined {
  const { m, n, k, c, a, b } = product;
  const all = m * n * k;
  if (all / threads + WAKING >= WORTHWHILE * all) return undefined; // too small for any cut
  if (k === 1) return undefined; // memory takes the time here, and all threads share it
  const sums = Math.ceil(k / TERMS) * m * n;
  const fits = sums * c.data.BYTES_PER_ELEMENT <= SUMS;
  const [isHereA, isHereB] = [a, b].map(({ data }) => arenaMemoryOf(data) !== undefined);
  const acrossA = a.rowStride === 1 ? (isHereA ? PIECE_HERE : PIECE) : 0;
  const acrossB = b.columnStride === 1 ? (isHereB ? PIECE_HERE : PIECE) : 0;
  // If the product is turned, the kernel packs A, and vectors run along the rows.
  const isCrossed = isTurned(product);
  const { packs } = planOf(isCrossed ? turned(product) : product, isCrossed ? isHereA! : isHereB!);
  const againB = isHereB! && !(packs && !isCrossed) ? 0 : n * PACKED;
  const againA = isHereA! && !(packs && isCrossed) ? 0 : m * PACKED;
  const [grainRows, grainColumns] = isCrossed ? [LINE, TILE] : [TILE, LINE];
  let best: Cut | undefined;
  let least = WORTHWHILE * all;
  for (const tried of TRIED) {
    const most = Math.min(tried * threads, MOST_PARTS >> 1);
    for (const [axis, length, grain, part, once] of [
      [Axis.rows, m, m < most * grainRows ? PAIR : grainRows, k * (againB + acrossA), 0],
      [Axis.columns, n, n < most * grainColumns ? PAIR : grainColumns, k * (againA + acrossB), 0],
      [Axis.terms, k, TERMS, 0, fits ? sums * SUM : Infinity],
    ] as const) {
      const each = Math.ceil(length / most / grain) * grain;
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

/** The most of a length that one thread does or waits for. */
function longest(length: number, each: number, threads: number): number {
  const whole = Math.floor(length / each);
  const last = whole % threads === 0 ? length % each : each;
  return Math.floor(whole / threads) * each + last + LATE * each;
}
