import type { Floats } from "../../internal/arrays.ts";
import { dot } from "../kernels/vectors.ts";
import { openQuasiDefinite } from "./quasi-definite.ts";

/**
 * The Hessian's estimate B in its compact form, from the last k pairs s and y in order of age.
 *
 *     B = θ·I - W·M·Wᵀ,   W = [Y  θ·S]       (n, 2k)       Byrd, Nocedal & Schnabel 1994, eq. 3.5
 *     M⁻¹ = [-D  Lᵀ; L  θ·SᵀS],   θ = yᵀy/sᵀy of the last pair
 *     D and L: the diagonal of SᵀY, and what is below it
 */
export interface Curvature {
  /** θ, 1 if there are no pairs. */
  readonly theta: number;
  /** How many pairs the rings hold. */
  readonly there: number;
  /** k, the number of pairs in use: the last ones. */
  readonly kept: number;
  /** The index of a pair in the rings, for its age from 0, the oldest, to k - 1. */
  ringAt(age: number): number;
  /** How many pairs have been taken in all, the forgotten ones too. */
  readonly taken: number;
  /** sᵢᵀyⱼ, for indices in the rings. */
  sy(i: number, j: number): number;
  /** Reads the pair that was written last; `pairs` have been written in all. */
  readonly take: (pairs: number) => void;
  readonly forget: () => void;
  /** Takes the last k pairs into use; false if rounding has made M indefinite. */
  use(k: number): boolean;
  /** out ← wᵢ, row i of W      (2k) */
  row(i: number, out: Float64Array): void;
  /** out ← Wᵀ·v                (2k) */
  transpose(v: Float64Array, out: Float64Array): void;
  /** v ← M·v                   (2k) */
  middle(v: Float64Array): void;
}

/** @param steps the ring of the s; pair number i is at index i modulo its length */
export function openCurvature(steps: readonly Floats[], changes: readonly Floats[]): Curvature {
  const m = steps.length;
  const products = new Float64Array(m * m); // sᵢᵀyⱼ, by indices in the rings
  const squares = new Float64Array(m * m); // sᵢᵀsⱼ
  const small = openQuasiDefinite(m);
  let last = 0; // the number of pairs written

  const self = {
    theta: 1,
    there: 0,
    kept: 0,
    taken: 0,
    ringAt: (age: number) => (last - self.kept + age) % m,
    sy: (i: number, j: number) => products[i * m + j]!,
    take: (pairs: number) => {
      last = pairs;
      self.taken++;
      const there = (self.there = Math.min(self.there + 1, m));
      const k = (last - 1) % m;
      for (let age = 0; age < there; age++) {
        const j = (last - there + age) % m;
        products[k * m + j] = dot(steps[k]!, changes[j]!);
        products[j * m + k] = dot(steps[j]!, changes[k]!);
        squares[k * m + j] = squares[j * m + k] = dot(steps[k]!, steps[j]!);
      }
    },
    forget: () => {
      self.there = 0;
    },
    use: (kept: number) => {
      const k = (last - 1) % m;
      const theta = kept > 0 ? dot(changes[k]!, changes[k]!) / products[k * m + k]! : 1;
      [self.kept, self.theta] = [kept, theta];
      for (let a = 0; a < kept; a++) {
        const i = self.ringAt(a);
        for (let b = 0; b < kept; b++) {
          const j = self.ringAt(b);
          const at = a * m + b;
          small.p[at] = a === b ? products[i * m + i]! : 0;
          small.q[at] = a > b ? products[i * m + j]! : 0;
          small.t[at] = theta * squares[i * m + j]!;
        }
      }
      return small.factor(kept);
    },
    row: (i: number, out: Float64Array) => {
      const { theta, kept } = self;
      for (let a = 0; a < kept; a++) {
        const j = self.ringAt(a);
        out[a] = changes[j]![i]!;
        out[kept + a] = theta * steps[j]![i]!;
      }
    },
    transpose: (v: Float64Array, out: Float64Array) => {
      const { theta, kept } = self;
      for (let a = 0; a < kept; a++) {
        const j = self.ringAt(a);
        out[a] = dot(v, changes[j]!);
        out[kept + a] = theta * dot(v, steps[j]!);
      }
    },
    middle: (v: Float64Array) => small.solve(v),
  };
  return self;
}
