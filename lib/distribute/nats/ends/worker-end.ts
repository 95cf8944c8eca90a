import { floatKinds, type DType, type Floats } from "../../../internal/arrays.ts";
import type { Evaluate, Model, Name, Served, Task } from "../../transport.ts";
import { addTo, begin, continues, framesOf, type Incoming } from "../wire/flat-frames.ts";
import { decode, drawId, Kind, type Frame } from "../wire/frame.ts";
import { connectionText, parsed } from "./disconnects.ts";
import { onReconnect, plain, send, toAll, toCoordinator, toOne, type Place } from "./subjects.ts";

/** A round that has come whole. */
interface Held {
  readonly number: number;
  readonly shards: number;
  readonly batch: readonly Name[];
  readonly flat: Floats;
  readonly wire: DType;
}

/** The longest message of an error that is sent. */
const LONGEST = 1000;

/** A worker's end: it receives flats, evaluates shards, and says hello whenever it lacks something. */
export function openWorker(place: Place, model: Model, evaluate: Evaluate): Served {
  const { connection, subject, log } = place;
  const worker = drawId();
  const newFloats = (): Floats => new floatKinds[model.dtype].Data(model.size);
  const gradient = newFloats();
  let run = 0;
  let held: Held | undefined;
  let incoming: Incoming | undefined;
  let spare: Floats | undefined;
  let busy: Floats | undefined; // the flat that the objective is reading
  let hellos = 0;
  let last = Promise.resolve();
  let isOver = false;

  const say = (frames: Iterable<Frame>): void => {
    send(place, toCoordinator(subject), frames, model);
  };

  /**
   * A hello voids what was assigned before: the coordinator then gives that shard to some worker
   * again.
   */
  const hello = (): void => {
    hellos++;
    const text = connectionText(connection);
    if (text !== "") say([plain(Kind.hello, { run, worker, text })]);
  };

  const follow = (coordinator: number): void => {
    if (coordinator === run) return;
    run = coordinator;
    held = incoming = undefined;
  };

  const receive = (frame: Frame): string | undefined => {
    follow(frame.run);
    const { round: number, shards, first } = frame;
    if (held !== undefined && number < held.number)
      return `it brings round ${number}, which is over`;
    if (number === held?.number) return undefined; // sent again, for somebody else perhaps
    if (first === 0) {
      const target = spare === undefined || spare === busy ? newFloats() : spare;
      spare = undefined;
      incoming = begin(frame, target);
    }
    if (!continues(incoming, frame)) {
      incoming = undefined;
      return "a part of a flat does not follow the one before it";
    }
    if (!addTo(incoming, frame)) return undefined;
    const { head, target: flat } = incoming;
    incoming = undefined;
    const batch = namesIn(head.text);
    if (batch === undefined) return "its batch is not a list of names";
    spare = held?.flat;
    held = { number, shards, batch, flat, wire: head.wire };
    return undefined;
  };

  const work = async (of: Held, shard: number, asked: number): Promise<void> => {
    if (of !== held || asked !== hellos) return; // nobody waits for it
    const { number: round, shards, batch, flat, wire } = of;
    const key = { run, worker, round, shard, shards };
    const task: Task = { flat, gradient, shard: { index: shard, count: shards }, batch };
    busy = flat;
    const outcome = await evaluate(task);
    busy = undefined;
    if ("error" in outcome) {
      say([plain(Kind.failure, { ...key, text: outcome.error.slice(0, LONGEST) })]);
    } else {
      const head = plain(Kind.answer, { ...key, loss: outcome.loss });
      say(framesOf(head, gradient, wire, connection.info?.max_payload));
    }
  };

  /** Returns what is wrong with a frame, if something is. */
  const hear = (frame: Frame): string | undefined => {
    const { kind, round, shard, shards } = frame;
    if (kind === Kind.call) {
      follow(frame.run);
      hello();
      return undefined;
    }
    if (kind === Kind.round) return receive(frame);
    if (kind !== Kind.assign) return "a worker speaks on the subject of the coordinator";
    if (run !== 0 && frame.run !== run) return "it belongs to another run";
    if (held?.number !== round) {
      hello(); // the flat was lost on the way
      return undefined;
    }
    if (shards !== held.shards || shard >= shards) return `there is no shard ${shard} of ${shards}`;
    const [of, asked] = [held, hellos];
    last = last.then(() => work(of, shard, asked));
    return undefined;
  };

  const subscriptions = [toAll(subject), toOne(subject, worker)].map((each) =>
    connection.subscribe(each, {
      callback(error, message) {
        const frame = error === null ? decode(message.data, model) : error.message;
        const fault = typeof frame === "string" ? frame : hear(frame);
        if (fault !== undefined) log(`refused a message: ${fault}`);
      },
    }),
  );
  hello();
  void onReconnect(place, () => isOver, hello);
  return {
    close() {
      if (isOver) return;
      isOver = true;
      hellos++;
      say([plain(Kind.bye, { run, worker })]);
      for (const each of subscriptions) each.unsubscribe();
    },
  };
}

/** The batch in a text; undefined if that is something else. */
function namesIn(text: string): readonly Name[] | undefined {
  const value = parsed(text);
  return Array.isArray(value) && value.every(isName) ? (value as Name[]) : undefined;
}

const isName = (name: unknown): boolean => typeof name === "string" || typeof name === "number";
