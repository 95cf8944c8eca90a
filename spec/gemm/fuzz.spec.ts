/** Drawn calls against sums that float64 holds exactly; `npm run fuzz -- gemm` is the long run. */
import { expect } from "chai";
import { gemm } from "ndarray-params/gemm";
import { multiplyInBlocks } from "../../lib/gemm/paths/blocks.ts";
import { makeEngine } from "../../lib/gemm/kernel/engine.ts";
import { makeGemm } from "../../lib/gemm/product/make-gemm.ts";
import { moduleOf } from "../../lib/gemm/kernel/find-engine.ts";
import { plainKernel } from "../../lib/gemm/kernel/plain-kernel.ts";
import { multiplyPortably } from "../../lib/gemm/paths/portable.ts";
import { checkProduct } from "../support/gemm/check-product.ts";
import { areSame, definedAt } from "../support/gemm/definition.ts";
import { drawnProduct } from "../support/gemm/draw-product.ts";
import { copied, drawer, expected, layouts, matrixOf, repeated } from "../support/gemm/matrices.ts";
import type { FloatMatrix } from "../support/gemm/matrices.ts";

const engine = makeEngine(moduleOf(plainKernel)!);
const kernel = makeGemm((product) => multiplyInBlocks(engine, product));
const portable = makeGemm(multiplyPortably);

/** Lengths around the edges of tiles (2 to 4 rows, 1 to 6 vectors) and of the portable groups. */
const edges = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 15, 16, 17, 23, 24, 25, 31, 32, 33, 47, 48, 49, 63, 64, 65, 70]; // oxfmt-ignore
const results = Object.values(layouts);
const operands = [...results, ...Object.values(repeated)];

function* drawnCases(count: number) {
  const draw = drawer(20_000);
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!;
  const length = (): number => (draw(4) === 0 ? draw(71) : pick(edges));
  for (let i = 0; i < count; i++) {
    const Type = pick([Float64Array, Float32Array]);
    // Small integers are exact in both; 20-bit integers have exact sums in float64 only.
    const size = pick([7, 2 ** 20]);
    const value = (): number => draw(2 * size + 1) - size;
    // Half of the axes are short, so that most calls are quick.
    const [m, n, k] = [0, 1, 2].map(() => (draw(2) === 0 ? length() : draw(14))) as [
      number,
      number,
      number,
    ];
    const c = matrixOf(Type, [m, n], pick(results)(m, n), value);
    const a = matrixOf(Type, [m, k], pick(operands)(m, k), value);
    const b = matrixOf(Type, [k, n], pick(operands)(k, n), value);
    yield { Type, size, c, a, b, alpha: pick([0, 1, -1, 0.5]), beta: pick([0, 1, -1, 0.5]) };
  }
}

/**
 * Shapes of several blocks of rows, of columns and of k, with B packed and in place, and sums of
 * several chunks.
 */
// oxfmt-ignore
const shapes = [
  [90, 10, 784], [10, 300, 300], [230, 10, 300], [33, 2100, 10], [2, 2100, 270], [129, 5, 1100],
  [40, 33, 1100], [1, 300, 2000], [3000, 12, 20], [64, 512, 20], [1, 1, 300], [2, 2, 20_000],
  [1, 1, 1025], [1, 1, 5000], [3, 1, 150], [40, 9, 1023], [40, 9, 1024], [40, 9, 1025],
  [5, 70, 2048], [10, 70, 2500], [33, 9, 3073], [2, 300, 2049],
] as const;

describe("gemm on 2500 drawn calls", () => {
  it("stays within k·ε·Σ|a||b| of the exact sum, is exact for integers, writes nothing else", () => {
    const seen = { exact: 0, rounded: 0 };
    for (const { Type, size, c, a, b, alpha, beta } of drawnCases(2500)) {
      const before = copied(c);
      const [one, other] = [copied(c), copied(c)];
      gemm(c, a, b, alpha, beta);
      const epsilon = Type === Float64Array ? 2 ** -53 : 2 ** -24;
      const isExact = Type === Float64Array || size === 7;
      const k = a.shape[1]!;
      const call = (): string =>
        JSON.stringify([Type.name, c.shape, k, c.stride, a.stride, b.stride, alpha, beta]);
      for (const { value, magnitude, index } of expected(before, a, b, alpha, beta)) {
        const scale = Math.abs(alpha) * magnitude + Math.abs(beta * before.data[index]!);
        const bound = isExact ? 0 : (k + 2) * epsilon * scale;
        if (!(Math.abs(c.data[index]! - value) <= bound)) {
          expect.fail(`${call()}: ${c.data[index]} for ${value} at ${index}`);
        }
        before.data[index] = c.data[index]!;
      }
      if (!areSame(before.data, c.data)) expect.fail(`${call()}: wrote outside c`);
      seen[isExact ? "exact" : "rounded"]++;
      // Both paths give the same bits, whichever gemm has taken.
      kernel(one, a, b, alpha, beta);
      portable(other, a, b, alpha, beta);
      if (!areSame(one.data, c.data)) expect.fail(`${call()}: the kernel differs`);
      if (!areSame(other.data, c.data)) expect.fail(`${call()}: the portable path differs`);
    }
    expect(seen.exact).to.be.above(1250);
    expect(seen.rounded).to.be.above(500);
  });

  it("gives by every path the bits of the definition, for many blocks and for long sums", () => {
    const draw = drawer(9);
    const value = (): number => draw(2 ** 30) / 2 ** 29 - 1;
    const both = [layouts["row-major"]!, layouts["transposed"]!];
    for (const [t, Type] of [Float64Array, Float32Array].entries()) {
      for (const [s, [m, n, k]] of shapes.entries()) {
        for (const strides of [both[(s + t) % 2]!]) {
          const a = matrixOf(Type, [m, k], strides(m, k), value);
          const b = matrixOf(Type, [k, n], strides(k, n), value);
          const c = matrixOf(Type, [m, n], strides(m, n), value);
          const [one, other, third] = [copied(c), copied(c), copied(c)];
          kernel(one, a, b, 0.3, 0.7);
          portable(other, a, b, 0.3, 0.7);
          gemm(third, a, b, 0.3, 0.7);
          const name = `${Type.name} ${m} ${n} ${k}`;
          expect(areSame(one.data, other.data), name).to.equal(true);
          expect(areSame(one.data, third.data), name).to.equal(true);
          // One element in a few is enough, as all of them are the same by all paths.
          const step = 1 + Math.floor((m * n * k) / 100_000);
          for (let at = 0; at < m * n; at += step) {
            const [i, j] = [Math.floor(at / n), at % n];
            const wanted = definedAt([c, a, b, 0.3, 0.7], i, j);
            if (one.get(i, j) !== wanted) expect.fail(`${name}: not ${wanted} at ${i}, ${j}`);
          }
        }
      }
    }
  });

  it("gives by every path the bits of the definition for 60 products around all edges", () => {
    for (let seed = 0; seed < 60; seed++) checkProduct(drawnProduct(seed, 400_000), 100_000);
  });

  for (const k of [300, 1030]) {
    it(`gives the bits of its parts if the result is larger than the scratch, k = ${k}`, () => {
      const draw = drawer(11);
      const value = (): number => draw(2 ** 30) / 2 ** 29 - 1;
      const [m, n] = [1030, 530];
      const matrix = (rows: number, columns: number): FloatMatrix =>
        matrixOf(Float64Array, [rows, columns], [columns, 1], value);
      const [c, a, b] = [matrix(m, n), matrix(m, k), matrix(k, n)];
      const parts = copied(c);
      kernel(c, a, b, 0.3, 0.7);
      for (let i = 0; i < m; i += 103) {
        kernel(parts.lo(i, 0).hi(103, n), a.lo(i, 0).hi(103, k), b, 0.3, 0.7);
      }
      expect(areSame(c.data, parts.data)).to.equal(true);
    });
  }
});
