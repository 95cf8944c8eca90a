/** One worker of the pool, as the pool sees it. */
import type { Product } from "./matrix.ts";
import { makeOrder, State, writeOrder } from "./order.ts";
import { startThread } from "./thread.ts";
import type { Message } from "./worker.ts";

export interface Member {
  /** Whether it waits for an order and knows all buffers that were sent. */
  readonly isFree: () => boolean;
  readonly send: (message: Message) => void;
  readonly give: (part: Product, numberOf: (buffer: ArrayBufferLike) => number) => void;
  /** Waits for the end of what was given; false where that failed. */
  readonly isDone: () => boolean;
  readonly close: () => void;
}

export function makeMember(module: WebAssembly.Module, settled: (runs: boolean) => void): Member {
  const order = makeOrder();
  const { integers } = order;
  const thread = startThread(settled);
  let sent = 0;
  const tell = (state: number): void => {
    Atomics.store(integers, 0, state);
    Atomics.notify(integers, 0);
  };
  thread.post({ module, order: order.buffer });
  return {
    isFree() {
      if (Atomics.load(integers, 0) !== State.waits) return false;
      if (Atomics.load(integers, 1) === sent) return true;
      tell(State.listens);
      return false;
    },
    send(message) {
      sent++;
      thread.post(message);
    },
    give(part, numberOf) {
      writeOrder(order, part, numberOf);
      tell(State.multiplies);
    },
    isDone() {
      // Its part is as large as the one just done here: a wait too short to sleep.
      let state: number;
      do state = Atomics.load(integers, 0);
      while (state === State.multiplies);
      return state !== State.failed;
    },
    close: thread.close,
  };
}
