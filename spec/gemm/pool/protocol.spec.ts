/** Both sides of the protocol of a pool, by hand, in one thread, at the moments that matter. */
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker } from "node:worker_threads";
import { expect } from "chai";
import { gemm } from "ndarray-params/gemm";
import {
  countMessage,
  doOpenParts,
  makePoolMemory,
  messageCount,
  MOST_PARTS,
  nextCount,
  openParts,
  State,
  waitForPart,
  waitForParts,
} from "../../../lib/gemm/pool/threads/protocol.ts";
import { startThreads } from "../../../lib/gemm/pool/threads/start-threads.ts";
import { Axis, type Cut } from "../../../lib/gemm/pool/threads/choose-cut.ts";
import { makeEngine } from "../../../lib/gemm/kernel/engine.ts";
import { addChunks } from "../../../lib/gemm/pool/threads/add-chunks.ts";
import { moduleOf } from "../../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../../lib/gemm/kernel/plain-kernel.ts";
import { operandOf, type Product } from "../../../lib/gemm/product/product.ts";
import { dtypeOf } from "../../../lib/internal/arrays.ts";
import { multiplyPortably } from "../../../lib/gemm/paths/portable.ts";
import { numberBuffers } from "../../../lib/gemm/pool/threads/buffer-numbers.ts";
import {
  helpWithParts,
  multiplyInParts,
} from "../../../lib/gemm/pool/threads/multiply-in-parts.ts";
import { knowBuffers } from "../../../lib/gemm/pool/threads/known-buffers.ts";
import { writeProduct } from "../../../lib/gemm/pool/threads/product-numbers.ts";
import type { Message } from "../../../lib/gemm/pool/threads/worker.ts";
import { copied, drawer, matrixOf, type FloatType } from "../../support/gemm/matrices.ts";
import { bytesOf, shared } from "../../support/gemm/shared.ts";

const module = moduleOf(plainKernel)!;
const engine = makeEngine(module);
const draw = drawer(6);
const value = (): number => draw(2 ** 30) / 2 ** 29 - 1;

/** c ← a·b / 2 + c on shared memory, and a check of the result. */
function productOf(Type: FloatType, [m, n, k]: readonly [number, number, number]) {
  const a = shared(matrixOf(Type, [m, k], [1, m], value));
  const b = shared(matrixOf(Type, [k, n], [n, 1], value));
  const c = shared(matrixOf(Type, [m, n], [n + 3, 1], value));
  const want = copied(c);
  gemm(want, a, b, 0.5, 1);
  const operands = { c: operandOf(c), a: operandOf(a), b: operandOf(b) };
  const dtype = dtypeOf(c.data);
  const product: Product = { dtype, m, n, k, alpha: 0.5, beta: 1, ...operands };
  return { product, check: () => bytesOf(c.data).equals(bytesOf(want.data)) };
}

const cuts: readonly Cut[] = [
  { axis: Axis.rows, each: 16, parts: 3 },
  { axis: Axis.columns, each: 4, parts: 3 },
  { axis: Axis.terms, each: 2048, parts: 2 },
];
const shape = [40, 10, 3000] as const;
const [byRows, , byTerms] = cuts as [Cut, Cut, Cut];

/** The memory of a pool, and the mailbox of a worker, which is driven by hand. */
function makeBothSides() {
  const memory = makePoolMemory();
  const mail: Message[] = [];
  const numberOf = numberBuffers(memory, plainKernel, (message) => mail.push(message));
  const known = knowBuffers(engine, (own) => own);
  let received = 0;
  return {
    memory,
    mail,
    numberOf,
    /** The worker does open parts. */
    helps: (): void => helpWithParts(known, memory, received),
    waits: () => waitForParts(memory, received),
    receives: (): void => {
      const message = mail.shift();
      if (message === undefined || "memory" in message) throw new Error("there is no message");
      known.receive(message);
      received = nextCount(received);
    },
  };
}

describe("the memory of a pool", () => {
  for (const Type of [Float64Array, Float32Array]) {
    for (const cut of cuts) {
      const kind = `${Type.name}s cut along ${Object.keys(Axis)[cut.axis]}`;

      it(`lets the worker do all parts: ${kind}`, () => {
        const { memory, mail, numberOf, helps, receives } = makeBothSides();
        const { product, check } = productOf(Type, shape);
        writeProduct(memory, { product, cut }, numberOf);
        while (mail.length > 0) receives();
        openParts(memory, cut.parts);
        helps();
        for (let part = 0; part < cut.parts; part++)
          expect(waitForPart(memory, part)).to.equal(State.done);
        if (cut.axis === Axis.terms) addChunks(product, memory[product.dtype]);
        expect(check()).to.equal(true);
      });

      it(`lets the worker join in the middle of a call: ${kind}`, () => {
        const { memory, mail, numberOf, helps, receives } = makeBothSides();
        const { product, check } = productOf(Type, shape);
        const own: Product[] = [];
        multiplyInParts(memory, product, cut, numberOf, (piece) => {
          helps(); // the worker knows no buffers yet, and claims nothing
          expect(mail.length > 0).to.equal(own.length === 0);
          while (mail.length > 0) receives();
          helps();
          own.push(piece);
          multiplyPortably(piece);
        });
        expect(check()).to.equal(true);
        expect(own).to.have.length(cut === byTerms ? 2 : 1); // its first part has two chunks
      });

      it(`repeats on the calling thread what has failed elsewhere: ${kind}`, () => {
        const { memory, numberOf } = makeBothSides();
        const { product, check } = productOf(Type, shape);
        let own = 0;
        multiplyInParts(memory, product, cut, numberOf, (piece) => {
          if (own++ === 0) {
            const bufferOf = (): never => {
              throw new Error("no such buffer");
            };
            const lost = { engineFor: () => engine, bufferOf, rowsOf: bufferOf };
            helpWithParts(lost, memory, messageCount(memory));
          }
          multiplyPortably(piece);
        });
        expect(check()).to.equal(true);
      });
    }
  }

  it("gives each part to one claim, to the calling thread from the first on, to others from the last", () => {
    const memory = makePoolMemory();
    openParts(memory, 6);
    const order: number[] = [];
    doOpenParts(memory, 0, "first", (part) => {
      order.push(part);
      // Another thread does the rest meanwhile.
      if (part === 1) doOpenParts(memory, 0, "last", (other) => order.push(other) > 0);
      return true;
    });
    expect(order).to.deep.equal([0, 1, 5, 4, 3, 2]);
    for (const claim of ["first", "last"] as const) {
      doOpenParts(memory, 0, claim, () => expect.fail("no part is open"));
    }
  });

  it("tries again if another thread has claimed a part since the word was read", () => {
    const memory = makePoolMemory();
    openParts(memory, 3);
    const { compareExchange } = Atomics;
    const before = Atomics.load(memory.words, 0);
    const order: number[] = [];
    Atomics.compareExchange = ((...call: [Int32Array, number, number, number]) => {
      Atomics.compareExchange = compareExchange;
      compareExchange(memory.words, 0, before, before - 1); // the other thread has the last part
      return compareExchange(...call);
    }) as typeof compareExchange;
    doOpenParts(memory, 0, "first", (part) => order.push(part) > 0);
    expect(order).to.deep.equal([0, 1]);
  });

  it("does a part of the next product if a claim is made between two", () => {
    const { memory, mail, numberOf, helps, receives } = makeBothSides();
    const [first, second] = [
      productOf(Float64Array, shape),
      productOf(Float64Array, [64, 8, 3000]),
    ];
    multiplyInParts(memory, first.product, byRows, numberOf, multiplyPortably);
    helps(); // the worker was woken by the first, whose parts are gone
    expect(first.check()).to.equal(true);
    let own = 0;
    multiplyInParts(memory, second.product, byTerms, numberOf, (piece) => {
      if (own++ === 0) while (mail.length > 0) receives();
      helps();
      multiplyPortably(piece);
    });
    expect([first.check(), second.check(), own]).to.deep.equal([true, true, 2]);
  });

  it("sends a worker to its messages, and lets it sleep when it has received all", () => {
    const { memory, numberOf, helps, waits, receives } = makeBothSides();
    const { product } = productOf(Float64Array, shape);
    writeProduct(memory, { product, cut: byRows }, numberOf);
    expect(waits()).to.equal(false);
    for (let message = 0; message < 3; message++) {
      expect(waits()).to.equal(false);
      receives();
    }
    openParts(memory, 3);
    expect(waits()).to.equal(true); // it returns at once: parts are open
    helps();
    expect(waitForPart(memory, 0)).to.equal(State.done);
  });

  it("wakes a thread that has fallen asleep", () => {
    const memory = makePoolMemory();
    // When this thread has been asleep for a while, another counts a message like `countMessage`.
    const other = new Worker(
      `const words = new Int32Array(require("node:worker_threads").workerData);
      Atomics.wait(words, 1, 0, 20);
      Atomics.add(words, 0, 65_536);
      Atomics.notify(words, 0);`,
      { eval: true, workerData: memory.buffer },
    );
    other.unref();
    expect(waitForParts(memory, 0)).to.equal(false);
    expect(messageCount(memory)).to.equal(1);
  });

  it("throws the error of a part when all parts are settled, and goes on", () => {
    const { memory, numberOf } = makeBothSides();
    const { product, check } = productOf(Float64Array, shape);
    const fails = (): void => {
      throw new RangeError("no memory");
    };
    expect(() => multiplyInParts(memory, product, byRows, numberOf, fails)).to.throw("no memory");
    doOpenParts(memory, messageCount(memory), "last", () => expect.fail("no part is open"));
    multiplyInParts(memory, product, byRows, numberOf, multiplyPortably);
    expect(check()).to.equal(true);
  });

  it("counts messages modulo 2¹⁶", () => {
    const memory = makePoolMemory();
    memory.words[0] = -(2 ** 16); // all bits of the count
    expect([messageCount(memory), nextCount(messageCount(memory)), nextCount(0)]).to.deep.equal([
      2 ** 16 - 1,
      0,
      1,
    ]);
    openParts(memory, MOST_PARTS);
    let parts = 0;
    doOpenParts(memory, 2 ** 16 - 1, "first", () => ++parts > 0);
    expect(parts).to.equal(MOST_PARTS);
    countMessage(memory);
    expect(messageCount(memory)).to.equal(0);
  });
});

describe("the threads of a pool", () => {
  it("do all parts at the first call if the calling thread does none", async () => {
    const memory = makePoolMemory();
    const threads = startThreads(2, { module, memory: memory.buffer });
    const numberOf = numberBuffers(memory, plainKernel, threads.send);
    for (const cut of cuts) {
      for (const Type of [Float64Array, Float32Array]) {
        const { product, check } = productOf(Type, shape);
        writeProduct(memory, { product, cut }, numberOf);
        openParts(memory, cut.parts);
        for (let part = 0; part < cut.parts; part++)
          expect(waitForPart(memory, part)).to.equal(State.done);
        if (cut.axis === Axis.terms) addChunks(product, memory[product.dtype]);
        expect(check()).to.equal(true);
      }
    }
    threads.close();
    expect([await threads.ready, threads.isEmpty()]).to.deep.equal([0, true]);
  });
});

describe("numbers for shared buffers", () => {
  it("are given once for each buffer, which is counted and then sent", () => {
    const memory = makePoolMemory();
    const sent: [Message, number][] = [];
    const numberOf = numberBuffers(memory, plainKernel, (message) =>
      sent.push([message, messageCount(memory)]),
    );
    const [one, other] = [new SharedArrayBuffer(8), new SharedArrayBuffer(8)];
    expect([one, other, one, other].map(numberOf)).to.deep.equal([0, 1, 0, 1]);
    expect(sent).to.deep.equal([
      [{ number: 0, buffer: one, gone: [] }, 1],
      [{ number: 1, buffer: other, gone: [] }, 2],
    ]);
  });

  const kept: SharedArrayBuffer[] = [];

  it("of collected buffers are told with the next message", async () => {
    const gone: number[] = [];
    const numberOf = numberBuffers(makePoolMemory(), plainKernel, (message) => {
      if ("gone" in message) gone.push(...message.gone);
    });
    numberOf(new SharedArrayBuffer(8));
    // The engine collects when it likes, so the first buffer is gone sooner or later.
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    for (let turns = 0; turns < 100 && gone.length === 0; turns++) {
      collect();
      await turn(); // oxlint-disable-line no-await-in-loop
      kept.push(new SharedArrayBuffer(8));
      numberOf(kept.at(-1)!);
    }
    expect(gone).to.deep.equal([0]);
  });
});
