import type { Floats } from "../../internal/arrays.ts";
import type { Run } from "./contract.ts";
import type { OpenRate } from "./rate.ts";

/**
 * The first half of Nesterov's momentum: x ← x - β·step, and the gradient is taken there. If that
 * fails, x is put back.  Nesterov 1983; Sutskever et al. 2013, eq. 3
 */
export function aheadOf(run: Run<unknown>, step: Floats, momentum: OpenRate): () => number {
  const { x } = run;
  let before: Floats | undefined; // adding β·step back would round
  return () => {
    const { data, offset, stride } = momentum;
    run.origin = x;
    if (stride === 0 && data[offset] === 0) return run.evaluate();
    before ??= x.slice();
    before.set(x);
    run.origin = before;
    for (let i = 0, at = offset; i < x.length; i++, at += stride) x[i]! -= data[at]! * step[i]!;
    try {
      return run.evaluate();
    } catch (error) {
      x.set(before);
      throw error;
    }
  };
}
