/** Threads that end inside a part, and those of pools that nobody has closed. */
import { spawnSync } from "node:child_process";
import threading from "node:worker_threads";
import { expect } from "chai";
import ndarray from "ndarray";
import { arena } from "ndarray-params/gemm";
import { gemmPool, type GemmPool } from "ndarray-params/gemm/pool";
import { minibatches } from "ndarray-params/optimize";
import { softmaxCrossEntropy } from "ndarray-params/softmax";
import { makeEngine } from "../../../lib/gemm/kernel/engine.ts";
import { moduleOf } from "../../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../../lib/gemm/kernel/plain-kernel.ts";
import { multiplyPortably } from "../../../lib/gemm/paths/portable.ts";
import { Axis } from "../../../lib/gemm/pool/threads/choose-cut.ts";
import {
  helpWithParts,
  multiplyInParts,
} from "../../../lib/gemm/pool/threads/multiply-in-parts.ts";
import {
  beat,
  doOpenParts,
  makePoolMemory,
  openParts,
  PATIENCE,
  State,
  waitForPart,
} from "../../../lib/gemm/pool/threads/protocol.ts";
import { watched } from "../../../lib/gemm/pool/threads/watched.ts";
import { operandOf, type Product } from "../../../lib/gemm/product/product.ts";
import { bundled } from "../../support/run.ts";

const filled = (rows: number, columns: number) =>
  ndarray(new Float64Array(new SharedArrayBuffer(8 * rows * columns)).fill(1), [rows, columns]);

/** c ← a·b + c of 300 x 40 by 40 x 20, all ones, and its result. */
function productOf() {
  const [c, a, b] = [filled(300, 20), filled(300, 40), filled(40, 20)];
  const operands = { c: operandOf(c), a: operandOf(a), b: operandOf(b) };
  const product: Product = {
    dtype: "float64",
    m: 300,
    n: 20,
    k: 40,
    alpha: 1,
    beta: 1,
    ...operands,
  };
  return { product, isDone: () => c.data.every((element) => element === 41) };
}
const cut = { axis: Axis.rows, each: 150, parts: 2 };

/** Runs with this clock in place of the performance.now of this thread. */
function withClock<T>(clock: () => number, run: () => T): T {
  performance.now = clock;
  try {
    return run();
  } finally {
    Reflect.deleteProperty(performance, "now"); // its prototype has the real one
  }
}

describe("a part that is claimed and never settled", () => {
  it("is given up after a time without a beat, when all other parts are done", () => {
    const memory = makePoolMemory();
    const { product } = productOf();
    const lost: number[] = [];
    const answered = multiplyInParts(
      memory,
      product,
      cut,
      () => 0,
      (piece) => {
        // Another thread claims the other part, and ends in the middle of it.
        const ends = (): void =>
          doOpenParts(memory, 0, "last", (part) => {
            lost.push(part);
            throw new Error("the thread has ended");
          });
        expect(ends).to.throw("the thread has ended");
        multiplyPortably(piece);
      },
      20,
    );
    expect([answered, lost]).to.deep.equal([false, [1]]);
  });

  it("is waited for as long as any thread counts beats", () => {
    const memory = makePoolMemory();
    openParts(memory, 1);
    let looks = 0;
    const clock = (): number => {
      if (++looks % 5 === 0) beat(memory);
      if (looks === 100) doOpenParts(memory, 0, "last", () => true);
      return 10 * looks;
    };
    expect(withClock(clock, () => waitForPart(memory, 0, 100))).to.equal(State.done);
    expect(looks).to.be.at.least(100);
  });

  it("is not given up because the process was suspended for an hour", () => {
    const memory = makePoolMemory();
    openParts(memory, 1);
    let looks = 0;
    const clock = (): number => {
      if (++looks === 10) doOpenParts(memory, 0, "last", () => true);
      return looks < 5 ? looks : looks + 3_600_000;
    };
    expect(withClock(clock, () => waitForPart(memory, 0))).to.equal(State.done);
  });

  it("is one whose thread has ended, even if that had done some blocks of it", () => {
    const memory = makePoolMemory();
    const { product } = productOf();
    const engine = makeEngine(moduleOf(plainKernel)!);
    const broken = watched(engine, () => {
      throw new Error("the engine has failed");
    });
    const buffers: SharedArrayBuffer[] = [];
    const numberOf = (buffer: SharedArrayBuffer): number => buffers.push(buffer) - 1;
    const known = {
      engineFor: () => broken,
      bufferOf: (number: number) => buffers[number]!,
      rowsOf: () => expect.fail("there are no rows"),
    };
    let helps = 0;
    const answered = multiplyInParts(
      memory,
      product,
      cut,
      numberOf,
      (piece) => {
        const help = (): void => helpWithParts(known, memory, 0);
        helps++;
        expect(help).to.throw("the engine has failed");
        multiplyPortably(piece);
      },
      20,
    );
    expect([answered, helps]).to.deep.equal([false, 1]);
  });
});

describe("an engine that is watched", () => {
  it("gives the same results and tells each block, for both dtypes", () => {
    let blocks = 0;
    const engine = makeEngine(moduleOf(plainKernel)!);
    const { float64, float32 } = watched(engine, () => blocks++).functions;
    for (const { multiply } of [float64, float32]) {
      multiply(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, true);
    }
    expect(blocks).to.equal(2);
    expect(float64.dot).to.equal(engine.functions.float64.dot);
  });
});

describe("a pool whose thread ends inside a part", () => {
  /** A worker that ends when it has begun its first part. */
  function fragilePool(ending: string): GemmPool {
    const { Worker } = threading;
    const patch = `{
      const { Instance } = WebAssembly;
      WebAssembly.Instance = function (...given) {
        const { exports } = new Instance(...given);
        const ends = () => { ${ending} };
        return { exports: { ...exports, multiply64: ends, samples64: ends, rows64: ends } };
      };
    }`;
    threading.Worker = class extends Worker {
      constructor(source: string | URL, options?: threading.WorkerOptions) {
        super(patch + String(source), options);
      }
    };
    try {
      return gemmPool({ threads: 2 });
    } finally {
      threading.Worker = Worker;
    }
  }

  for (const [how, ending] of [
    ["because it exits", "process.exit();"],
    ["because its engine throws", "throw new RangeError('no memory');"],
  ] as const) {
    it(`throws after half a minute and goes on alone: ${how}`, async () => {
      const pool = fragilePool(ending);
      expect(await pool.ready).to.equal(2);
      const [c, a, b] = [filled(300, 300), filled(300, 300), filled(300, 300)];
      let time = 0;
      let calls = 0;
      const call = (): void => {
        // The other thread may be late for a call, or for many.
        for (; calls < 1000; calls++)
          withClock(
            () => time++,
            () => pool.gemm(c, a, b),
          );
      };
      expect(call).to.throw(
        `gemm: a thread of the pool has not answered for ${PATIENCE / 1000} s: c is not whole, the pool is closed`,
      );
      c.data.fill(NaN);
      pool.gemm(c, a, b);
      expect(c.data.every((element) => element === 300)).to.equal(true);
      expect(await pool.ready).to.equal(2);
    });
  }

  const near = arena(2 ** 22, { shared: true });
  const bytes = near.uint8(400 * 784).fill(51);
  const floats = near.float64(400 * 784);
  const scores = ndarray(near.float64(10_000), [2500, 4]);
  const labels = new Uint8Array(2500);

  for (const [call, target, isRight] of [
    [
      "minibatches",
      "a batch",
      (pool) => {
        const options = { epochs: 1, scales: [1 / 255] as const, allocate: () => floats, pool };
        const [[x] = []] = [...minibatches([ndarray(bytes, [400, 784])], 400, options)];
        return x!.data.every((element) => element === 51 * (1 / 255));
      },
    ],
    [
      "softmaxCrossEntropy",
      "z",
      (pool) => {
        scores.data.fill(3);
        const loss = softmaxCrossEntropy(scores, labels, { pool, scale: 1 });
        return Math.abs(loss / (2500 * Math.log(4)) - 1) < 1e-12;
      },
    ],
  ] as readonly (readonly [string, string, (pool: GemmPool) => boolean])[]) {
    it(`throws from ${call} too, which then goes on alone`, async () => {
      const pool = fragilePool("process.exit();");
      expect(await pool.ready).to.equal(2);
      let time = 0;
      let calls = 0;
      const run = (): void => {
        for (; calls < 1000; calls++)
          withClock(
            () => time++,
            () => isRight(pool),
          );
      };
      expect(run).to.throw(
        `${call}: a thread of the pool has not answered for ${PATIENCE / 1000} s: ${target} is not whole, the pool is closed`,
      );
      expect(isRight(pool)).to.equal(true);
    });
  }
});

describe("the threads of a pool that was not closed", () => {
  it("end when its gemm is collected as garbage, and not before", () => {
    const program = `
      import { setTimeout as pause } from "node:timers/promises";
      import threading from "node:worker_threads";
      import ndarray from "ndarray";
      import { gemmPool } from "./lib/gemm/pool/index.ts";
      const filled = () => ndarray(new Float64Array(new SharedArrayBuffer(8 * 40_000)).fill(1), [200, 200]);
      const [c, a, b] = [filled(), filled(), filled()];
      let exits = 0;
      threading.Worker = class extends threading.Worker {
        constructor(...given) {
          super(...given);
          this.once("exit", () => exits++);
        }
      };
      const use = async (gemm, ready) => {
        await ready;
        gemm(c, a, b);
        return c.data.every((element) => element === 200);
      };
      const useOnce = async () => {
        const pool = gemmPool({ threads: 2 });
        await use(pool.gemm, pool.ready);
      };
      for (let pools = 0; pools < 4; pools++) await useOnce();
      const { gemm, ready } = gemmPool({ threads: 2 });
      await ready;
      for (let turns = 0; turns < 200 && exits < 4; turns++) {
        gc();
        await pause(10);
      }
      gc();
      await pause(50);
      console.log(exits, await use(gemm, ready));
    `;
    const args = ["--expose-gc", bundled({ code: program })];
    const options = { encoding: "utf8", timeout: 60_000 } as const;
    const { stdout } = spawnSync(process.execPath, args, options);
    expect(stdout).to.equal("4 true\n");
  });
});
