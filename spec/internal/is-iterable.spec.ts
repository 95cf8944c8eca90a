import { expect } from "chai";
import { isIterable } from "../../lib/internal/is-iterable.ts";

describe("isIterable", () => {
  it("knows what a loop can walk", () => {
    for (const value of [[], "", new Set(), new Float64Array(1), (function* none() {})()]) {
      expect(isIterable(value)).to.equal(true);
    }
    for (const value of [undefined, null, 1, {}, { length: 1 }, { [Symbol.iterator]: 1 }]) {
      expect(isIterable(value)).to.equal(false);
    }
  });
});
