/** What a worker knows: the shared buffers by their numbers, and an engine on the memory of each arena. */
import { joinMemory } from "../../../internal/wasm/memory.ts";
import { makeEngine, type Engine } from "../../kernel/engine.ts";
import type { Product } from "../../product/product.ts";

/** A new shared buffer: itself, or the memory of its arena with the kernel for it. */
export type NewBuffer = {
  readonly number: number;
  /** The numbers of the buffers that were collected. */
  readonly gone: readonly number[];
} & (
  | { readonly buffer: ArrayBufferLike }
  | { readonly arena: WebAssembly.Memory; readonly module: WebAssembly.Module }
);

export interface KnownBuffers {
  readonly receive: (message: NewBuffer) => void;
  readonly bufferOf: (number: number) => ArrayBufferLike;
  readonly engineFor: (product: Product) => Engine;
}

/** `common` is the engine for buffers that are no arena's; `watch` is done to all others. */
export function knowBuffers(common: Engine, watch: (engine: Engine) => Engine): KnownBuffers {
  const buffers = new Map<number, ArrayBufferLike>();
  const engines = new WeakMap<ArrayBufferLike, Engine>();

  function join(arena: WebAssembly.Memory, module: WebAssembly.Module): ArrayBufferLike {
    try {
      const engine = watch(makeEngine(module, joinMemory(arena)));
      const { buffer } = engine.float64;
      engines.set(buffer, engine);
      return buffer;
    } catch {
      return arena.buffer; // it has no room for another scratch: this thread copies
    }
  }

  return {
    receive(message) {
      for (const number of message.gone) buffers.delete(number);
      const buffer = "buffer" in message ? message.buffer : join(message.arena, message.module);
      buffers.set(message.number, buffer);
    },
    bufferOf: (number) => buffers.get(number)!,
    engineFor: ({ c, a, b }) =>
      engines.get(c.data.buffer) ??
      engines.get(a.data.buffer) ??
      engines.get(b.data.buffer) ??
      common,
  };
}
