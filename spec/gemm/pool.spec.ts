import { spawnSync } from "node:child_process";
import { setImmediate as turn } from "node:timers/promises";
import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { gemm, gemmPool, type GemmPool } from "ndarray-params/gemm";
import { makeEngine } from "ndarray-params/gemm/engine";
import { kernelModule } from "ndarray-params/gemm/kernel-module";
import { operandOf, type Product } from "ndarray-params/gemm/matrix";
import { obey } from "ndarray-params/gemm/obey";
import { makeOrder, State, writeOrder } from "ndarray-params/gemm/order";
import { partsOf } from "ndarray-params/gemm/parts";
import { multiplyPortably } from "ndarray-params/gemm/portable";
import { makeRegister } from "ndarray-params/gemm/register";
import { share } from "ndarray-params/gemm/share";
import type { Member } from "ndarray-params/gemm/member";
import type { Message } from "ndarray-params/gemm/worker";
import { drawer, type FloatMatrix, type FloatType, type Floats } from "../support/matrices.ts";

const draw = drawer(5);

/** A matrix on shared memory, filled with integers. */
function shared(Type: FloatType, shape: readonly [number, number]): FloatMatrix {
  const size = shape[0] * shape[1];
  const buffer: ArrayBufferLike = new SharedArrayBuffer(size * Type.BYTES_PER_ELEMENT);
  const data: Floats = Type === Float64Array ? new Float64Array(buffer) : new Float32Array(buffer);
  for (let i = 0; i < size; i++) data[i] = draw(9) - 4;
  return ndarray(data, [...shape]);
}

const alone = ({ shape }: FloatMatrix, Type: FloatType): FloatMatrix =>
  ndarray<Floats>(new Type(shape[0]! * shape[1]!), [...shape]);

const productOf = (c: FloatMatrix, a: FloatMatrix, b: FloatMatrix): Product => ({
  m: c.shape[0]!,
  n: c.shape[1]!,
  k: a.shape[1]!,
  alpha: 1,
  beta: 0,
  c: operandOf(c),
  a: operandOf(a),
  b: operandOf(b),
});

describe("gemmPool", () => {
  let pool: GemmPool;
  before(async () => {
    pool = gemmPool({ threads: 2 });
    expect(await pool.ready).to.equal(2);
  });
  after(() => pool.close());

  for (const Type of [Float64Array, Float32Array]) {
    for (const [m, n, k] of [
      [300, 128, 70],
      [128, 300, 70],
      [300, 10, 784],
      [784, 10, 300],
    ] as const) {
      it(`gives the bits of gemm for ${m} x ${k} by ${k} x ${n} on shared ${Type.name}s`, async () => {
        const [c, a, b] = [shared(Type, [m, n]), shared(Type, [m, k]), shared(Type, [k, n])];
        const want = alone(c, Type);
        gemm(want, a, b, 0.5);
        // The first call announces the buffers; later ones find the worker listening, then free.
        for (let call = 0; call < 30; call++) {
          c.data.fill(NaN);
          pool.gemm(c, a, b, 0.5);
          expect(c.data.every((element, i) => element === want.data[i])).to.equal(true);
          await turn(); // lets the worker listen
        }
      });
    }
  }

  it("multiplies what is not shared, small or a vector in one thread", () => {
    const a = alone(shared(Float64Array, [64, 70]), Float64Array);
    const [c, b] = [shared(Float64Array, [64, 64]), shared(Float64Array, [70, 64])];
    a.data.fill(1);
    pool.gemm(c, a, b);
    const want = alone(c, Float64Array);
    gemm(want, a, b);
    expect(Array.from(c.data)).to.deep.equal(Array.from(want.data));
    const one = shared(Float64Array, [1, 1]);
    pool.gemm(one, one.transpose(1, 0).hi(0, 0).hi(1, 0), one.hi(0, 1), 1, 1);
    const column = shared(Float64Array, [600, 1]);
    pool.gemm(column, shared(Float64Array, [600, 600]), shared(Float64Array, [600, 1]));
  });

  it("takes a flat whose memory is shared", async () => {
    const allocate = (size: number): Float64Array =>
      new Float64Array(new SharedArrayBuffer(size * 8));
    const [, { w, dw }] = emptyWithViews({ w: [784, 10], dw: [784, 784] }, { allocate });
    w.data.fill(1);
    for (let call = 0; call < 20; call++) {
      pool.gemm(dw, w, w.transpose(1, 0));
      await turn();
    }
    expect(dw.data.subarray(7840).every((element) => element === 10)).to.equal(true);
  });

  it("goes on in one thread when closed", async () => {
    const other = gemmPool({ threads: 3, relaxed: true });
    expect(await other.ready).to.equal(3);
    other.close();
    const [c, a] = [shared(Float64Array, [80, 80]), shared(Float64Array, [80, 80])];
    other.gemm(c, a, a);
    const want = alone(c, Float64Array);
    gemm(want, a, a);
    expect(Array.from(c.data)).to.deep.equal(Array.from(want.data));
  });

  it("needs no worker for one thread", async () => {
    expect(await gemmPool({ threads: 1 }).ready).to.equal(1);
  });

  for (const threads of [0, 1.5, "2" as unknown as number]) {
    it(`refuses ${JSON.stringify(threads)} threads`, () => {
      const message = `gemmPool: threads must be a positive integer, got ${JSON.stringify(threads)}`;
      expect(() => gemmPool({ threads }))
        .to.throw(RangeError)
        .with.property("message", message);
    });
  }

  it("keeps no process alive", () => {
    const program = `
      import { gemmPool } from "./lib/gemm/index.ts";
      console.log(await gemmPool({ threads: 2 }).ready);
    `;
    const args = ["--import", "tsx/esm", "--input-type=module", "--eval", program];
    const { stdout, status } = spawnSync(process.execPath, args, {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect([stdout, status]).to.deep.equal(["2\n", 0]);
  });
});

describe("partsOf", () => {
  const c = shared(Float64Array, [100, 40]);
  const product = productOf(c, shared(Float64Array, [100, 3]), shared(Float64Array, [3, 40]));

  const places = (given: Product, count: number): number[][] =>
    partsOf(given, count).map((p) => [p.m, p.n, p.k, p.c.offset, p.a.offset, p.b.offset]);

  it("cuts the rows of C where the rows of A are lines, at multiples of 16", () => {
    expect(places(product, 3)).to.deep.equal([
      [48, 40, 3, 0, 0, 0],
      [48, 40, 3, 48 * 40, 48 * 3, 0],
      [4, 40, 3, 96 * 40, 96 * 3, 0],
    ]);
  });

  it("cuts the columns of C where the columns of B are lines", () => {
    const a = shared(Float64Array, [3, 40]).transpose(1, 0);
    const b = shared(Float64Array, [100, 3]).transpose(1, 0);
    expect(places(productOf(c.transpose(1, 0), a, b), 2)).to.deep.equal([
      [40, 64, 3, 0, 0, 0],
      [40, 36, 3, 64 * 40, 0, 64 * 3],
    ]);
  });

  it("cuts the smaller operand where both are cut across their lines, at pairs if it is short", () => {
    const a = shared(Float64Array, [3, 100]).transpose(1, 0);
    const [d, b] = [shared(Float64Array, [100, 10]), shared(Float64Array, [3, 10])];
    expect(places(productOf(d, a, b), 2)).to.deep.equal([
      [100, 6, 3, 0, 0, 0],
      [100, 4, 3, 6, 0, 6],
    ]);
  });

  it("cuts the longer axis of C where neither is cut across its lines", () => {
    const b = shared(Float64Array, [10, 3]).transpose(1, 0);
    expect(places({ ...product, n: 10, b: operandOf(b) }, 2).map(([m]) => m)).to.deep.equal([
      64, 36,
    ]);
  });

  it("leaves what is short in one part", () => {
    expect(partsOf({ ...product, m: 2 }, 4)).to.have.length(1);
  });
});

describe("share", () => {
  it("does here what a worker has failed to do", () => {
    const [c, a, b] = [
      [64, 9],
      [64, 7],
      [7, 9],
    ].map((shape) => shared(Float64Array, shape as [number, number])) as [
      FloatMatrix,
      FloatMatrix,
      FloatMatrix,
    ];
    const given: number[] = [];
    const member = { give: ({ m }: Product) => given.push(m), isDone: () => false };
    share(productOf(c, a, b), [member as unknown as Member], () => 0, multiplyPortably);
    const want = alone(c, Float64Array);
    gemm(want, a, b);
    expect(Array.from(c.data)).to.deep.equal(Array.from(want.data));
    expect(given).to.deep.equal([32]);
  });
});

describe("a worker", () => {
  const engine = makeEngine(kernelModule(false)!);
  const matrices = (Type: FloatType) =>
    [shared(Type, [30, 40]), shared(Type, [30, 20]), shared(Type, [20, 40])] as const;

  for (const Type of [Float64Array, Float32Array]) {
    it(`multiplies ${Type.name}s as it is ordered`, () => {
      const [c, a, b] = matrices(Type);
      const buffers = [c, a, b].map(({ data }) => data.buffer);
      const order = makeOrder();
      writeOrder(order, productOf(c, a, b), (buffer) => buffers.indexOf(buffer));
      Atomics.store(order.integers, 0, State.multiplies);
      const goesOn = obey(
        engine,
        order,
        (number) => buffers[number] as unknown as SharedArrayBuffer,
      );
      const want = alone(c, Type);
      gemm(want, a, b);
      expect(Array.from(c.data)).to.deep.equal(Array.from(want.data));
      expect([goesOn, order.integers[0]]).to.deep.equal([true, State.waits]);
    });
  }

  it("stops to listen, and says where it has failed", () => {
    const order = makeOrder();
    expect(obey(engine, order, () => new SharedArrayBuffer(0))).to.equal(false);
    Atomics.store(order.integers, 0, State.multiplies);
    const unknown = (): SharedArrayBuffer => {
      throw new Error("no such buffer");
    };
    expect(obey(engine, order, unknown)).to.equal(true);
    expect(order.integers[0]).to.equal(State.failed);
  });
});

describe("the register of shared buffers", () => {
  it("sends each buffer once to each worker, and does not know it in that call", () => {
    const sent: Message[] = [];
    const member = { send: (message: Message) => void sent.push(message) } as unknown as Member;
    const register = makeRegister([member, member]);
    const a = shared(Float64Array, [4, 4]);
    const [c, d] = [shared(Float64Array, [4, 4]), shared(Float64Array, [4, 4])];
    expect(register.areKnown(productOf(c, a, a))).to.equal(false);
    expect(register.areKnown(productOf(c, a, a))).to.equal(true);
    expect(register.areKnown(productOf(c, a, d))).to.equal(false);
    expect(register.areKnown(productOf(c, d, alone(d, Float64Array)))).to.equal(false);
    const [first, second] = [
      [
        [0, c.data.buffer],
        [1, a.data.buffer],
      ],
      [[2, d.data.buffer]],
    ];
    const messages = [first, first, second, second].map((come) => ({ come, gone: [] }));
    expect(sent).to.deep.equal(messages);
    expect([c, a, d].map(({ data }) => register.numberOf(data.buffer))).to.deep.equal([0, 1, 2]);
  });
});
