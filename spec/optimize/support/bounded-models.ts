/** Quadratic models within bounds, as the parts of L-BFGS-B see them and as dense matrices. */
import { openCauchyPoint } from "../../../lib/optimize/bounded/cauchy-point.ts";
import { openCurvature } from "../../../lib/optimize/bounded/curvature.ts";
import { openSubspace } from "../../../lib/optimize/bounded/subspace.ts";
import { bfgs, dotOf, identity, numbers, pairsOf, times, type Matrix } from "./dense.ts";

export interface ModelCase {
  readonly n: number;
  readonly pairs: number;
  readonly memory: number;
  readonly seed: number;
  /** The distance of the bounds from x, about. */
  readonly room: number;
}

/** A model with some elements on a bound, some fixed and some unbounded. */
export function model({ n, pairs, memory, seed, room }: ModelCase) {
  const draw = numbers(seed);
  const x = Float64Array.from({ length: n }, draw);
  const g = Float64Array.from({ length: n }, draw);
  const away = (i: number): number => {
    const kind = (i + seed) % 5;
    return kind === 0 ? 0 : kind === 1 ? Infinity : (draw() + 1) * room;
  };
  const lower = x.map((v, i) => v - away(i));
  const upper = x.map((v, i) => v + away(i + 2));
  const { steps, changes } = pairsOf(n, Math.max(1, pairs), draw);
  const b: Matrix = pairs === 0 ? identity(n) : bfgs(steps, changes);
  const ring = () => Array.from({ length: memory }, () => new Float64Array(n));
  const rings = [ring(), ring()] as const;
  const curvature = openCurvature(...rings);
  for (let k = 0; k < pairs; k++) {
    rings[0][k]!.set(steps[k]!);
    rings[1][k]!.set(changes[k]!);
    curvature.take(k + 1);
  }
  curvature.use(pairs);
  const at = { step: new Float64Array(n), side: new Int8Array(n), c: new Float64Array(2 * memory) };
  const bounds = { lower, upper };
  const toCauchyPoint = openCauchyPoint(x, g, bounds, memory, curvature, at);
  const toMinimum = openSubspace(x, g, bounds, ...rings, curvature, at);
  /** q(z) = gᵀz + ½·zᵀB·z */
  const q = (z: ArrayLike<number>): number => dotOf(g, z) + dotOf(z, times(b, z)) / 2;
  return { x, g, bounds, b, curvature, at, rings, toCauchyPoint, toMinimum, q };
}

export const cases: readonly ModelCase[] = [
  { n: 1, pairs: 1, memory: 2, room: 0.1 },
  { n: 4, pairs: 0, memory: 3, room: 0.5 },
  { n: 5, pairs: 2, memory: 3, room: 0.02 },
  { n: 8, pairs: 3, memory: 5, room: 0.05 },
  { n: 8, pairs: 5, memory: 5, room: 1 },
  { n: 20, pairs: 7, memory: 10, room: 0.03 },
].flatMap((each) => [1, 2, 3, 4, 5].map((seed) => ({ ...each, seed })));

export const nameOf = ({ n, pairs, room, seed }: ModelCase): string =>
  `n = ${n}, ${pairs} pairs, bounds at ${room}, seed ${seed}`;
