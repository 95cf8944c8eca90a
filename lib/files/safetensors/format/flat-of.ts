import type { NdArray } from "ndarray";
import { isNdArray } from "../../../internal/checks.ts";
import { viewMaker } from "../../../internal/make-view.ts";
import type { Floats } from "../../internal/elements.ts";

/** The flat as an ndarray: itself where it is one. */
export const flatOf = <D extends Floats>(call: string, flat: D | NdArray<D>): NdArray<D> =>
  isNdArray<D>(flat) ? flat : viewMaker(call, flat)([flat.length], [1], 0);
