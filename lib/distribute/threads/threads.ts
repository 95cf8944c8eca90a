import { wrongKind } from "../../internal/messages.ts";
import { checkNumber, count } from "../../internal/numbers.ts";
import { workerFromUrl, type WorkerUrl } from "../../internal/threads/make-worker.ts";
import {
  startThread,
  type AnyWorker,
  type Thread,
  type WorkerLike,
} from "../../internal/threads/start-thread.ts";
import { whenDropped } from "../../internal/threads/when-dropped.ts";
import { copyFloats, isShared } from "../../internal/wasm/copy-shared.ts";
import type { Floats } from "../../internal/arrays.ts";
import { mismatch } from "../rounds/model.ts";
import type { Events, Link, Model, Round, Transport } from "../transport.ts";
import { sharedFloats, type Done, type Hello, type Work } from "./thread-messages.ts";

/**
 * The URL of the file that the threads run, or a function that makes such a worker. Bundlers find
 * the file if the function says `new Worker(new URL("./file.js", import.meta.url), …)`.
 */
export type WorkerSource = WorkerUrl | (() => WorkerLike);

export interface Threads extends Transport {
  /** Ends the threads. An evaluation that is under way rejects, and so does each later one. */
  readonly close: () => void;
}

interface Member {
  readonly thread: Thread;
  /** Undefined until its first message. */
  gradient?: Floats;
  /** The flat that it has. */
  flat?: Floats;
}

/**
 * A transport to `number` worker threads, which start with `sharded`. They run a file that calls
 * `serve(thisThread(), …)`. A flat on a SharedArrayBuffer is read where it is; any other one is
 * copied to shared memory once in each round. Gradients are added from the workers' own memory.
 *
 * A thread that ends, or does not answer in time, is replaced. The threads keep no process alive
 * between rounds, and they end when the transport is closed or collected as garbage.
 *
 * @throws TypeError, RangeError if `number` is not a whole number of at least 1, if `source` is of
 *   another kind, or if there is no shared memory
 * @example
 * const transport = threads(2, new URL("./digits.worker.js", import.meta.url));
 * const objective = sharded(transport, layout, { shards: 8 });
 */
export function threads(number: number, source: WorkerSource): Threads {
  const call = "threads";
  checkNumber(call, "number", number, count);
  if (!["string", "object", "function"].includes(typeof source) || source === null) {
    throw wrongKind(call, "source", "be a URL or a function that makes a worker", source);
  }
  if (typeof SharedArrayBuffer === "undefined") {
    throw new TypeError(
      `${call}: there is no SharedArrayBuffer: is the page cross-origin isolated?`,
    );
  }
  const make = makerOf(source);
  const open: { close?: () => void } = {};
  const transport: Threads = {
    open(model, events) {
      if (open.close !== undefined) throw new TypeError(`${call}: the transport is open already`);
      const crew = startCrew(number, make, model, events);
      open.close = () => crew.end("the threads were closed");
      whenDropped(transport, crew.close);
      return crew.link;
    },
    close: () => open.close?.(),
  };
  return transport;
}

/** A function of its own, so that what it makes does not refer to the transport. */
const makerOf = (source: WorkerSource): (() => AnyWorker) =>
  typeof source === "function"
    ? () => source() as object as AnyWorker
    : () => workerFromUrl(source, true);

/** The threads. Nothing here refers to the transport, which may be collected. */
function startCrew(
  number: number,
  make: () => AnyWorker,
  model: Model,
  events: Events,
): {
  readonly link: Link;
  readonly close: () => void;
  readonly end: (reason: string) => void;
} {
  const members = new Map<string, Member>();
  let started = 0;
  let isClosed = false;
  let round: Round;
  let own: Floats | undefined; // holds flats that are not on shared memory

  const start = (): void => {
    const name = `thread ${++started}`;
    const thread = startThread(make(), {
      message(data) {
        if (member.gradient === undefined) hello(name, member, data as Hello);
        else done(name, member.gradient, data as Done);
      },
      end(reason) {
        members.delete(name);
        if (isClosed) return;
        const hadJoined = member.gradient !== undefined;
        if (hadJoined) events.leave(name, `the thread has ended: ${reason}`);
        if (hadJoined) replace();
        else if (members.size === 0) end(`no thread could start: ${reason}`); // nor would another
      },
    });
    const member: Member = { thread };
    members.set(name, member);
  };

  const replace = (): void => {
    try {
      start();
    } catch (error) {
      end(`no thread could start: ${(error as Error).message}`);
    }
  };

  const end = (reason: string): void => {
    close();
    events.end(new Error(`sharded: ${reason}`));
  };

  const hello = (name: string, member: Member, { model: theirs, gradient }: Hello): void => {
    const difference = mismatch(model, theirs);
    if (difference !== undefined) return end(`the threads serve ${difference}`);
    member.gradient = gradient;
    events.join(name);
  };

  const done = (name: string, gradient: Floats, { round: of, shard, ...outcome }: Done): void => {
    if ("error" in outcome) events.failure(name, { round: of, shard, message: outcome.error });
    else events.answer(name, { round: of, shard, loss: outcome.loss, gradient });
  };

  const close = (): void => {
    isClosed = true;
    for (const { thread } of members.values()) thread.close();
    members.clear();
  };

  const link: Link = {
    begin(begun, worker) {
      round = begun;
      if (worker !== undefined || isShared(begun.flat.buffer)) return;
      own ??= sharedFloats(model.dtype, model.size);
      copyFloats(begun.flat, own);
    },
    assign(name, shard) {
      const member = members.get(name)!;
      const { number: of, shards, batch } = round;
      const flat = isShared(round.flat.buffer) ? round.flat : own!;
      const isKnown = member.flat !== undefined && isSame(member.flat, flat);
      member.flat = flat;
      const work: Work = { round: of, shard, shards, batch, ...(isKnown ? {} : { flat }) };
      member.thread.send(work);
    },
    dismiss: (name) => members.get(name)!.thread.close(),
  };
  try {
    for (let i = 0; i < number; i++) start();
  } catch (error) {
    close();
    throw error;
  }
  return { link, close, end };
}

const isSame = (a: Floats, b: Floats): boolean =>
  a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.length === b.length;
