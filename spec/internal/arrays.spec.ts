import { expect } from "chai";
import { runInNewContext } from "node:vm";
import * as arrays from "../../lib/internal/arrays.ts";
import type { FlatData } from "../../lib/internal/arrays.ts";
import { copyRun, LONG_RUN } from "../../lib/internal/copy-run.ts";

describe("the kinds of arrays", () => {
  const { isBigInts, isFlatData, isFloat32, isFloat64, isFloats, isTypedArray } = arrays;
  const tests = { isFloat64, isFloat32, isFloats, isTypedArray, isFlatData };
  const flatData = ["isTypedArray", "isFlatData"];
  const kinds: [what: string, value: unknown, is: string[]][] = [
    ["a Float64Array", new Float64Array(2), ["isFloat64", "isFloats", ...flatData]],
    ["a Float32Array", new Float32Array(2), ["isFloat32", "isFloats", ...flatData]],
    [
      "a Float64Array of another realm",
      runInNewContext("new Float64Array(2)"),
      ["isFloat64", "isFloats", ...flatData],
    ],
    ["an Int8Array", new Int8Array(2), flatData],
    [
      "a typed array without a constructor",
      Object.defineProperty(new Uint16Array(2), "constructor", { value: undefined }),
      flatData,
    ],
    ["a BigInt64Array", new BigInt64Array(2), flatData],
    ["a plain Array", [1, 2], ["isFlatData"]],
    ["a Buffer", Buffer.alloc(2), []],
    ["a DataView", new DataView(new ArrayBuffer(8)), []],
    ["an ArrayBuffer", new ArrayBuffer(8), []],
    ["an object with the tag", { [Symbol.toStringTag]: "Float64Array" }, []],
    ["null", null, []],
    ["a string", "Float64Array", []],
  ];
  for (const [what, value, is] of kinds) {
    it(`are known for ${what}`, () => {
      const found = Object.entries(tests).filter(([, test]) => test(value));
      expect(found.map(([name]) => name)).to.deep.equal(is);
      const dtype = is.includes("isFloat64")
        ? "float64"
        : is.includes("isFloat32")
          ? "float32"
          : undefined;
      expect(arrays.floatDtypeOf(value)).to.equal(dtype);
    });
  }

  it("with bigints are the two of that name", () => {
    const all = [
      new BigInt64Array(1),
      new BigUint64Array(1),
      new Int32Array(1),
      new Float64Array(1),
      [1],
    ] as unknown[] as FlatData[];
    expect(all.map(isBigInts)).to.deep.equal([true, true, false, false, false]);
  });
});

describe("the kinds of floats", () => {
  for (const dtype of ["float64", "float32"] as const) {
    it(`have the spacing, the smallest number and the rounding of ${dtype}`, () => {
      const { Data, epsilon, smallest, round } = arrays.floatKinds[dtype];
      const stored = (x: number): number => new Data(1).fill(x)[0]!;
      expect(stored(1 + epsilon)).to.be.above(1);
      expect(stored(1 + epsilon / 2)).to.equal(1);
      expect(stored(smallest)).to.equal(smallest).and.to.be.above(0);
      expect(stored(smallest / 2)).to.equal(0);
      expect(round(0.1)).to.equal(stored(0.1));
    });

    it(`have arrays of zeros like those of ${dtype}`, () => {
      const { Data } = arrays.floatKinds[dtype];
      const zeros = arrays.zerosOf(new Data(2).fill(1), 3);
      expect(zeros).to.be.instanceOf(Data);
      expect([...zeros]).to.deep.equal([0, 0, 0]);
      expect(arrays.dtypeOf(zeros)).to.equal(dtype);
    });
  }
});

describe("copyRun", () => {
  it("copies a run of elements and nothing around it", () => {
    const from = Float64Array.from({ length: 9 }, (_, i) => i);
    const to = new Float64Array(6).fill(-1);
    copyRun(from, 3, to, 2, 3);
    expect([...to]).to.deep.equal([-1, -1, 3, 4, 5, -1]);
  });

  it("is meant for runs that a loop would copy more slowly", () => {
    expect(LONG_RUN).to.be.within(8, 64);
  });
});
