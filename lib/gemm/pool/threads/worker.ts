/**
 * A worker of the pool, bundled into `worker.generated.ts` by `npm run build:kernel`: so it needs
 * no file of its own, in Node, in browsers and after any bundler.
 */
import { makeBoard, next, wait, type Board } from "./protocol.ts";
import { makeEngine, type Engine } from "../../kernel/engine.ts";
import { serve } from "./do-parts.ts";

/** What the pool sends: first the module and the board's memory, then buffers as they come. */
export type Message =
  | { readonly module: WebAssembly.Module; readonly memory: SharedArrayBuffer }
  | {
      readonly number: number;
      readonly buffer: SharedArrayBuffer;
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
let board: Board;
let received = 0;

// oxlint-disable-next-line unicorn/prefer-add-event-listener -- which would not start Node's port
port.onmessage = ({ data: message }) => {
  if ("module" in message) {
    engine = makeEngine(message.module);
    board = makeBoard(message.memory);
    port.postMessage("ready");
  } else {
    for (const number of message.gone) buffers.delete(number);
    buffers.set(message.number, message.buffer);
    received = next(received);
  }
  do serve(engine, board, received, (number) => buffers.get(number)!);
  while (wait(board, received));
};
