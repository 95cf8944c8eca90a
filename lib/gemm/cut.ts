/** Where a product is cut, so that several threads can do its parts at the same time. */
import { MOST_PARTS, SUMS } from "./board.ts";
import type { Product } from "./matrix.ts";
import { TERMS } from "./terms.ts";

/** What is cut: the rows of C, the columns of C, or the terms of every sum. */
export const Axis = { rows: 0, columns: 1, terms: 2 } as const;

export interface Cut {
  readonly axis: number;
  /** How many rows, columns or terms a part has; the last part has the rest. */
  readonly each: number;
  readonly parts: number;
}

/** So many parts a thread or a few more: a thread that is late or slow does fewer of them. */
const PER_THREAD = 4;

/** So many multiplications a part or a few less. */
const LEAST = 2 ** 19;

/** Edges between parts keep to whole tiles and vectors, along short axes to pairs. */
const TILE = 16;
const PAIR = 2;

/**
 * What a cut costs, in multiplications. Every part of the rows packs B again and every part of the
 * columns stages A again: so much an element. Where the cut runs across the lines of an operand,
 * these are copied in pieces: so much a piece. The sums of a chunk are stored and added: each.
 */
const PACKED = 8;
const PIECE = 1200;
const CHUNK = 16;

/** The cheapest cut. Sums are cut between chunks only, which are added in order: the same bits. */
export function cutOf({ m, n, k, c, a, b }: Product, threads: number): Cut {
  const all = m * n * k;
  const most = Math.min(PER_THREAD * threads, Math.ceil(all / LEAST), MOST_PARTS >> 1);
  const rows = along(Axis.rows, m, m < most * TILE ? PAIR : TILE, most);
  const columns = along(Axis.columns, n, n < most * TILE ? PAIR : TILE, most);
  const terms = along(Axis.terms, k, TERMS, most);
  const sums = Math.ceil(k / TERMS) * m * n;
  const fits = sums * c.data.BYTES_PER_ELEMENT <= SUMS;
  const costs = [
    all * idle(rows, m, threads) + rows.parts * k * (n * PACKED + piece(a.rowStride)),
    all * idle(columns, n, threads) + columns.parts * k * (m * PACKED + piece(b.columnStride)),
    fits ? all * idle(terms, k, threads) + sums * CHUNK : Infinity,
  ];
  return [rows, columns, terms][costs.indexOf(Math.min(...costs))]!;
}

/** At most twice as many parts as `most`, none below a grain. */
function along(axis: number, length: number, grain: number, most: number): Cut {
  const each = Math.max(1, Math.floor(length / most / grain)) * grain;
  return { axis, each, parts: Math.ceil(length / each) };
}

/** The time that threads wait for the last one, as a part of the whole. */
function idle({ each }: Cut, length: number, threads: number): number {
  const whole = Math.floor(length / each);
  const last = whole % threads === 0 ? length % each : each;
  return (threads * (Math.floor(whole / threads) * each + last)) / length - 1;
}

const piece = (stride: number): number => (stride === 1 ? PIECE : 0);
