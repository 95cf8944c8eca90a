/**
 * Refuses a step in which a number leaves the range of its dtype: an element whose mean square is
 * Infinity would never move again. To look at every element costs time, so this is done only if a
 * bound on the step does not exclude an overflow.
 */
import { isFloat32, type Floats } from "../../internal/arrays.ts";
import { allFinite, sumOfSizes } from "../kernels/vectors.ts";
import { placeOf } from "./finite.ts";
import type { Layout } from "../../layout.ts";

/** An array that a step writes, with its name for errors. */
export interface Written {
  readonly name: string;
  readonly row: Floats;
}

export interface Guard {
  /**
   * Comes between the gradient and the step, which moves no element by more than `most` times the
   * sum of all |gᵢ|. Copies what the step will write if that may overflow.
   */
  watch(most: number, gradientSum: number, origin: Floats): void;
  /** Comes after the step. Puts everything back if a number has become infinite, and throws. */
  settle(iteration: number): void;
}

/**
 * Squares of this are finite, and so are its products with itself; to the largest number they add
 * less than half a unit in the last place, so a sum with them stays finite too.
 */
const limitOf = (row: Floats): number => (isFloat32(row) ? 2 ** 48 : 2 ** 480);

/** @param careful whether the state may hold large numbers already */
export function openGuard(
  call: string,
  x: Floats,
  g: Floats,
  states: readonly Written[],
  layout: Layout | undefined,
  careful: boolean,
): Guard {
  const limit = limitOf(x);
  let watching = false;
  let copies: Floats[] | undefined;

  const refuse = ({ name, row }: Written, iteration: number): RangeError => {
    const bad = row.findIndex((v) => !Number.isFinite(v));
    const got = `${name} becomes ${row[bad]} at ${placeOf(layout, bad)}`;
    return new RangeError(
      `${call}: in iteration ${iteration} ${got}, where the gradient is ${g[bad]}`,
    );
  };

  return {
    watch: (most, gradientSum, origin) => {
      watching = careful || !(gradientSum <= limit && most <= limit);
      if (!watching) return;
      copies ??= [x, ...states.map(({ row }) => row)].map((row) => row.slice());
      copies[0]!.set(origin);
      states.forEach(({ row }, i) => copies![i + 1]!.set(row));
    },
    settle: (iteration) => {
      if (!watching) return;
      watching = false;
      const written = [...states, { name: "flat", row: x }];
      const bad = written.find(({ row }) => !allFinite(row));
      if (bad === undefined) {
        careful = states.some(({ row }) => !(sumOfSizes(row) <= limit));
        return;
      }
      const error = refuse(bad, iteration);
      [x, ...states.map(({ row }) => row)].forEach((row, i) => row.set(copies![i]!));
      throw error;
    },
  };
}
