import type { Floats } from "../../internal/arrays.ts";

/** The numbers of a rate: element i has `data[offset + i·stride]`. */
export interface Numbers {
  readonly data: Floats;
  readonly offset: number;
  readonly stride: number;
}

/**
 * One step of a rule. The rows are x, g, and the state. Of the numbers the first two belong to the
 * step, and the others are constants. Returns the largest of the rates that it adapts, else 0.
 */
export type StepLoop = (
  rows: readonly Floats[],
  rates: readonly Numbers[],
  numbers: Float64Array,
) => number;

/** The rules by their loops. Some have one for each form of their formula. */
export type StepName =
  | "gradientDescent"
  | "nesterov"
  | "adam"
  | "adamAhead"
  | "adamW"
  | "rmsProp"
  | "rmsPropAdapted"
  | "adadelta"
  | "rprop";
