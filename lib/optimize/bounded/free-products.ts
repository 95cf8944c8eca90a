import type { Floats } from "../../internal/arrays.ts";
import type { Curvature } from "./curvature.ts";
import type { QuasiDefinite } from "./quasi-definite.ts";

/**
 * The system of the free elements F, with A the others. Inner products over a part of the elements
 * are kept as long as the part stays the same, which it does when the run settles.
 *
 *     K = M⁻¹ - W_Fᵀ·W_F/θ = [-P  Qᵀ; Q  T]
 *     P = D + Y_FᵀY_F/θ,   T = θ·S_AᵀS_A
 *     Q: S_AᵀY_A below the diagonal, -S_FᵀY_F on and above it
 *
 * Every product is a sum over elements of F or A alone, so nothing cancels.  Byrd, Lu, Nocedal &
 * Zhu 1995, section 5.1; Zhu, Byrd, Lu & Nocedal 1997, `formk`
 */
export function openFreeProducts(
  steps: readonly Floats[],
  changes: readonly Floats[],
  curvature: Curvature,
  system: QuasiDefinite,
): (free: Int32Array, others: Int32Array) => void {
  const m = steps.length;
  const n = steps[0]!.length;
  const p = new Float64Array(m * m); // by indices in the rings
  const q = new Float64Array(m * m);
  const t = new Float64Array(m * m);
  const part = new Int32Array(n); // the free elements that the products are of
  let size = -1;
  let known = 0; // the count of pairs when the products were made

  const isSame = (free: Int32Array): boolean => {
    if (free.length !== size) return false;
    for (let i = 0; i < size; i++) if (free[i] !== part[i]) return false;
    return true;
  };

  return (free, others) => {
    const { kept, theta, taken } = curvature;
    const old = isSame(free) ? kept - (taken - known) : 0; // the pairs that were there before
    size = free.length;
    part.set(free);
    known = taken;
    for (let a = 0; a < kept; a++) {
      const i = curvature.ringAt(a);
      for (let b = 0; b < kept; b++) {
        const j = curvature.ringAt(b);
        const [at, ring] = [a * m + b, i * m + j];
        if (a >= old || b >= old) {
          q[ring] =
            a > b ? dotAt(steps[i]!, changes[j]!, others) : -dotAt(steps[i]!, changes[j]!, free);
          if (a >= b) {
            p[ring] = p[j * m + i] = dotAt(changes[i]!, changes[j]!, free);
            t[ring] = t[j * m + i] = dotAt(steps[i]!, steps[j]!, others);
          }
        }
        system.p[at] = p[ring]! / theta + (a === b ? curvature.sy(i, i) : 0);
        system.q[at] = q[ring]!;
        system.t[at] = theta * t[ring]!;
      }
    }
  };
}

/** Σ aᵢ·bᵢ over some indices. */
function dotAt(a: Floats, b: Floats, at: Int32Array): number {
  let sum = 0;
  for (let l = 0; l < at.length; l++) {
    const i = at[l]!;
    sum += a[i]! * b[i]!;
  }
  return sum;
}
