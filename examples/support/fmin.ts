/** fmin 0.0.4 with types. Its entry exports nothing in Node: it puts its functions on the global. */
import "fmin"; // oxlint-disable-line import/no-unassigned-import -- see above

export interface Minimum {
  readonly x: Float64Array;
  readonly fx: number;
}

interface Fmin {
  /** Nonlinear conjugate gradients (Polak & Ribiere) with a Wolfe line search. */
  readonly conjugateGradient: (
    f: (x: Float64Array, gradient: Float64Array) => number,
    initial: Float64Array,
    params?: { maxIterations?: number; history?: Minimum[] },
  ) => Minimum;
}

export const { conjugateGradient } = (globalThis as unknown as { fmin: Fmin }).fmin;
