import { expect } from "chai";
import ndarray from "ndarray";
import { ones, sparsifyColumns, stream } from "ndarray-params/initialize";
import { chiSquare, chiSquareBelow } from "./statistics.ts";

const numbered = (rows: number, columns: number) =>
  ndarray(
    Float64Array.from({ length: rows * columns }, (_, k) => k + 1),
    [rows, columns],
  );

const column = (view: ReturnType<typeof numbered>, j: number): number[] =>
  Array.from({ length: view.shape[0]! }, (_, i) => view.get(i, j));

describe("sparsifyColumns", () => {
  for (const nonZero of [0, 1, 3, 9, 10]) {
    it(`keeps exactly ${nonZero} of the 10 entries of each column`, () => {
      const [before, view] = [numbered(10, 7), numbered(10, 7)];
      sparsifyColumns(view, nonZero, stream("sparse"));
      for (let j = 0; j < 7; j++) {
        const kept = column(view, j).flatMap((x, i) => (x === 0 ? [] : [[i, x]]));
        expect(kept).to.have.length(nonZero);
        for (const [i, x] of kept) expect(x).to.equal(before.get(i!, j));
      }
    });
  }

  it("chooses each row, and each pair of rows, equally often", () => {
    const view = ndarray(new Float64Array(10 * 45000), [10, 45000]);
    ones(view);
    sparsifyColumns(view, 2, stream("uniform"));
    const pairs = new Map<number, number>();
    for (let j = 0; j < 45000; j++) {
      const [a, b] = column(view, j).flatMap((x, i) => (x === 0 ? [] : [i]));
      pairs.set(10 * a! + b!, (pairs.get(10 * a! + b!) ?? 0) + 1);
    }
    expect(pairs.size).to.equal(45);
    expect(chiSquare([...pairs.values()])).to.be.below(chiSquareBelow(45));
  });

  it("leaves the diagonal as it was, chosen or not", () => {
    const [plain, kept] = [numbered(8, 8), numbered(8, 8)];
    sparsifyColumns(plain, 3, stream("diagonal"));
    sparsifyColumns(kept, 3, stream("diagonal"), { keepDiagonal: true });
    for (let i = 0; i < 8; i++) {
      expect(kept.get(i, i)).to.equal(9 * i + 1);
      for (let j = 0; j < 8; j++) if (i !== j) expect(kept.get(i, j)).to.equal(plain.get(i, j));
    }
  });

  for (const value of [0, 1 - 2 ** -53]) {
    it(`keeps the requested number even if all draws are ${value}`, () => {
      const view = numbered(5, 2);
      sparsifyColumns(view, 2, () => value);
      expect(column(view, 1).filter((x) => x !== 0)).to.have.length(2);
    });
  }

  it("draws from Math.random by default", () => {
    const view = numbered(5, 1);
    sparsifyColumns(view, 2);
    expect(column(view, 0).filter((x) => x !== 0)).to.have.length(2);
  });
});
