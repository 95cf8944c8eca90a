import type { NdArray } from "ndarray";
import { isNdArray } from "../incoming.ts";
import { viewMaker } from "../view.ts";
import type { Floats } from "./elements.ts";

/** The flat as an ndarray: itself where it is one. */
export const flatOf = <D extends Floats>(call: string, flat: D | NdArray<D>): NdArray<D> =>
  isNdArray<D>(flat) ? flat : viewMaker(call, flat)([flat.length], [1], 0);
