/** What a worker knows, by hand and in one thread. */
import { expect } from "chai";
import ndarray from "ndarray";
import { arena } from "ndarray-params/gemm";
import { makeEngine } from "../../../lib/gemm/kernel/engine.ts";
import { moduleOf } from "../../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../../lib/gemm/kernel/plain-kernel.ts";
import { multiplyInBlocks } from "../../../lib/gemm/paths/blocks.ts";
import { multiplyPortably } from "../../../lib/gemm/paths/portable.ts";
import { knowBuffers } from "../../../lib/gemm/pool/threads/known-buffers.ts";
import { operandOf, type Product } from "../../../lib/gemm/product/product.ts";
import { areSame } from "../../support/gemm/definition.ts";
import { arenaMemoryOf, joinMemory } from "../../../lib/internal/wasm/memory.ts";

const common = makeEngine(moduleOf(plainKernel)!);
const [m, k, n] = [40, 30, 20];

/** c (m, n) ← a·b of arrays in the order c, a, b. */
function productOf([c, a, b]: readonly Float64Array[]): Product {
  const operands = {
    c: operandOf(ndarray(c!, [m, n])),
    a: operandOf(ndarray(a!, [m, k])),
    b: operandOf(ndarray(b!, [k, n])),
  };
  return { dtype: "float64", m, n, k, alpha: 1, beta: 0, ...operands };
}

/** Arrays in a shared arena, and the message about its memory. */
function makeArena() {
  const near = arena(2 ** 16, { shared: true });
  const arrays = [m * n, m * k, k * n].map((size) => near.float64(size));
  for (const data of arrays) for (let i = 0; i < data.length; i++) data[i] = (i % 7) / 3;
  const own = arenaMemoryOf(arrays[0]!)!;
  const module = moduleOf(plainKernel, own)!;
  return { arrays, own, message: { number: 3, gone: [], arena: own.memory, module } };
}

/** The arrays as a worker has them: the same bytes of the buffer that it knows. */
const seenBy = (buffer: ArrayBufferLike, arrays: readonly Float64Array[]): Float64Array[] =>
  arrays.map(({ byteOffset, length }) => new Float64Array(buffer, byteOffset, length));

describe("a worker that is told of an arena", () => {
  for (const [name, others] of [
    ["joins its memory, and multiplies in place with a scratch of its own", 0],
    ["copies if its memory is full", 32],
  ] as const) {
    it(name, () => {
      const { arrays, own, message } = makeArena();
      for (let i = 0; i < others; i++) joinMemory(own.memory);
      let joined = 0;
      const known = knowBuffers(common, (engine) => {
        joined++;
        return engine;
      });
      known.receive(message);
      const theirs = seenBy(known.bufferOf(3), arrays);
      const product = productOf(theirs);
      const engine = known.engineFor(product);
      expect([joined, engine === common]).to.deep.equal(others === 0 ? [1, false] : [0, true]);
      if (others === 0) expect(engine.scratch).to.equal(own.scratch + 292 * 65_536);
      const before = own.float64.slice(own.scratch / 8);
      multiplyInBlocks(engine, product);
      expect(areSame(own.float64.slice(own.scratch / 8), before)).to.equal(true);
      const want = new Float64Array(m * n);
      multiplyPortably(productOf([want, arrays[1]!, arrays[2]!]));
      expect(areSame(arrays[0]!, want)).to.equal(true);
    });
  }

  it("takes its engine for a product of which any operand lives there, and drops what is gone", () => {
    const { arrays, message } = makeArena();
    const known = knowBuffers(common, (engine) => engine);
    known.receive(message);
    const theirs = seenBy(known.bufferOf(3), arrays);
    const engine = known.engineFor(productOf(theirs));
    for (let one = 0; one < 3; one++) {
      const mixed = arrays.map((data, i) => (i === one ? theirs[i]! : data.slice()));
      expect(known.engineFor(productOf(mixed))).to.equal(engine);
    }
    expect(known.engineFor(productOf(arrays.map((data) => data.slice())))).to.equal(common);
    known.receive({ number: 4, gone: [3], buffer: new SharedArrayBuffer(8) });
    expect(known.bufferOf(3)).to.equal(undefined);
    expect(known.bufferOf(4).byteLength).to.equal(8);
  });
});
