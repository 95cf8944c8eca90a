/** Pools whose threads start from a file, as pages need whose policy forbids workers from blobs. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { gemm } from "ndarray-params/gemm";
import type * as pools from "ndarray-params/gemm/pool";
import { gemmPool, workerSource } from "ndarray-params/gemm/pool";
import { copied, layouts, matrixOf } from "../../support/gemm/matrices.ts";
import { bytesOf, shared } from "../../support/gemm/shared.ts";
import {
  browserWorker,
  copyOfLib,
  inBrowser,
  lacking,
  type Change,
} from "../../support/lacking.ts";

describe("the workerUrl of a pool", () => {
  const folder = mkdtempSync(join(tmpdir(), "worker-url-"));
  const file = join(folder, "gemm-worker.cjs");
  writeFileSync(file, workerSource);
  after(() => rmSync(folder, { recursive: true }));

  for (const [kind, workerUrl] of [
    ["a URL", pathToFileURL(file)],
    ["text", pathToFileURL(file).href],
  ] as const) {
    it(`starts threads in Node from a file with workerSource, given as ${kind}`, async () => {
      const pool = gemmPool({ threads: 2, workerUrl });
      expect(await pool.ready).to.equal(2);
      const filled = (rows: number, columns: number) =>
        shared(matrixOf(Float64Array, [rows, columns], layouts["row-major"]!(rows, columns), (i, j) => Math.sin(i * columns + j))); // oxfmt-ignore
      const [c, a, b] = [filled(150, 120), filled(150, 200), filled(200, 120)];
      const want = copied(c);
      gemm(want, a, b);
      pool.gemm(c, a, b);
      pool.close();
      expect(bytesOf(c.data).equals(bytesOf(want.data))).to.equal(true);
    });
  }

  it("leaves the pool with one thread if there is no such file", async () => {
    const pool = gemmPool({ threads: 2, workerUrl: pathToFileURL(join(folder, "missing.cjs")) });
    expect(await pool.ready).to.equal(1);
    const unresolved = gemmPool({ threads: 2, workerUrl: "gemm-worker.js" });
    expect(await unresolved.ready).to.equal(1); // Node has no page that this could be relative to
  });

  it("is handed to a browser's Worker as it is, and no blob is made", async () => {
    const { gemmPool: poolOf } = await copyOfLib()<typeof pools>("gemm/pool/index.ts");
    const ended: string[] = [];
    let blobs = 0;
    const worker = browserWorker("message", { data: "ready" }, (url) => ended.push(url));
    const noBlobs: Change = [URL, "createObjectURL", () => `blob:${++blobs}`];
    await lacking([...inBrowser(worker), noBlobs], async () => {
      const pool = poolOf({ threads: 2, workerUrl: "/gemm-worker.js" });
      expect(await pool.ready).to.equal(2);
      pool.close();
    });
    expect([ended, blobs]).to.deep.equal([["/gemm-worker.js"], 0]);
  });

  for (const [workerUrl, got] of [
    [5, "5"],
    [null, "null"],
    [true, "true"],
  ] as const) {
    it(`is refused as ${got}`, () => {
      expect(() => gemmPool({ threads: 2, workerUrl: workerUrl as unknown as string })).to.throw(
        TypeError,
        `gemmPool: workerUrl must be a string or a URL, got ${got}`,
      );
    });
  }
});
