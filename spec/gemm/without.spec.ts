/** The results are the same on engines that lack what makes gemm fast. */
import { execFileSync } from "node:child_process";
import { expect } from "chai";
import ndarray from "ndarray";
import { gemm } from "ndarray-params/gemm";
import { covered } from "../support/run.ts";

/** Runs a program after taking something away from its engine. */
function run(without: string, program: string): string {
  const code = `
    import("./lib/gemm/index.ts").then(async ({ arena, gemm }) => {
      const { gemmPool } = await import("./lib/gemm/pool/index.ts");
      const { gemm: relaxed } = await import("./lib/gemm/relaxed/index.ts");
      const { default: ndarray } = await import("ndarray");
      ${without}
      const filled = (data) => data.map((_, i) => Math.sin(i));
      ${program}
    });
  `;
  const args = ["--no-warnings", "--import", "tsx/esm", "--eval", code];
  return execFileSync(process.execPath, args, { encoding: "utf8", env: covered() });
}

const multiplication = `
  const results = [gemm, relaxed, gemmPool({ threads: 2 }).gemm].map((multiply) => {
    const c = ndarray(arena(10 ** 5).float64(900), [30, 30]);
    multiply(c, ndarray(filled(new Float64Array(1200)), [30, 40]), ndarray(filled(new Float64Array(1200)), [40, 30]));
    return Buffer.from(c.data.slice().buffer).toString("base64");
  });
  console.log(results.every((result) => result === results[0]), results[0]);
`;

describe("gemm", () => {
  const c = ndarray(new Float64Array(900), [30, 30]);
  const filled = new Float64Array(1200).map((_, i) => Math.sin(i));
  gemm(c, ndarray(filled, [30, 40]), ndarray(filled, [40, 30]));
  const bits = Buffer.from(c.data.buffer).toString("base64");

  for (const [name, without] of [
    ["without WebAssembly", "delete globalThis.WebAssembly;"],
    ["if a policy forbids it", "WebAssembly.Module = function () { throw new Error(); };"],
  ] as const) {
    it(`gives the same bits ${name}`, () => {
      expect(run(without, multiplication)).to.equal(`true ${bits}\n`);
    });
  }
});

describe("gemm without memory for its kernel", () => {
  it("gives the same bits, and asks the engine once", () => {
    const without = `
      let asked = 0;
      WebAssembly.Memory = function () { asked++; throw new RangeError("no memory"); };
    `;
    const program = `
      const [a, b] = [filled(new Float64Array(1200)), filled(new Float64Array(1200))];
      const [c, d] = [0, 0].map(() => ndarray(new Float64Array(900), [30, 30]));
      for (const result of [c, d]) gemm(result, ndarray(a, [30, 40]), ndarray(b, [40, 30]));
      console.log(asked, Buffer.from(c.data.buffer).toString("base64"));
    `;
    const c = ndarray(new Float64Array(900), [30, 30]);
    const factor = new Float64Array(1200).map((_, i) => Math.sin(i));
    gemm(c, ndarray(factor, [30, 40]), ndarray(factor, [40, 30]));
    const bits = Buffer.from(c.data.buffer).toString("base64");
    expect(run(without, program)).to.equal(`1 ${bits}\n`);
  });
});

describe("an arena with `shared`", () => {
  for (const [name, without, kind] of [
    ["shares ordinary memory without WebAssembly", "delete globalThis.WebAssembly;", "Shared"],
    ["is an ordinary one where none can be shared", "delete globalThis.SharedArrayBuffer;", ""],
  ] as const) {
    it(name, () => {
      const program = `
        const data = arena(10 ** 5, { shared: true }).float64(900).fill(2);
        const c = ndarray(data, [30, 30]);
        const a = ndarray(filled(new Float64Array(1200)), [30, 40]);
        const b = ndarray(filled(new Float64Array(1200)), [40, 30]);
        gemmPool({ threads: 2 }).gemm(c, a, b);
        const d = ndarray(new Float64Array(900), [30, 30]);
        gemm(d, a, b);
        console.log(data.buffer[Symbol.toStringTag], d.data.every((x, i) => x === data[i]));
        process.exit();
      `;
      expect(run(without, program)).to.equal(`${kind}ArrayBuffer true\n`);
    });
  }
});

describe("gemmPool", () => {
  const program = "console.log(await gemmPool({ threads: 2 }).ready);";
  const inBrowser = "process.getBuiltinModule = undefined; globalThis.Worker =";
  for (const [name, without] of [
    ["without SharedArrayBuffer", "delete globalThis.SharedArrayBuffer;"],
    ["if a policy forbids workers", `${inBrowser} function () { throw new Error(); };`],
    [
      "if a worker does not start",
      `${inBrowser} class {
        postMessage() {}
        addEventListener(type, listener) { if (type === "error") setTimeout(listener); }
      };`,
    ],
  ] as const) {
    it(`has one thread ${name}`, () => {
      expect(run(without, program)).to.equal("1\n");
    });
  }

  it("has two threads in a browser, the other one from a Blob", () => {
    const browser = `
      process.getBuiltinModule = undefined;
      globalThis.Worker = class {
        constructor(url) { this.blob = url; }
        postMessage() {}
        addEventListener(type, listener) { if (type === "message") setTimeout(listener); }
        terminate() { console.log(this.blob.startsWith("blob:")); }
      };
    `;
    const both =
      "const pool = gemmPool({ threads: 2 }); console.log(await pool.ready); pool.close();";
    expect(run(browser, both)).to.equal("2\ntrue\n");
  });
});
