import type { Run, RunMap } from "./run-map.ts";

/** The map of a leaf without a constraint: its n elements are copied. */
export function identityMap(n: number): RunMap {
  const copy = (from: Run, to: Run): void => {
    for (let i = 0; i < n; i++) {
      to.data[to.offset + i * to.stride] = from.data[from.offset + i * from.stride]!;
    }
  };
  return {
    forward: (y, x) => copy(y, x),
    inverse: copy,
    faultOf: () => undefined,
    pullBack: (_, gx, gy) => copy(gx, gy),
    pullBackJacobian: () => {},
  };
}
