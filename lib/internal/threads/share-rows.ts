/** The door between work that is done row by row and the threads of a pool. */
import { wrongKind } from "../messages.ts";
import type { Memory } from "../wasm/memory.ts";
import type { Pool } from "./pool-handle.ts";

/**
 * Rows that one function of a kernel does in a memory, in any order: it is called as
 * `name(first, end, scratch, ...args)` with the address of its thread's scratch, some rows at a time.
 */
export interface Rows {
  /** The kernel, a text of hexadecimal digits. */
  readonly kernel: string;
  readonly name: string;
  readonly memory: Memory;
  readonly count: number;
  /** The number of rows that are worth a part. */
  readonly each: number;
  readonly args: readonly number[];
  /** Names what they write in the error of a thread that has ended: "z". */
  readonly target: string;
}

/** Does rows by several threads; returns false, and does nothing, if the calling one has to do all. */
export type Share = (rows: Rows) => boolean;

/** The same by the threads of one pool; `call` names the public function in errors. */
export type ShareRows = (call: string, rows: Rows) => boolean;

const pools = new WeakMap<object, ShareRows>();

/** Makes an object known as a pool. */
export function registerPool(pool: Pool, share: ShareRows): void {
  pools.set(pool, share);
}

/**
 * Finds the threads of a pool. The function that is returned holds the pool itself, because the
 * threads end when that is collected as garbage.
 *
 * @throws TypeError naming `call` if it is no pool
 */
export function readPool(call: string, pool: unknown): Share {
  if (!pools.has(pool as object)) throw wrongKind(call, "pool", "be what gemmPool returns", pool);
  return (rows) => pools.get(pool as object)!(call, rows);
}
