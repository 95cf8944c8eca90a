/**
 * The memory that the threads of a pool share, and the protocol on it. One word holds the number of
 * messages sent so far, and which parts of the current work are open: those from `first` up to `end`.
 * Work is a product or the rows of a kernel's function; what is said here of a product holds for both.
 *
 * - A thread claims a part: it exchanges the word that it has read for the one with a part less. If
 *   several threads try, one succeeds, and only if the word has not changed. So each part is claimed
 *   once, and a thread that wakes when no part is open claims nothing.
 * - The calling thread claims the first open part, all others the last. So in successive steps of a
 *   training each thread meets the rows that are in its own cache.
 * - Only the calling thread writes a product, while no part is open and every claimed part is
 *   settled. So what a thread reads after its claim is complete, and stays until it settles that
 *   part. A thread that claims nothing, or has ended, keeps nobody waiting.
 * - A thread counts a beat after each block of a part. A thread that has ended inside a part cannot
 *   say so, and events do not reach a calling thread that waits. If no beat comes for a long time,
 *   the calling thread gives up. It does not repeat the part: of c ← alpha·a·b + beta·c the ended
 *   thread may have written some, and a thread that was only stopped may write later.
 * - A message is counted before it is sent. A thread that has received fewer messages than are
 *   counted has another one coming. One that has received them all knows all buffers, and can sleep
 *   on the word, which changes with every message and with every product.
 */

export interface PoolMemory {
  readonly buffer: SharedArrayBuffer;
  /** The word, then the state of each part; the beats are last, on a cache line of their own. */
  readonly words: Int32Array;
  /** The current product and its cut, as numbers. */
  readonly numbers: Float64Array;
  /** Room for the sums of chunks, for either dtype. */
  readonly float64: Float64Array;
  readonly float32: Float32Array;
}

/**
 * Eight bits of the word are the end of the open parts, and eight the first of them; both are 0 if
 * none is open. The other bits count messages, and start again from 0.
 */
const BITS = 8;
export const MOST_PARTS = 2 ** BITS - 1;
const COUNTED = 2 * BITS;

/** Bytes for the numbers. */
const NUMBERS = 256;

/** Bytes for the sums. */
export const SUMS = 4 * 2 ** 20;

/** The states of a part. `silent` is one that is still pending when the calling thread gives up. */
export const State = { pending: 0, done: 1, failed: 2, silent: 3 } as const;
export type Settled = typeof State.done | typeof State.failed | typeof State.silent;

const CACHE_LINE = 64;
const WORDS = 1 + MOST_PARTS + CACHE_LINE / Int32Array.BYTES_PER_ELEMENT;
const BEATS = WORDS - 1;

/** Makes the memory of a pool, or reads it from the buffer that the calling thread has sent. */
export function makePoolMemory(sent?: SharedArrayBuffer): PoolMemory {
  const words = WORDS * Int32Array.BYTES_PER_ELEMENT;
  const buffer = sent ?? new SharedArrayBuffer(words + NUMBERS + SUMS);
  return {
    buffer,
    words: new Int32Array(buffer, 0, WORDS),
    numbers: new Float64Array(buffer, words, NUMBERS / Float64Array.BYTES_PER_ELEMENT),
    float64: new Float64Array(buffer, words + NUMBERS),
    float32: new Float32Array(buffer, words + NUMBERS),
  };
}

/** How many messages were sent, modulo 2¹⁶: no thread is ever that many behind. */
export const messageCount = ({ words }: PoolMemory): number => Atomics.load(words, 0) >>> COUNTED;

export const nextCount = (count: number): number => ((count + 1) << COUNTED) >>> COUNTED;

/** Counts a message, which is sent afterwards. No part may be open. */
export function countMessage(memory: PoolMemory): void {
  Atomics.store(memory.words, 0, nextCount(messageCount(memory)) << COUNTED);
  Atomics.notify(memory.words, 0);
}

/** Opens the parts of the work that was written. */
export function openParts({ words }: PoolMemory, parts: number): void {
  words.fill(State.pending, 1, 1 + parts);
  Atomics.add(words, 0, parts);
  Atomics.notify(words, 0);
}

/** The calling thread claims the first open part, and all others claim the last. */
export type Claim = "first" | "last";

/**
 * Claims and does parts until none is open, or until a message is on its way. `work` returns false
 * if it cannot begin; the part has then failed. If it throws, the part is never settled.
 */
export function doOpenParts(
  memory: PoolMemory,
  received: number,
  claim: Claim,
  work: (part: number) => boolean,
): void {
  for (;;) {
    const part = claimPart(memory, received, claim);
    if (part === undefined) return;
    const state = work(part) ? State.done : State.failed;
    Atomics.store(memory.words, 1 + part, state);
  }
}

function claimPart({ words }: PoolMemory, received: number, claim: Claim): number | undefined {
  for (;;) {
    const word = Atomics.load(words, 0);
    const end = word & MOST_PARTS;
    if (end === 0 || word >>> COUNTED !== received) return undefined;
    const first = (word >>> BITS) & MOST_PARTS;
    const none = received << COUNTED;
    const less = end - first === 1 ? none : claim === "first" ? word + (1 << BITS) : word - 1;
    if (Atomics.compareExchange(words, 0, word, less) !== word) continue;
    return claim === "first" ? first : end - 1;
  }
}

/**
 * Milliseconds that an idle thread stays awake. A sleeping thread takes up to 0.1 ms to wake, and
 * may then share the caller's processor for a while; one product is mostly followed by another.
 */
const AWAKE = 2;

/** Waits while no part is open, in the end asleep. Returns false if a message is on its way. */
export function waitForParts({ words }: PoolMemory, received: number): boolean {
  const idle = received << COUNTED;
  const end = performance.now() + AWAKE;
  while (Atomics.load(words, 0) === idle) {
    if (performance.now() > end) Atomics.wait(words, 0, idle);
  }
  return Atomics.load(words, 0) >>> COUNTED === received;
}

/** Counts a beat: this thread is alive. */
export const beat = ({ words }: PoolMemory): void => void Atomics.add(words, BEATS, 1);

/**
 * Milliseconds without a beat after which a thread has ended. A block takes some milliseconds; on an
 * engine that interprets WebAssembly, beside many other programs, it takes seconds.
 */
export const PATIENCE = 30_000;

/** A longer pause between two looks is none of this thread: it was itself stopped or suspended. */
const LOOK = 10;

/** Waits until a claimed part is settled, or until no thread has counted a beat for a long time. */
export function waitForPart({ words }: PoolMemory, part: number, patience = PATIENCE): Settled {
  // It waits awake: a part is short, and the main thread of a browser may not sleep.
  let beats = Atomics.load(words, BEATS);
  let last = performance.now();
  for (let silence = 0; silence <= patience;) {
    const state = Atomics.load(words, 1 + part);
    if (state !== State.pending) return state as Settled;
    const now = performance.now();
    const count = Atomics.load(words, BEATS);
    silence = count === beats ? silence + Math.min(now - last, LOOK) : 0;
    beats = count;
    last = now;
  }
  return State.silent;
}
