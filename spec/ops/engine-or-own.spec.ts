import { expect } from "chai";
import { exp } from "../../lib/internal/exact-math/exp.ts";
import { log } from "../../lib/internal/exact-math/log.ts";
import {
  engineOrOwn,
  expHere,
  exponent,
  logHere,
  positive,
} from "../../lib/ops/walk/engine-or-own.ts";

describe("the exponential and the logarithm of ops", () => {
  it("are the engine's where its bits are ours, as in Node", () => {
    expect(expHere()).to.equal(Math.exp);
    expect(logHere()).to.equal(Math.log);
    expect(expHere()).to.equal(Math.exp);
  });

  it("are our own steps where one number in a thousand differs by its last bit", () => {
    const other =
      (f: (x: number) => number) =>
      (x: number): number => {
        const y = f(x);
        return Math.floor(Math.abs(x) * 1e9) % 1000 === 0 ? y * (1 + Number.EPSILON) : y;
      };
    const ownExp = engineOrOwn(other(Math.exp), exp, exponent);
    const ownLog = engineOrOwn(other(Math.log), log, positive);
    for (const x of [0.3, 1, 2.5, 700]) {
      expect(ownExp(x)).to.equal(exp(x));
      expect(ownLog(x)).to.equal(log(x));
    }
  });

  it("take strings as numbers and refuse bigints, as Math does", () => {
    const own = engineOrOwn(() => 0, exp, exponent) as (x: unknown) => number;
    expect(own("0")).to.equal(1);
    expect(() => own(1n)).to.throw(TypeError);
  });
});
