/**
 * The memory that the threads of a pool share, and the protocol on it. One word holds how many
 * messages were sent, and how many parts of the product that is written there are open.
 *
 * - A thread claims the last open part by exchanging the word it has read for the one with a part
 *   less. Of several threads one succeeds, and only while the word stands: each part is claimed
 *   once, and a thread that wakes when no part is open claims nothing.
 * - A product is written by the one thread that calls, while no part is open and every part that
 *   was claimed is settled. So what a thread reads after its claim is whole and stays until it
 *   settles that part; and a thread that claims nothing, or has ended, keeps nobody waiting.
 * - A message is counted before it is sent. So a thread that has received fewer than are counted
 *   has another one coming; one that has received as many knows all buffers and can sleep on the
 *   word, which changes with every message and with every product.
 */
import type { FloatArray } from "../../product/product.ts";

export interface Board {
  readonly buffer: SharedArrayBuffer;
  /** The word, then the state of each part. */
  readonly words: Int32Array;
  /** The product and its cut, as numbers. */
  readonly numbers: Float64Array;
  /** Room for sums that are put together at the end, for either dtype. */
  readonly float64: Float64Array;
  readonly float32: Float32Array;
}

/** Eight bits of the word are for open parts, the others for messages: their count goes round. */
const BITS = 8;
export const MOST_PARTS = 2 ** BITS - 1;

/** Bytes of the numbers and of the sums. */
const NUMBERS = 256;
export const SUMS = 4 * 2 ** 20;

const State = { pending: 0, done: 1, failed: 2 } as const;

export function makeBoard(buffer?: SharedArrayBuffer): Board {
  const words = (1 + MOST_PARTS) * Int32Array.BYTES_PER_ELEMENT;
  const memory = buffer ?? new SharedArrayBuffer(words + NUMBERS + SUMS);
  return {
    buffer: memory,
    words: new Int32Array(memory, 0, 1 + MOST_PARTS),
    numbers: new Float64Array(memory, words, NUMBERS / Float64Array.BYTES_PER_ELEMENT),
    float64: new Float64Array(memory, words + NUMBERS),
    float32: new Float32Array(memory, words + NUMBERS),
  };
}

export const sumsOn = ({ float64, float32 }: Board, like: FloatArray): FloatArray =>
  like instanceof Float32Array ? float32 : float64;

/** How many messages are counted, modulo 2²⁴: a thread never lacks that many. */
export const sentOn = ({ words }: Board): number => Atomics.load(words, 0) >>> BITS;

/** The count after a message more. */
export const next = (count: number): number => ((count + 1) << BITS) >>> BITS;

/** Counts a message, which is to be sent afterwards; while no part is open. */
export function announce(board: Board): void {
  Atomics.store(board.words, 0, next(sentOn(board)) << BITS);
  Atomics.notify(board.words, 0);
}

/** Opens the parts of a product that is written. */
export function open({ words }: Board, parts: number): void {
  words.fill(State.pending, 1, 1 + parts);
  Atomics.add(words, 0, parts);
  Atomics.notify(words, 0);
}

/**
 * Claims and does parts until none is open, or until there are messages that were not received.
 * A part that throws has failed, for which it must not have written anything.
 */
export function work(board: Board, received: number, multiply: (part: number) => void): void {
  for (let part = claim(board, received); part !== undefined; part = claim(board, received)) {
    let state: number = State.done;
    try {
      multiply(part);
    } catch {
      state = State.failed;
    }
    Atomics.store(board.words, 1 + part, state);
  }
}

function claim({ words }: Board, received: number): number | undefined {
  for (;;) {
    const word = Atomics.load(words, 0);
    const parts = word & MOST_PARTS;
    if (parts === 0 || word >>> BITS !== received) return undefined;
    if (Atomics.compareExchange(words, 0, word, word - 1) === word) return parts - 1;
  }
}

/**
 * So many milliseconds a thread waits awake. One that sleeps takes up to 0.1 to wake, and then may
 * share the caller's processor for a while; products mostly come in rows.
 */
const AWAKE = 2;

/** Waits while no part is open, at last asleep; false where there are messages that were not received. */
export function wait({ words }: Board, received: number): boolean {
  const idle = received << BITS;
  const end = performance.now() + AWAKE;
  while (Atomics.load(words, 0) === idle) {
    if (performance.now() > end) Atomics.wait(words, 0, idle);
  }
  return Atomics.load(words, 0) >>> BITS === received;
}

/** Waits until a part that was claimed is settled; false where it has failed. */
export function isDone({ words }: Board, part: number): boolean {
  // A wait as long as a part at most, and the main thread of a browser may not sleep.
  let state: number;
  do state = Atomics.load(words, 1 + part);
  while (state === State.pending);
  return state === State.done;
}
