import type { NdArray } from "ndarray";
import { fill } from "./internal/fill.ts";
import { checkView, checkWithin, type FloatData } from "./internal/view-checks.ts";

/**
 * view ← c.
 *
 * @throws TypeError, RangeError before anything is written
 */
export function constant(view: NdArray<FloatData>, c: number): void {
  checkView("constant", view);
  checkWithin("constant", view, "c", c);
  fill(view, (block) => void block.fill(c));
}

/** view ← 0. */
export function zeros(view: NdArray<FloatData>): void {
  checkView("zeros", view);
  fill(view, (block) => void block.fill(0));
}

/** view ← 1. */
export function ones(view: NdArray<FloatData>): void {
  checkView("ones", view);
  fill(view, (block) => void block.fill(1));
}
