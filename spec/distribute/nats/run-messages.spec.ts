/** The messages of a sweep: there and back, and what is none. */
import { expect } from "chai";
import type { RunOutcome } from "ndarray-params/distribute";
import {
  decodeOutcome,
  decodeTask,
  encodeOutcome,
  encodeTask,
} from "../../../lib/distribute/nats/runs/run-messages.ts";

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

  const versioned = (members: string): string => `{"version":1,${members}}`;
  const others = [
    [
      "task",
      decodeTask,
      [
        "",
        "\0",
        "null",
        "[]",
        '{"options":{}}',
        '{"version":2,"options":{}}',
        '{"version":1}',
        versioned('"options":[]'),
        versioned('"options":"x"'),
        versioned('"options":null'),
        versioned('"options":{"rate":null}'),
        versioned('"options":{"rate":{"number":"NaN"}}'),
      ],
    ],
    [
      "outcome",
      decodeOutcome,
      [
        "{}",
        '{"version":2,"error":"x"}',
        versioned('"error":3'),
        versioned('"figures":[]'),
        versioned('"figures":{}'),
        versioned('"figures":{"loss":"1"}'),
        versioned('"figures":{"loss":{"number":"1"}}'),
        versioned('"figures":{"loss":{"number":[1,2]}}'),
        versioned('"figures":{"loss":1,"end":null}'),
        versioned('"figures":{"loss":1,"end":[]}'),
      ],
    ],
  ] as const;
  for (const [kind, decode, texts] of others) {
    for (const text of texts) {
      it(`take ${JSON.stringify(text)} for no ${kind}`, () => {
        expect(decode(new TextEncoder().encode(text))).to.equal(undefined);
      });
    }
  }
});
