/** A line search turn by turn: losses and gradients are told to it, and the answers worked by hand. */
import { expect } from "chai";
import { openLineSearch } from "../../../lib/optimize/line-search/line-search.ts";
import { straightPath, type Path } from "../../../lib/optimize/line-search/straight-path.ts";
import type { Run } from "../../../lib/optimize/run/contract.ts";

type Floats = Float64Array | Float32Array;
type Turns = ReturnType<typeof turnsFrom>;

/** A search from x along ones, with a slope of -1 for each element. */
function turnsFrom(
  x: Floats,
  loss = 0,
  { curvature = 0.9, ...own }: Partial<Path> & { readonly curvature?: number } = {},
) {
  const g = x.slice();
  const diverged = (): RangeError => new RangeError("not finite");
  const run = { x, g, size: x.length, batched: false, loss, origin: x, diverged };
  const path = { ...straightPath(x), ...own };
  const line = openLineSearch(run as unknown as Run<unknown>, curvature, path);
  const tell = (lossAt: number, ...gradient: readonly number[]): void => {
    run.loss = lossAt;
    g.set(gradient);
  };
  const begin = (length: number): string => {
    tell(loss, ...Array.from(x, () => -1));
    line.settle();
    path.direction.fill(1);
    return line.begin(() => length);
  };
  const next = (lossAt: number, ...gradient: readonly number[]): string => {
    tell(lossAt, ...gradient);
    return line.advance();
  };
  return { x, run, line, path, tell, begin, next };
}

/** The answer to the trial at a length of 1. */
function first(turns: Turns, ...told: readonly [loss: number, ...gradient: number[]]): string {
  expect(turns.begin(1)).to.equal("evaluate");
  return turns.next(...told);
}

const at = (x: number, loss?: number, own?: Parameters<typeof turnsFrom>[2]): Turns =>
  turnsFrom(Float64Array.of(x), loss, own);

describe("a line search", () => {
  it("is settled once a loss is known, except in batches", () => {
    const { line, run, begin } = at(0);
    expect(line.isSettled()).to.equal(false);
    begin(1);
    expect(line.isSettled()).to.equal(true);
    run.batched = true;
    expect(line.isSettled()).to.equal(false);
  });

  it("asks for the first length with gᵀd and dᵀd", () => {
    const { line, path, tell } = at(0);
    tell(0, -3);
    line.settle();
    path.direction[0] = 2;
    const asked: number[] = [];
    line.begin((slope, squares) => asked.push(slope, squares));
    expect(asked).to.deep.equal([-6, 4]);
  });

  it("needs a loss that falls by 1e-4 of what the slope promises", () => {
    expect(first(at(0), -1e-4, 0)).to.equal("found");
    expect(first(at(0), -0.9e-4, 0)).to.equal("evaluate");
  });

  it("needs a slope of at most the curvature's part of the first", () => {
    for (const slope of [0.5, -0.5]) {
      expect(first(at(0, 0, { curvature: 0.5 }), -1, slope)).to.equal("found");
      expect(first(at(0, 0, { curvature: 0.5 }), -1, 1.01 * slope)).to.equal("evaluate");
    }
  });

  it("ends at the longest length if the loss has fallen and would fall on", () => {
    expect(first(at(0, 0, { longest: 1 }), -1, -1)).to.equal("found");
    expect(first(at(0, 0, { longest: 1 }), 1, -1)).to.equal("evaluate");
    expect(first(at(0, 0, { longest: 1 }), -1, 0.95)).to.equal("evaluate");
  });

  it("ends at the best point of a narrow bracket if the loss has fallen enough", () => {
    expect(first(at(0, 0, { narrow: 10 }), -1, 5)).to.equal("found");
    expect(first(at(0, 0, { narrow: 10 }), -0.5e-4, 5)).to.equal("evaluate");
  });

  it("gives up after 40 trials, and throws if the objective is finite at none", () => {
    const { x, begin, next } = at(0);
    let trials = 0;
    expect(() => {
      for (let turn = begin(1); turn === "evaluate"; turn = next(NaN, 0)) trials++;
    }).to.throw(RangeError, "not finite");
    expect([trials, x[0]]).to.deep.equal([40, 0]);
  });

  it("goes back to the lowest trial after the last, and evaluates there once more", () => {
    for (const [loss, end, to] of [
      [-1, "found", 1],
      [0, "failed", 0],
    ] as const) {
      const x = new Float64Array(1);
      // A tenth of the way back from 5 to 1 nothing moves, so there is no other trial.
      const moveTo = (_start: Floats, length: number): boolean => {
        x[0] = length;
        return length !== 1.4;
      };
      const turns = turnsFrom(x, 0, { moveTo });
      expect(first(turns, -1, -1)).to.equal("evaluate");
      expect([turns.next(NaN, 0), turns.line.length(), x[0]]).to.deep.equal(["evaluate", 1, 1]);
      expect([turns.next(loss, -1), x[0]]).to.deep.equal([end, to]);
    }
  });

  it("gives up after 8 trials in a closed bracket whose losses rounding hides", () => {
    // The slope is 2 wherever it looks, so the first trial closes the bracket.
    const { x, begin, next } = at(0, 1e9);
    let trials = 0;
    for (let turn = begin(1); turn === "evaluate"; turn = next(1e9, 2)) trials++;
    expect([trials, x[0]]).to.deep.equal([9, 0]);
  });
});

describe("the lengths of a line search", () => {
  it("are a tenth where x itself overflows", () => {
    const { x, line, begin } = at(1e308);
    expect(begin(1e308)).to.equal("evaluate");
    expect([line.length(), x[0]]).to.deep.equal([1e307, 1.1e308]);
  });

  it("grow by four times the way where x does not move", () => {
    // Numbers near 1e16 are 2 apart.
    const { x, line, begin } = at(1e16);
    expect(begin(0.5)).to.equal("evaluate");
    expect([line.length(), x[0]! - 1e16]).to.deep.equal([2.5, 2]);
    const stuck = at(0, 0, { moveTo: (_start, length) => length !== 5 });
    expect(first(stuck, -1, -1)).to.equal("evaluate");
    expect(stuck.line.length()).to.equal(21); // 1, 1 + 4·1 where nothing moves, 5 + 4·(5 - 1)
  });

  it("do not grow beyond the longest, nor where the objective was not finite", () => {
    const bounded = at(0, 0, { longest: 1, moveTo: () => false });
    expect(bounded.begin(1)).to.equal("failed");
    const { begin, next } = at(1e16);
    expect(begin(2)).to.equal("evaluate");
    expect(() => next(NaN, 0)).to.throw(RangeError, "not finite");
  });
});

describe("a line search where rounding hides the change of the loss", () => {
  it("trusts the loss where it changes by more than 1e-10 of it", () => {
    // The slopes alone promise a decrease of 5e-6, which is not enough.
    const own = { curvature: 0.99999 };
    expect(first(at(0, 1e6, own), 1e6 - 2e-4, 0.99999)).to.equal("found");
    expect(first(at(0, 1e6, own), 1e6, 0.99999)).to.equal("evaluate");
    for (const loss of [1e12, -1e12]) {
      expect(first(at(0, loss), loss + 100, 0.5)).to.equal("found");
      expect(first(at(0, loss), loss + 101, 0.5)).to.equal("evaluate");
    }
  });

  it("takes the step that x has really made in float32, and the length in float64", () => {
    // Along (1, 1) by 1.5, x moves by (2, 1.5): its first element is rounded. From -1 and -1 to 10
    // and -9 the gradients promise (2·(10 - 1) + 1.5·(-9 - 1))/2 = 1.5, and the slopes, -2 and 1,
    // promise 1.5·(-2 + 1)/2 = -0.75.
    for (const [x, turn] of [
      [Float32Array.of(2 ** 24, 0), "evaluate"],
      [Float64Array.of(2 ** 53, 0), "found"],
    ] as const) {
      const { begin, next } = turnsFrom(x, 1e12);
      begin(1.5);
      expect(next(1e12, 10, -9)).to.equal(turn);
    }
  });
});

describe("a disagreement of loss and gradient", () => {
  it("is a loss that falls by less than a tenth of what the slopes promise", () => {
    // Slopes of -1 at 0 and at 1 promise a change of -1.
    for (const [change, disagrees] of [
      [-1, false],
      [-0.105, false],
      [-0.1, false],
      [-0.095, true],
      [1, true],
    ] as const) {
      const turns = at(0);
      first(turns, change, -1);
      const want = disagrees ? { length: 1, change, expected: -1 } : undefined;
      expect(turns.line.disagreement(), `${change}`).to.deep.equal(want);
    }
  });

  it("is none where the slopes promise nothing", () => {
    const turns = at(0);
    first(turns, 5, 1);
    expect(turns.line.disagreement()).to.equal(undefined);
  });

  it("is that of the shortest trial", () => {
    const turns = at(0);
    first(turns, -0.01, -1);
    expect(turns.line.length()).to.equal(5);
    turns.next(-5, -1); // the loss falls as promised, but farther away
    expect(turns.line.disagreement()).to.include({ length: 1 });
  });

  it("counts the length and not the step that x has made", () => {
    const { line, begin, next } = at(2 ** 53); // x moves by 2
    begin(1.5);
    next(1, -1);
    expect(line.disagreement()).to.deep.equal({ length: 1.5, change: 1, expected: -1.5 });
  });

  it("is none where rounding may hide ten times 1e-10 of the loss, which the slopes promise", () => {
    for (const [length, expected] of [
      [2000, undefined],
      [2001, -1000.5],
      [2100, -1050],
    ] as const) {
      const { line, begin, next } = at(0, 1e12);
      begin(length);
      next(1e12, 0);
      const want = expected === undefined ? undefined : { length, change: 0, expected };
      expect(line.disagreement(), `${length}`).to.deep.equal(want);
    }
  });
});
