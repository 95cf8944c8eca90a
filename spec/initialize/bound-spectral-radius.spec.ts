import { readFileSync } from "node:fs";
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { boundSpectralRadius, randomizeNormal, stream } from "ndarray-params/initialize";
import { largestModulus } from "../../lib/initialize/spectral-radius/francis-qr.ts";
import { fixture } from "./fixture.ts";

const matrix = (rows: number[][]): NdArray<Float64Array> =>
  ndarray(Float64Array.from(rows.flat()), [rows.length, rows.length]);

const rotation = (angle: number, factor: number): number[][] => [
  [factor * Math.cos(angle), -factor * Math.sin(angle)],
  [factor * Math.sin(angle), factor * Math.cos(angle)],
];

const jordan = (n: number, value: number): number[][] =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? value : j === i + 1 ? 1 : 0)),
  );

const cycle = (n: number): number[][] =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => Number(j === (i + 1) % n)),
  );

/** Matrices with their largest |eigenvalue|, worked out by hand or by NumPy. */
const cases: { name: string; rows: number[][]; radius: number }[] = [
  { name: "1x1", rows: [[-4]], radius: 4 },
  { name: "a rotation", rows: rotation(0.3, 2.5), radius: 2.5 },
  { name: "a half turn", rows: rotation(Math.PI / 2, 3), radius: 3 },
  { name: "a Jordan block", rows: jordan(6, -1.5), radius: 1.5 },
  { name: "a cycle of 2", rows: cycle(2), radius: 1 },
  { name: "a cycle of 3", rows: cycle(3), radius: 1 },
  { name: "a cycle of 8", rows: cycle(8), radius: 1 },
  { name: "a symmetric matrix", rows: [[2, 1], [1, 2]], radius: 3 }, // oxfmt-ignore
  { name: "a double eigenvalue", rows: [[1, 1], [-1, 3]], radius: 2 }, // oxfmt-ignore
  { name: "a small radius beside large entries", rows: [[1e-9, 1], [0, -2e-9]], radius: 2e-9 }, // oxfmt-ignore
  { name: "a wide range", rows: [[1, 1e150], [1e-150, 1]], radius: 2 }, // oxfmt-ignore
  { name: "a wide range that decides a shift", rows: [[0, 1e-200, 0], [1e-200, 0, 1e-15], [0, 1e-15, 1]], radius: 1 }, // oxfmt-ignore
  { name: "a wide range that underflows", rows: [[-5.466955060517072e-11, 0, -1.408134898290925e-58, 0, 0], [-5.315146436212225e-80, 0, 0, -2.638790455396306e-93, 0], [0, -4.155966442066148e-10, 9.18765528103403e-141, -1.6341226864098617e-152, 0], [0, 0, 1.6550432396734162e-135, 0, 1.4381585184150602e-299], [0, 0, 0, -6.2342527224977136e-164, -2.669220816030549e-228]], radius: 5.466955060517072e-11 }, // oxfmt-ignore
  ...fixture.radii,
  ...fixture.randomRadii.map(({ n, radius }) => {
    const view = ndarray(new Float64Array(n * n), [n, n]);
    randomizeNormal(view, 0, 1, stream("eigenvalues", String(n)));
    const rows = Array.from({ length: n }, (_, i) =>
      Array.from(view.data.slice(i * n, (i + 1) * n)),
    );
    return { name: `a random matrix of ${n}`, rows, radius };
  }),
];

/** 2ᵏ·x */
const p = (k: number, x = 1): number => x * 2 ** k;

/** A matrix with 1 on the diagonal and two numbers above and below it. */
const diagonals = (n: number, above: number, below: number): number[][] =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => [1, above, 0][j - i] ?? (j === i - 1 ? below : 0)),
  );

/**
 * Entries so far apart that their quotients or products leave the range of doubles. The radii of
 * powers of two are worked out by hand; the others come from mpmath (spec/fixtures/wide-radii.py).
 */
const wide: { name: string; rows: number[][]; radius: number }[] = [
  { name: "a cycle of 2", rows: [[0, p(1000)], [p(-1000), 0]], radius: 1 },
  { name: "a cycle of 3", rows: [[0, p(1020), 0], [0, 0, p(-1000)], [p(-17), 0, 0]], radius: 2 },
  { name: "a symmetric matrix, transformed", rows: [[2, p(900)], [p(-900), 2]], radius: 3 },
  { name: "a companion matrix, transformed", rows: [[6, p(500, -11), p(1000, 6)], [p(-500), 0, 0], [0, p(-500), 0]], radius: 3 },
  { name: "a Jordan block beside a tiny eigenvalue", rows: [[-1.5, p(1000), 0], [0, -1.5, p(1000)], [0, 0, p(-1000)]], radius: 1.5 },
  { name: "block triangular, permuted", rows: [[1, p(1000), 2], [0, p(-1000), 0], [2, p(-1050), 1]], radius: 3 },
  { name: "a nilpotent block above a small one", rows: [[p(1000), p(1000, -1), 5], [p(1000), p(1000, -1), 7], [0, 0, p(2)]], radius: 4 },
  { name: "a long cycle, half up and half down", rows: cycle(120).map((row, i) => row.map((x) => x * p(i < 60 ? 600 : -600))), radius: 1 },
  // Edges forward multiply to 2⁶⁰⁰ at most, and an edge back is 2⁻¹⁰⁶⁰: the long cycle decides.
  { name: "a long cycle beside tiny edges back", rows: cycle(40).map((row, i) => row.map((x, j) => x * p(i < 20 ? 30 : -30) + Number(i === (j + 1) % 40) * p(-1060))), radius: 1 },
  // Toeplitz matrices of three diagonals 1, 1 and 2⁻ᵏ: 1 + 2·√(2⁻ᵏ)·cos(π/(n + 1)). Their eigenvalues are ill-conditioned until they are balanced.
  { name: "three diagonals that match no longer", rows: diagonals(5, 1, p(-40)), radius: 1 + Math.sqrt(3) * p(-20) },
  { name: "a long chain", rows: diagonals(20, p(-20), 1), radius: 1 + p(-9) * Math.cos(Math.PI / 21) },
  { name: "a longer chain the other way", rows: diagonals(40, 1, p(-40)), radius: 1 + p(-19) * Math.cos(Math.PI / 41) },
  { name: "subnormal entries", rows: [[p(-1074, 3), p(-1074)], [p(-1074), p(-1074, 3)]], radius: p(-1072) },
  ...(JSON.parse(
    readFileSync(new URL("../fixtures/wide-radii.json", import.meta.url), "utf8"),
  ) as { name: string; rows: number[][]; radius: number }[]),
]; // oxfmt-ignore

describe("boundSpectralRadius", () => {
  for (const { name, rows, radius } of wide) {
    it(`scales entries far apart: ${name}`, () => {
      const view = matrix(rows);
      boundSpectralRadius(view, 0.75);
      const wrong = rows.flat().filter((x, k) => {
        const expected = 0.75 * (x / radius);
        const error = Math.abs(view.data[k]! - expected);
        return !(error <= 1e-13 * Math.abs(expected) + p(-1074));
      });
      expect(wrong).to.deep.equal([]);
    });
  }

  it("has half of the digits for a double eigenvalue with one eigenvector", () => {
    // Eigenvalues, by hand: -2 (twice with one eigenvector, and once more), -1 twice, 0. The fuzz
    // test found this matrix.
    const rows = [
      [-1, -12, 1, -1, -6, -6],
      [0, 3, -1, 0, 2, 3],
      [1, 3, 0, 1, 2, 1],
      [-1, 9, -2, -1, 4, 5],
      [-1, -11, 0, -1, -7, -6],
      [1, 1, 2, 1, 1, -2],
    ];
    const view = matrix(rows);
    boundSpectralRadius(view, 2);
    expect(view.get(0, 1)).to.be.closeTo(-12, 12e-7);
  });

  it("scales although the radius, or its quotient with an entry, overflows", () => {
    const large = matrix(Array(4).fill(Array(4).fill(p(1023)))); // with the radius 2¹⁰²⁵
    boundSpectralRadius(large, 1);
    for (const x of large.data) expect(x).to.be.closeTo(0.25, 1e-15);
    const uneven = matrix([[0, p(1000)], [p(-1074), 0]]); // oxfmt-ignore
    boundSpectralRadius(uneven, p(-20)); // its radius is 2⁻³⁷
    expect([...uneven.data]).to.deep.equal([0, p(1017), p(-1057), 0]);
  });

  for (const { name, rows, radius } of cases) {
    for (const unit of [1, 2 ** 498, 2 ** -498]) {
      if (name.startsWith("a wide range") && unit !== 1) continue; // its entries would leave the range
      it(`scales ${name} by bound/radius, entries times ${unit.toPrecision(1)}`, () => {
        const view = matrix(rows.map((row) => row.map((x) => x * unit)));
        boundSpectralRadius(view, 0.9);
        const wrong = rows.flat().filter((x, k) => {
          const expected = (x * 0.9) / radius;
          return !(Math.abs(view.data[k]! - expected) <= 1e-10 * Math.abs(expected));
        });
        expect(wrong).to.deep.equal([]);
      });
    }
  }

  it("ends with an error if an eigenvalue is not found", () => {
    // No finite matrix is known to do this, so the solver behind the checks is given NaN.
    expect(() => largestModulus(new Float64Array(9).fill(Number.NaN), 3)).to.throw(
      Error,
      "boundSpectralRadius: 1000 QR steps did not find an eigenvalue",
    );
  });

  it("has the bound 1.2 by default, works in float32 and through any strides", () => {
    const view = ndarray(new Float32Array([9, 1, 9, 2, 9, 3, 9, 4]), [2, 2], [-4, -2], 7);
    boundSpectralRadius(view); //                   [[4, 3], [2, 1]]: (5 + √33)/2
    const factor = 1.2 / ((5 + Math.sqrt(33)) / 2);
    expect([...view.data]).to.deep.equal([
      ...Float32Array.from([9, factor, 9, 2 * factor, 9, 3 * factor, 9, 4 * factor]),
    ]);
  });

  it("leaves an empty view alone", () => {
    boundSpectralRadius(ndarray(new Float64Array(0), [0, 0]));
  });

  const nilpotent: [string, number[][]][] = [
    ["zero", [[0, 0], [0, 0]]],
    ["1x1 zero", [[0]]],
    ["nilpotent", [[0, 1], [0, 0]]],
    ["a shift of 30", jordan(30, 0)],
    ["dense nilpotent", [[1, -1], [1, -1]]],
    ["dense nilpotent of 3", [[5, -3, 2], [15, -9, 6], [10, -6, 4]]],
    ["dense nilpotent of 4", [[2, 2, 2, -3], [6, 1, 1, -4], [1, 6, 1, -4], [1, 1, 6, -4]]],
    ["nilpotent but for rounding", [[0.1, -0.1 / 3], [0.3, -0.1]]],
  ]; // oxfmt-ignore

  for (const [name, rows] of nilpotent) {
    it(`refuses a matrix whose eigenvalues are all 0: ${name}`, () => {
      const view = matrix(rows);
      expect(() => boundSpectralRadius(view)).to.throw(
        RangeError,
        "boundSpectralRadius: view must have an eigenvalue other than 0, but all are 0",
      );
      expect([...view.data]).to.deep.equal(rows.flat());
    });
  }

  for (const entry of [Number.NaN, Infinity, -Infinity]) {
    it(`refuses ${entry}`, () => {
      const view = matrix([[1, 2], [entry, 4]]); // oxfmt-ignore
      expect(() => boundSpectralRadius(view)).to.throw(
        RangeError,
        `boundSpectralRadius: view must be finite, got ${entry} at [1, 0]`,
      );
      expect([...view.data]).to.deep.equal([1, 2, entry, 4]);
    });
  }

  for (const dtype of ["float64", "float32"] as const) {
    it(`refuses to write entries that overflow ${dtype}`, () => {
      const [one, tiny] = dtype === "float64" ? [1, 1e-300] : [1, 1e-30];
      const data = [tiny, one, 0, tiny];
      const view = ndarray(
        dtype === "float64" ? new Float64Array(data) : new Float32Array(data),
        [2, 2],
      );
      const before = [...view.data];
      expect(() => boundSpectralRadius(view, 1e9)).to.throw(
        RangeError,
        `boundSpectralRadius: the scaled view would have entries beyond ${dtype}`,
      );
      expect([...view.data]).to.deep.equal(before);
    });
  }
});
