/** Both ends of `nats` on a bus in this program: each message that they refuse, and why. */
import { expect } from "chai";
import { serve, sharded } from "ndarray-params/distribute";
import { nats } from "ndarray-params/distribute/nats";
import { decode, encode, Kind, type Frame } from "../../../lib/distribute/nats/wire/frame.ts";
import { plain } from "../../../lib/distribute/nats/ends/subjects.ts";
import { modelOf } from "../../../lib/distribute/rounds/model.ts";
import { layoutOf } from "ndarray-params";
import { rejection } from "../../support/rejection.ts";
import { makeBus, settled } from "../support/bus.ts";

const layout = layoutOf([4]);
const model = modelOf(layout, "float64");

/** Listens to a subject, and keeps what it hears. */
function listen(bus: ReturnType<typeof makeBus>, subject: string): Frame[] {
  const frames: Frame[] = [];
  bus.connect().subscribe(subject, {
    callback: (_, { data }) => frames.push(decode(data, model) as Frame),
  });
  return frames;
}

const bytes = (elements: number): Uint8Array => new Uint8Array(8 * elements);

describe("the coordinator's end of nats", () => {
  function open() {
    const bus = makeBus();
    const lines: string[] = [];
    const all = listen(bus, "a.all");
    const own = bus.connect();
    const system = bus.connect();
    const log = (line: string): number => lines.push(line.replace("a: refused a message: ", ""));
    const end = nats(own, { subject: "a", system, log });
    const objective = sharded(end, layout, { shards: 2, patience: 50 });
    const evaluate = (...batch: string[]) =>
      objective(new Float64Array(4), new Float64Array(4), ...batch);
    const up = async (frame: Partial<Frame> & { kind: Frame["kind"] }): Promise<void> => {
      bus.publish("a.up", encode(plain(frame.kind, frame), model));
      await settled();
    };
    const text = (client: number): string => JSON.stringify({ server: "s", client });
    const join = (worker: number) => up({ kind: Kind.hello, worker, text: text(worker) });
    const tell = async (event: unknown): Promise<void> => {
      bus.publish("$SYS.ACCOUNT.*.DISCONNECT", new TextEncoder().encode(JSON.stringify(event)));
      await settled();
    };
    const answer = (worker: number, shard: number, more: Partial<Frame> = {}) => {
      const [run, elements] = [all[0]!.run, bytes(4)];
      return up({
        kind: Kind.answer,
        worker,
        run,
        round: 1,
        shard,
        count: 4,
        elements,
        loss: 1,
        ...more,
      });
    };
    return { bus, lines, all, own, system, end, evaluate, up, join, tell, answer };
  }

  it("calls when it opens and after each reconnection, until it is closed", async () => {
    const { all, own, end } = open();
    await settled();
    own.reconnect();
    await settled();
    expect(all.map(({ kind, run }) => [kind, run])).to.deep.equal([
      [Kind.call, all[0]!.run],
      [Kind.call, all[0]!.run],
    ]);
    end.close();
    own.reconnect();
    await settled();
    expect(all.length).to.equal(2);
    own.close();
    await settled();
  });

  it("refuses what does not belong to its run, each with a line, and goes on", async () => {
    const { lines, up, join, answer, evaluate } = open();
    await join(1);
    const loss = evaluate();
    await settled();
    await up({ kind: Kind.round });
    await up({ kind: Kind.hello, worker: 2, text: "no object" });
    await up({ kind: Kind.hello, worker: 2, text: "3" });
    await answer(1, 0, { run: 5 });
    await answer(9, 0);
    await answer(1, 7);
    await answer(1, 0, { first: 2, count: 2, elements: bytes(2) });
    await answer(1, 0, { first: 0, count: 1, elements: bytes(1) });
    await answer(1, 0, { first: 3, count: 1, elements: bytes(1) });
    await answer(1, 0, { round: 8 });
    await answer(1, 0);
    await answer(1, 1);
    expect(await loss).to.equal(2);
    expect(lines.splice(0)).to.deep.equal([
      "a coordinator speaks on the subject of the workers",
      "a worker does not say what its connection is",
      "a worker does not say what its connection is",
      "it belongs to another run",
      "it is from a worker that has not joined",
      "there is no shard 7",
      "a part of an answer does not follow the one before it",
      "a part of an answer does not follow the one before it",
      "it answers round 8, which is not under way",
    ]);
    await answer(1, 1, { kind: Kind.failure, text: "late" });
    await answer(1, 0, { kind: Kind.bye });
    await answer(1, 0, { kind: Kind.bye });
    expect(lines).to.deep.equal(["it is from a worker that has not joined"]);
  });

  it("learns from the system account who has died, also before the worker says hello", async () => {
    const { lines, join, tell, evaluate, answer } = open();
    await join(1);
    await join(2);
    const loss = evaluate();
    await answer(2, 1);
    await tell({ client: { id: 1 }, server: { id: "another" } });
    await tell({ client: { id: 1 }, server: { id: "s" }, reason: "Client Closed" });
    await tell({ client: { id: 3 }, server: { id: "s" } });
    await tell("no event");
    await tell(null);
    await join(3);
    await answer(2, 0);
    expect(await loss).to.equal(2);
    expect(lines).to.deep.equal(["a worker says hello that has died since"]);
    for (let id = 0; id < 1001; id++) await tell({ client: { id }, server: { id: "t" } }); // oxlint-disable-line no-await-in-loop
    await join(3); // it is not remembered for ever
    expect(lines.length).to.equal(1);
  });

  it("says if the system account refuses, and ends if its own does", async () => {
    const { lines, own, system, evaluate } = open();
    const error = rejection(evaluate());
    system.refuse(new Error("no permission"));
    expect(lines).to.deep.equal(["a: the system account tells nothing: no permission"]);
    own.refuse(new Error("no permission"));
    expect((await error).message).to.equal("sharded: the server refuses a.up: no permission");
  });

  it("ends the evaluation that is under way when it is closed, and all later ones", async () => {
    const { join, end, evaluate } = open();
    await join(1);
    const early = rejection(evaluate());
    await settled();
    end.close();
    for (const error of [early, rejection(evaluate())]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      expect((await error).message).to.equal("sharded: the transport was closed");
    }
  });

  it("refuses a batch that no message can hold, whether a worker is there or not", async () => {
    const { join, evaluate, answer } = open();
    const name = "x".repeat(2 ** 20);
    const need = "nats: the batch is too long for a message of this server";
    expect((await rejection(evaluate(name))).message).to.equal(need);
    await join(1);
    expect((await rejection(evaluate(name))).message).to.equal(need);
    const loss = evaluate();
    for (const shard of [0, 1]) await answer(1, shard, { round: 3 }); // oxlint-disable-line no-await-in-loop
    expect(await loss).to.equal(2);
  });

  it("publishes nothing when its connection is closed", async () => {
    const { all, own, evaluate } = open();
    await settled();
    own.close();
    const { message } = await rejection(evaluate());
    expect(message).to.equal("sharded: the connection to the NATS server is closed");
    expect(all.length).to.equal(1);
  });
});

describe("a worker's end of nats", () => {
  function open(objective: () => number | Promise<number> = () => 1) {
    const bus = makeBus();
    const lines: string[] = [];
    const up = listen(bus, "a.up");
    const own = bus.connect();
    const log = (line: string): number => lines.push(line.replace("a: refused a message: ", ""));
    const flats: number[][] = [];
    const served = serve(nats(own, { subject: "a", log }), layout, ({ data }, gradient) => {
      flats.push([...data]);
      gradient.data.fill(2);
      return objective();
    });
    const all = async (frame: Partial<Frame> & { kind: Frame["kind"] }): Promise<void> => {
      bus.publish("a.all", encode(plain(frame.kind, { run: 7, shards: 2, ...frame }), model));
      await settled();
    };
    const round = (number: number, more: Partial<Frame> = {}) => {
      const elements = new Uint8Array(new Float64Array(4).fill(number).buffer);
      return all({ kind: Kind.round, round: number, text: "[]", count: 4, elements, ...more });
    };
    const assign = (number: number, shard: number, more: Partial<Frame> = {}) =>
      all({ kind: Kind.assign, round: number, shard, ...more });
    const kinds = (): number[] => up.splice(0).map(({ kind }) => kind);
    return { bus, lines, own, served, all, round, assign, kinds, up, flats };
  }

  it("says hello when it starts, is called, reconnects or lacks a flat; and bye", async () => {
    const { own, all, assign, kinds, served } = open();
    await settled();
    expect(kinds()).to.deep.equal([Kind.hello]);
    await all({ kind: Kind.call });
    await assign(1, 0);
    own.reconnect();
    await settled();
    expect(kinds()).to.deep.equal([Kind.hello, Kind.hello, Kind.hello]);
    served.close();
    served.close();
    await settled();
    expect(kinds()).to.deep.equal([Kind.bye]);
    await all({ kind: Kind.call });
    own.reconnect();
    await settled();
    expect(kinds()).to.deep.equal([]);
  });

  it("says no hello while it has no server", async () => {
    const { bus } = open();
    const up = listen(bus, "b.up");
    const { info: _, ...without } = bus.connect();
    serve(nats(without, { subject: "b" }), layout, () => 0);
    await settled();
    expect(up).to.deep.equal([]);
  });

  it("refuses what does not belong, each with a line, and goes on", async () => {
    const { lines, own, all, round, assign, kinds, flats } = open();
    await all({ kind: Kind.hello });
    await round(3, { text: "{}" });
    await round(3, { text: "[[1]]" });
    await round(3, { text: '["a' });
    await round(3, { first: 1, count: 3, elements: bytes(3) });
    await round(3);
    await round(2);
    await round(3, { elements: bytes(4) });
    await assign(3, 2);
    await assign(3, 0, { shards: 9 });
    await assign(3, 0, { run: 8 });
    own.refuse(new Error("no permission"));
    await assign(3, 1);
    expect(lines).to.deep.equal([
      "a worker speaks on the subject of the coordinator",
      "its batch is not a list of names",
      "its batch is not a list of names",
      "its batch is not a list of names",
      "a part of a flat does not follow the one before it",
      "it brings round 2, which is over",
      "there is no shard 2 of 2",
      "there is no shard 0 of 9",
      "it belongs to another run",
      "no permission",
      "no permission",
    ]);
    expect(kinds()).to.deep.equal([Kind.hello, Kind.answer]);
    expect(flats).to.deep.equal([[3, 3, 3, 3]]);
  });

  it("reads a flat as long as it is evaluated, whatever comes meanwhile", async () => {
    const waiting: (() => void)[] = [];
    const objective = () => new Promise<number>((resolve) => waiting.push(() => resolve(5)));
    const { round, assign, kinds, flats, up } = open(objective);
    await round(1);
    await assign(1, 0);
    for (const number of [2, 3, 4]) {
      await round(number); // oxlint-disable-line no-await-in-loop
      await assign(number, 1); // oxlint-disable-line no-await-in-loop
    }
    kinds();
    waiting[0]!();
    await settled();
    waiting[1]!();
    await settled();
    // The answer of round 1 is late; nobody waits for those of 2 and 3.
    expect(up.map(({ kind, round: number, loss }) => [kind, number, loss])).to.deep.equal([
      [Kind.answer, 1, 5],
      [Kind.answer, 4, 5],
    ]);
    expect(flats).to.deep.equal([[1, 1, 1, 1], [4, 4, 4, 4]]); // oxfmt-ignore
  });

  it("forgets what was assigned before a hello, and the run of another coordinator", async () => {
    let finish = (): void => {};
    const { all, round, assign, up, kinds } = open(
      () => new Promise((resolve) => (finish = () => resolve(1))),
    );
    await round(1);
    await assign(1, 0);
    await assign(1, 1);
    await all({ kind: Kind.call, run: 7 });
    kinds();
    finish();
    await settled();
    expect(kinds()).to.deep.equal([Kind.answer]);
    await round(1, { run: 8 });
    await assign(1, 1, { run: 8 });
    finish();
    await settled();
    expect(up.map(({ run, shard }) => [run, shard])).to.deep.equal([[8, 1]]);
  });

  it("says nothing when its connection was closed meanwhile", async () => {
    let finish = (): void => {};
    const { round, assign, own, kinds } = open(
      () => new Promise((resolve) => (finish = () => resolve(1))),
    );
    await round(1);
    await assign(1, 0);
    kinds();
    own.close();
    finish();
    await settled();
    expect(kinds()).to.deep.equal([]);
  });

  it("sends an error of its objective, shortened", async () => {
    const { round, assign, up } = open(() => {
      throw new Error("e".repeat(5000));
    });
    await round(1);
    await assign(1, 0);
    expect([up.at(-1)!.kind, up.at(-1)!.text]).to.deep.equal([Kind.failure, "e".repeat(1000)]);
  });
});
