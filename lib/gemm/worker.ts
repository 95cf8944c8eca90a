/**
 * A worker of the pool, bundled into `worker.generated.ts` by `npm run build:kernel`: so it needs
 * no file of its own, in Node, in browsers and after any bundler.
 */
import { makeEngine, type Engine } from "./engine.ts";
import { obey } from "./obey.ts";
import { makeOrder, State, type Order } from "./order.ts";

/** What the pool posts: first the module and where orders will be, then buffers as they turn up. */
export type Message =
  | { readonly module: WebAssembly.Module; readonly order: SharedArrayBuffer }
  | {
      readonly come: readonly (readonly [number, SharedArrayBuffer])[];
      readonly gone: readonly number[];
    };

interface Port {
  onmessage: (event: { data: Message }) => void;
  postMessage: (message: string) => void;
}

const { process: node } = globalThis as { process?: NodeJS.Process };
const port = (node?.getBuiltinModule("node:worker_threads").parentPort ??
  globalThis) as unknown as Port;
const buffers = new Map<number, SharedArrayBuffer>();
let engine: Engine;
let order: Order;

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- which would not start Node's port
port.onmessage = ({ data: message }) => {
  if ("module" in message) {
    engine = makeEngine(message.module);
    order = makeOrder(message.order);
    port.postMessage("ready");
  } else {
    for (const number of message.gone) buffers.delete(number);
    for (const [number, buffer] of message.come) buffers.set(number, buffer);
    Atomics.add(order.integers, 1, 1);
  }
  Atomics.store(order.integers, 0, State.waits);
  do Atomics.wait(order.integers, 0, State.waits);
  while (obey(engine, order, (number) => buffers.get(number)!));
};
