/** Messages on the wire: what is written is read, and whatever else may come is named. */
import { expect } from "chai";
import {
  begin,
  continues,
  addTo,
  framesOf,
} from "../../../lib/distribute/nats/wire/flat-frames.ts";
import { decode, drawId, encode, HEADER, Kind } from "../../../lib/distribute/nats/wire/frame.ts";
import { plain } from "../../../lib/distribute/nats/ends/subjects.ts";
import { crc32 } from "../../../lib/internal/crc-32.ts";

const model = { template: 0xfedcba98, size: 5, dtype: "float64" } as const;
const head = plain(Kind.answer, {
  run: 2 ** 53 - 1,
  worker: 2 ** 32,
  round: 2 ** 32 - 1,
  shard: 3,
  shards: 7,
  loss: -0.1,
  text: "é €",
});
const flat = Float64Array.of(1, -0, NaN, 1e300, 5e-324);

const spoilt = (spoil: (view: DataView) => void, isRight = true): Uint8Array => {
  const bytes = encode([...framesOf(head, flat, "float64")][0]!, model);
  const view = new DataView(bytes.buffer);
  spoil(view);
  if (isRight) view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
};

describe("a message on the wire", () => {
  for (const [wire, limit, frames] of [
    ["float64", 2 ** 20, 1],
    ["float64", HEADER + 6 + 16, 3],
    ["float32", HEADER + 6 + 8, 3],
    ["float64", undefined, 1],
  ] as const) {
    it(`is read as it was written: ${wire} in ${frames} of at most ${limit} bytes`, () => {
      const sent = [...framesOf(head, flat, wire, limit)].map((frame) => encode(frame, model));
      expect(sent.length).to.equal(frames);
      for (const { length } of sent) expect(length).to.be.at.most(limit ?? 2 ** 20);
      const target = new Float64Array(5);
      const [first, ...others] = sent.map((bytes) => {
        const within = new Uint8Array(bytes.length + 3); // not aligned, as in a stream
        within.set(bytes, 3);
        const frame = decode(within.subarray(3), model);
        if (typeof frame === "string") throw new Error(frame);
        return frame;
      });
      const incoming = begin(first!, target);
      const wholes = [first!, ...others].map((frame) => {
        expect(continues(incoming, frame)).to.equal(true);
        return addTo(incoming, frame);
      });
      expect(wholes).to.deep.equal([...others.map(() => false), true]);
      const { run, worker, round, shard, shards, loss, text } = first!;
      expect({ run, worker, round, shard, shards, loss, text }).to.deep.equal({
        run: head.run,
        worker: head.worker,
        round: head.round,
        shard: 3,
        shards: 7,
        loss: -0.1,
        text: "é €",
      });
      expect(target).to.deep.equal(
        wire === "float64" ? flat : Float64Array.from(flat, Math.fround),
      );
    });
  }

  it("has one frame without elements if the flat has none", () => {
    expect([...framesOf(head, new Float64Array(0), "float64")].length).to.equal(1);
  });

  it("goes on only where the one before it ended", () => {
    const [first, second, third] = [...framesOf(head, flat, "float64", HEADER + 20)];
    const incoming = begin(first!, new Float64Array(5));
    expect(continues(undefined, first!)).to.equal(false);
    expect(continues(incoming, second!)).to.equal(false);
    addTo(incoming, first!);
    expect(continues(incoming, third!)).to.equal(false);
    expect(continues(incoming, second!)).to.equal(true);
    for (const other of [{ run: 1 }, { round: 1 }, { shard: 1 }, { wire: "float32" }] as const) {
      expect(continues(incoming, { ...second!, ...other })).to.equal(false);
    }
  });

  const setter = (at: number, value: number) => (view: DataView) => view.setUint32(at, value, true);
  const byte = (at: number, value: number) => (view: DataView) => view.setUint8(at, value);
  for (const [fault, bytes] of [
    ["71 bytes are no message", new Uint8Array(71)],
    ["it is no message of this library", spoilt(byte(0, 0x4d))],
    ["it has version 2, and this is version 1", spoilt(byte(4, 2))],
    ["its checksum is wrong", spoilt(byte(60, 1), false)],
    ["its flat has size 4 instead of 5", spoilt(setter(16, 4))],
    ["its flat has another dtype than float64", spoilt(byte(7, 4))],
    ["it is for another template", spoilt(setter(12, 1))],
    ["there is no kind 0", spoilt(byte(5, 0))],
    ["there is no kind 8", spoilt(byte(5, 8))],
    ["there are no elements of 2 bytes", spoilt(byte(6, 2))],
    ["it claims elements up to 4294967300", spoilt(setter(48, 2 ** 32 - 1))],
    ["it claims elements up to 4294967295", spoilt(setter(52, 2 ** 32 - 1))],
    ["it is not as long as it claims", spoilt(setter(64, 2 ** 32 - 1))],
    ["it is not as long as it claims", spoilt(setter(52, 4))],
  ] as const) {
    it(`is refused: ${fault}`, () => {
      expect(decode(bytes, model)).to.equal(fault);
    });
  }

  it("names runs and workers by numbers above 0 that a float64 holds", () => {
    const { random } = Math;
    try {
      Math.random = () => 0;
      expect(drawId()).to.equal(1);
      Math.random = () => 1 - 2 ** -53;
      expect(drawId()).to.equal(2 ** 53 - 1);
    } finally {
      Math.random = random;
    }
  });
});

describe("crc32", () => {
  const own = process.getBuiltinModule.bind(process);
  afterEach(() => {
    process.getBuiltinModule = own;
  });

  for (const [how, find] of [
    ["by Node's function", own],
    ["by a table", undefined],
    ["by a table where Node has no function", () => ({})],
  ] as const) {
    it(`is that of ISO 3309, ${how}`, () => {
      process.getBuiltinModule = find as typeof own;
      const bytes = new TextEncoder().encode("123456789"); // the check value of every catalogue
      expect([crc32(bytes), crc32(bytes.subarray(9))]).to.deep.equal([0xcbf43926, 0]);
    });
  }
});
