import { floatKinds } from "../internal/arrays.ts";
import { mismatch } from "./rounds/model.ts";
import type { Evaluate, Events, Model, Round, Transport, WorkerTransport } from "./transport.ts";

/** Both ends of a transport at once. */
export interface InProcess extends Transport, WorkerTransport {}

interface Member {
  readonly name: string;
  readonly model: Model;
  readonly work: (round: Round, shard: number) => void;
}

/**
 * A transport without threads or a network: workers and coordinator are in one program. It is for
 * tests, and for running alone with the bits of a run on many machines.
 *
 * @example
 * const here = inProcess();
 * serve(here, layout, shardObjective);
 * for await (const info of adam(flat, sharded(here, layout, { shards: 8 }))) console.log(info.loss);
 */
export function inProcess(): InProcess {
  const members = new Map<string, Member>();
  let coordinator: { readonly model: Model; readonly events: Events } | undefined;
  let round: Round | undefined;
  let joined = 0;

  /** Tells the coordinator something later, as the contract of a link demands. */
  const tell = (what: (events: Events) => void): void => {
    const events = coordinator?.events;
    if (events !== undefined) queueMicrotask(() => what(events));
  };

  const join = ({ name, model }: Member): void => {
    tell((events) => {
      const difference = mismatch(coordinator!.model, model);
      if (difference === undefined) events.join(name);
      else events.end(new RangeError(`sharded: a worker serves ${difference}`));
    });
  };

  const memberOf = (name: string, model: Model, evaluate: Evaluate): Member => {
    const gradient = new floatKinds[model.dtype].Data(model.size);
    return {
      name,
      model,
      work: ({ number, flat, shards, batch }, index) => {
        const key = { round: number, shard: index };
        const task = { flat, gradient, shard: { index, count: shards }, batch };
        void evaluate(task).then((outcome) => {
          if (!members.has(name)) return;
          tell((events) => {
            if ("error" in outcome) events.failure(name, { ...key, message: outcome.error });
            else events.answer(name, { ...key, loss: outcome.loss, gradient });
          });
        });
      },
    };
  };

  return {
    open(model, events) {
      if (coordinator !== undefined)
        throw new TypeError("inProcess: the transport is open already");
      coordinator = { model, events };
      members.forEach(join);
      return {
        begin: (begun) => {
          round = begun;
        },
        assign: (name, shard) => {
          const current = round!;
          queueMicrotask(() => members.get(name)?.work(current, shard));
        },
        dismiss: () => {}, // nothing can come between its answer and this program
      };
    },
    serve(model, evaluate) {
      const name = `worker ${++joined}`;
      const member = memberOf(name, model, evaluate);
      members.set(name, member);
      join(member);
      return {
        close() {
          if (members.delete(name)) tell((events) => events.leave(name, "it was closed"));
        },
      };
    },
  };
}
