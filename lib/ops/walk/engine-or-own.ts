/**
 * The exponential and the logarithm with the bits of our own steps: the engine's function, if it
 * gives the same bits for 24 hard numbers, and our own steps if not. V8's functions are the same
 * fdlibm, and a loop over them is as fast as that of ndarray-ops.
 *
 * A number is hard if fdlibm does not give the double that is nearest to the truth. Other libraries
 * nearly always give that one, so they differ at nearly all hard numbers, where they differ at 4 to
 * 10 % of all numbers. Few are therefore enough, and the first call has to be quick.
 */
import { exp } from "../../internal/exact-math/exp.ts";
import { log } from "../../internal/exact-math/log.ts";

type Of1 = (x: number) => number;

/** Hard exponents are 0.7 times these. */
// oxfmt-ignore
const exponents = [-977, -927, -873, -844, -770, -640, -554, -445, -359, -269, -176, -133, -24, 133, 178, 263, 319, 372, 461, 578, 662, 686, 764, 873];
/** A seventh of each is hard for the logarithm. */
// oxfmt-ignore
const sevenths = [20, 36, 47, 90, 123, 164, 334, 368, 656, 806, 1075, 1196, 1313, 1347, 1372, 1384, 1618, 2088, 2156, 2338, 2413, 2537, 2634, 2802];

export const hardForExp = (): number[] => exponents.map((i) => i * 0.7);
export const hardForLog = (): number[] => sevenths.map((i) => i / 7);

const chosen: { exp?: Of1; log?: Of1 } = {};

export const expHere = (): Of1 => (chosen.exp ??= engineOrOwn(Math.exp, exp, hardForExp()));
export const logHere = (): Of1 => (chosen.log ??= engineOrOwn(Math.log, log, hardForLog()));

export const engineOrOwn = (engine: Of1, own: Of1, hard: readonly number[]): Of1 =>
  hard.every((x) => engine(x) === own(x))
    ? engine
    : // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- arrays may hold strings
      (x) => own(+x);
