import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { arena, gemm } from "ndarray-params/gemm";
import { plain } from "../../lib/gemm/kernel/plain.generated.ts";
import { moduleOf } from "../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../lib/gemm/kernel/plain-kernel.ts";
import { compile } from "../../lib/internal/wasm/compile.ts";
import { exportsOn } from "../../lib/internal/wasm/exports-on.ts";
import { joinMemory, makeMemory, SCRATCH } from "../../lib/internal/wasm/memory.ts";
import {
  expected,
  drawer,
  layouts,
  matrixOf,
  repeated,
  type FloatMatrix,
} from "../support/gemm/matrices.ts";

const draw = drawer(3);
const integer = (): number => draw(9) - 4;

describe("a module", () => {
  it("is compiled once for each text, and undefined for a text that holds none", () => {
    const module = compile(plain);
    expect(module).to.be.instanceOf(WebAssembly.Module);
    expect(compile(plain)).to.equal(module);
    expect([compile("AGFzbQ=="), compile("AGFzbQ=="), compile("%")]).to.deep.equal(
      Array(3).fill(undefined),
    );
  });
});

describe("arena", () => {
  it("gives emptyWithViews a zero-filled flat that starts on a cache line", () => {
    const near = arena(70_000);
    near.float32(3).fill(1);
    const [flat, [w, b]] = emptyWithViews([[784, 10], 10], { allocate: near.float64 });
    expect(flat.data.every((element) => element === 0)).to.equal(true);
    expect([flat.data.byteOffset % 64, flat.size]).to.deep.equal([0, 7850]);
    w.set(783, 9, 5);
    b.set(9, 6);
    expect([flat.get(7839), flat.get(7849)]).to.deep.equal([5, 6]);
  });

  it("gives all of its memory back when cleared", () => {
    const near = arena(80);
    const before = near.float64(10);
    expect(() => near.float32(1)).to.throw("arena.float32: needs 4 bytes, 0 of 80 are left");
    near.clear();
    before.fill(1);
    const after = near.float64(10);
    expect([after.byteOffset, after[0]]).to.deep.equal([before.byteOffset, 0]);
    after.fill(1);
    near.clear();
    expect([...near.float32(2)]).to.deep.equal([0, 0]);
    near.clear();
    expect([...near.uint8(3)]).to.deep.equal([0, 0, 0]);
    expect(() => near.uint8(17)).to.throw("arena.uint8: needs 17 bytes, 16 of 80 are left");
  });

  it("reads nothing before its memory when tiles reach beyond the last row of a", () => {
    for (const n of [4, 13, 30]) {
      const near = arena(2 ** 16);
      const k = 40;
      for (const m of [33, 34, 35]) {
        near.clear();
        const data = near.float64(m * k).fill(0.5);
        const a = ndarray(data, [m, k], [-k, 1], (m - 1) * k); // the last row at address 0
        const c = ndarray(new Float64Array(m * n), [m, n]);
        gemm(c, a, ndarray(new Float64Array(k * n).fill(1), [k, n]));
        gemm(c.hi(m - 28, n), a.lo(28, 0), ndarray(new Float64Array(k * n).fill(1), [k, n]));
        expect(c.data.every((element) => element === k / 2)).to.equal(true);
      }
    }
  });

  const kinds = [Float64Array, Float32Array].flatMap((Type) =>
    [false, true].map((shared) => ({ Type, shared, name: shared ? "shared " : "" })),
  );
  for (const { Type, shared, name } of kinds) {
    for (const [layout, strides] of Object.entries({ ...layouts, ...repeated })) {
      const written = layouts[layout] ?? layouts["row-major"]!;
      it(`holds ${name}${Type.name}s that are ${layout}, next to operands outside of it`, () => {
        const near = arena(2 ** 20, { shared });
        const move = (matrix: FloatMatrix): FloatMatrix => {
          const size = matrix.data.length;
          const data = Type === Float64Array ? near.float64(size) : near.float32(size);
          data.set(matrix.data);
          return ndarray(data, matrix.shape, matrix.stride, matrix.offset);
        };
        for (const [m, n, k] of [
          [37, 41, 29],
          [5, 33, 70],
          [70, 10, 64],
          [1, 90, 40],
        ] as const) {
          const c = matrixOf(Type, [m, n], written(m, n), integer, 0);
          const a = matrixOf(Type, [m, k], strides(m, k), integer, 0);
          const b = matrixOf(Type, [k, n], strides(k, n), integer, 0);
          const values = expected(c, a, b, 2, -1);
          for (const [x, y, z] of [
            [move(c), move(a), move(b)],
            [move(c), a, b],
            [c, move(a), b],
          ] as const) {
            gemm(x, y, z, 2, -1);
            expect(values.every(({ value, index }) => x.data[index] === value)).to.equal(true);
          }
          near.clear();
        }
      });
    }
  }
});

describe("the functions of a kernel", () => {
  it("are those of one instance for each memory, and undefined if the kernel does not run", () => {
    const [one, other] = [makeMemory(0), makeMemory(0)];
    const functions = exportsOn(plain, one);
    expect(functions).to.have.property("multiply64");
    expect(exportsOn(plain, one)).to.equal(functions);
    expect(exportsOn(plain, other)).to.not.equal(functions);
    expect(exportsOn("%", one)).to.equal(undefined);
  });
});

describe("an arena with `shared`", () => {
  it("is on shared memory, an other one is not", () => {
    const kindOf = (shared: boolean): string =>
      arena(8, { shared }).float32(1).buffer[Symbol.toStringTag];
    expect([false, true].map(kindOf)).to.deep.equal(["ArrayBuffer", "SharedArrayBuffer"]);
  });

  it("lets threads join its memory, each with a scratch behind those of the others", () => {
    const own = makeMemory(100_000, true);
    own.float64.fill(7);
    const others = Array.from({ length: 32 }, () => joinMemory(own.memory));
    const starts = [own, ...others].map(({ scratch }) => scratch);
    expect(starts).to.deep.equal(starts.map((_, i) => 2 ** 17 + i * SCRATCH));
    for (const { float32, scratch } of others) {
      expect(float32.byteLength).to.be.at.least(scratch + SCRATCH);
      expect(new Float64Array(float32.buffer, 0, 12_500).every((x) => x === 7)).to.equal(true);
    }
    expect(() => joinMemory(own.memory)).to.throw(RangeError);
    expect(own.float64.length * 8).to.equal(2 ** 17 + SCRATCH);
  });

  it("has at most the pages that there are, so that fewer threads can join a large one", () => {
    const engine = WebAssembly as { -readonly [K in "Memory"]: (typeof WebAssembly)[K] };
    const { Memory } = engine;
    const asked: unknown[] = [];
    engine.Memory = function none(pages: unknown) {
      asked.push(pages);
      return new Memory({ initial: 1, maximum: 1 });
    } as unknown as typeof Memory;
    try {
      makeMemory(2 ** 32 - 2 * SCRATCH, true);
    } finally {
      engine.Memory = Memory;
    }
    expect(asked).to.deep.equal([{ initial: 65_536 - 292, maximum: 65_536, shared: true }]);
  });

  it("takes a kernel of its own, made from the same text", () => {
    const shared = makeMemory(0, true);
    const [one, other] = [moduleOf(plainKernel), moduleOf(plainKernel, shared)];
    expect(moduleOf(plainKernel, shared)).to.equal(other);
    expect(moduleOf(plainKernel, makeMemory(0))).to.equal(one);
    const start = (module: WebAssembly.Module, { memory } = shared): unknown =>
      new WebAssembly.Instance(module, { env: { memory } });
    expect(Object.keys((start(other!) as WebAssembly.Instance).exports)).to.include("multiply64");
    expect(() => start(one!)).to.throw("memory");
  });
});

describe("an arena that the engine has no memory for", () => {
  it("is refused by the call's own name, with the engine's error as the cause", () => {
    const engine = WebAssembly as { -readonly [K in "Memory"]: (typeof WebAssembly)[K] };
    const { Memory } = engine;
    const cause = new RangeError("could not allocate memory");
    engine.Memory = function none() {
      throw cause;
    } as unknown as typeof Memory;
    try {
      expect(() => arena(1000))
        .to.throw(RangeError, "arena: byteLength must be available as memory, got 1000")
        .with.property("cause", cause);
    } finally {
      engine.Memory = Memory;
    }
  });
});
