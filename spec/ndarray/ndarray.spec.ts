import { execFileSync } from "node:child_process";
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import original, { type NdArray } from "ndarray";
import { bundled } from "../support/run.ts";
import byDefault, { ndarray } from "ndarray-params/ndarray";

describe("ndarray of ndarray-params/ndarray", () => {
  it("is the default export too, so that an import is all that changes", () => {
    expect(byDefault).to.equal(ndarray);
  });

  it("gives the views of ndarray, by the same arguments", () => {
    const data = Float32Array.of(0, 1, 2, 3, 4, 5);
    const calls: readonly number[][][] = [
      [],
      [[2, 3]],
      [
        [2, 2],
        [3, -1],
      ],
      [[]],
    ];
    for (const [shape, stride] of calls) {
      const [view, want] = [ndarray(data, shape, stride), original(data, shape, stride)];
      expect(view).to.deep.equal(want);
      expect(view.constructor).to.equal(want.constructor);
    }
    expect(ndarray(5).get(0)).to.equal(5);
  });

  it("has the types of ndarray", () => {
    expectTypeOf(ndarray(new Float32Array(2))).toEqualTypeOf<NdArray<Float32Array<ArrayBuffer>>>();
    expectTypeOf(ndarray([1, 2], [2])).toEqualTypeOf<NdArray<number[]>>();
    expectTypeOf(ndarray()).toEqualTypeOf<NdArray<number[]>>();
    // @ts-expect-error A shape is an array.
    expect(() => ndarray([1], 1)).to.throw(TypeError);
  });

  for (const [flag, what] of [
    ["--no-warnings", "code may be generated"],
    ["--disallow-code-generation-from-strings", "a policy forbids code"],
  ] as const) {
    it(`works without arguments at the first call, if ${what}`, () => {
      const code = `
        import ndarray from "./lib/ndarray/index.ts";
        const view = ndarray();
        console.log(view.dimension, view.size, JSON.stringify(view));
      `;
      const output = execFileSync(process.execPath, [flag, bundled({ code })], {
        encoding: "utf8",
      });
      expect(output).to.equal('-1 0 {"data":[]}\n');
    });
  }
});
