/** The laws of writing 16-bit floats, and NumPy's results (spec/fixtures/files/half.py). */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { encodeHalf } from "../../../lib/files/internal/encode-half.ts";
import { decodeHalf, type Half } from "../../../lib/files/internal/half.ts";

const all = Uint16Array.from({ length: 65536 }, (_, i) => i);
const one = (dtype: Half, x: number): number => encodeHalf(dtype, Float64Array.of(x))[0]!;

/** The finite halves from 0 up, and the first number that is too large for one. */
const upwards = {
  F16: { count: 0x7c00, tooLarge: 65536 },
  BF16: { count: 0x7f80, tooLarge: 2 ** 128 },
} as const;

for (const dtype of ["F16", "BF16"] as const) {
  describe(`writing ${dtype}`, () => {
    const { count, tooLarge } = upwards[dtype];
    const floats = decodeHalf(dtype, all);

    it("gives each of the 65536 back, with the payloads of NaNs", () => {
      expect(encodeHalf(dtype, floats)).to.deep.equal(all);
    });

    it("gives each of them back by way of float64, where a NaN stays one", () => {
      const back = encodeHalf(dtype, Float64Array.from(floats));
      const wrong = all.filter((bits, i) =>
        Number.isNaN(floats[i]) ? (back[i]! & 0x7fff) <= count : back[i] !== bits,
      );
      expect([...wrong]).to.deep.equal([]);
    });

    it("rounds to the nearest, and of two that are as near to the even one", () => {
      const values = [...floats.subarray(0, count), tooLarge];
      const wrong: number[] = [];
      for (let i = 0; i < count; i++) {
        // The next float64 is much nearer than the next half. Both are exact.
        const middle = (values[i]! + values[i + 1]!) / 2;
        const below = middle * (1 - 2 ** -52);
        const above = middle * (1 + 2 ** -52);
        const even = i % 2 === 0 ? i : i + 1;
        const expected = [i, even, i + 1];
        const found = [below, middle, above].map((x) => one(dtype, x));
        const negative = [below, middle, above].map((x) => one(dtype, -x) - 0x8000);
        const isRight = (bits: number, k: number): boolean => bits === expected[k];
        if (!found.every(isRight) || !negative.every(isRight)) wrong.push(i);
      }
      expect(wrong).to.deep.equal([]);
    });

    it("keeps signs of zeros and infinities, and lets what is too large overflow", () => {
      const numbers = [0, -0, 2 ** -1074, -(2 ** -1074), tooLarge, -tooLarge, 1e308, Infinity];
      expect(numbers.map((x) => one(dtype, x))).to.deep.equal(
        [0, 0x8000, 0, 0x8000, count, 0x8000 + count, count, count], // oxfmt-ignore
      );
      expect(one(dtype, -Infinity)).to.equal(0x8000 + count);
    });

    it("makes a NaN quiet whose payload is lost", () => {
      const low = new Float64Array(Uint32Array.of(1, 0xfff00000).buffer);
      const quiet = count | (dtype === "F16" ? 0x200 : 0x40);
      expect(encodeHalf(dtype, low)[0]).to.equal(0x8000 | quiet);
      const single = new Float32Array(Uint32Array.of(0x7f800001).buffer);
      expect(encodeHalf(dtype, single)[0]).to.equal(quiet);
    });
  });
}

describe("writing F16", () => {
  it("gives the halves that NumPy's float16 gives", () => {
    const file = readFileSync("spec/fixtures/files/half.json", "utf8");
    const { from64, from32 } = JSON.parse(file) as Record<string, [number, number][]>;
    const floats = Float64Array.from(from64!, ([x]) => x);
    expect([...encodeHalf("F16", floats)]).to.deep.equal(from64!.map(([, bits]) => bits));
    const single = Float32Array.from(from32!, ([x]) => x);
    expect([...encodeHalf("F16", single)]).to.deep.equal(from32!.map(([, bits]) => bits));
  });
});
