import { spawnSync } from "node:child_process";
import { setImmediate as turn } from "node:timers/promises";
import { inspect } from "node:util";
import threading from "node:worker_threads";
import { expect } from "chai";
import { build } from "esbuild";
import ndarray from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { arena, gemm, type Arena } from "ndarray-params/gemm";
import { gemmPool, type GemmPool, type GemmPoolOptions } from "ndarray-params/gemm/pool";
import { Axis, chooseCut } from "../../../lib/gemm/pool/threads/choose-cut.ts";
import { operandOf } from "../../../lib/gemm/product/product.ts";
import {
  copied,
  drawer,
  layouts,
  matrixOf,
  type FloatMatrix,
  type Floats,
  type FloatType,
} from "../../support/gemm/matrices.ts";
import { bytesOf, shared } from "../../support/gemm/shared.ts";
import { bundled } from "../../support/run.ts";

const draw = drawer(5);
const value = (): number => draw(2 ** 30) / 2 ** 29 - 1;
const rowMajor = layouts["row-major"]!;
const transposed = layouts["transposed"]!;

type Strides = (rows: number, columns: number) => [number, number];
type Case = readonly [m: number, n: number, k: number, a: Strides, b: Strides, axis?: number];

/** Every kind of cut: m, n, k, the strides of a and of b, and the axis that is cut. */
const cases: readonly Case[] = [
  [300, 160, 100, rowMajor, rowMajor, Axis.rows],
  [129, 130, 1100, rowMajor, transposed, Axis.columns],
  [700, 10, 784, rowMajor, rowMajor, Axis.rows],
  [160, 300, 100, transposed, transposed, Axis.columns],
  [10, 700, 1025, layouts["stepped"]!, transposed, Axis.columns],
  [200, 180, 1023, transposed, rowMajor, Axis.columns],
  [300, 10, 2047, transposed, rowMajor, Axis.terms],
  [300, 10, 2048, transposed, rowMajor, Axis.terms],
  [300, 10, 2049, transposed, rowMajor, Axis.terms],
  [10, 150, 5000, transposed, rowMajor, Axis.terms],
  [7, 5, 60_001, rowMajor, layouts["stepped and transposed"]!, Axis.terms],
];

const drawn = new Map<string, readonly [a: FloatMatrix, b: FloatMatrix]>();

/** a and b of a case on shared memory, drawn once. */
function factorsOf(Type: FloatType, [m, n, k, aStrides, bStrides]: Case) {
  const key = `${Type.name} ${m} ${n} ${k}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const a = shared(matrixOf(Type, [m, k], aStrides(m, k), value));
  const b = shared(matrixOf(Type, [k, n], bStrides(k, n), value));
  drawn.set(key, [a, b]);
  return [a, b] as const;
}

/** c, a and b of a case on shared memory, and c again in memory of its own. */
function operandsOf(Type: FloatType, given: Case, cStrides = rowMajor) {
  const [m, n] = given;
  const [a, b] = factorsOf(Type, given);
  const c = matrixOf(Type, [m, n], cStrides(m, n), value);
  return { want: c, c: shared(c), a, b };
}

/** The same elements in an arena. */
function moved({ float64, float32 }: Arena, { data, shape, stride, offset }: FloatMatrix) {
  const there = data instanceof Float64Array ? float64(data.length) : float32(data.length);
  there.set(data);
  return ndarray<Floats>(there, shape, stride, offset);
}

const nameOf = ([m, n, k]: Case): string => `${m} x ${k} by ${k} x ${n}`;

describe("gemmPool", () => {
  it("is tested on every kind of cut", () => {
    for (const given of cases) {
      const [m, n, k, , , axis] = given;
      const { c, a, b } = operandsOf(Float64Array, given);
      const operands = { c: operandOf(c), a: operandOf(a), b: operandOf(b) };
      const cut = chooseCut({ dtype: "float64", m, n, k, alpha: 1, beta: 0, ...operands }, 2);
      expect(cut?.axis, nameOf(given)).to.equal(axis);
    }
  });

  it("cuts in an arena what it would not cut elsewhere, because no copies become shorter", () => {
    const given: Case = [784, 10, 1000, transposed, rowMajor];
    const { c, a, b } = operandsOf(Float64Array, given);
    const near = arena(2 ** 25, { shared: true });
    const [m, n, k] = given;
    const cutOf = (x: FloatMatrix, y: FloatMatrix) => {
      const operands = { c: operandOf(c), a: operandOf(x), b: operandOf(y) };
      return chooseCut({ dtype: "float64", m, n, k, alpha: 1, beta: 0, ...operands }, 2);
    };
    expect(cutOf(a, b)).to.equal(undefined);
    expect(cutOf(moved(near, a), b)).to.deep.equal({ axis: Axis.rows, each: 208, parts: 4 });
    const turned = (x: FloatMatrix, y: FloatMatrix) => {
      const operands = {
        c: operandOf(c),
        a: operandOf(x.transpose(1, 0)),
        b: operandOf(y.transpose(1, 0)),
      };
      return chooseCut({ dtype: "float64", m: n, n: m, k, alpha: 1, beta: 0, ...operands }, 2);
    };
    expect(turned(b, a)).to.equal(undefined);
    near.clear();
    const columns = { axis: Axis.columns, each: 208, parts: 4 };
    expect(turned(moved(near, b), moved(near, a))).to.deep.equal(columns);
  });

  it("has the plain kernel if none is named", async () => {
    const pool = gemmPool({ threads: 1, kernel: undefined } as unknown as GemmPoolOptions);
    const { want, c, a, b } = operandsOf(Float64Array, cases[0]!);
    gemm(want, a, b);
    pool.gemm(c, a, b);
    expect(bytesOf(c.data).equals(bytesOf(want.data))).to.equal(true);
    expect(await pool.ready).to.equal(1);
    pool.close();
  });

  for (const threads of [1, 2, 3]) {
    // One number of threads is enough for all strides of c: a cut does not depend on these.
    const strides =
      threads === 2 ? [rowMajor, transposed, layouts["reversed and stepped"]!] : [rowMajor];
    describe(`of ${threads}`, () => {
      let pool: GemmPool;
      before(async () => {
        pool = gemmPool({ threads });
        expect(await pool.ready).to.equal(threads);
      });
      after(() => pool.close());

      // Arenas are joined when they are first met, so one number of threads is enough here too.
      for (const Type of threads === 2 ? [Float64Array, Float32Array] : []) {
        it(`gives the bits of gemm for ${Type.name}s in a shared arena, and next to it`, () => {
          const near = arena(2 ** 25, { shared: true });
          for (const given of cases) {
            const { want, c, a, b } = operandsOf(Type, given);
            gemm(want, a, b, 0.3, -0.7);
            const old = c.data.slice();
            for (const [x, y, z] of [
              [moved(near, c), moved(near, a), moved(near, b)],
              [moved(near, c), a, b],
              [c, moved(near, a), b],
              [c, a, moved(near, b)],
            ] as const) {
              x.data.set(old);
              pool.gemm(x, y, z, 0.3, -0.7);
              expect(bytesOf(x.data).equals(bytesOf(want.data)), nameOf(given)).to.equal(true);
              near.clear();
            }
          }
        });
      }

      for (const Type of [Float64Array, Float32Array]) {
        // A pool of one thread cuts nothing, so that one product is enough.
        for (const given of threads === 1 ? cases.slice(0, 1) : cases) {
          it(`gives the bits of gemm for ${nameOf(given)} on shared ${Type.name}s`, () => {
            for (const stride of strides) {
              const { want, c, a, b } = operandsOf(Type, given, stride);
              for (const [alpha, beta] of [
                [1, 0],
                [0.3, -0.7],
              ] as const) {
                gemm(want, a, b, alpha, beta);
                pool.gemm(c, a, b, alpha, beta);
                expect(bytesOf(c.data).equals(bytesOf(want.data))).to.equal(true);
              }
            }
          });
        }
      }
    });
  }

  it("takes a flat on shared memory", async () => {
    const pool = gemmPool({ threads: 2 });
    await pool.ready;
    const allocate = (size: number): Float64Array =>
      new Float64Array(new SharedArrayBuffer(size * 8));
    const [, { w, dw }] = emptyWithViews({ w: [784, 10], dw: [784, 784] }, { allocate });
    w.data.fill(1, 0, 7840);
    for (let call = 0; call < 5; call++) pool.gemm(dw, w, w.transpose(1, 0));
    expect(dw.data.subarray(7840).every((element) => element === 10)).to.equal(true);
    pool.close();
  });

  it("multiplies as gemm does if an array is not shared, small, or a vector", async () => {
    const pool = gemmPool({ threads: 2 });
    await pool.ready;
    for (const [m, n, k, isShared] of [
      [200, 200, 200, false],
      [64, 64, 64, true],
      [600, 1, 600, true],
      [1, 1, 1, true],
      [3000, 1000, 1, true],
    ] as const) {
      const { want, c, a, b } = operandsOf(Float64Array, [m, n, k, rowMajor, rowMajor]);
      gemm(want, a, b);
      pool.gemm(c, isShared ? a : copied(a), b);
      expect(bytesOf(c.data).equals(bytesOf(want.data))).to.equal(true);
    }
    pool.close();
  });
});

describe("the threads of a pool", () => {
  const { want, c, a, b } = operandsOf(Float64Array, cases[0]!);
  want.data.fill(NaN);
  gemm(want, a, b);
  const check = (pool: GemmPool): void => {
    c.data.fill(NaN);
    pool.gemm(c, a, b);
    expect(bytesOf(c.data).equals(bytesOf(want.data))).to.equal(true);
  };

  it("may be closed before they start, while they start, when they run, and twice", async () => {
    for (const moment of [
      () => {},
      () => turn(),
      (pool: GemmPool) => pool.ready,
      (pool: GemmPool) => pool.ready.then(() => check(pool)),
    ]) {
      const pool = gemmPool({ threads: 3 });
      check(pool);
      await moment(pool); // oxlint-disable-line no-await-in-loop
      pool.close();
      check(pool);
      pool.close();
      expect(await pool.ready).to.be.oneOf([1, 2, 3]); // oxlint-disable-line no-await-in-loop
      check(pool);
    }
  });

  it("may end between calls, all or some of them", async () => {
    const { Worker } = threading;
    const workers: threading.Worker[] = [];
    threading.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        workers.push(this);
      }
    };
    const pool = gemmPool({ threads: 3 });
    threading.Worker = Worker;
    expect(await pool.ready).to.equal(3);
    check(pool);
    await workers[0]!.terminate();
    check(pool);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- it is no window
    workers[1]!.postMessage(null); // this breaks it as soon as it looks for new buffers
    const exit = new Promise((resolve) => workers[1]!.on("exit", resolve));
    const { a: used, b: alsoUsed, c: fresh } = operandsOf(Float64Array, cases[0]!);
    pool.gemm(fresh, used, alsoUsed);
    await exit;
    check(pool);
    pool.close();
  });

  for (const [options, error, message] of [
    [{ threads: 0 }, RangeError, "threads must be a whole number of at least 1, got 0"],
    [{ threads: 1.5 }, RangeError, "threads must be a whole number of at least 1, got 1.5"],
    [{ threads: "2" }, TypeError, 'threads must be a number, got "2"'],
    [{}, TypeError, "threads must be a number, got undefined"],
    [
      { threads: 1, kernel: "relaxed" },
      TypeError,
      'kernel must be a kernel such as relaxedKernel, got "relaxed"',
    ],
    [
      { threads: 1, kernel: null },
      TypeError,
      "kernel must be a kernel such as relaxedKernel, got null",
    ],
    [{ thread: 2 }, RangeError, 'no option "thread"; its options are threads, kernel, workerUrl'],
    [
      { threads: 1, toString: 1 },
      RangeError,
      'no option "toString"; its options are threads, kernel, workerUrl',
    ],
    [2, TypeError, "options must be an object, got 2"],
    [null, TypeError, "options must be an object, got null"],
    [undefined, TypeError, "options must be an object, got undefined"],
    [Math.max, TypeError, "options must be an object, got a function"],
  ] as const) {
    it(`are refused as ${inspect(options)}`, () => {
      expect(() => gemmPool(options as GemmPoolOptions))
        .to.throw(error)
        .with.property("message", `gemmPool: ${message}`);
    });
  }

  const program = `
    import ndarray from "ndarray";
    import { gemmPool } from "./lib/gemm/pool/index.ts";
    const filled = () => ndarray(new Float64Array(new SharedArrayBuffer(8 * 40_000)).fill(1), [200, 200]);
    const pool = gemmPool({ threads: 2 });
    const [c, a, b] = [filled(), filled(), filled()];
    pool.gemm(c, a, b);
    pool.ready.then((threads) => {
      pool.gemm(c, a, b, 1, 1);
      console.log(threads, c.data.every((element) => element === 400));
    });
  `;
  const runs = (...args: string[]): void => {
    const options = { encoding: "utf8", timeout: 20_000 } as const;
    const { stdout, status } = spawnSync(process.execPath, args, options);
    expect([stdout, status]).to.deep.equal(["2 true\n", 0]);
  };

  it("keep no process alive", () => {
    runs(bundled({ code: program }));
  });

  it("may belong to a thread", async () => {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: process.cwd() },
      bundle: true,
      platform: "node",
      write: false,
    });
    const code = JSON.stringify(outputFiles[0]!.text);
    runs("--eval", `new (require("node:worker_threads").Worker)(${code}, { eval: true })`);
  });
});
