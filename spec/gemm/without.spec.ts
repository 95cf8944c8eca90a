/** The results are the same on engines that lack what makes gemm fast. */
import { expect } from "chai";
import ndarray from "ndarray";
import * as gemms from "ndarray-params/gemm";
import type * as pools from "ndarray-params/gemm/pool";
import type * as relaxing from "ndarray-params/gemm/relaxed";
import {
  browserWorker,
  copyOfLib,
  inBrowser,
  lacking,
  underPolicy,
  withoutSharedMemory,
  withoutWebAssembly,
  type Change,
} from "../support/lacking.ts";

const filled = (): Float64Array => new Float64Array(1200).map((_, i) => Math.sin(i));

/** A product on arrays outside of arenas, or on another array for the result. */
function productBy(gemm: gemms.Gemm, data: Float64Array = new Float64Array(900)): Float64Array {
  gemm(ndarray(data, [30, 30]), ndarray(filled(), [30, 40]), ndarray(filled(), [40, 30]));
  return data.slice();
}

const product = productBy(gemms.gemm);

describe("gemm", () => {
  for (const [name, change] of [
    ["without WebAssembly", withoutWebAssembly],
    ["if a policy forbids it", underPolicy],
  ] as const) {
    it(`gives the same bits ${name}`, async () => {
      const copy = copyOfLib();
      const { arena, gemm } = await copy<typeof gemms>("gemm/index.ts");
      const { gemmPool } = await copy<typeof pools>("gemm/pool/index.ts");
      const { gemm: relaxed } = await copy<typeof relaxing>("gemm/relaxed/index.ts");
      await lacking([change], () => {
        const pool = gemmPool({ threads: 2 });
        for (const multiply of [gemm, relaxed, pool.gemm]) {
          expect(productBy(multiply, arena(10 ** 5).float64(900))).to.deep.equal(product);
        }
        pool.close();
      });
    });
  }
});

describe("gemm without memory for its kernel", () => {
  it("gives the same bits, and asks the engine once", async () => {
    const { gemm } = await copyOfLib()<typeof gemms>("gemm/index.ts");
    let asked = 0;
    const refuse = function (): void {
      asked++;
      throw new RangeError("no memory");
    };
    await lacking([[WebAssembly, "Memory", refuse]], () => {
      for (let repeat = 0; repeat < 2; repeat++) expect(productBy(gemm)).to.deep.equal(product);
    });
    expect(asked).to.equal(1);
  });
});

describe("an arena with `shared`", () => {
  for (const [name, change, kind] of [
    ["shares ordinary memory without WebAssembly", withoutWebAssembly, "SharedArrayBuffer"],
    ["is an ordinary one where none can be shared", withoutSharedMemory, "ArrayBuffer"],
  ] as const) {
    it(name, async () => {
      const copy = copyOfLib();
      const { arena, gemm } = await copy<typeof gemms>("gemm/index.ts");
      const { gemmPool } = await copy<typeof pools>("gemm/pool/index.ts");
      await lacking([change], () => {
        const data = arena(10 ** 5, { shared: true })
          .float64(900)
          .fill(2);
        const pool = gemmPool({ threads: 2 });
        expect(productBy(pool.gemm, data)).to.deep.equal(productBy(gemm));
        pool.close();
        expect(data.buffer[Symbol.toStringTag]).to.equal(kind);
      });
    });
  }
});

describe("gemmPool", () => {
  const forbidden = function (): void {
    throw new Error("a policy forbids workers");
  };
  for (const [name, ...changes] of [
    ["without SharedArrayBuffer", withoutSharedMemory],
    ["if a policy forbids workers", ...inBrowser(forbidden)],
    ["if a worker does not start", ...inBrowser(browserWorker("error", {}))],
  ] as readonly (readonly [string, ...Change[]])[]) {
    it(`has one thread ${name}`, async () => {
      const { gemmPool } = await copyOfLib()<typeof pools>("gemm/pool/index.ts");
      const ready = lacking(changes, () => gemmPool({ threads: 2 }).ready);
      expect(await ready).to.equal(1);
    });
  }

  it("has two threads in a browser, the other one from a Blob", async () => {
    const { gemmPool } = await copyOfLib()<typeof pools>("gemm/pool/index.ts");
    const ended: string[] = [];
    const worker = browserWorker("message", { data: "ready" }, (url) => ended.push(url));
    await lacking(inBrowser(worker), async () => {
      const pool = gemmPool({ threads: 2 });
      expect(await pool.ready).to.equal(2);
      pool.close();
    });
    expect(ended).to.have.length(1);
    expect(ended[0]).to.match(/^blob:/);
  });
});
