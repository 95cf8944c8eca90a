/** Drawn calls beside ndarray-ops; `npm run fuzz -- ops` is the long run. */
import { expect } from "chai";
import { checkCall } from "../support/ops/check-call.ts";

describe("ops on 600 drawn calls", () => {
  it("returns, writes and refuses what ndarray-ops does, on all kinds of views", () => {
    let refused = 0;
    for (let seed = 0; seed < 600; seed++) if (checkCall(seed, 800)) refused++;
    expect(refused).to.be.within(30, 120);
  });
});
