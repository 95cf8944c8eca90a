import { multiplyInBlocks } from "./blocks.ts";
import type { Engine } from "./engine.ts";
import { readOrder, State, type Order } from "./order.ts";

/** Does what an order says, and says so in its state; false where it is to listen. */
export function obey(
  engine: Engine,
  order: Order,
  bufferOf: (number: number) => SharedArrayBuffer,
): boolean {
  const state = Atomics.load(order.integers, 0);
  if (state === State.multiplies) {
    try {
      multiplyInBlocks(engine, readOrder(order, bufferOf));
      Atomics.store(order.integers, 0, State.waits);
    } catch {
      Atomics.store(order.integers, 0, State.failed); // the pool does this part itself
    }
  }
  return state !== State.listens;
}
