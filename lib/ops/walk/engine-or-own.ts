/**
 * The exponential and the logarithm with the bits of our own steps: the engine's function, if it
 * gives the same bits for eight hard numbers, and our own steps if not. V8's functions are the same
 * fdlibm, and a loop over them is as fast as that of ndarray-ops.
 *
 * A number is hard if fdlibm does not give the double that is nearest to the truth. Other libraries
 * nearly always give that one, so they differ at nearly all hard numbers, but only at 4 to 10 % of
 * all numbers. Few are therefore enough. To take our own steps for them would double the time of
 * the first call, so these are numbers for which fdlibm's result is from 1 to 2 and ends with the
 * bits 100. The nearest double is its neighbour and ends with others.
 */
import { exp } from "../../internal/exact-math/exp.ts";
import { log } from "../../internal/exact-math/log.ts";

type Of1 = (x: number) => number;

/** Thousandths that are hard for the exponential. */
export const hardForExp = [134, 280, 334, 393, 457, 503, 565, 615];
/** Thousandths that are hard for the logarithm. */
export const hardForLog = [2754, 3057, 3510, 4322, 4837, 5362, 5973, 7205];

export const expHere = (): Of1 => engineOrOwn(Math.exp, exp, hardForExp);
export const logHere = (): Of1 => engineOrOwn(Math.log, log, hardForLog);

export const engineOrOwn = (engine: Of1, own: Of1, hard: readonly number[]): Of1 =>
  hard.every((i) => (engine(i / 1000) * 2 ** 52) % 8 === 4)
    ? engine
    : // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- arrays may hold strings
      (x) => own(+x);
