import { floatKinds, type DType, type Floats } from "../../../internal/arrays.ts";
import type { Events, Link, Model, Round } from "../../transport.ts";
import type { NatsConnection } from "../connection.ts";
import { addTo, begin, continues, framesOf, type Incoming } from "../wire/flat-frames.ts";
import { decode, drawId, Kind, type Frame } from "../wire/frame.ts";
import { connectionOf, watchDisconnects } from "./disconnects.ts";
import { onReconnect, plain, send, toAll, toCoordinator, toOne, type Place } from "./subjects.ts";

interface Member {
  /** Its connection, as the server names it. */
  readonly connection: string;
  /** Holds its gradients, one after another. */
  memory?: Floats;
  incoming?: Incoming | undefined;
}

/** The coordinator's end: it hears the workers, and sends them what the link orders. */
export function openCoordinator(
  place: Place,
  { system, wire }: { readonly system: NatsConnection | undefined; readonly wire: DType },
  model: Model,
  events: Events,
): { readonly link: Link; readonly close: () => void } {
  const { connection, subject, log } = place;
  const members = new Map<string, Member>();
  const run = drawId();
  let round: Round | undefined;
  let isOver = false;

  const leave = (name: string, reason: string): void => {
    if (members.delete(name)) events.leave(name, reason);
  };
  const disconnects = watchDisconnects(system, log, (gone, reason) => {
    for (const [name, member] of members) {
      if (member.connection === gone) leave(name, `its connection has ended: ${reason}`);
    }
  });

  const hello = (name: string, frame: Frame): string | undefined => {
    const own = connectionOf(frame.text);
    if (own === undefined) return "a worker does not say what its connection is";
    if (disconnects.has(own)) return "a worker says hello that has died since";
    members.set(name, { ...members.get(name), connection: own, incoming: undefined });
    events.join(name);
    return undefined;
  };

  const answer = (name: string, member: Member, frame: Frame): string | undefined => {
    if (frame.first === 0) {
      member.memory ??= new floatKinds[model.dtype].Data(model.size);
      member.incoming = begin(frame, member.memory);
    }
    const { incoming } = member;
    if (!continues(incoming, frame)) {
      member.incoming = undefined;
      return "a part of an answer does not follow the one before it";
    }
    if (!addTo(incoming, frame)) return undefined;
    const { loss } = incoming.head;
    const { round: number, shard } = frame;
    member.incoming = undefined;
    events.answer(name, { round: number, shard, loss, gradient: incoming.target });
    return undefined;
  };

  /** Returns what is wrong with a frame, if something is. */
  const hear = (frame: Frame): string | undefined => {
    const { kind, worker, shard } = frame;
    const name = String(worker);
    if (kind < Kind.hello) return "a coordinator speaks on the subject of the workers";
    if (kind === Kind.hello) return hello(name, frame);
    if (frame.run !== run) return "it belongs to another run";
    const member = members.get(name);
    if (member === undefined) {
      send(place, toOne(subject, name), [plain(Kind.call, { run })], model); // it may join
      return "it is from a worker that has not joined";
    }
    if (kind === Kind.bye) {
      leave(name, "it was closed");
      return undefined;
    }
    const isOld = frame.round !== round?.number;
    if (!isOld && shard >= round!.shards) return `there is no shard ${shard}`;
    const fault = isOld ? `it answers round ${frame.round}, which is not under way` : undefined;
    if (kind === Kind.answer) return answer(name, member, frame) ?? fault;
    events.failure(name, { round: frame.round, shard, message: frame.text });
    return fault;
  };

  const call = (): void => send(place, toAll(subject), [plain(Kind.call, { run })], model);

  const up = toCoordinator(subject);
  const subscription = connection.subscribe(up, {
    callback(error, message) {
      if (error !== null) {
        events.end(new Error(`sharded: the server refuses ${up}: ${error.message}`));
        return;
      }
      const frame = decode(message.data, model);
      const fault = typeof frame === "string" ? frame : hear(frame);
      if (fault !== undefined) log(`refused a message: ${fault}`);
    },
  });
  call();
  void onReconnect(place, () => isOver, call);
  void connection.closed().then(() => {
    if (!isOver) events.end(new Error("sharded: the connection to the NATS server is closed"));
  });

  const link: Link = {
    begin(begun, worker) {
      const { number, flat, shards, batch } = begun;
      const head = {
        ...plain(Kind.round, { run, round: number, shards }),
        text: JSON.stringify(batch),
      };
      const frames = framesOf(head, flat, wire, connection.info?.max_payload);
      round = begun;
      if (worker !== undefined) send(place, toOne(subject, worker), frames, model);
      else if (members.size > 0) send(place, toAll(subject), frames, model);
    },
    assign(worker, shard) {
      const { number, shards } = round!;
      const frame = plain(Kind.assign, { run, round: number, shard, shards });
      send(place, toOne(subject, worker), [frame], model);
    },
    dismiss: () => {}, // it may still answer
  };
  return {
    link,
    close() {
      isOver = true;
      subscription.unsubscribe();
      disconnects.close();
      events.end(new Error("sharded: the transport was closed"));
    },
  };
}
