import { expect } from "chai";
import * as numbers from "../../lib/internal/numbers.ts";
import { itRefuses, type Refusal } from "../support/refuses.ts";

const { checkBounds, checkNumber, ...requirements } = numbers;

/** The values that every requirement is asked about, from the lowest to the highest. */
const asked = [-Infinity, -1, -5e-324, 0, 5e-324, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2];
const largest = [2 ** 53 - 1, 2 ** 53, Number.MAX_VALUE, Infinity];

const table: { readonly [name in keyof typeof requirements]: [words: string, held: number[]] } = {
  finite: ["finite", [-1, -5e-324, 0, 5e-324, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2]],
  notNaN: ["a number and not NaN", asked],
  atLeastZero: ["at least 0 and finite", [0, 5e-324, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2]],
  atLeastZeroOrInfinite: ["at least 0", [0, 5e-324, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2]],
  aboveZero: ["above 0 and finite", [5e-324, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52, 1.5, 2]],
  atLeastOne: ["at least 1 and finite", [1, 1 + 2 ** -52, 1.5, 2]],
  zeroToBelowOne: ["at least 0 and below 1", [0, 5e-324, 0.5, 1 - 2 ** -53]],
  aboveZeroToOne: ["above 0 and at most 1", [5e-324, 0.5, 1 - 2 ** -53, 1]],
  betweenZeroAndOne: ["above 0 and below 1", [5e-324, 0.5, 1 - 2 ** -53]],
  whole: ["a whole number of at least 0", [0, 1, 2]],
  count: ["a whole number of at least 1", [1, 2]],
};

/** Those of the largest values that are allowed. */
const allowed: { readonly [name in keyof typeof requirements]: number[] } = {
  finite: largest.slice(0, 3),
  notNaN: largest,
  atLeastZero: largest.slice(0, 3),
  atLeastZeroOrInfinite: largest,
  aboveZero: largest.slice(0, 3),
  atLeastOne: largest.slice(0, 3),
  zeroToBelowOne: [],
  aboveZeroToOne: [],
  betweenZeroAndOne: [],
  whole: [2 ** 53 - 1],
  count: [2 ** 53 - 1],
};

describe("the requirement on a number", () => {
  for (const [name, [words, held]] of Object.entries(table)) {
    const key = name as keyof typeof requirements;
    it(`"${words}" holds for these values and no others`, () => {
      const { holds } = requirements[key];
      expect(asked.filter(holds)).to.deep.equal(held);
      expect(largest.filter(holds)).to.deep.equal(allowed[key]);
      expect(holds(Number.NaN)).to.equal(false);
    });

    it(`"${words}" is worded so in the error`, () => {
      expect(() => checkNumber("f", "x", Number.NaN, requirements[key]))
        .to.throw(RangeError)
        .with.property("message", `f: x must be ${words}, got NaN`);
    });
  }

  const refusals: readonly Refusal[] = [
    [
      "a string that looks like a number",
      () => checkNumber("f", "x", "2", numbers.finite),
      TypeError,
      'f: x must be a number, got "2"',
    ],
    [
      "a bigint",
      () => checkNumber("f", "x", 2n, numbers.whole),
      TypeError,
      "f: x must be a number, got 2n",
    ],
    [
      "bounds in the wrong order",
      () => checkBounds("f", ["low", 2], ["high", 1]),
      RangeError,
      "f: low must be at most high, got 2 and 1",
    ],
  ];
  itRefuses(refusals);

  it("allows equal bounds", () => checkBounds("f", ["low", 1], ["high", 1]));
});
