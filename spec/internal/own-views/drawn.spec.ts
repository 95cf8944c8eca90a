/** Our own classes beside ndarray in drawn states; `npm run fuzz -- views` is the long run. */
import { expect } from "chai";
import { differenceOf } from "../../support/views/compare-views.ts";

describe("our own classes of views", () => {
  it("are ndarray's to the member in 700 drawn states", () => {
    for (let seed = 0; seed < 700; seed++) {
      const difference = differenceOf(seed * 7919);
      if (difference !== undefined) expect.fail(difference);
    }
  });
});
