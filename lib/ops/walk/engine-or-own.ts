/**
 * The exponential and the logarithm with the bits of our own steps: the engine's function, if it
 * gives the same bits for eight hard numbers, and our own steps if not. V8's functions are the same
 * fdlibm, and a loop over them is as fast as that of ndarray-ops.
 *
 * A number is hard if fdlibm does not give the double that is nearest to the truth. Other libraries
 * nearly always give that one, so they differ at nearly all hard numbers, where they differ at 4 to
 * 10 % of all numbers. Few are therefore enough. What our steps give is written out, because the
 * first call would take twice as long with them.
 */
import { exp } from "../../internal/exact-math/exp.ts";
import { log } from "../../internal/exact-math/log.ts";

type Of1 = (x: number) => number;

/** Hard numbers, each with its exponential by fdlibm. */
// oxfmt-ignore
export const hardForExp = [-150, 7.17509597316441e-66, -53, 9.602680054508677e-24, -3.2, 0.040762203978366204, 1.7, 5.473947391727199, 9.5, 13359.726829661871, 19, 178482300.96318728, 74, 1.3733829795401763e32, 302, 1.4352697602481279e131];

/** Hard numbers, each with its logarithm by fdlibm. */
// oxfmt-ignore
export const hardForLog = [3, 1.0986122886681096, 48, 3.8712010109078907, 74, 4.304065093204169, 185, 5.220355825078325, 196, 5.278114659230518, 299, 5.700443573390686, 343, 5.83773044716594, 362, 5.891644211825771];

const chosen: { exp?: Of1; log?: Of1 } = {};

export const expHere = (): Of1 => (chosen.exp ??= engineOrOwn(Math.exp, exp, hardForExp));
export const logHere = (): Of1 => (chosen.log ??= engineOrOwn(Math.log, log, hardForLog));

export function engineOrOwn(engine: Of1, own: Of1, hard: readonly number[]): Of1 {
  for (let i = 0; i < hard.length; i += 2) {
    // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- arrays may hold strings
    if (engine(hard[i]!) !== hard[i + 1]) return (x) => own(+x);
  }
  return engine;
}
