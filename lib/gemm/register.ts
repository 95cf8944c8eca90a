/** The shared buffers that the workers know, by number. */
import type { Product } from "./matrix.ts";
import type { Member } from "./member.ts";

export interface Register {
  /** Whether all arrays of a product are shared and known; those that are not known are sent. */
  readonly areKnown: (product: Product) => boolean;
  readonly numberOf: (buffer: ArrayBufferLike) => number;
}

export function makeRegister(members: readonly Member[]): Register {
  const numbers = new WeakMap<ArrayBufferLike, number>();
  let next = 0;
  let gone: number[] = [];
  const collected = new FinalizationRegistry<number>((number) => gone.push(number));
  return {
    numberOf: (buffer) => numbers.get(buffer)!,
    areKnown({ c, a, b }) {
      const buffers = new Set([c.data.buffer, a.data.buffer, b.data.buffer]);
      const come: (readonly [number, SharedArrayBuffer])[] = [];
      for (const buffer of buffers) {
        if (!(buffer instanceof SharedArrayBuffer)) return false;
        if (!numbers.has(buffer)) come.push([next + come.length, buffer]);
      }
      if (come.length === 0) return true;
      next += come.length;
      for (const [number, buffer] of come) {
        numbers.set(buffer, number);
        collected.register(buffer, number);
      }
      for (const member of members) member.send({ come, gone });
      gone = [];
      return false;
    },
  };
}
