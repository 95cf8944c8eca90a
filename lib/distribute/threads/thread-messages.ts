/** The messages between the two ends. Floats are on shared memory, so a message has only their place. */
import type { DType, Floats } from "../../internal/arrays.ts";
import { floatKinds } from "../../internal/arrays.ts";
import type { Model, Name } from "../transport.ts";

/** An assignment, with all that a worker must know of its round. */
export interface Work {
  readonly round: number;
  readonly shard: number;
  readonly shards: number;
  readonly batch: readonly Name[];
  /** Is there if it is another one than in the message before. */
  readonly flat?: Floats;
}

/** A worker's first message. It writes each gradient into the same memory. */
export interface Hello {
  readonly model: Model;
  readonly gradient: Floats;
}

/** All later ones: an answer, or a failure. */
export type Done = { readonly round: number; readonly shard: number } & (
  | { readonly loss: number }
  | { readonly error: string }
);

/** An array of floats that all threads of the process can have. */
export function sharedFloats(dtype: DType, size: number): Floats {
  const { Data } = floatKinds[dtype];
  return new Data(new SharedArrayBuffer(size * Data.BYTES_PER_ELEMENT));
}
