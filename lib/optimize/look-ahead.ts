import type { OpenRate } from "./rate.ts";
import type { Floats } from "./flats.ts";

/**
 * Nesterov's momentum, first half: x ← x - β·step, so that the gradient is taken where the last
 * step would lead.  Nesterov 1983; Sutskever et al. 2013, eq. 3
 */
export function lookAhead(x: Floats, step: Floats, { data, offset, stride }: OpenRate): void {
  for (let i = 0, at = offset; i < x.length; i++, at += stride) x[i]! -= data[at]! * step[i]!;
}
