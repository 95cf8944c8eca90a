import { announce, type Board } from "./protocol.ts";
import type { Message } from "./worker.ts";

/**
 * Numbers for shared buffers. One that is new is announced and sent to the threads, with the
 * numbers of those that were collected since.
 */
export function makeRegister(
  board: Board,
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
      announce(board);
      send({ number, buffer, gone });
      gone = [];
    }
    return number;
  };
}
