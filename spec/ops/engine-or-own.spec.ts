import { expect } from "chai";
import { exp } from "../../lib/internal/exact-math/exp.ts";
import { log } from "../../lib/internal/exact-math/log.ts";
import {
  engineOrOwn,
  expHere,
  hardForExp,
  hardForLog,
  logHere,
} from "../../lib/ops/walk/engine-or-own.ts";

const BITS = 1300n;
const ONE = 1n << BITS;

/** A double as an integer over 2^1300, which is exact for the numbers here. */
const fixed = (x: number): bigint => BigInt(x * 2 ** 60) << (BITS - 60n);

/** e^x: the series for x / 2^20, squared twenty times. */
function expOf(x: number): bigint {
  const small = fixed(x) >> 20n;
  let sum = ONE;
  let term = ONE;
  for (let i = 1n; i < 80n; i++) sum += term = (term * small) / (i * ONE);
  for (let i = 0; i < 20; i++) sum = (sum * sum) >> BITS;
  return sum;
}

function nearestExp(x: number): number {
  const value = expOf(x);
  const rest = value.toString(2).length - 100;
  return (Number(value >> BigInt(rest)) / 2 ** 100) * 2 ** (rest + 100 - Number(BITS));
}

/** One step of Newton from the double y: log x - y = x / e^y - 1, within 2^-100. */
function nearestLog(x: number): number {
  const y = log(x);
  const error = Number(((fixed(x) << BITS) / expOf(y) - ONE) >> (BITS - 200n)) / 2 ** 200;
  const ulp = 2 ** (Math.floor(Math.log2(y)) - 52);
  return y + Math.round(error / ulp) * ulp;
}

/** The lowest three bits of a double from 1 to 2. */
function lastBits(y: number): bigint {
  expect(y >= 1 && y < 2).to.equal(true);
  return new BigUint64Array(new Float64Array([y]).buffer)[0]! & 7n;
}

describe("the exponential and the logarithm of ops", () => {
  it("are the engine's where its bits are ours, as in Node", () => {
    expect(expHere()).to.equal(Math.exp);
    expect(logHere()).to.equal(Math.log);
    expect(expHere()).to.equal(Math.exp);
  });

  it("are compared at numbers for which fdlibm does not give the nearest double", () => {
    expect(nearestExp(1)).to.equal(Math.E);
    expect(nearestLog(10)).to.equal(Math.LN10);
    for (const i of hardForExp) {
      const x = i / 1000;
      expect(lastBits(exp(x)), `exp(${x})`).to.equal(4n);
      expect(lastBits(nearestExp(x)), `exp(${x})`).to.be.oneOf([3n, 5n]);
    }
    for (const i of hardForLog) {
      const x = i / 1000;
      expect(lastBits(log(x)), `log(${x})`).to.equal(4n);
      expect(lastBits(nearestLog(x)), `log(${x})`).to.be.oneOf([3n, 5n]);
    }
    expect([hardForExp.length, hardForLog.length]).to.deep.equal([8, 8]);
  });

  it("are our own steps where the engine is right at one hard number", () => {
    const once = (x: number): number => (x === hardForExp[7]! / 1000 ? nearestExp(x) : exp(x));
    const ownExp = engineOrOwn(once, exp, hardForExp);
    const ownLog = engineOrOwn(nearestLog, log, hardForLog);
    for (const x of [0.3, 1, 2.5, 700]) {
      expect(ownExp(x)).to.equal(exp(x));
      expect(ownLog(x)).to.equal(log(x));
    }
    expect(ownLog).to.not.equal(nearestLog);
  });

  it("take strings as numbers and refuse bigints, as Math does", () => {
    const own = engineOrOwn(() => 0, exp, hardForExp) as (x: unknown) => number;
    expect(own("0")).to.equal(1);
    expect(() => own(1n)).to.throw(TypeError);
  });
});
