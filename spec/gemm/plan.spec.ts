/** No plan needs more scratch than there is, and no product writes beyond the room of its plan. */
import { expect } from "chai";
import { multiplyInBlocks } from "../../lib/gemm/paths/blocks.ts";
import { multiplyDots } from "../../lib/gemm/paths/dot-products.ts";
import { makeEngine, room } from "../../lib/gemm/kernel/engine.ts";
import { moduleOf } from "../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../lib/gemm/kernel/plain-kernel.ts";
import { TERMS, type Operand, type Product } from "../../lib/gemm/product/product.ts";
import { dtypeOf } from "../../lib/internal/arrays.ts";
import { makeMemory } from "../../lib/internal/wasm/memory.ts";
import { planOf } from "../../lib/gemm/paths/plan.ts";

const VECTOR = 16;
const types = [Float64Array, Float32Array] as const;

/** An (m, n) product of elements like those of `data`, with an operand B of these strides. */
function productOf(
  data: Product["c"]["data"],
  [m, n, k]: readonly [number, number, number],
  [rowStride, columnStride]: readonly [number, number],
): Product {
  const operand = { data, offset: 0, rowStride, columnStride };
  const dtype = dtypeOf(data);
  return { dtype, m, n, k, alpha: 1, beta: 0, c: operand, a: operand, b: operand };
}

const around = (...lengths: readonly number[]): number[] =>
  lengths.flatMap((length) => [length - 1, length, length + 1]);

describe("planOf", () => {
  const heights = [1, 2, 3, 4, 5, 31, 32, 33, 2 ** 20];
  const widths = [
    1,
    2,
    3,
    5,
    ...around(32, 64, 512, 2048, 4096, 8192, 12_288),
    2 ** 20,
    2 ** 31 - 1,
  ];
  const depths = [1, 2, 3, ...around(255, 256, 512, 785, 1024, 2048), 5000, 2 ** 20, 2 ** 31 - 1];
  for (const Type of types) {
    const none = new Type(0);
    const plans = heights.flatMap((m) =>
      widths.flatMap((n) =>
        depths.flatMap((k) =>
          (
            [
              [n, 1],
              [1, k],
              [0, 1],
            ] as const
          ).flatMap((strides) =>
            [true, false].map((isHere) => {
              const product = productOf(none, [m, n, k], strides);
              return { ...planOf(product, isHere), product };
            }),
          ),
        ),
      ),
    );
    const row = (plan: (typeof plans)[number]): number => plan.n * plan.size;
    const laws: Record<string, (plan: (typeof plans)[number]) => boolean> = {
      "takes at least a tile of rows, and whole tiles": ({ mA, mC }) =>
        mA >= 4 && mC >= 4 && mA % 4 === 0 && mC % 4 === 0,
      "takes no more than there is, and blocks of k within one chunk": ({ n, k, product }) =>
        n >= 1 && n <= product.n && k >= 1 && k <= Math.min(product.k, TERMS),
      "has room for a block of A": ({ mA, k, size }) => mA * k * size <= room.a,
      "has room for a block of B before it is packed": (plan) => plan.k * row(plan) <= room.raw,
      "has room for its panels, of whole vectors": (plan) =>
        plan.k * Math.ceil(row(plan) / VECTOR) * VECTOR <= room.b,
      "has room for the sums, and beyond one chunk for those of the next": (plan) =>
        plan.mC * plan.pitch <= plan.next && (plan.product.k > TERMS ? 2 : 1) * plan.next <= room.c,
      "keeps the sums in whole vectors, and those of a single row in whole tiles": (plan) => {
        const unit = plan.product.m === 1 && !plan.packs ? 6 * VECTOR : VECTOR;
        return plan.pitch >= row(plan) && plan.pitch % unit === 0;
      },
      // The tile for a single row, which writes six vectors, could get a last row. Its sums are those
      // of the whole row then, and nothing lies behind them.
      "leaves B in place only if it is one panel wide, or if A and C are one block each": (plan) =>
        plan.packs || row(plan) <= 80 || plan.product.m <= Math.min(plan.mA, plan.mC),
      "packs B if neighbours in its rows are not adjacent, and if its rows repeat": (plan) =>
        plan.packs || (plan.product.b.columnStride === 1 && plan.product.b.rowStride !== 0),
    };
    for (const [law, holds] of Object.entries(laws)) {
      it(`${law}: ${Type.name}`, () => {
        const broken = plans
          .filter((plan) => !holds(plan))
          .map(({ product: { m, n, k } }) => [m, n, k]);
        expect(broken).to.deep.equal([]);
      });
    }
  }
});

describe("the scratch", () => {
  const engine = makeEngine(moduleOf(plainKernel)!, makeMemory(100_000));
  const bytes = new Uint8Array(engine.memory.buffer);
  const MARK = 0xa5;

  /** Padded lines add 1/64 to a room; shifted blocks and the ends of vectors add 256 bytes. */
  const guards = (["a", "raw", "b", "c"] as const).map((region, i, regions) => {
    const start = engine[region] + room[region] + room[region] / 64 + 256;
    const following = regions[i + 1];
    return bytes.subarray(start, following === undefined ? bytes.length : engine[following]);
  });

  // oxfmt-ignore
  const shapes = [
    [32, 2048, 256], [32, 4096, 512], [2048, 32, 512], [31, 4096, 70], [1, 4096, 70], [5, 4100, 300],
    [1030, 1000, 258], [530, 1000, 1026], [140, 512, 512], [512, 512, 64], [512, 60, 1024],
    [64, 64, 1024], [32, 32, 1024], [33_000, 2, 5], [4096, 16, 16], [1, 20_000, 40], [300_000, 1, 3],
  ] as const;

  for (const Type of types) {
    it(`is not written beyond its regions, padded lines and ends of vectors included: ${Type.name}`, () => {
      for (const guard of guards) guard.fill(MARK);
      const rowMajor = (_: number, columns: number): [number, number] => [columns, 1];
      const transposed = (rows: number): [number, number] => [1, rows];
      const crossed = [
        [rowMajor, transposed],
        [transposed, rowMajor],
      ] as const;
      const all = [...crossed, [rowMajor, rowMajor], [transposed, transposed]] as const;
      const dtype = dtypeOf(new Type(0));
      const operand = (strides: [number, number], size: number): Operand => ({
        data: new Type(size),
        offset: 0,
        rowStride: strides[0],
        columnStride: strides[1],
      });
      for (const [m, n, k] of shapes) {
        // Those that fill the room of C take long. How A and B lie is nothing to that room.
        for (const [x, y] of m * n * k > 2e8 ? crossed : all) {
          const c = operand(x(m, n), m * n);
          const [a, b] = [operand(x(m, k), m * k), operand(y(k, n), k * n)];
          multiplyInBlocks(engine, { dtype, m, n, k, alpha: 1, beta: 1, c, a, b });
        }
      }
      for (const [m, n] of [
        [4, 1],
        [2, 2],
        [1, 4],
      ] as const) {
        const k = 16_385;
        const [c, a] = [operand([n, 1], m * n), operand([k, 1], m * k)];
        const b = operand([n, 1], k * n);
        multiplyDots(engine, { dtype, m, n, k, alpha: 1, beta: 1, c, a, b });
      }
      for (const guard of guards) {
        expect(guard.length).to.be.above(2 ** 17);
        expect(Buffer.alloc(guard.length, MARK).equals(guard)).to.equal(true);
      }
    });
  }
});
