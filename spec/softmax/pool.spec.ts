/** Rows by the threads of a pool: the same bits, whoever does which of them and in which order. */
import { expect } from "chai";
import ndarray from "ndarray";
import { gemmPool } from "ndarray-params/gemm/pool";
import { arena, softmaxCrossEntropy, type Labels } from "ndarray-params/softmax";
import type { Pool } from "../../lib/internal/threads/pool-handle.ts";
import { registerPool, type Rows } from "../../lib/internal/threads/share-rows.ts";
import { exportsOn } from "../../lib/internal/wasm/exports-on.ts";
import { joinMemory } from "../../lib/internal/wasm/memory.ts";
import { areSame } from "../support/gemm/definition.ts";
import {
  drawer,
  layouts,
  matrixOf,
  type FloatMatrix,
  type Floats,
  type FloatType,
} from "../support/gemm/matrices.ts";
import { sharedFloats } from "../support/gemm/shared.ts";
import { itRefuses } from "../support/refuses.ts";

const draw = drawer(5);
/** Scores of which none makes a loss NaN or infinite, and those of which some may. */
const finite = (): number => (draw(50) === 0 ? 710 * (draw(3) - 1) : draw(2 ** 20) / 2 ** 17 - 4);
const specials = [NaN, Infinity, -Infinity, -0, 1e30, -1e30, 2 ** -30];
const any = (): number => (draw(900) === 0 ? specials[draw(specials.length)]! : finite());

/** A pool of which the spec says how it does rows; it keeps what it was asked for. */
function poolBy(does: (rows: Rows) => boolean): Pool & { readonly asked: Rows[] } {
  const pool = { ready: Promise.resolve(2), close() {}, asked: [] as Rows[] };
  registerPool(pool, (call, rows) => {
    expect(call).to.equal("softmaxCrossEntropy");
    pool.asked.push(rows);
    return does(rows);
  });
  return pool;
}

/** Two threads by hand, with a scratch each: they take turns, and begin at the end. */
const byTurns = poolBy(({ kernel, name, memory, count, each, args }) => {
  const threads = [memory, joinMemory(memory.memory)];
  for (let part = Math.ceil(count / each) - 1; part >= 0; part--) {
    const own = threads[part % 2]!;
    const first = part * each;
    exportsOn(kernel, own)![name]!(first, Math.min(first + each, count), own.scratch, ...args);
  }
  return true;
});

type Put = (data: Floats) => Floats;

/** Puts data into a new arena. */
const inArena =
  (shared: boolean): Put =>
  (data) => {
    const { float64, float32 } = arena(data.byteLength + 64, { shared });
    const there = data instanceof Float64Array ? float64(data.length) : float32(data.length);
    there.set(data);
    return there;
  };

/** Labels of each kind. */
const kinds: Readonly<Record<string, (n: number, k: number) => Labels>> = {
  "classes in a typed array": (n, k) => Uint16Array.from({ length: n }, () => draw(k)),
  "classes in an Array": (n, k) => Array.from({ length: n }, () => draw(k)),
  "classes with a stride": (n, k) =>
    ndarray(
      Int32Array.from({ length: 3 * n }, () => draw(k)),
      [n],
      [-3],
      Math.max(3 * n - 1, 0),
    ),
  "a weight for each class": (n, k) =>
    matrixOf(Float32Array, [n, k], [1, n], () => draw(5) / (2 * k)),
};

/** The loss, and all numbers that a call has written, in an array that `put` has made. */
function resultOf(
  { data, shape, stride, offset }: FloatMatrix,
  put: Put,
  labels: Labels,
  options: object,
) {
  const db = new Float64Array(shape[1]!);
  const e = ndarray(put(data), shape, stride, offset);
  const loss = softmaxCrossEntropy(e, labels, { biasGradient: db, ...options });
  return { numbers: e.data, db, loss };
}

/** Holds that a pool changes nothing. */
function holdsBits(
  Type: FloatType,
  [n, k]: readonly [number, number],
  layout: string,
  score: () => number,
  put: Put,
  pool: Pool,
) {
  const z = matrixOf(Type, [n, k], layouts[layout]!(n, k), score);
  for (const [kind, labelsOf] of Object.entries(kinds)) {
    const labels = labelsOf(n, k);
    const options = draw(2) === 0 ? {} : { bias: new Float32Array(k).map(score), scale: 0.3 };
    const alone = resultOf(z, (data) => data.slice(), labels, options);
    const shared = resultOf(z, put, labels, { ...options, pool });
    const what = `${Type.name}, ${n} x ${k}, ${layout}, ${kind}`;
    if (score === finite && n > 0) expect(alone.loss, what).to.be.within(0, 2000 * n);
    expect(areSame(shared.numbers, alone.numbers), what).to.equal(true);
    expect(areSame(shared.db, alone.db), what).to.equal(true);
    expect(Object.is(shared.loss, alone.loss), what).to.equal(true);
  }
}

// A part is 102 rows of 10, 146 of 7, and a row of 1030; two lots are more than 2¹⁷ elements.
const shared: readonly (readonly [string, readonly (readonly [number, number])[]])[] = [
  ["of whole parts", [[510, 10]]],
  ["of a row less", [[509, 10]]],
  ["of a row more", [[511, 10]]],
  ["of an odd number of columns", [[587, 7]]],
  ["of which each is a part", [[5, 1031]]],
  ["of a single row", [[1, 9000]]],
  ["in two lots", [[1321, 100]]],
];

describe("softmaxCrossEntropy by the threads of a pool", () => {
  for (const [what, shapes] of shared) {
    it(`has the same bits for rows ${what}, in whatever order they are done`, () => {
      for (const [n, k] of shapes) {
        for (const [layout, score] of [
          ["row-major", finite],
          ["rows apart", any],
          ["stepped", finite],
          ["rows reversed", any],
        ] as const) {
          const before = byTurns.asked.length;
          for (const Type of [Float64Array, Float32Array]) {
            holdsBits(Type, [n, k], layout, score, inArena(true), byTurns);
          }
          expect(byTurns.asked.length - before).to.be.at.least(8);
        }
      }
    });
  }

  it("asks for large matrices only, and does by itself what the pool does not do", () => {
    const pool = poolBy(() => false);
    // oxfmt-ignore
    for (const shape of [[0, 10], [1, 1], [409, 10], [410, 10], [4, 1024]] as const) {
      holdsBits(Float32Array, shape, "row-major", finite, inArena(true), pool);
    }
    const asked = new Set(
      pool.asked.map(({ name, count, each, target }) => [name, count, each, target].join(" ")),
    );
    expect([...asked]).to.deep.equal(["rows32 410 102 z", "rows32 4 1 z"]);
  });

  const places: Readonly<Record<string, Put>> = {
    "a shared arena": inArena(true),
    "an arena": inArena(false),
    "other shared memory": sharedFloats,
    "an ordinary array": (data) => data.slice(),
  };
  for (const threads of [1, 2, 3]) {
    it(`has the same bits with ${threads} of them, wherever z lies, and after they have ended`, async () => {
      const pool = gemmPool({ threads });
      await pool.ready;
      for (const put of Object.values(places)) {
        holdsBits(Float64Array, [1500, 10], "row-major", finite, put, pool);
        holdsBits(Float32Array, [20, 1030], "stepped", any, put, pool);
      }
      pool.close();
      holdsBits(Float64Array, [1500, 10], "row-major", finite, inArena(true), pool);
    });
  }

  const z = ndarray(new Float64Array(4).fill(7), [2, 2]);
  const given = (pool: unknown) => () =>
    softmaxCrossEntropy(z, [0, 1], { biasGradient: new Float64Array(2), pool: pool as Pool });
  // oxfmt-ignore
  itRefuses([
    ["no pool", given(null), TypeError, "softmaxCrossEntropy: pool must be what gemmPool returns, got null"],
    ["a number of threads", given(2), TypeError, "softmaxCrossEntropy: pool must be what gemmPool returns, got 2"],
    ["the gemm of a pool", given(gemmPool({ threads: 1 }).gemm), TypeError, "softmaxCrossEntropy: pool must be what gemmPool returns, got a function"],
  ]);

  it("has written nothing before it refuses", () => {
    expect([...z.data]).to.deep.equal([7, 7, 7, 7]);
  });
});
