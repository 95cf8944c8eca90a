import type { Floats } from "../../internal/arrays.ts";
import type { Run } from "./contract.ts";
import type { OpenRate } from "./rate.ts";

/**
 * The first half of Nesterov's momentum: x ← x - β·step, and the gradient is taken there.
 * Nesterov 1983; Sutskever et al. 2013, eq. 3
 */
export function aheadOf(run: Run<unknown>, step: Floats, momentum: OpenRate): () => void {
  const { x } = run;
  let before: Floats | undefined; // adding β·step back would round
  return () => {
    const { data, offset, stride } = momentum;
    if (stride === 0 && data[offset] === 0) return;
    before ??= x.slice();
    before.set(x);
    run.origin = before;
    for (let i = 0, at = offset; i < x.length; i++, at += stride) x[i]! -= data[at]! * step[i]!;
  };
}
