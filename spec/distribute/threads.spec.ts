/** Worker threads: the same bits, flats where they are, threads that end, hang, fail or are forgotten. */
import { spawnSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { expect } from "chai";
import ndarray from "ndarray";
import { layoutOf } from "ndarray-params";
import { serve, sharded } from "ndarray-params/distribute";
import {
  thisThread,
  threads,
  type Threads,
  type WorkerLike,
} from "ndarray-params/distribute/threads";
import { modelOf } from "../../lib/distribute/rounds/model.ts";
import { bundled } from "../support/run.ts";
import { itRefuses } from "../support/refuses.ts";
import { rejection } from "../support/rejection.ts";
import { byHand, byWorkers } from "./support/runs.ts";

const shared = (size: number) => ndarray(new Float64Array(new SharedArrayBuffer(8 * size)));

/** A bundle needs none of the loaders of the specs. */
const start = (program: URL, workerData?: string): Worker =>
  new Worker(program, { workerData, execArgv: [] });

/** The program of a thread: this code after a prelude. */
const programOf = (code: string): URL =>
  pathToFileURL(
    bundled({
      code: `
      import { serve } from "./lib/distribute/index.ts";
      import { thisThread } from "./lib/distribute/threads/index.ts";
      ${code}`,
    }),
  );

function threadsOf(code: string, number = 1): Threads {
  const program = programOf(code);
  return threads(number, () => start(program));
}

const evaluate = async (
  transport: Threads,
  options: { shards: number; deadline?: number; attempts?: number },
): Promise<number> => {
  const objective = sharded(transport, [3], options);
  try {
    return await objective(Float64Array.of(1, 2, 3), new Float64Array(3));
  } finally {
    transport.close();
  }
};

describe("threads", () => {
  const program = pathToFileURL(bundled("spec/distribute/support/model.worker.ts"));
  for (const [number, rounds] of [
    [1, 40],
    [2, 200],
    [3, 40],
    [5, 40],
  ] as const) {
    it(`have the bits of a loop by hand, in number ${number} after ${rounds} rounds`, async () => {
      const transport = threads(number, () => start(program, "both"));
      const allocate = number % 2 === 0 ? undefined : shared;
      const bits = await byWorkers(transport, "both", rounds, undefined, allocate);
      transport.close();
      expect(bits).to.equal(byHand("both", rounds));
    });
  }

  it("read a shared flat where it is, and copy no other one twice", async () => {
    const address = programOf(`
      const seen = new Set();
      serve(thisThread(), [3], (flat, gradient) => {
        seen.add(flat);
        gradient.data.set(flat.data);
        return seen.size;
      });
    `);
    const transport = threads(1, address); // by its address
    const objective = sharded(transport, layoutOf([3]), { shards: 2 });
    const flat = shared(3);
    const gradient = new Float64Array(3);
    flat.data.set([1, 2, 3]);
    expect(await objective(flat, gradient)).to.equal(2);
    flat.set(0, 5);
    expect(await objective(flat, gradient)).to.equal(2);
    expect([...gradient]).to.deep.equal([10, 4, 6]);
    const strided = ndarray(Float64Array.of(9, 0, 8, 0, 7), [3], [-2], 4);
    expect(await objective(strided, gradient)).to.equal(4);
    expect([...gradient]).to.deep.equal([14, 16, 18]);
    expect(await objective(strided, gradient)).to.equal(4);
    transport.close();
  });

  it("are replaced when they end, and the shard goes to another", async () => {
    const ends = `
      let calls = 0;
      serve(thisThread(), [3], (flat, gradient, { index }) => {
        gradient.data.fill(1);
        if (++calls === 2) process.exit(3);
        return index;
      });
    `;
    expect(await evaluate(threadsOf(ends, 2), { shards: 3 })).to.equal(3);
  });

  it("are replaced when they do not answer in time", async () => {
    const hangs = `
      import { threadId } from "node:worker_threads";
      serve(thisThread(), [3], (flat, gradient, { index }) => {
        gradient.data.fill(1);
        if (index === 1 && flat.get(0) === 1) { flat.set(0, 2); for (;;); }
        return index;
      });
    `;
    const options = { shards: 2, deadline: 300 };
    expect(await evaluate(threadsOf(hangs), options)).to.equal(1);
  });

  it("are given up if a shard ends all of them", async () => {
    const ends = `serve(thisThread(), [3], () => process.exit(7));`;
    const { message } = await rejection(evaluate(threadsOf(ends), { shards: 1, attempts: 2 }));
    expect(message).to.equal(
      "sharded: shard 0 was lost 2 times, now because the thread has ended: it exited with the code 7",
    );
  });

  for (const [what, code, text] of [
    [
      "an error of the objective",
      `serve(thisThread(), [3], () => { throw new Error("no data"); });`,
      "shard 0: no data",
    ],
    [
      "a file that throws",
      `throw new Error("no file of digits");`,
      "no thread could start: no file of digits",
    ],
    ["a file that does not serve", ``, "no thread could start: it exited with the code 0"],
    [
      "another template",
      `serve(thisThread(), [2], () => 0);`,
      "the threads serve size 2 instead of 3",
    ],
  ] as const) {
    // oxfmt-ignore
    it(`reject with the reason: ${what}`, async () => {
      const transport = threadsOf(code);
      const objective = sharded(transport, [3], { shards: 1 });
      const call = () => objective(new Float64Array(3), new Float64Array(3));
      expect((await rejection(call())).message).to.equal(`sharded: ${text}`);
      if (what !== "an error of the objective") {
        expect((await rejection(call())).message).to.equal(`sharded: ${text}`);
      }
      transport.close();
    });
  }

  it("keep no process alive, and end when nobody has their objective any more", () => {
    const code = `
      import { setTimeout as pause } from "node:timers/promises";
      import { pathToFileURL } from "node:url";
      import { Worker } from "node:worker_threads";
      import { sharded } from "./lib/distribute/index.ts";
      import { threads } from "./lib/distribute/threads/index.ts";
      let exits = 0;
      const make = () =>
        new Worker(new URL("${program.href}"), { workerData: "logistic" }).once("exit", () => exits++);
      const layout = { w: [4, 3], b: 3 };
      const use = (objective) => objective(new Float64Array(15), new Float64Array(15));
      const useOnce = () => use(sharded(threads(2, make), layout, { shards: 2 }));
      await useOnce();
      const kept = sharded(threads(1, make), layout, { shards: 2 });
      await use(kept);
      for (let turns = 0; turns < 200 && exits < 2; turns++) {
        gc();
        await pause(10);
      }
      console.log(exits, await use(kept) > 1);
    `;
    const args = ["--expose-gc", bundled({ code })];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect(stdout, stderr).to.equal("2 true\n");
  });
});

describe("threads that a program makes itself", () => {
  const x = new Float64Array(3);

  it("are given up if no other one can be made", async () => {
    let made = 0;
    const code = `
      import { serve } from "./lib/distribute/index.ts";
      import { thisThread } from "./lib/distribute/threads/index.ts";
      serve(thisThread(), [3], () => process.exit(1));`;
    const transport = threads(1, () => {
      if (++made === 2) throw new Error("no more threads");
      return start(pathToFileURL(bundled({ code })));
    });
    const objective = sharded(transport, [3], { shards: 1 });
    expect((await rejection(objective(x, x.slice()))).message).to.equal(
      "sharded: no thread could start: no more threads",
    );
  });

  it("end with what a browser's worker says, and are closed with or without a run", async () => {
    /** A worker as browsers have it, which says at once that it failed. */
    const failing = (event: object) => ({
      postMessage() {},
      terminate() {},
      addEventListener(type: string, listener: (event: object) => void) {
        if (type === "error") queueMicrotask(() => listener(event));
      },
    });
    for (const [event, text] of [
      [{ message: "no such module" }, "no such module"],
      [{}, "it could not be loaded"],
    ] as const) {
      const transport = threads(1, () => failing(event));
      const objective = sharded(transport, [3], { shards: 1 });
      // oxlint-disable-next-line no-await-in-loop -- one after another
      const { message } = await rejection(objective(x, x.slice()));
      expect(message).to.equal(`sharded: no thread could start: ${text}`);
    }
    const unused = threads(1, () => failing({}));
    unused.close();
  });

  it("are not heard after their end", async () => {
    const listeners = new Map<string, (event: object) => void>();
    const worker = {
      postMessage() {},
      terminate() {},
      addEventListener: (type: string, listener: (event: object) => void) =>
        listeners.set(type, listener),
    };
    const transport = threads(1, () => worker);
    const objective = sharded(transport, [3], { shards: 1 });
    transport.close();
    listeners.get("message")!({ data: "no hello" });
    const { message } = await rejection(objective(x, x.slice()));
    expect(message).to.equal("sharded: the threads were closed");
  });

  it("end the evaluation that is under way when they are closed, and all later ones", async () => {
    let tell: (event: object) => void = () => {};
    const sent: unknown[] = [];
    const worker = {
      postMessage: (message: unknown) => sent.push(message),
      terminate() {},
      addEventListener(type: string, listener: (event: object) => void) {
        if (type === "message") tell = listener;
      },
    };
    const transport = threads(1, () => worker);
    const objective = sharded(transport, [3], { shards: 2 });
    tell({ data: { model: modelOf(layoutOf([3]), "float64"), gradient: x.slice() } });
    const early = rejection(objective(x, x.slice()));
    expect(sent.length).to.equal(1);
    transport.close();
    for (const error of [early, rejection(objective(x, x.slice()))]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      expect((await error).message).to.equal("sharded: the threads were closed");
    }
  });

  it("are closed if one of them cannot be made", () => {
    const made: string[] = [];
    const transport = threads(3, () => {
      if (made.length === 2) throw new Error("no more threads");
      made.push("open");
      const own = made.length - 1;
      return {
        postMessage() {},
        terminate: () => (made[own] = "closed"),
        addEventListener() {},
      } as WorkerLike;
    });
    expect(() => sharded(transport, [3], { shards: 1 })).to.throw(Error, "no more threads");
    expect(made).to.deep.equal(["closed", "closed"]);
  });

  it("are modules in a browser if they come from a URL", () => {
    const own = process.getBuiltinModule.bind(process);
    const globals = globalThis as { Worker?: unknown };
    const made: unknown[][] = [];
    process.getBuiltinModule = undefined as never;
    globals.Worker = class {
      constructor(...given: unknown[]) {
        made.push(given);
      }
      postMessage() {}
      addEventListener() {}
      terminate() {}
    };
    try {
      const transport = threads(1, "/digits.worker.js");
      sharded(transport, [3], { shards: 1 });
      transport.close();
    } finally {
      process.getBuiltinModule = own;
      delete globals.Worker;
    }
    expect(made).to.deep.equal([["/digits.worker.js", { type: "module" }]]);
  });

  const make = () => new Worker("", { eval: true, execArgv: [] });
  const { SharedArrayBuffer: Shared } = globalThis;
  itRefuses([
    ["no threads", () => threads(0, make), RangeError, "threads: number must be a whole number of at least 1, got 0"],
    ["no source", () => threads(1, undefined as never), TypeError, "threads: source must be a URL or a function that makes a worker, got undefined"],
    ["null", () => threads(1, null as never), TypeError, "threads: source must be a URL or a function that makes a worker, got null"],
    ["a second run", () => {
      const transport = threads(1, make);
      try {
        for (let i = 0; i < 2; i++) sharded(transport, [3], { shards: 1 });
      } finally {
        transport.close();
      }
    }, TypeError, "threads: the transport is open already"],
    ["a page without shared memory", () => {
      try {
        globalThis.SharedArrayBuffer = undefined as never;
        threads(1, make);
      } finally {
        globalThis.SharedArrayBuffer = Shared;
      }
    }, TypeError, "threads: there is no SharedArrayBuffer: is the page cross-origin isolated?"],
    ["the main thread", () => thisThread(), TypeError, "thisThread: must be called in a worker, and this is the main thread"],
  ]); // oxfmt-ignore
});

describe("the file that threads run", () => {
  /** A thread's port whose messages a spec plays. */
  function portOf() {
    const sent: unknown[] = [];
    return {
      sent,
      isClosed: false,
      onmessage: undefined as never as (event: { data: object }) => void,
      postMessage: (message: unknown) => sent.push(message),
      close() {
        this.isClosed = true;
      },
    };
  }

  it("evaluates each message, keeps the flat until another comes, and may leave", async () => {
    const port = portOf();
    const getBuiltinModule = process.getBuiltinModule.bind(process);
    process.getBuiltinModule = () => ({ parentPort: port });
    let served;
    try {
      served = serve(thisThread(), [2], ({ data }, gradient, { index, count }, ...batch) => {
        if (batch[0] === "error") throw new Error("no data");
        gradient.data.set(data);
        return index + count;
      });
    } finally {
      process.getBuiltinModule = getBuiltinModule;
    }
    const flat = Float64Array.of(3, 4);
    const key = { round: 5, shard: 1 };
    port.onmessage({ data: { ...key, shards: 9, batch: [], flat } });
    await new Promise((resolve) => setImmediate(resolve));
    port.onmessage({ data: { ...key, shards: 9, batch: ["error"] } });
    await new Promise((resolve) => setImmediate(resolve));
    const [hello, ...rest] = port.sent as [{ gradient: Float64Array }];
    expect([...hello.gradient]).to.deep.equal([3, 4]);
    expect(rest).to.deep.equal([
      { ...key, loss: 10 },
      { ...key, error: "no data" },
    ]);
    served.close();
    expect(port.isClosed).to.equal(true);
  });

  it("is the worker itself in a browser", () => {
    const getBuiltinModule = process.getBuiltinModule.bind(process);
    const sent: unknown[] = [];
    const globals = globalThis as { postMessage?: unknown; onmessage?: unknown };
    process.getBuiltinModule = undefined as never;
    globals.postMessage = (message: unknown) => sent.push(message);
    try {
      serve(thisThread(), [2], () => 0);
      expect(sent.length).to.equal(1);
    } finally {
      process.getBuiltinModule = getBuiltinModule;
      delete globals.postMessage;
      delete globals.onmessage;
    }
  });
});
