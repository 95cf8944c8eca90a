/** A worker knows the shared buffers by their numbers, and has an engine on the memory of each arena. */
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

/** The next function of the arena with that number, which does rows in it. */
export interface NewFunction {
  readonly arena: number;
  readonly kernel: WebAssembly.Module;
  readonly name: string;
}

/** A function for rows, and the address of this thread's scratch. */
export interface RowsFunction {
  readonly work: (...args: number[]) => void;
  readonly scratch: number;
}

export interface KnownBuffers {
  readonly receive: (message: NewBuffer | NewFunction) => void;
  readonly bufferOf: (number: number) => ArrayBufferLike;
  readonly engineFor: (product: Product) => Engine;
  /** @throws if this thread has no scratch in that arena, or no such function */
  readonly rowsOf: (arena: number, of: number) => RowsFunction;
}

/** `common` is the engine for buffers that are no arena's; `watch` is done to all others. */
export function knowBuffers(common: Engine, watch: (engine: Engine) => Engine): KnownBuffers {
  const buffers = new Map<number, ArrayBufferLike>();
  const engines = new WeakMap<ArrayBufferLike, Engine>();
  const functions = new WeakMap<Engine, RowsFunction[]>();

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

  function learn({ arena, kernel, name }: NewFunction): void {
    const engine = engines.get(buffers.get(arena)!);
    if (engine === undefined) return; // it has no scratch there: the calling thread does its rows
    const { exports } = new WebAssembly.Instance(kernel, { env: { memory: engine.memory } });
    const known = functions.get(engine) ?? [];
    known.push({ work: exports[name] as RowsFunction["work"], scratch: engine.scratch });
    functions.set(engine, known);
  }

  return {
    receive(message) {
      if ("name" in message) {
        learn(message);
        return;
      }
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
    rowsOf: (arena, of) => functions.get(engines.get(buffers.get(arena)!)!)![of]!,
  };
}
