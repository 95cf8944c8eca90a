import type { Floats } from "../../internal/arrays.ts";
import { aboveZero, count } from "../../internal/numbers.ts";
import type { Flat } from "../../internal/read-flat.ts";
import { markActive } from "../bounded/feasible.ts";
import { openStepsWithin } from "../bounded/within.ts";
import { vectorsFor } from "../kernels/vectors.ts";
import { openLineSearch } from "../line-search/line-search.ts";
import { searchLines } from "../line-search/search-lines.ts";
import type { FirstLength } from "../line-search/straight-path.ts";
import { begin } from "../run/begin.ts";
import type { Info, Objective, RunOptions } from "../run/contract.ts";
import type { Loss, LoopOf } from "../run/loop.ts";
import type { OpenRate, Rate } from "../run/rate.ts";
import type { Bounds } from "../run/read-bounds.ts";
import type { State } from "../run/state.ts";

export interface LbfgsOptions<F, B extends readonly unknown[] = []> extends RunOptions<F, B> {
  /** How many of the last steps are remembered; 20 by default. Each takes two flats. */
  readonly memory?: number;
  /**
   * D, the diagonal of the inverse Hessian as far as you know it: a number, a flat, or a series of
   * them. The first step is then tried at its full length -D·∇f. Without it D is 1.
   */
  readonly initialDiagonal?: Rate;
  /**
   * Limits that no evaluation crosses; the flat has to lie within them. Not with `initialDiagonal`.
   */
  readonly bounds?: Bounds;
}

interface LbfgsInfo<F> extends Info<F, LbfgsState<F>> {
  readonly stepLength: number;
  /** -1 or 1 for each element that is on its lower or upper bound, 0 for the others. */
  readonly active: Int8Array;
}

/** `steps` and `changes` hold the last pairs; pair k is at index k modulo the memory. */
export interface LbfgsState<F> extends State<F> {
  readonly pairs: number;
  readonly steps: readonly F[];
  readonly changes: readonly F[];
}

/**
 * Limited-memory BFGS: estimates the curvature from the last steps, and searches along Newton's
 * direction. It needs full batches. The loop ends by itself when no step lowers the loss.
 *
 *     d ← -H·∇f(x), H from the pairs s, y by two loops,    Nocedal 1980; Nocedal & Wright 2006,
 *     which start from γ·D, γ = sᵀy/yᵀDy of the last pair  algorithms 7.4 and 7.5, eq. 7.20 for D = 1
 *     x ← x + α·d, α by line search
 *     s = α·d, y = the change of ∇f(x)
 *
 * `info.loss` and `info.gradient` are those at the new x. With `bounds` it is L-BFGS-B: each step
 * goes to where the model of H is least within them.     Byrd, Lu, Nocedal & Zhu 1995; Morales &
 *                                                        Nocedal 2011
 *
 * @example
 * const stop = converged();
 * for (const info of lbfgs(flat, objective)) if (stop(info)) break;
 */
export function lbfgs<F extends Flat, B extends readonly unknown[] = [], L extends Loss = number>(
  flat: F,
  objective: Objective<F, B, L>,
  options: LbfgsOptions<F, B> = {},
): LoopOf<LbfgsInfo<F>, L> {
  const run = begin("lbfgs", flat, objective, options);
  const { x, g, size, state } = run;
  const memory = run.number("memory", options.memory, 20, count);
  const steps = state.flats("steps", memory);
  const changes = state.flats("changes", memory);
  const record = state.count("pairs");
  const diagonal = run.rate("initialDiagonal", options.initialDiagonal, 1, aboveZero);
  const isScaled = options.initialDiagonal !== undefined;
  const bounds = run.bounds("bounds", options.bounds);
  if (isScaled && bounds !== undefined) {
    throw new TypeError("lbfgs: bounds cannot be combined with initialDiagonal");
  }
  const active = new Int8Array(size);
  const within = bounds && openStepsWithin(x, g, bounds, steps, changes);
  const line = openLineSearch(run, 0.9, within?.path);
  const { start, startGradient } = line;
  const d = line.path.direction;
  const { combine, copy, dot, products } = vectorsFor(d);
  const a = new Float64Array(memory);
  const rho = new Float64Array(memory);
  const sums = new Float64Array(3);
  let scale: number;

  /** Keeps s and y if their curvature is positive, as BFGS needs; otherwise keeps the old pairs. */
  const remember = (): void => {
    const [s, y] = [start, startGradient]; // overwritten in place: the next search sets both anew
    combine(s, 1, x, -1, start);
    combine(y, 1, g, -1, startGradient);
    products(s, y, sums);
    const sizes = Math.sqrt(sums[1]!) * Math.sqrt(sums[2]!);
    if (!(sums[0]! > Number.EPSILON * sizes)) return;
    const k = record.pairs++ % memory;
    copy(steps[k]!, s);
    copy(changes[k]!, y);
    measure(k);
    within?.take(record.pairs);
  };

  /** ρ = 1/sᵀy, and γ without a diagonal, sᵀy/yᵀy, from sᵀy, sᵀs, yᵀy. */
  const measure = (k: number): void => {
    rho[k] = 1 / sums[0]!;
    scale = sums[0]! / sums[2]!;
  };

  /** d ← H₀·d */
  const startFrom = (): void => {
    if (isScaled) multiply(d, diagonal);
    if (record.pairs === 0) return;
    const k = (record.pairs - 1) % memory;
    const gamma = isScaled ? 1 / rho[k]! / squares(changes[k]!, diagonal) : scale;
    combine(d, gamma, d, 0, d);
  };

  const oldest = (): number => Math.max(0, record.pairs - memory);
  for (let k = oldest(); k < record.pairs; k++) {
    products(steps[k % memory]!, changes[k % memory]!, sums);
    measure(k % memory);
    within?.take(k + 1);
  }

  /** d ← -H·g */
  const point = (): void => {
    combine(d, -1, g, 0, g);
    for (let k = record.pairs - 1; k >= oldest(); k--) {
      const j = k % memory;
      a[j] = rho[j]! * dot(steps[j]!, d);
      combine(d, 1, d, -a[j], changes[j]!);
    }
    startFrom();
    for (let k = oldest(); k < record.pairs; k++) {
      const j = k % memory;
      combine(d, 1, d, a[j]! - rho[j]! * dot(changes[j]!, d), steps[j]!);
    }
  };

  const firstLength: FirstLength = (_, dd) =>
    record.pairs > 0 || isScaled ? 1 : Math.min(1, 1 / Math.sqrt(dd));
  const mark = (): void => {
    if (bounds !== undefined) markActive(active, x, g, bounds);
  };

  return searchLines<F, LbfgsState<F>, L, { readonly active: Int8Array }>(
    run,
    line,
    {
      enter: () => bounds?.check(x),
      aim: within?.aim ?? point,
      firstLength: within?.firstLength ?? firstLength,
      forget: () => {
        if (record.pairs === 0) return false;
        record.pairs = 0;
        within?.forget();
        return true;
      },
      arrive: () => {
        remember();
        mark();
      },
      leave: mark,
    },
    { active },
  );
}

/** d ← D·d */
function multiply(d: Floats, { data, offset, stride }: OpenRate): void {
  for (let i = 0, at = offset; i < d.length; i++, at += stride) d[i]! *= data[at]!;
}

/** vᵀDv */
function squares(v: Floats, { data, offset, stride }: OpenRate): number {
  let sum = 0;
  for (let i = 0, at = offset; i < v.length; i++, at += stride) sum += v[i]! * data[at]! * v[i]!;
  return sum;
}
