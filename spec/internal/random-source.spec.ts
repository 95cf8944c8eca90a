import { expect } from "chai";
import { checkRandom, uniform } from "../../lib/internal/random-source.ts";
import { itRefuses, type Refusal } from "../support/refuses.ts";

describe("a source of random numbers", () => {
  it("may be any function", () => {
    for (const random of [Math.random, () => 2]) {
      expect(checkRandom("fill", random)).to.equal(undefined);
    }
  });

  it("gives each number of [0, 1) as it is", () => {
    for (const u of [0, -0, Number.MIN_VALUE, 0.5, 1 - 2 ** -53]) {
      expect(uniform("fill", () => u)).to.equal(u);
    }
  });

  const drawn = (u: unknown) => () => uniform("fill", () => u as number);
  const refused: Refusal[] = [
    ["a seed", () => checkRandom("fill", 42), TypeError, "fill: random must be a function that returns numbers in [0, 1), got 42"],
    ["nothing", () => checkRandom("fill", undefined), TypeError, "fill: random must be a function that returns numbers in [0, 1), got undefined"],
    ["1", drawn(1), RangeError, "fill: random must return numbers in [0, 1), got 1"],
    ["a number below 0", drawn(-Number.MIN_VALUE), RangeError, "fill: random must return numbers in [0, 1), got -5e-324"],
    ["NaN", drawn(NaN), RangeError, "fill: random must return numbers in [0, 1), got NaN"],
    ["a number in words", drawn("0.5"), RangeError, 'fill: random must return numbers in [0, 1), got "0.5"'],
    ["a bigint", drawn(0n), RangeError, "fill: random must return numbers in [0, 1), got 0n"],
  ]; // oxfmt-ignore
  itRefuses(refused);
});
