import { spawnSync } from "node:child_process";
import { expect } from "chai";
import ndarray from "ndarray";
import { bundled } from "./support/run.ts";

describe("under a policy that forbids code generation", () => {
  /** The output of one process for all tests. */
  let lines: readonly string[];
  before(() => {
    const program = `
      const { Function: own } = globalThis;
      let asked = 0;
      globalThis.Function = function (...args) { asked++; return own(...args); };
      const { broadcast, emptyWithViews, shapedFromFlat, valuesToFlat } = await import("./lib/index.ts");
      const { default: ndarray } = await import("./lib/ndarray/index.ts");
      const { fromNpy, toNpy } = await import("./lib/files/npy/index.ts");
      const { fromNpz, toNpz } = await import("./lib/files/npz/index.ts");
      const { serialize, tensors } = await import("./lib/files/safetensors/index.ts");
      emptyWithViews([[2, 3], [], [1, 2, 3], 4], { dtype: "float32" });
      shapedFromFlat(new Float64Array(8), [[2, 2], [2, 2]]);
      console.log(asked);
      const [flat, { w, b, s }] = emptyWithViews({ w: [3, 2], b: 2, s: [] });
      w.set(2, 1, 7);
      s.set(9);
      const all = [
        flat, w, b, s,
        shapedFromFlat([1, 2], [2])[0],
        valuesToFlat({ a: [[1], [2]] })[1].a,
        broadcast(b, [4, 2]),
        ndarray(new Float32Array(120), [1, 2, 3, 4, 5]),
        fromNpy(toNpy(w)),
        fromNpz(toNpz({ w })).get("w"),
        tensors(serialize(flat, { w: [3, 2], b: 2, s: [] })).get("w").view,
      ];
      console.log(flat.data.join(), all.map((view) => [view.dtype, view.dimension, view.size, view.constructor.name].join(" ")).join());
      try { ndarray(null); } catch (error) { console.log(error.name); }
      console.log(ndarray().dimension, ndarray([1, 2]).get(1));
      console.log(asked);
    `;
    const args = ["--disallow-code-generation-from-strings", bundled({ code: program })];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    lines = (stdout + stderr).split("\n");
  });

  it("views are of our own classes, whichever function makes them", () => {
    expect(lines[1]).to.equal(
      "0,0,0,0,0,7,0,0,9 " +
        "float64 1 9 View1dfloat64,float64 2 6 View2dfloat64,float64 1 2 View1dfloat64,float64 0 1 View0dfloat64," +
        "array 1 2 View1darray,float64 2 2 View2dfloat64,float64 2 8 View2dfloat64,float32 5 120 View5dfloat32," +
        "float64 2 6 View2dfloat64,float64 2 6 View2dfloat64,float64 2 6 View2dfloat64",
    );
  });

  it("ndarray is asked for code once, so that a page reports one violation", () => {
    expect(lines[0]).to.equal("1");
    expect(lines.slice(4)).to.deep.equal(["1", ""]);
  });

  it("what ndarray refuses itself does not count as a policy", () => {
    expect(lines.slice(2, 4)).to.deep.equal(["TypeError", "-1 2"]);
  });
});

describe("where code may be generated", () => {
  it("views are ndarray's own, also those of ndarray-params/ndarray", async () => {
    const { emptyWithViews } = await import("ndarray-params");
    const { default: chosen } = await import("ndarray-params/ndarray");
    const [flat, [w]] = emptyWithViews([[3, 2]]);
    const scijs = ndarray(flat.data, [3, 2]);
    expect(w.constructor).to.equal(scijs.constructor);
    expect(chosen(flat.data, [3, 2]).constructor).to.equal(scijs.constructor);
    expect(() => chosen(null as never)).to.throw(TypeError);
    expect(chosen([1, 2, 3]).constructor).to.equal(ndarray([1]).constructor);
  });
});
