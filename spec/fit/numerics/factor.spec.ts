/** The factorization in pieces, against sums of squares in exact steps. */
import { expect } from "chai";
import { absorbRows } from "../../../lib/fit/factor/absorb-rows.ts";
import * as factors from "../../../lib/fit/factor/factor-residuals.ts";
import type { Triangle } from "../../../lib/fit/factor/factor-residuals.ts";
import { openKernelRows } from "../../../lib/fit/factor/kernel-rows.ts";
import { columnNorm, openFreeTriangle, rankOf } from "../../../lib/fit/factor/free-triangle.ts";
import { inPairs, openRows } from "../../../lib/fit/factor/rows.ts";
import { solveTransposed, solveTriangle } from "../../../lib/fit/factor/solve-triangle.ts";
import { stream } from "../../../lib/initialize/stream.ts";
import { copyOfLib, lacking, withoutWebAssembly } from "../../support/lacking.ts";

interface Drawn {
  readonly m: number;
  readonly n: number;
  readonly j: Float64Array;
  readonly r: Float64Array;
}

function draw(m: number, n: number, seed: string): Drawn {
  const random = stream(seed);
  const numbers = (size: number) => Float64Array.from({ length: size }, () => 2 * random() - 1);
  return { m, n, j: numbers(m * n), r: numbers(m) };
}

function factored(
  { m, n, j, r }: Drawn,
  weights?: Float64Array,
  { openFactor }: Pick<typeof factors, "openFactor"> = factors,
): Triangle {
  const factor = openFactor(m, n);
  factor.take({ data: j, offset: 0, rowStride: n, columnStride: 1 }, r, weights);
  return factor.triangle;
}

/** Element (a, b) of [J | r]ᵀ·W·[J | r], and of RᵀR; both are sums of products of columns. */
const gram = ({ m, n, j, r }: Drawn, a: number, b: number, weights?: Float64Array): number => {
  const at = (i: number, k: number): number => (k === n ? r[i]! : j[i * n + k]!);
  let sum = 0;
  for (let i = 0; i < m; i++) sum += (weights?.[i] ?? 1) * at(i, a) * at(i, b);
  return sum;
};
const gramOf = ({ at, width }: Triangle, a: number, b: number): number => {
  let sum = 0;
  for (let k = 0; k <= Math.min(a, b); k++) sum += at[k * width + a]! * at[k * width + b]!;
  return sum;
};

describe("the factorization of [J | r]", () => {
  for (const [m, n] of [
    [1, 1],
    [3, 5],
    [7, 2],
    [40, 9],
    [300, 12],
    [5000, 4],
    [2100, 20],
  ] as const) {
    it(`keeps the products of all columns for ${m} rows and ${n} columns`, () => {
      const drawn = draw(m, n, `factor ${m} ${n}`);
      const triangle = factored(drawn);
      for (let a = 0; a <= n; a++) {
        for (let b = 0; b <= a; b++) {
          expect(gramOf(triangle, a, b)).to.be.closeTo(gram(drawn, a, b), 1e-12 * m);
        }
      }
    });
  }

  it("takes each row as often as its weight says", () => {
    const drawn = draw(30, 3, "weights");
    const weights = Float64Array.from({ length: 30 }, (_, i) => (i % 4) / 2);
    const triangle = factored(drawn, weights);
    for (let a = 0; a <= 3; a++) {
      expect(gramOf(triangle, a, a)).to.be.closeTo(gram(drawn, a, a, weights), 1e-12);
    }
  });

  it("reads a Jacobian of any strides", () => {
    const drawn = draw(9, 3, "strides");
    const turned = new Float64Array(40);
    for (let i = 0; i < 9; i++) {
      for (let k = 0; k < 3; k++) turned[38 - k * 10 - i] = drawn.j[i * 3 + k]!;
    }
    const factor = factors.openFactor(9, 3);
    factor.take({ data: turned, offset: 38, rowStride: -1, columnStride: -10 }, drawn.r);
    expect(factor.triangle).to.deep.equal(factored(drawn));
  });

  for (const scale of [2 ** -600, 2 ** 600]) {
    it(`neither overflows nor underflows for columns of the size ${scale}`, () => {
      const drawn = draw(20, 1, "large");
      const large = { ...drawn, j: drawn.j.map((v) => v * scale) };
      const [plain, scaled] = [factored(drawn), factored(large)];
      expect(scaled.at[0]! / scale).to.be.closeTo(plain.at[0]!, 1e-14 * Math.abs(plain.at[0]!));
    });
  }

  it("leaves columns of zeros as they are", () => {
    const drawn = draw(12, 6, "zeros");
    for (let i = 0; i < 12; i++) for (const k of [0, 3, 5]) drawn.j[i * 6 + k] = 0;
    const triangle = factored(drawn);
    for (let a = 0; a <= 6; a++) {
      for (let b = 0; b <= a; b++) {
        expect(gramOf(triangle, a, b)).to.be.closeTo(gram(drawn, a, b), 1e-13);
      }
    }
    expect(rankOf(triangle, 12)).to.equal(3);
    expect(columnNorm(triangle, 3)).to.equal(0);
  });

  it("finds the rank of columns that depend on others, in any units", () => {
    const drawn = draw(20, 5, "rank");
    for (let i = 0; i < 20; i++) {
      drawn.j[i * 5 + 2] = 1e9 * (drawn.j[i * 5]! - 3 * drawn.j[i * 5 + 1]!);
      drawn.j[i * 5 + 4] = 1e-9 * drawn.j[i * 5 + 3]!;
    }
    expect(rankOf(factored(drawn), 20)).to.equal(3);
  });

  it("solves for a step, and for the transposed triangle", () => {
    const drawn = draw(30, 6, "solve");
    const { at, width } = factored(drawn);
    const z = new Float64Array(6);
    solveTriangle({ at, width }, z);
    // Jᵀ(J·z + r) = 0
    for (let a = 0; a < 6; a++) {
      let sum = gram(drawn, a, 6);
      for (let b = 0; b < 6; b++) sum += gram(drawn, a, b) * z[b]!;
      expect(sum).to.be.closeTo(0, 1e-12);
    }
    const v = z.slice();
    solveTransposed({ at, width }, v);
    for (let k = 0; k < 6; k++) {
      let sum = 0; // row k of Rᵀ·v
      for (let j = 0; j <= k; j++) sum += at[j * width + k]! * v[j]!;
      expect(sum).to.be.closeTo(z[k]!, 1e-13);
    }
  });

  it("gives the triangle of the free columns, and what they cannot reach", () => {
    const drawn = draw(25, 5, "free");
    const whole = factored(drawn);
    const part = openFreeTriangle(whole);
    const walls = Int8Array.of(0, 1, 0, 0, -1);
    const step = Float64Array.of(9, 0.25, 9, 9, -2); // only the elements on walls count
    for (let repeat = 0; repeat < 2; repeat++) part.take(walls, step);
    const residual = drawn.r.map(
      (v, i) => v + 0.25 * drawn.j[i * 5 + 1]! - 2 * drawn.j[i * 5 + 4]!,
    );
    const columns = [0, 2, 3];
    const own: Drawn = {
      m: 25,
      n: 3,
      r: residual,
      j: Float64Array.from(
        { length: 75 },
        (_, at) => drawn.j[((at / 3) | 0) * 5 + columns[at % 3]!]!,
      ),
    };
    expect([...part.free.subarray(0, part.count)]).to.deep.equal(columns);
    for (let a = 0; a <= 3; a++) {
      for (let b = 0; b <= a; b++) {
        expect(gramOf(part.triangle, a, b)).to.be.closeTo(gram(own, a, b), 1e-13);
      }
    }
  });

  for (const [rows, width] of [
    [2, 2],
    [7, 3],
    [40, 6],
    [33, 7],
    [12, 21],
  ] as const) {
    it(`has the same bits on vectors and in JavaScript for ${rows} rows of ${width} columns`, () => {
      const random = stream(`bits ${rows} ${width}`);
      const numbers = Float64Array.from({ length: rows * width }, () => 2 * random() - 1);
      const [own, other] = [openRows(rows, width), openKernelRows(rows, width)!].map((room) => {
        const triangle = new Float64Array(width * width);
        for (let pass = 0; pass < 2; pass++) {
          for (let j = 0; j < width; j++) {
            room.at.fill(0, j * room.lead, (j + 1) * room.lead);
            for (let i = 0; i < rows; i++) room.at[j * room.lead + i] = numbers[i * width + j]!;
          }
          room.heights.fill(inPairs(rows));
          absorbRows(triangle, width, room);
        }
        return triangle;
      });
      expect(own).to.deep.equal(other);
    });
  }

  it("has the same bits on an engine without WebAssembly", async () => {
    const drawn = draw(300, 12, "without");
    const copy = await copyOfLib()<typeof factors>("fit/factor/factor-residuals.ts");
    const bits = await lacking([withoutWebAssembly], () => factored(drawn, undefined, copy).at);
    expect(bits).to.deep.equal(factored(drawn).at);
  });

  it("absorbs rows into a triangle as if they had been there from the start", () => {
    const drawn = draw(17, 4, "absorb");
    const width = 5;
    const r = new Float64Array(25);
    for (const [first, last] of [
      [0, 1],
      [1, 9],
      [9, 17],
    ] as const) {
      const lead = last - first;
      const rows = openRows(lead, width);
      for (let i = 0; i < lead; i++) {
        for (let k = 0; k < 4; k++) rows.at[k * rows.lead + i] = drawn.j[(first + i) * 4 + k]!;
        rows.at[4 * rows.lead + i] = drawn.r[first + i]!;
      }
      rows.heights.fill(inPairs(lead));
      absorbRows(r, width, rows);
    }
    const whole = factored(drawn);
    r.forEach((v, i) => expect(Math.abs(v)).to.be.closeTo(Math.abs(whole.at[i]!), 1e-13));
  });
});
