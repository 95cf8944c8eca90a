import type { Rows } from "../../../internal/threads/share-rows.ts";
import { compile } from "../../../internal/wasm/compile.ts";
import type { Memory } from "../../../internal/wasm/memory.ts";
import { countMessage, type PoolMemory } from "./protocol.ts";
import type { Message } from "./worker.ts";

/** The numbers of an arena and of a kernel's function in it. */
export type FunctionNumbers = (
  kernel: string,
  name: string,
  memory: Memory,
) => { readonly arena: number; readonly of: number };

/**
 * Gives numbers to functions of kernels, in each arena anew. A new one is sent to the threads, after
 * the buffer of its arena.
 */
export function numberFunctions(
  memory: PoolMemory,
  numberOf: (buffer: SharedArrayBuffer) => number,
  send: (message: Message) => void,
): FunctionNumbers {
  const known = new WeakMap<Memory, Pick<Rows, "kernel" | "name">[]>();
  return (kernel, name, own) => {
    const arena = numberOf(own.float64.buffer as unknown as SharedArrayBuffer);
    let functions = known.get(own);
    if (functions === undefined) known.set(own, (functions = []));
    let of = functions.findIndex((each) => each.name === name && each.kernel === kernel);
    if (of === -1) {
      of = functions.push({ kernel, name }) - 1;
      countMessage(memory);
      send({ arena, name, kernel: compile(kernel, own)! });
    }
    return { arena, of };
  };
}
