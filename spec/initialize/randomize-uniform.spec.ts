import { expect } from "chai";
import ndarray from "ndarray";
import { randomizeUniform, stream } from "ndarray-params/initialize";
import { kolmogorov, kolmogorovBelow } from "./statistics.ts";

const LAST = 1 - 2 ** -53;

const arrays = { float64: Float64Array, float32: Float32Array };

/** The floating-point number next to x, from its bits: the reference for the ends of a range. */
function neighbor(x: number, dtype: keyof typeof arrays, direction: 1 | -1): number {
  const cell = new DataView(new ArrayBuffer(8));
  if (x === 0) return direction * (dtype === "float64" ? 2 ** -1074 : 2 ** -149);
  const away = x > 0 ? direction : -direction;
  if (dtype === "float64") {
    cell.setFloat64(0, x);
    cell.setBigInt64(0, cell.getBigInt64(0) + BigInt(away));
    return cell.getFloat64(0);
  }
  cell.setFloat32(0, x);
  cell.setInt32(0, cell.getInt32(0) + away);
  return cell.getFloat32(0);
}

describe("randomizeUniform", () => {
  it("is uniform between its ends", () => {
    const x = new Float64Array(1e5);
    randomizeUniform(ndarray(x), -2, 3, stream("uniform"));
    expect(kolmogorov(x.toSorted(), (value) => (value + 2) / 5)).to.be.below(kolmogorovBelow);
  });

  const random = stream("ends");
  const ends = [
    [0, 1],
    [-1, 0],
    [-0.1, 0.7],
    [0.7, 0.9],
    [1, 1 + 2 ** -20],
    [2 ** -1030, 2 ** -1029],
    [2 ** -149, 2 ** -147],
    [-(2 ** -126), 2 ** -126],
    [-1e30, -3e-7],
    [0, 2 ** 127],
    ...Array.from({ length: 200 }, () => {
      const low = (random() - 0.5) * 10 ** (20 * random() - 10);
      return [low, low + Math.abs(low) * 10 ** (-6 * random())];
    }),
  ] as [number, number][];

  for (const dtype of ["float64", "float32"] as const) {
    const round = (x: number): number => new arrays[dtype]([x])[0]!;

    it(`stays at least low and below high after rounding to ${dtype}`, () => {
      let tried = 0;
      for (const [low, high] of ends) {
        const first = round(low) < low ? neighbor(round(low), dtype, 1) : round(low);
        const last = round(high) >= high ? neighbor(round(high), dtype, -1) : round(high);
        if (first > last) continue;
        for (const [value, end] of [
          [0, first],
          [LAST, last],
        ] as const) {
          const view = ndarray(new arrays[dtype](3));
          randomizeUniform(view, low, high, () => value);
          // An interval with more than 2⁵³ numbers has some above the last draw.
          const got = view.get(1);
          if (value === 0) expect(got).to.equal(end);
          else expect(got, `${low} ${high}`).to.be.within(first, last);
          if (dtype === "float32" && value === LAST) {
            expect(got).to.equal(Math.min(round(low + (high - low) * LAST), last));
          }
          tried++;
        }
      }
      expect(tried).to.be.above(300);
    });
  }

  it("stops at the last float32 below 1, although 1 - 2⁻³² rounds to 1", () => {
    const view = ndarray(new Float32Array(1));
    randomizeUniform(view, 0, 1, () => 1 - 2 ** -32);
    expect(view.get(0)).to.equal(1 - 2 ** -24);
  });

  it("takes ends near the largest double", () => {
    const view = ndarray(new Float64Array(1));
    randomizeUniform(view, 0, Number.MAX_VALUE, () => LAST);
    expect(view.get(0)).to.equal(Number.MAX_VALUE * LAST);
    randomizeUniform(view, -Number.MAX_VALUE, 0, () => 0);
    expect(view.get(0)).to.equal(-Number.MAX_VALUE);
  });

  it("takes 0 as an end, not as a missing argument", () => {
    const view = ndarray(new Float64Array(1000));
    randomizeUniform(view, 0, 0.001, stream("zero"));
    expect(Math.min(...view.data)).to.be.at.least(0);
    randomizeUniform(view, -0.001, 0, stream("zero"));
    expect(Math.max(...view.data)).to.be.below(0);
  });

  it("draws from Math.random in [0, 1) by default", () => {
    const view = ndarray(new Float64Array(1000).fill(9));
    randomizeUniform(view);
    expect(view.data.every((x) => x >= 0 && x < 1)).to.equal(true);
  });

  for (const [low, high, dtype] of [
    [1, 1, "float64"],
    [2, 1, "float64"],
    [0.1, 0.1 + 2 ** -40, "float32"],
    [1e39, 2e39, "float32"],
    [-1e308, 1e308, "float64"],
  ] as const) {
    it(`refuses [${low}, ${high}) for ${dtype}`, () => {
      const view = ndarray(new arrays[dtype](3).fill(7));
      expect(() => randomizeUniform(view, low, high)).to.throw(
        RangeError,
        `randomizeUniform: [low, high) must hold a ${dtype} number and have a finite width, got [${low}, ${high})`,
      );
      expect([...view.data]).to.deep.equal([7, 7, 7]);
    });
  }
});
