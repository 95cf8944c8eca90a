import { ownPort } from "../../internal/threads/own-port.ts";
import type { WorkerTransport } from "../transport.ts";
import { sharedFloats, type Done, type Hello, type Work } from "./thread-messages.ts";

/**
 * The worker's end of `threads`, for the file that the threads run.
 *
 * @throws TypeError if this is not a worker thread
 * @example
 * serve(thisThread(), layout, shardObjective);
 */
export function thisThread(): WorkerTransport {
  const port = ownPort();
  if (port === null)
    throw new TypeError("thisThread: must be called in a worker, and this is the main thread");
  const post = (message: Hello | Done): void => {
    port.postMessage(message); // oxlint-disable-line unicorn/require-post-message-target-origin
  };
  return {
    serve(model, evaluate) {
      const gradient = sharedFloats(model.dtype, model.size);
      let flat = gradient;
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- that would not start Node's port
      port.onmessage = ({ data: work }: { data: Work }) => {
        flat = work.flat ?? flat;
        const { round, shard: index, shards: count, batch } = work;
        const task = { flat, gradient, shard: { index, count }, batch };
        void evaluate(task).then((outcome) => post({ round, shard: index, ...outcome }));
      };
      post({ model, gradient });
      return { close: () => port.close() };
    },
  };
}
