/**
 * A worker of the pool. `npm run build:kernel` bundles it into `worker.generated.ts`, so that it
 * needs no file of its own: in Node, in browsers and after any bundler.
 */
import { ownPort } from "../../../internal/threads/own-port.ts";
import { makeEngine, type Engine } from "../../kernel/engine.ts";
import {
  knowBuffers,
  type KnownBuffers,
  type NewBuffer,
  type NewFunction,
} from "./known-buffers.ts";
import { watched } from "./watched.ts";
import { helpWithParts } from "./multiply-in-parts.ts";
import { beat, makePoolMemory, nextCount, waitForParts, type PoolMemory } from "./protocol.ts";

/** The messages of the pool: first the module and the pool's memory, then new buffers and functions. */
export type Message =
  | { readonly module: WebAssembly.Module; readonly memory: SharedArrayBuffer }
  | NewBuffer
  | NewFunction;

const port = ownPort()!;
let known: KnownBuffers;
let memory: PoolMemory;
let received = 0;

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- that would not start Node's port
port.onmessage = ({ data: message }: { data: Message }) => {
  if ("memory" in message) {
    memory = makePoolMemory(message.memory);
    const watch = (engine: Engine): Engine => watched(engine, () => beat(memory));
    known = knowBuffers(watch(makeEngine(message.module)), watch);
    port.postMessage("ready");
  } else {
    known.receive(message);
    received = nextCount(received);
  }
  do helpWithParts(known, memory, received);
  while (waitForParts(memory, received));
};
