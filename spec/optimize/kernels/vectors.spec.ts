/** Rows in an arena, rows elsewhere, and one kind of rows in the other text: the same bits. */
import { expect } from "chai";
import * as loops from "../../../lib/optimize/kernels/vector-loops.ts";
import * as vectors from "../../../lib/optimize/kernels/vectors.ts";
import { differences, drawn, kinds, places, sizes, type Floats } from "./drawn.ts";

type Rows = readonly [Floats, Floats, Floats];

/** Each operation on three rows, by the function and by its loop. */
const operations: Readonly<Record<string, (of: typeof loops, rows: Rows) => Floats>> = {
  dot: (of, [x, y]) => Float64Array.of(of.dot(x, y)),
  "the sum of sizes": (of, [x]) => Float64Array.of(of.sizes(x)),
  products: (of, [x, y]) => {
    const into = new Float64Array(3);
    of.products(x, y, into);
    return into;
  },
  conjugacy: (of, [x, y, z]) => {
    const into = new Float64Array(6);
    of.conjugacy(x, y, z, into);
    return into;
  },
  combine: (of, [x, y, z]) => {
    of.combine(z, 0.7, x, -1.3, y);
    return z;
  },
  "combine into one of its rows": (of, [x, y]) => {
    of.combine(x, 1, x, 0.3, y);
    return x;
  },
};

const chosen: typeof loops = { ...loops, ...vectors, sizes: vectors.sumOfSizes };

for (const [name, run] of Object.entries(operations)) {
  describe(`${name} over rows`, () => {
    for (const [place, makerOf] of Object.entries(places)) {
      it(`has the bits of its loop in ${place}`, () => {
        const wrong = kinds.flatMap((Data) =>
          [1, 2, 9, ...sizes].flatMap((size, s) => {
            const make = makerOf();
            const rows = [0, 1, 2].map((k) => make(Data, drawn(7 * s + k, size, s % 3 === 2), k));
            const copies = rows.map((row) => row.slice());
            const found = run(chosen, rows as unknown as Rows);
            const want = run(loops, copies as unknown as Rows);
            return differences([found], [want]).map((what) => `${Data.name} ${size}: ${what}`);
          }),
        );
        expect(wrong).to.deep.equal([]);
      });
    }
  });
}

describe("rows of two kinds", () => {
  it("are multiplied in float64", () => {
    const x = Float64Array.from({ length: 300 }, (_, i) => 1 + i / 7);
    const y = Float32Array.from({ length: 300 }, (_, i) => 1 / (1 + i));
    const make = places["an arena"]!();
    const [wide, narrow] = [make(Float64Array, x, 0), make(Float32Array, Float64Array.from(y), 1)];
    const want = vectors.dot(x, Float64Array.from(y));
    for (const [a, b] of [
      [x, y],
      [wide, narrow],
      [wide, y],
    ] as const) {
      expect(vectors.dot(a, b)).to.equal(want);
    }
  });
});

describe("the order of a sum", () => {
  const rowsOf = (length: number) =>
    [
      Float64Array.from({ length }, (_, i) => 1.1 ** (i % 97) + 0.1),
      Float64Array.from({ length }, (_, i) => 1 / (i + 0.7)),
    ] as const;
  const [x, y] = rowsOf(301);
  const [shortX, shortY] = rowsOf(255);
  const inOrder = shortX.reduce((sum, v, i) => sum + v * shortY[i]!, 0);

  it("of dot takes element i of a long row to partial sum i modulo 8, and adds these in pairs", () => {
    const s = Array<number>(8).fill(0);
    x.forEach((v, i) => (s[i % 8]! += v * y[i]!));
    const [a, b, c, d] = [0, 2, 4, 6].map((i) => s[i]! + s[i + 1]!);
    expect(vectors.dot(x, y)).to.equal(a! + b! + (c! + d!));
  });

  it("of products takes even and odd elements of a long row apart", () => {
    const [even, odd] = [0, 1].map((first) =>
      x.reduce((sum, v, i) => (i % 2 === first ? sum + v * y[i]! : sum), 0),
    );
    const into = new Float64Array(3);
    vectors.products(x, y, into);
    expect(into[0]).to.equal(even! + odd!);
  });

  it("is that of the elements in rows of less than 256", () => {
    expect(vectors.dot(shortX, shortY)).to.equal(inOrder);
    const into = new Float64Array(6);
    vectors.products(shortX, shortY, into);
    expect(into[0]).to.equal(inOrder);
    vectors.conjugacy(shortX, new Float64Array(255), shortY, into);
    expect(into[3]).to.equal(inOrder); // sᵀg
  });
});

describe("allFinite", () => {
  it("knows NaN and infinities from numbers whose sum overflows", () => {
    const large = new Float64Array(300).fill(1e308);
    expect(vectors.allFinite(large)).to.equal(true);
    for (const bad of [NaN, Infinity, -Infinity]) {
      expect(vectors.allFinite(large.with(299, bad))).to.equal(false);
    }
  });
});
