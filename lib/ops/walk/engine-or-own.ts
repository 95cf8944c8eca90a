/**
 * The exponential and the logarithm with the bits of our own steps: the engine's function, if it
 * gives the same bits for 2048 numbers of all sizes, and our own steps if not. V8's functions are the
 * same fdlibm, and a loop over them is as fast as that of ndarray-ops.
 *
 * Libraries differ in whole percents of all numbers, or in none: of the logarithms of Bun and Deno
 * 3.6 % are not fdlibm's, and of their exponentials 10 %. With 3.6 % the 2048 numbers miss the
 * difference once in 10³² times.
 */
import { exp } from "../../internal/exact-math/exp.ts";
import { log } from "../../internal/exact-math/log.ts";
import { powerOfTwo } from "../../internal/exact-math/times-power-of-two.ts";

type Of1 = (x: number) => number;

const PROBES = 2048;
const chosen: { exp?: Of1; log?: Of1 } = {};

export const expHere = (): Of1 => (chosen.exp ??= engineOrOwn(Math.exp, exp, exponent));
export const logHere = (): Of1 => (chosen.log ??= engineOrOwn(Math.log, log, positive));

/** From a fraction and a count: from -700 to 700, and as often near 0. */
export const exponent = (fraction: number, i: number): number =>
  (fraction - 0.5) * (i % 2 === 0 ? 1400 : 4);

/** From 2⁻³⁰⁰ to 2³⁰⁰, and as often from 1 to 2. */
export const positive = (fraction: number, i: number): number =>
  (1 + fraction) * powerOfTwo((i % 2) * ((i % 600) - 300));

export function engineOrOwn(
  engine: Of1,
  own: Of1,
  probe: (fraction: number, i: number) => number,
): Of1 {
  let fraction = 0;
  for (let i = 0; i < PROBES; i++) {
    fraction = (fraction + Math.SQRT2 - 1) % 1; // Weyl's sequence covers the fractions evenly
    const x = probe(fraction, i);
    if (engine(x) !== own(x)) {
      // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- arrays may hold strings
      return (value) => own(+value);
    }
  }
  return engine;
}
