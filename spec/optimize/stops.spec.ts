import { once } from "node:events";
import { expect } from "chai";
import * as optimize from "ndarray-params/optimize";
import type { Stop } from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";

const { afterIterations, afterSeconds, allOf, anyNaN, anyOf, notBelow } = optimize;
const { onSignal, patience } = optimize;

/** The iteration at which a stop says so, given the losses of iterations 1, 2, ... */
function stopsAt(stop: Stop<{ iteration: number; loss: number }>, losses: number[]): number {
  return 1 + losses.findIndex((loss, i) => stop({ iteration: i + 1, loss }));
}

/** Calls `f` while the global `process` is replaced or missing, as in a browser. */
function inPlaceOfProcess(other: unknown, f: () => unknown): unknown {
  const own = process;
  globalThis.process = other as never;
  try {
    return f();
  } finally {
    globalThis.process = own;
  }
}

describe("stops", () => {
  it("afterIterations counts", () => {
    expect(stopsAt(afterIterations(3), [9, 9, 9, 9])).to.equal(3);
    expect(stopsAt(afterIterations(0), [9])).to.equal(1);
  });

  it("afterSeconds looks at the clock", () => {
    let now = 5000;
    const stop = afterSeconds(2, () => now);
    now = 6999;
    expect(stop({})).to.equal(false);
    now = 7000;
    expect(stop({})).to.equal(true);
    expect(afterSeconds(0)({})).to.equal(true);
  });

  it("notBelow gives up on a bad start", () => {
    expect(stopsAt(notBelow(5, 2), [9, 9, 4, 5, 4])).to.equal(4);
    const stop = notBelow(5, 0, "validationLoss");
    expect(stop({ iteration: 1, validationLoss: NaN })).to.equal(true);
    expect(stop({ iteration: 1, validationLoss: 4 })).to.equal(false);
  });

  it("anyNaN looks at the numbers it is told to", () => {
    const stop = anyNaN("loss", "validationLoss");
    expect(stop({ loss: 1, validationLoss: 2 })).to.equal(false);
    expect(stop({ loss: 1, validationLoss: NaN })).to.equal(true);
  });

  it("patience grants more iterations when the loss falls", () => {
    // The loss falls in iteration 3, so 6 are granted; in iteration 5 it falls too little.
    const losses = [9, 9, 5, 5, 4.9999, 5, 5, 5];
    expect(stopsAt(patience({ initial: 4, threshold: 0.001 }), losses)).to.equal(6);
    expect(stopsAt(patience({ initial: 4, threshold: 0 }), losses)).to.equal(0);
    expect(stopsAt(patience({ initial: 4, grow: 1 }), losses)).to.equal(4);
    // NaN is not better than 9, and does not hide that the next loss is.
    expect(stopsAt(patience({ initial: 3 }), [9, NaN, 5, 5, 5, 5])).to.equal(6);
  });

  it("allOf and anyOf ask every stop", () => {
    const asked: number[] = [];
    const says = (n: number, so: boolean) => (): boolean => (asked.push(n), so);
    expect(allOf(says(1, false), says(2, true))({})).to.equal(false);
    expect(anyOf(says(3, true), says(4, false))({})).to.equal(true);
    expect(asked).to.deep.equal([1, 2, 3, 4]);
    expect([allOf()({}), anyOf()({})]).to.deep.equal([true, false]);
    // What `if` does not take for true is no agreement.
    const silent = (() => undefined) as never;
    expect(allOf(silent, says(3, true))({})).to.equal(false);
  });

  it("onSignal hears one signal and removes its listener", async () => {
    const before = process.listenerCount("SIGUSR2");
    const stop = onSignal("SIGUSR2");
    expect(process.listenerCount("SIGUSR2")).to.equal(before + 1);
    expect(stop({})).to.equal(false);
    const arrived = once(process, "SIGUSR2");
    process.kill(process.pid, "SIGUSR2");
    await arrived;
    expect(stop({})).to.equal(true);
    expect(process.listenerCount("SIGUSR2")).to.equal(before);
    const unused = onSignal();
    unused.release();
    expect(process.listenerCount("SIGINT")).to.equal(0);
  });

  itRefuses([
    [
      "a stop that is not a function, in allOf",
      () => allOf(afterIterations(1), undefined as never),
      TypeError,
      "allOf: stop 1 must be a function, got undefined",
    ],
    [
      "a stop that is not a function, in anyOf",
      () => anyOf([afterIterations(1)] as never),
      TypeError,
      "anyOf: stop 0 must be a function, got an Array",
    ],
    [
      "a promise, which allOf would always take for a yes",
      () => allOf((async () => false) as never)({}),
      TypeError,
      "allOf: stop 0 must answer at once, got a Promise",
    ],
    [
      "a promise, which anyOf would always take for a yes",
      () => anyOf(afterIterations(9), (async () => false) as never)({ iteration: 1 }),
      TypeError,
      "anyOf: stop 1 must answer at once, got a Promise",
    ],
    [
      "a misspelt signal",
      () => onSignal("SIGTREM" as never),
      RangeError,
      'onSignal: no signal "SIGTREM", the nearest is "SIGTERM"',
    ],
    [
      "a signal that kills",
      () => onSignal("SIGKILL" as never),
      RangeError,
      "onSignal: no process can catch SIGKILL",
    ],
    [
      "a signal that stops the process",
      () => onSignal("SIGSTOP" as never),
      RangeError,
      "onSignal: no process can catch SIGSTOP",
    ],
    [
      "the number of a signal",
      () => onSignal(2 as never),
      TypeError,
      "onSignal: signal must be a name, got 2",
    ],
    ...[undefined, { env: {} }].map(
      (process) =>
        [
          `to wait for a signal where process is ${process && "a substitute"}`,
          () => inPlaceOfProcess(process, onSignal),
          Error,
          "onSignal: only Node has signals, and this is not Node",
        ] as const,
    ),
    [
      "a limit that is not a number",
      () => notBelow("0" as never, 1),
      TypeError,
      'notBelow: limit must be a number, got "0"',
    ],
    [
      "a time in place of a clock",
      () => afterSeconds(1, 5000 as never),
      TypeError,
      "afterSeconds: now must be a function, got 5000",
    ],
    [
      "to stop before the start",
      () => afterIterations(-1),
      RangeError,
      "afterIterations: iterations must be a whole number of at least 0, got -1",
    ],
    [
      "a number that info lacks",
      () => notBelow(1, 0, "validationLoss")({ iteration: 1 } as never),
      TypeError,
      "notBelow: info.validationLoss must be a number, got undefined",
    ],
    [
      "patience that shrinks",
      () => patience({ initial: 10, grow: 0.5 }),
      RangeError,
      "patience: grow must be at least 1 and finite, got 0.5",
    ],
  ]);
});
