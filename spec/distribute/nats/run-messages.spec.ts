/** The messages of a sweep: there and back, and what is none. */
import { expect } from "chai";
import type { RunOutcome } from "ndarray-params/distribute";
import {
  decodeOutcome,
  decodeTask,
  encodeOutcome,
  encodeTask,
} from "../../../lib/distribute/nats/runs/run-messages.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("the messages of a sweep", () => {
  it("bring options back", () => {
    for (const options of [{}, { rate: 1e-300, rule: "adam", decay: false, "": -0.5 }]) {
      expect(decodeTask(encodeTask(options))).to.deep.equal(options);
    }
  });

  it("bring outcomes back, also numbers that JSON does not have", () => {
    const outcomes: RunOutcome[] = [
      { figures: { loss: 0.1 } },
      { figures: { loss: NaN, least: -Infinity, most: Infinity, zero: 0, end: "NaN", ok: true } },
      { error: "" },
      { error: "no such layer" },
    ];
    for (const outcome of outcomes) {
      expect(decodeOutcome(encodeOutcome(outcome))).to.deep.equal(outcome);
    }
  });

  it("bring a thousand characters of an error", () => {
    const long = encodeOutcome({ error: "x".repeat(5000) });
    expect(decodeOutcome(long)).to.deep.equal({ error: "x".repeat(1000) });
  });

  const noTasks = [
    "",
    "\0",
    "null",
    "[]",
    '{"options":{}}',
    '{"version":2,"options":{}}',
    '{"version":1}',
    '{"version":1,"options":[]}',
    '{"version":1,"options":"x"}',
    '{"version":1,"options":null}',
    '{"version":1,"options":{"rate":null}}',
    '{"version":1,"options":{"rate":{"number":"NaN"}}}',
  ];
  for (const text of noTasks) {
    it(`take ${JSON.stringify(text)} for no task`, () => {
      expect(decodeTask(bytes(text))).to.equal(undefined);
    });
  }

  const noOutcomes = [
    "{}",
    '{"version":2,"error":"x"}',
    '{"version":1,"error":3}',
    '{"version":1,"figures":[]}',
    '{"version":1,"figures":{}}',
    '{"version":1,"figures":{"loss":"1"}}',
    '{"version":1,"figures":{"loss":{"number":"1"}}}',
    '{"version":1,"figures":{"loss":{"number":[1,2]}}}',
    '{"version":1,"figures":{"loss":1,"end":null}}',
    '{"version":1,"figures":{"loss":1,"end":[]}}',
  ];
  for (const text of noOutcomes) {
    it(`take ${JSON.stringify(text)} for no outcome`, () => {
      expect(decodeOutcome(bytes(text))).to.equal(undefined);
    });
  }
});
