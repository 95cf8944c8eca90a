/** Pools whose threads start from a file, as pages need whose policy forbids workers from blobs. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import { gemm } from "ndarray-params/gemm";
import { gemmPool, workerSource } from "ndarray-params/gemm/pool";
import { covered } from "../../support/run.ts";
import { copied, layouts, matrixOf } from "../../support/gemm/matrices.ts";
import { bytesOf, shared } from "../../support/gemm/shared.ts";

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

  it("is handed to a browser's Worker as it is, and no blob is made", () => {
    const code = `
      import { gemmPool } from "./lib/gemm/pool/index.ts";
      process.getBuiltinModule = undefined;
      globalThis.URL.createObjectURL = () => console.log("a blob");
      globalThis.Worker = class {
        constructor(url) { console.log(url); }
        postMessage() {}
        addEventListener(type, listener) { if (type === "message") setTimeout(listener, 0, { data: "ready" }); }
        terminate() {}
      };
      console.log(await gemmPool({ threads: 2, workerUrl: "/gemm-worker.js" }).ready);
    `;
    const args = ["--import", "tsx/esm", "--input-type=module", "--eval", code];
    const options = { encoding: "utf8", env: covered() } as const;
    const output = execFileSync(process.execPath, args, options);
    expect(output).to.equal("/gemm-worker.js\n2\n");
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
