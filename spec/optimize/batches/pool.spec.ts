/** Batches that the threads of a pool gather: the same bits, whoever gathers which samples. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import ndarray from "ndarray";
import { arena, type Arena } from "ndarray-params/gemm";
import { gemmPool } from "ndarray-params/gemm/pool";
import { stream } from "ndarray-params/initialize";
import { minibatches } from "ndarray-params/optimize";
import { registerPool, type Rows } from "../../../lib/internal/threads/share-rows.ts";
import { itRefuses } from "../../support/refuses.ts";

type DType = "float64" | "float32";
const scale = 1 / 255;

/** Bytes in an arena, and what each batch has to be. */
function digitsIn({ uint8 }: Arena, count: number, size: number) {
  const bytes = uint8(count * size);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 7) % 251;
  const places = Int32Array.from({ length: count }, (_, i) => i);
  const isRight = (data: ArrayLike<number>, of: Int32Array, dtype: DType): boolean => {
    const round = dtype === "float32" ? Math.fround : Number;
    const factor = round(scale);
    for (let i = 0, at = 0; i < of.length; i++) {
      for (let j = 0; j < size; j++, at++) {
        if (data[at] !== round(bytes[of[i]! * size + j]! * factor)) return false;
      }
    }
    return true;
  };
  return { arrays: [ndarray(bytes, [count, size]), places] as const, isRight };
}

describe("minibatches by the threads of a pool", () => {
  for (const [what, count, size, of] of [
    ["of many samples", 1200, 784, 400],
    ["too small for two threads", 100, 784, 40],
    ["of more samples than one list has", 70_000, 24, 70_000],
    ["of long samples", 30, 20_000, 30],
  ] as const) {
    it(`have the same bits, ${what}`, async () => {
      const pool = gemmPool({ threads: 2 });
      await pool.ready;
      const epochs = count > 2 ** 16 ? 1 : 2;
      for (const dtype of ["float64", "float32"] as const) {
        const near = arena(count * size + of * size * 8 + 2 ** 12, { shared: true });
        const { arrays, isRight } = digitsIn(near, count, size);
        const options = { random: stream("order"), epochs, scales: [scale, undefined] as const };
        let seen = 0;
        for (const [x, places] of minibatches(arrays, of, {
          ...options,
          allocate: near[dtype],
          dtype,
          pool,
        })) {
          expect(isRight(x.data, places, dtype)).to.equal(true);
          seen += places.length;
        }
        expect(seen).to.equal(epochs * count);
      }
      pool.close();
    });
  }

  it("have the same bits where nothing is shared, with one thread, and after the pool is closed", async () => {
    const [one, two] = [gemmPool({ threads: 1 }), gemmPool({ threads: 2 })];
    await two.ready;
    for (const [pool, shared] of [
      [one, true],
      [two, false],
      [two, true],
    ] as const) {
      if (shared) two.close();
      const near = arena(2 ** 23, { shared });
      const { arrays, isRight } = digitsIn(near, 400, 784);
      const options = { epochs: 1, scales: [scale, undefined] as const, allocate: near.float64 };
      for (const [x, places] of minibatches(arrays, 400, { ...options, pool })) {
        expect(isRight(x.data, places, "float64")).to.equal(true);
      }
    }
  });

  it("ask the pool for large batches only, and do by themselves what it does not do", () => {
    const asked: Rows[] = [];
    const pool = { ready: Promise.resolve(2), close() {} };
    registerPool(pool, (call, rows) => {
      expect(call).to.equal("minibatches");
      asked.push(rows);
      return false;
    });
    const near = arena(2 ** 23, { shared: true });
    const { arrays, isRight } = digitsIn(near, 800, 784);
    const options = { epochs: 1, scales: [scale, undefined] as const, allocate: near.float64 };
    for (const size of [300, 400]) {
      for (const [x, places] of minibatches(arrays, size, { ...options, pool })) {
        expect(isRight(x.data, places, "float64")).to.equal(true);
      }
    }
    expect(asked.map(({ name, count, each }) => [name, count, each])).to.deep.equal([
      ["samples64", 400, 11],
      ["samples64", 400, 11],
    ]);
  });

  it("hold their pool, whose threads end when nobody does", async () => {
    const refs: WeakRef<object>[] = [];
    const made = (): Iterable<unknown> => {
      const pool = { ready: Promise.resolve(2), close() {} };
      registerPool(pool, () => false);
      refs.push(new WeakRef(pool));
      const { uint8, float64 } = arena(2 ** 16, { shared: true });
      const arrays = [ndarray(uint8(800), [10, 80])];
      return minibatches(arrays, 5, { epochs: 1, scales: [scale], allocate: float64, pool });
    };
    const batches = made();
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    for (let turns = 0; turns < 3; turns++) {
      await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop
      collect();
    }
    expect(refs[0]!.deref()).to.not.equal(undefined);
    expect([...batches].length).to.equal(2);
  });

  const given = (pool: unknown) => () => minibatches([[1]] as never, 1, { pool } as never);
  // oxfmt-ignore
  itRefuses([
    ["no pool", given(null), TypeError, "minibatches: pool must be what gemmPool returns, got null"],
    ["a number of threads", given(2), TypeError, "minibatches: pool must be what gemmPool returns, got 2"],
    ["the gemm of a pool", given(gemmPool({ threads: 1 }).gemm), TypeError, "minibatches: pool must be what gemmPool returns, got a function"],
  ]);
});
