import { expect } from "chai";
import { exp, expEach } from "../../lib/internal/exact-math/exp.ts";
import { expm1, expm1Each } from "../../lib/internal/exact-math/expm1.ts";
import { log, logEach } from "../../lib/internal/exact-math/log.ts";
import { log1p, log1pEach } from "../../lib/internal/exact-math/log1p.ts";
import { tanh, tanhEach } from "../../lib/internal/exact-math/tanh.ts";

const functions = {
  exp: [exp, expEach],
  expm1: [expm1, expm1Each],
  log: [log, logEach],
  log1p: [log1p, log1pEach],
  tanh: [tanh, tanhEach],
} as const;

/** Numbers of every branch, which follow on each other in both orders. */
const sizes = [0, 1e-320, 1e-20, 1e-9, 1e-7, 0.01, 0.3, 0.36, 0.42, 0.5, 0.6, 0.999, 1, 1.1];
const large = [1.5, 2, 3, 5, 15, 21, 23, 40, 60, 300, 709, 711, 746, 1e10, 1e300, Infinity];
const all = [...sizes, ...large];
const numbers = [...all, ...all.map((x) => -x), NaN, ...all.toReversed()];

describe("the function of an array gives each number what the function of one number gives:", () => {
  for (const [name, [ofOne, ofEach]] of Object.entries(functions)) {
    it(`${name}Each`, () => {
      const values = Float64Array.from([...numbers, 0.25, 0.75]);
      ofEach(values, numbers.length);
      expect([...values]).to.deep.equal([...numbers.map(ofOne), 0.25, 0.75]);
    });
  }
});
