/** fmin 0.0.4 with types; its entry exports nothing to Node, the functions are on the global. */
import "fmin"; // oxlint-disable-line import/no-unassigned-import -- for what it puts there

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
