import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { orthogonal, stream, type FloatData } from "ndarray-params/initialize";

/** The largest |QᵀQ - gain²·I| over the columns, or over the rows of a wide matrix. */
function defect(q: NdArray<FloatData>, gain = 1): number {
  const [rows, columns] = q.shape as [number, number];
  const tall = rows < columns ? q.transpose(1, 0) : q;
  let worst = 0;
  for (let a = 0; a < tall.shape[1]!; a++) {
    for (let b = 0; b <= a; b++) {
      let dot = 0;
      for (let i = 0; i < tall.shape[0]!; i++) dot += tall.get(i, a) * tall.get(i, b);
      worst = Math.max(worst, Math.abs(dot - (a === b ? gain * gain : 0)));
    }
  }
  return worst;
}

const shapes: [rows: number, columns: number][] = [
  [1, 1],
  [5, 5],
  [40, 40],
  [40, 7],
  [7, 40],
  [1, 9],
  [9, 1],
  [1000, 50],
];

describe("orthogonal", () => {
  for (const [rows, columns] of shapes) {
    it(`makes columns or rows orthonormal: ${rows} x ${columns}`, () => {
      const double = ndarray(new Float64Array(rows * columns), [rows, columns]);
      const single = ndarray(new Float32Array(rows * columns), [rows, columns]);
      orthogonal(double, stream("q"));
      orthogonal(single, stream("q"));
      expect(defect(double)).to.be.at.most(1e-13);
      expect(defect(single)).to.be.at.most(1e-6);
      expect([...single.data]).to.deep.equal([...Float32Array.from(double.data)]);
    });
  }

  it("multiplies by the gain", () => {
    const q = ndarray(new Float64Array(30), [6, 5]);
    orthogonal(q, stream("gain"), { gain: Math.SQRT2 });
    expect(defect(q, Math.SQRT2)).to.be.at.most(1e-13);
  });

  it("takes the last axis as columns and all others as rows", () => {
    const filters = ndarray(new Float64Array(72), [3, 3, 2, 4]);
    const matrix = ndarray(new Float64Array(72), [18, 4]);
    orthogonal(filters, stream("rank 4"));
    orthogonal(matrix, stream("rank 4"));
    expect(filters.data).to.deep.equal(matrix.data);
  });

  it("fills a vector with independent blocks", () => {
    const flat = ndarray(new Float64Array(60));
    orthogonal(flat, stream("blocks"), { shape: [5, 4] });
    const blocks = [0, 20, 40].map((start) => ndarray(flat.data.slice(start, start + 20), [5, 4]));
    for (const block of blocks) expect(defect(block)).to.be.at.most(1e-13);
    expect(new Set(blocks.map((block) => block.get(0, 0))).size).to.equal(3);
  });

  it("fills blocks in logical order across a matrix", () => {
    const matrix = ndarray(new Float64Array(24), [6, 4]);
    const flat = ndarray(new Float64Array(24));
    orthogonal(matrix.transpose(1, 0), stream("blocks"), { shape: [2, 3] });
    orthogonal(flat, stream("blocks"), { shape: [2, 3] });
    const logical = Array.from({ length: 24 }, (_, k) => matrix.get(k % 6, Math.floor(k / 6)));
    expect(logical).to.deep.equal([...flat.data]);
  });

  // For n >= 2, tr Q has mean 0 and variance 1 under Haar measure; QR without signs differs.
  it("is uniform among the orthogonal matrices: tr Q and (tr Q)² have means near 0 and 1", () => {
    const random = stream("Haar");
    const q = ndarray(new Float64Array(25), [5, 5]);
    const traces = Array.from({ length: 2000 }, () => {
      orthogonal(q, random);
      return [0, 1, 2, 3, 4].reduce((sum, i) => sum + q.get(i, i), 0);
    });
    const mean = traces.reduce((sum, trace) => sum + trace, 0) / 2000;
    const square = traces.reduce((sum, trace) => sum + trace * trace, 0) / 2000;
    expect(mean).to.be.closeTo(0, 5 / Math.sqrt(2000));
    expect(square).to.be.closeTo(1, 5 * Math.sqrt(2 / 2000));
  });

  it("depends on the seed alone", () => {
    const [a, b, c] = ["x", "x", "y"].map((seed) => {
      const q = ndarray(new Float64Array(9), [3, 3]);
      orthogonal(q, stream(seed));
      return Array.from(q.data);
    });
    expect(a).to.deep.equal(b);
    expect(a).not.to.deep.equal(c);
  });

  for (const constant of [0, 2 ** -53, 0.3, 1 - 2 ** -53]) {
    it(`is orthogonal even if all draws are ${constant}`, () => {
      const q = ndarray(new Float64Array(20), [4, 5]);
      orthogonal(q, () => constant);
      expect(defect(q)).to.be.at.most(1e-13);
    });
  }

  it("leaves an empty view alone", () => {
    orthogonal(ndarray(new Float64Array(0), [0, 3]));
    orthogonal(ndarray(new Float64Array(0), [0]), Math.random, { shape: [2, 2] });
  });
});
