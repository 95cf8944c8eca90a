import { countMessage, type PoolMemory } from "./protocol.ts";
import type { Message } from "./worker.ts";

/**
 * Gives numbers to shared buffers. A new buffer is sent to the threads, together with the numbers of
 * those that were collected since the last message.
 */
export function numberBuffers(
  memory: PoolMemory,
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
      send({ number, buffer, gone });
      gone = [];
    }
    return number;
  };
}
