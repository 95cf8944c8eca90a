import type { Floats } from "../../internal/arrays.ts";
import { wrongNumber } from "../../internal/messages.ts";
import { placeOf } from "../../optimize/run/finite.ts";
import type { FitArguments } from "./read-fit.ts";

/** Refuses a flat that the caller has moved out of its bounds, after they were read. */
export function checkWithin(
  call: string,
  x: Floats,
  { lower, upper, layout }: Pick<FitArguments, "lower" | "upper" | "layout">,
): void {
  const bad = x.findIndex((v: number, i: number) => !(v >= lower[i]! && v <= upper[i]!));
  if (bad === -1) return;
  const need = `be from ${lower[bad]} to ${upper[bad]} at ${placeOf(layout, bad)}, its bounds`;
  throw wrongNumber(call, "flat", need, x[bad]!);
}
