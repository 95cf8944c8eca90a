/** Files in other floats than those of the flat. */
import { expect } from "chai";
import ndarray from "ndarray";
import {
  load,
  parse,
  parseHeader,
  serialize,
  tensors,
  toFloat32,
} from "ndarray-params/safetensors";
import { readNaively } from "../../support/files/safetensors.ts";

const template = { w: [2, 2], s: [], none: [0, 3] } as const;
const numbers = [1, -2.5, 0.1, -0, 65520];

describe("serialize with a dtype", () => {
  it("names it in the file, and gives each tensor its place", () => {
    for (const [dtype, name, bytes] of [
      ["float64", "F64", 8],
      ["float32", "F32", 4],
      ["float16", "F16", 2],
      ["bfloat16", "BF16", 2],
    ] as const) {
      const file = serialize(numbers, template, { dtype });
      const found = readNaively(file).tensors.map((tensor) => [tensor.name, tensor.dtype, tensor.data.byteLength]); // oxfmt-ignore
      expect(found).to.deep.equal([["w", name, 4 * bytes], ["s", name, bytes], ["none", name, 0]]); // oxfmt-ignore
      expect(parseHeader(file).byteLength % 8).to.equal(0);
    }
  });

  it("rounds each number once, to the nearest", () => {
    // 0.1 is 0x2e66 = 1638 2^-14 in F16 and 0x3dcd = 205 2^-11 in BF16; 65520 is the first half
    // that overflows in F16, and 65536 in BF16.
    const half = load(serialize(numbers, template, { dtype: "float16" }), template).flat.data;
    expect([...half]).to.deep.equal([1, -2.5, 1638 * 2 ** -14, -0, Infinity]);
    const brain = load(serialize(numbers, template, { dtype: "bfloat16" }), template).flat.data;
    expect([...brain]).to.deep.equal([1, -2.5, 205 * 2 ** -11, -0, 65536]);
    const single = parse(serialize(numbers, template, { dtype: "float32" })).flat.data;
    expect([...single]).to.deep.equal(numbers.map(Math.fround));
    // Rounded to float32 first, this would be a tie, and fall.
    const twice = 1 + 2 ** -11 + 2 ** -40;
    const [above] = load(serialize([twice], [1], { dtype: "float16" }), [1]).flat.data;
    expect(above).to.equal(1 + 2 ** -10);
  });

  it("writes strided flats, and float32 as float64", () => {
    const reversed = ndarray(Float32Array.of(3, 2, 1), [3], [-1], 2);
    const file = serialize(reversed, [3], { dtype: "float64" });
    expect([...parse(file).flat.data]).to.deep.equal([1, 2, 3]);
    const halves = tensors(serialize(reversed, [3], { dtype: "float16" })).get("0")!;
    expect([...toFloat32(halves).data]).to.deep.equal([1, 2, 3]);
  });

  it("gives the same bytes as without one, if it is that of the flat", () => {
    const flat = Float32Array.of(1, NaN, 3);
    expect(serialize(flat, [3], { dtype: "float32" })).to.deep.equal(serialize(flat, [3]));
  });
});
