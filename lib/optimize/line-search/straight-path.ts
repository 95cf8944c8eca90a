import type { Floats } from "../../internal/arrays.ts";
import { zerosBeside } from "../../internal/wasm/arena.ts";
import { vectorsFor } from "../kernels/vectors.ts";
import { sameElements } from "../run/flats.ts";

/** The way of a search: where a length along its direction leads. */
export interface Path {
  /** The caller sets it before a search. */
  readonly direction: Floats;
  /** The longest length. A search ends there if the loss has fallen and would fall on. */
  readonly longest: number;
  /** A search also ends at the best point of a bracket that is narrower than this part of it. */
  readonly narrow: number;
  /** Moves x to the point at a length from `start`; returns whether it has moved at all. */
  moveTo(start: Floats, length: number): boolean;
  /** The gradient g at x, with zeros for elements that cannot move against it. */
  freeGradient(x: Floats, g: Floats): Floats;
}

/** The length to try first, from the slope gᵀd and from dᵀd in a search along d. */
export type FirstLength = (slope: number, squares: number) => number;

/** x ← start + length·direction */
export function straightPath(x: Floats): Path {
  const direction = zerosBeside(x, x.length);
  const { combine } = vectorsFor(x);
  return {
    direction,
    longest: Infinity,
    narrow: 0,
    moveTo: (start, length) => {
      combine(x, 1, start, length, direction);
      return !sameElements(x, start);
    },
    freeGradient: (_x, g) => g,
  };
}
