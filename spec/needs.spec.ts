import { expect } from "chai";
import { needs } from "./support/needs.ts";

describe("a test that needs something of the machine", () => {
  const { CI } = process.env;
  afterEach(() => {
    if (CI === undefined) delete process.env["CI"];
    else process.env["CI"] = CI;
  });

  let skipped = 0;
  const test = { skip: () => skipped++ } as unknown as Mocha.Context;
  const call = (isThere: boolean) => () => needs(test, "a printer", isThere, "switch it on");

  it("runs if it is there, is skipped if not, and fails under CI", () => {
    delete process.env["CI"];
    call(true)();
    expect(skipped).to.equal(0);
    call(false)();
    expect(skipped).to.equal(1);
    process.env["CI"] = "true";
    call(true)();
    expect(call(false)).to.throw(Error, "needs a printer: switch it on");
    expect(skipped).to.equal(1);
  });
});
