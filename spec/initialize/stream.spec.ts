import { expect } from "chai";
import { stream } from "ndarray-params/initialize";
import { bitsOf, fixture } from "./fixture.ts";
import { chiSquare, chiSquareBelow } from "./statistics.ts";

const take = (random: () => number, count: number): number[] =>
  Array.from({ length: count }, () => random());

describe("stream", () => {
  for (const { seed, path, first } of fixture.streams) {
    it(`of ${JSON.stringify(seed)} and ${JSON.stringify(path)} starts as Python computed`, () => {
      const random = stream(seed, path);
      expect(bitsOf(take(random, first.length), "float64")).to.deep.equal(first);
    });
  }

  it("differs by the seed, the kind of the seed and the path", () => {
    const seeds = [
      "",
      "a",
      "aa",
      "ab",
      "abab",
      "\u0161",
      "\ud800",
      "\udc00",
      "1",
      1,
      -1,
      0,
      2 ** 32,
    ];
    const streams = [
      ...seeds.map((seed) => stream(seed)),
      ...["a", "aa", "\u0161", "1"].map((path) => stream("", path)),
      stream("a", "b"),
    ];
    const firsts = streams.map((random) => random());
    expect(new Set(firsts).size).to.equal(streams.length);
  });

  it("treats -0 as 0, and a missing path as the empty path", () => {
    expect(stream(-0)()).to.equal(stream(0)());
    expect(stream("a")()).to.equal(stream("a", "")());
  });

  it("has uniform high bits, and uniform bits beyond the first 32", () => {
    const random = stream("bits");
    const high = Array<number>(100).fill(0);
    const low = Array<number>(100).fill(0);
    for (let i = 0; i < 1e5; i++) {
      const x = random();
      high[Math.floor(x * 100)]!++;
      low[Math.floor(((x * 2 ** 32) % 1) * 100)]!++;
    }
    expect(chiSquare(high)).to.be.below(chiSquareBelow(100));
    expect(chiSquare(low)).to.be.below(chiSquareBelow(100));
  });

  it("of consecutive seeds is uncorrelated at lags 0 to 3", () => {
    const draws = Array.from({ length: 10001 }, (_, seed) => take(stream(seed), 4));
    for (let lag = 0; lag < 4; lag++) {
      // Each pair is the first number of a seed and number `lag` of the next seed.
      const pairs = draws.slice(1).map((next, i) => [draws[i]![0]! - 0.5, next[lag]! - 0.5]);
      const r = pairs.reduce((sum, [x, y]) => sum + x! * y!, 0) / pairs.length / (1 / 12);
      expect(Math.abs(r), `lag ${lag}`).to.be.below(0.05);
    }
  });

  for (const [seed, got] of [
    [1.5, "1.5"],
    [2 ** 53, "9007199254740992"],
    [Number.NaN, "NaN"],
    [undefined, "undefined"],
    [null, "null"],
    [{ a: 1 }, "an Object"],
    [1n, "1"],
  ] as const) {
    it(`refuses the seed ${got}`, () => {
      expect(() => stream(seed as unknown as string)).to.throw(
        TypeError,
        `stream: seed must be a string or a safe integer, got ${got}`,
      );
    });
  }

  it("refuses a path that is not a string", () => {
    expect(() => stream("a", 3 as unknown as string)).to.throw(
      TypeError,
      "stream: path must be a string, got 3",
    );
  });
});
