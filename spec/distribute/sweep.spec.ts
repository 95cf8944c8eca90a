/** Sweeps in one program: the same table in any order, rows for errors, and sweeps that go on. */
import { expect } from "chai";
import {
  integer,
  logUniform,
  ranked,
  serveRuns,
  sweep,
  sweepTable,
  uniform,
  type Run,
  type RunQueue,
  type RunWorker,
  type SweepOptions,
  type Trial,
} from "ndarray-params/distribute";
import { stream } from "ndarray-params/initialize";

const space = {
  stepRate: logUniform(1e-4, 1),
  momentum: uniform(0, 0.99),
  layers: integer(1, 4),
  rule: ["adam", "rprop"],
  decay: [true, false],
} as const;
const randomOf = (trial: number): (() => number) => stream("sweep 7", `trial ${trial}`);

/** A run that has no use for time: its loss is a function of its options. */
const lossOf = ({ stepRate, layers }: { stepRate: number; layers: number }): number =>
  Math.abs(stepRate - 0.01) + layers;

async function rowsOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
const byTrial = (a: Trial, b: Trial): number => a.trial - b.trial;

describe("sweep", () => {
  const run: Run<{ stepRate: number; layers: number }> = (options) => ({
    loss: lossOf(options),
    end: "stopped",
  });

  it("gives a row for each trial, whose options the space has drawn", async () => {
    const rows = await rowsOf(sweep(space, run, { trials: 40, randomOf }));
    expect(rows.map(({ trial }) => trial)).to.deep.equal(Array.from({ length: 40 }, (_, k) => k));
    for (const { options, loss, figures, error } of rows) {
      expect(options.stepRate).to.be.within(1e-4, 1);
      expect(options.momentum).to.be.within(0, 0.99);
      expect(options.layers).to.be.oneOf([1, 2, 3, 4]);
      expect(options.rule).to.be.oneOf(["adam", "rprop"]);
      expect(options.decay).to.be.a("boolean");
      expect(loss).to.equal(lossOf(options));
      expect(figures).to.deep.equal({ end: "stopped" });
      expect(error).to.equal(undefined);
    }
    for (const name of ["layers", "rule", "decay"] as const) {
      const drawn = new Set(rows.map(({ options }) => options[name]));
      expect(drawn.size, name).to.equal(name === "layers" ? 4 : 2);
    }
  });

  it("begins as a shorter sweep does, and an option at the end leaves the others as they were", async () => {
    const short = await rowsOf(sweep(space, run, { trials: 3, randomOf }));
    const long = await rowsOf(sweep(space, run, { trials: 9, randomOf }));
    expect(long.slice(0, 3)).to.deep.equal(short);
    const wider = { ...space, extra: [1, 2, 3] } as const;
    const [first] = await rowsOf(sweep(wider, run, { trials: 1, randomOf }));
    const { extra, ...others } = first!.options;
    expect(extra).to.be.oneOf([1, 2, 3]);
    expect(others).to.deep.equal(short[0]!.options);
  });

  it("has the same table with runs that end in another order, at most `parallel` at once", async () => {
    const one = await rowsOf(sweep(space, run, { trials: 12, randomOf }));
    for (const parallel of [2, 5, Infinity]) {
      let [now, most] = [0, 0];
      const waiting: (() => void)[] = [];
      const later: typeof run = async (options) => {
        most = Math.max(most, ++now);
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          // The last one that has begun ends first.
          queueMicrotask(() => queueMicrotask(() => waiting.pop()?.()));
        });
        now--;
        return run(options, 0);
      };
      const rows = await rowsOf(sweep(space, later, { trials: 12, randomOf, parallel }));
      expect(rows.toSorted(byTrial)).to.deep.equal(one);
      expect(most).to.equal(Math.min(parallel, 12));
    }
  });

  it("makes an error of a run a row, and goes on", async () => {
    const results: unknown[] = [
      new TypeError("no such layer"),
      "in words",
      { loss: 1, more: undefined },
      null,
      { loss: "0.1" },
      { loss: 1, flat: new Float64Array(2) },
      { loss: NaN },
    ];
    const faulty = ((_: unknown, trial: number) => {
      const result = results[trial];
      if (result instanceof Error || typeof result === "string") throw result;
      return result;
    }) as Run;
    const rows = await rowsOf(sweep({ rate: [0.5] }, faulty, { trials: 7, randomOf }));
    expect(rows.map(({ loss, figures, error }) => [loss, figures, error])).to.deep.equal([
      [NaN, {}, "no such layer"],
      [NaN, {}, "in words"],
      [1, {}, undefined],
      [NaN, {}, "sweep: run must return { loss } with a number, got null"],
      [NaN, {}, 'sweep: run must return { loss } with a number, got "0.1"'],
      [NaN, {}, "sweep: run().flat must be a number, a string or a boolean, got a Float64Array"],
      [NaN, {}, undefined],
    ]);
  });

  it("does not run again what is finished", async () => {
    const rows = await rowsOf(sweep(space, run, { trials: 6, randomOf }));
    const failed = { ...rows[3]!, loss: NaN };
    // By way of JSON, where a loss of NaN is null.
    const saved = JSON.parse(JSON.stringify([rows[5], failed, rows[0]])) as Trial[];
    const again: number[] = [];
    const counted: typeof run = (options, trial) => {
      again.push(trial);
      return run(options, trial);
    };
    const others = await rowsOf(sweep(space, counted, { trials: 6, randomOf, finished: saved }));
    expect(again).to.deep.equal([1, 2, 3, 4]);
    expect([...others, rows[0]!, rows[5]!].toSorted(byTrial)).to.deep.equal(rows);
  });

  it("begins no further run after a break", async () => {
    const begun: number[] = [];
    const counted: typeof run = (options, trial) => {
      begun.push(trial);
      return run(options, trial);
    };
    for await (const { trial } of sweep(space, counted, { trials: 6, randomOf })) {
      if (trial === 2) break;
    }
    expect(begun).to.deep.equal([0, 1, 2]);
  });

  it("hands its runs to a queue, all at once, and ends with the queue's error", async () => {
    const tasks: Parameters<Parameters<RunWorker["take"]>[0]>[] = [];
    const outcomes: ((error?: Error) => void)[] = [];
    let evaluate: Parameters<RunWorker["take"]>[0] | undefined;
    const queue: RunQueue & RunWorker = {
      submit: (trial, options) => {
        tasks.push([trial, options]);
        return new Promise((resolve, reject) => {
          outcomes.push((error) => {
            if (error === undefined) void evaluate!(trial, options).then(resolve);
            else reject(error);
          });
        });
      },
      take: (given) => {
        evaluate = given;
        return { close: () => {} };
      },
    };
    serveRuns(queue, run);
    const rows = sweep(space, queue, { trials: 3, randomOf });
    const first = rows.next();
    expect(tasks.map(([trial]) => trial)).to.deep.equal([0, 1, 2]);
    outcomes[1]!();
    expect((await first).value).to.include({ trial: 1, loss: lossOf(tasks[1]![1] as never) });
    outcomes[0]!(new Error("the queue is gone"));
    const error = await rows.next().catch((reason: unknown) => reason);
    expect(error).to.have.property("message", "the queue is gone");
    expect(await rows.next()).to.deep.equal({ done: true, value: undefined });
  });

  it("refuses what is no space, no run and no option, before a run begins", () => {
    const never = (): never => expect.fail("a run has begun");
    const good: SweepOptions = { trials: 2, randomOf };
    const row: Trial = { trial: 0, options: { rate: 2 }, loss: 1, figures: {} };
    const cases: [space: unknown, runs: unknown, options: unknown, message: string][] = [
      [[1], never, good, "sweep: space must be a record of lists and functions, got an Array"],
      [null, never, good, "sweep: space must be a record of lists and functions, got null"],
      [
        new Map([["rate", [1]]]),
        never,
        good,
        "sweep: space must be a record of lists and functions, got a Map",
      ],
      [{ rate: 1 }, never, good, "sweep: space.rate must be a list of values or a function, got 1"],
      [{ rate: [] }, never, good, "sweep: space.rate must have a value, got none"],
      [{ rate: [1, NaN] }, never, good, "sweep: space.rate[1] must be a finite number, a string or a boolean, got NaN"],
      [{ rate: [null] }, never, good, "sweep: space.rate[0] must be a finite number, a string or a boolean, got null"],
      [{ rate: [1] }, 3, good, "sweep: runs must be a function or a queue, got 3"],
      [{ rate: [1] }, {}, good, "sweep: runs.submit must be a function, got undefined"],
      [{ rate: [1] }, never, { ...good, seed: 7 }, 'sweep: no option "seed"; its options are trials, randomOf, parallel, finished'],
      [{ rate: [1] }, never, { ...good, trials: 0 }, "sweep: trials must be a whole number of at least 1, got 0"],
      [{ rate: [1] }, never, { ...good, randomOf: "7" }, 'sweep: randomOf must be a function, got "7"'],
      [{ rate: [1] }, never, { ...good, parallel: 0 }, "sweep: parallel must be a whole number of at least 1, got 0"],
      [{ rate: [1] }, never, { ...good, finished: [{ ...row, trial: -1 }] }, "sweep: finished[0].trial must be a whole number of at least 0, got -1"],
      [{ rate: [1] }, never, { ...good, finished: 3 }, "sweep: finished must be rows of a sweep, got 3"],
      [{ rate: [1] }, never, { ...good, finished: [null] }, "sweep: finished[0] must be a row of a sweep, got null"],
      [{ rate: [1] }, never, { ...good, finished: [{ trial: 0, loss: 1 }] }, "sweep: finished[0] must be a row of a sweep, got an Object"],
      [{ rate: [1] }, never, { ...good, finished: [{ trial: 0, loss: 1, options: null }] }, "sweep: finished[0] must be a row of a sweep, got an Object"],
      [{ rate: [1] }, never, { ...good, finished: [row] }, "sweep: finished[0] must have the options that the space draws for trial 0, got others"],
      [{ rate: [1] }, never, { ...good, finished: [{ ...row, options: {} }] }, "sweep: finished[0] must have the options that the space draws for trial 0, got others"],
    ]; // oxfmt-ignore
    for (const [own, runs, options, message] of cases) {
      expect(() => sweep(own as never, runs as never, options as never)).to.throw(message);
    }
    expect(() => serveRuns(null as never, never)).to.throw(
      "serveRuns: queue must be the worker's end of a queue, got null",
    );
    expect(() => serveRuns({} as never, never)).to.throw(
      "serveRuns: queue.take must be a function, got undefined",
    );
    expect(() => serveRuns({ take: never }, 1 as never)).to.throw(
      "serveRuns: run must be a function, got 1",
    );
  });

  it("refuses a draw and a source that are none, when it comes to them", async () => {
    const cases: [space: unknown, source: unknown, message: string][] = [
      [{ rate: () => Infinity }, randomOf, "sweep: space.rate must give a finite number, a string or a boolean, got Infinity"],
      [{ rate: () => [1] }, randomOf, "sweep: space.rate must give a finite number, a string or a boolean, got an Array"],
      [{ rate: [1] }, () => 7, "sweep: random must be a function that returns numbers in [0, 1), got 7"],
      [{ rate: [1] }, () => () => 1, "sweep: random must return numbers in [0, 1), got 1"],
    ]; // oxfmt-ignore
    for (const [own, source, message] of cases) {
      const options = { trials: 1, randomOf: source as never };
      const error = await sweep(own as never, () => ({ loss: 1 }), options)
        .next()
        .catch((reason: unknown) => reason);
      expect(error).to.have.property("message", message);
    }
  });
});

describe("distributions", () => {
  it("map the ends of [0, 1) to their ends, and the middle to the middle", () => {
    const last = 1 - 2 ** -53;
    expect([0, 0.5].map((u) => uniform(-1, 3)(() => u))).to.deep.equal([-1, 1]);
    expect(uniform(-1, 3)(() => last)).to.be.within(2.999999, 3);
    expect(logUniform(1e-4, 1)(() => 0)).to.be.closeTo(1e-4, 1e-18);
    expect(logUniform(1e-4, 1)(() => 0.5)).to.be.closeTo(1e-2, 1e-16);
    expect(logUniform(1e-4, 1)(() => last)).to.be.within(0.999999, 1);
    expect([0, 0.24, 0.25, 0.5, last].map((u) => integer(-1, 2)(() => u))).to.deep.equal([
      -1, -1, 0, 1, 2,
    ]);
    expect(uniform(2, 2)(() => 0.3)).to.equal(2);
  });

  it("never leave their range", () => {
    const random = stream("ends");
    for (let i = 0; i < 2000; i++) {
      const [a, b] = [random() * 10, random() * 10].toSorted((x, y) => x - y) as [number, number];
      for (const u of [0, 1 - 2 ** -53, random()]) {
        expect(uniform(a, b)(() => u)).to.be.within(a, b);
        expect(logUniform(a, b)(() => u)).to.be.within(a, b);
      }
    }
  });

  it("refuse what is no range", () => {
    const cases: [() => unknown, string][] = [
      [() => uniform("0" as never, 1), 'uniform: low must be a number, got "0"'],
      [() => uniform(0, Infinity), "uniform: high must be finite, got Infinity"],
      [() => uniform(2, 1), "uniform: low must be at most high, got 2 and 1"],
      [() => logUniform(0, 1), "logUniform: low must be above 0 and finite, got 0"],
      [() => logUniform(1, NaN), "logUniform: high must be above 0 and finite, got NaN"],
      [() => logUniform(2, 1), "logUniform: low must be at most high, got 2 and 1"],
      [() => integer(0.5, 1), "integer: low must be a safe integer, got 0.5"],
      [() => integer(0, 2 ** 53), "integer: high must be a safe integer, got 9007199254740992"],
      [() => uniform(0, 1)(() => 1), "uniform: random must return numbers in [0, 1), got 1"],
    ];
    for (const [call, message] of cases) expect(call).to.throw(message);
  });
});

describe("the table of a sweep", () => {
  const row = (trial: number, loss: number, more: Partial<Trial> = {}): Trial => ({
    trial,
    options: { rate: 10 ** -trial },
    loss,
    figures: {},
    ...more,
  });

  it("has the lowest loss first and NaN last", () => {
    const rows = [row(0, NaN), row(1, Infinity), row(2, -1), row(4, 2), row(3, 2), row(5, NaN)];
    expect(ranked(rows).map(({ trial }) => trial)).to.deep.equal([2, 3, 4, 1, 0, 5]);
    expect(rows[0]!.trial).to.equal(0);
  });

  it("has a column for each option and figure", () => {
    const rows = [
      row(0, 0.123456, { figures: { end: "stopped" } }),
      row(1, NaN, { error: "no such layer\n  at line 1" }),
      row(2, 12, { options: { rate: 0.01, wide: true }, figures: { accuracy: 0.5, end: "error" } }),
    ];
    expect(sweepTable(rows)).to.equal(
      [
        "trial  rate  wide    loss  end      accuracy  error",
        "    0     1        0.1235  stopped",
        "    2  0.01  true      12  error         0.5",
        "    1   0.1           NaN                     no such layer",
      ].join("\n"),
    );
    expect(sweepTable([row(0, 1)])).to.equal("trial  rate  loss\n    0     1     1");
    expect(sweepTable([])).to.equal("trial  loss");
  });
});
