// A transport to threads of this process: flats on shared memory, which nothing copies.
// Read threads.ts first, then this-thread.ts, the other end, and thread-messages.ts between them.
// May import the engine-free part of distribute, the core and internal/.
export { threads, type Threads, type WorkerSource } from "./threads.ts";
export { thisThread } from "./this-thread.ts";
export type { WorkerTransport } from "../transport.ts";
export type { WorkerLike } from "../../internal/threads/start-thread.ts";
export type { WorkerUrl } from "../../internal/threads/make-worker.ts";
