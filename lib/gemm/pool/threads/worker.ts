/**
 * A worker of the pool. `npm run build:kernel` bundles it into `worker.generated.ts`, so that it
 * needs no file of its own: in Node, in browsers and after any bundler.
 */
import { makeEngine, type Engine } from "../../kernel/engine.ts";
import { ownPort } from "../../../internal/threads/own-port.ts";
import { watched } from "./watched.ts";
import { helpWithParts } from "./multiply-in-parts.ts";
import { beat, makePoolMemory, nextCount, waitForParts, type PoolMemory } from "./protocol.ts";

/** The messages of the pool: first the module and the pool's memory, then each new buffer. */
export type Message =
  | { readonly module: WebAssembly.Module; readonly memory: SharedArrayBuffer }
  | {
      readonly number: number;
      readonly buffer: SharedArrayBuffer;
      readonly gone: readonly number[];
    };

const port = ownPort()!;
const buffers = new Map<number, SharedArrayBuffer>();
let engine: Engine;
let memory: PoolMemory;
let received = 0;

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- that would not start Node's port
port.onmessage = ({ data: message }: { data: Message }) => {
  if ("module" in message) {
    memory = makePoolMemory(message.memory);
    engine = watched(makeEngine(message.module), () => beat(memory));
    port.postMessage("ready");
  } else {
    for (const number of message.gone) buffers.delete(number);
    buffers.set(message.number, message.buffer);
    received = nextCount(received);
  }
  do helpWithParts(engine, memory, received, (number) => buffers.get(number)!);
  while (waitForParts(memory, received));
};
