import { arenaMemoryOf } from "../../../internal/wasm/memory.ts";
import { moduleOf } from "../../kernel/find-engine.ts";
import type { GemmKernel } from "../../kernel/gemm-kernel.ts";
import { countMessage, type PoolMemory } from "./protocol.ts";
import type { Message } from "./worker.ts";

/**
 * Gives numbers to shared buffers. A new buffer is sent to the threads, together with the numbers of
 * those that were collected since the last message. For the buffer of an arena they get its memory,
 * and the kernel for it.
 */
export function numberBuffers(
  memory: PoolMemory,
  kernel: GemmKernel,
  send: (message: Message) => void,
): (buffer: SharedArrayBuffer) => number {
  const numbers = new WeakMap<SharedArrayBuffer, number>();
  let count = 0;
  let gone: number[] = [];
  const collected = new FinalizationRegistry<number>((number) => gone.push(number));
  return (buffer) => {
    let number = numbers.get(buffer);
    if (number === undefined) {
      number = count++;
      numbers.set(buffer, number);
      collected.register(buffer, number);
      countMessage(memory);
      const arena = arenaMemoryOf({ buffer });
      if (arena === undefined) send({ number, gone, buffer });
      else send({ number, gone, arena: arena.memory, module: moduleOf(kernel, arena)! });
      gone = [];
    }
    return number;
  };
}
