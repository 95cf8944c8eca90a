declare module "ode45-cash-karp" {
  export interface Integrator {
    readonly t: number;
    step(tLimit?: number): boolean;
    steps(n: number, tLimit?: number): void;
  }

  /** Integrates y in place; `derivative` writes dy/dt into its first argument. */
  export default function ode45<Y extends Float64Array | number[]>(
    y: Y,
    derivative: (dydt: Y, y: Y, t: number) => void,
    t0: number,
    dt0: number,
    options?: { tol?: number; verbose?: boolean },
  ): Integrator;
}
