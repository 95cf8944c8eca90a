import { columnNorm, openFreeTriangle, rankOf } from "../factor/free-triangle.ts";
import { openFactor, type MatrixElements } from "../factor/factor-residuals.ts";
import { leastSquares, type ResidualLoss } from "../losses.ts";
import { allFinite } from "../../optimize/run/finite.ts";
import type { Floats } from "../../internal/arrays.ts";
import { leastDamping } from "./find-damping.ts";
import { relativeOffset } from "./relative-offset.ts";
import { ENOUGH, openTrustRegion, type Memory } from "./trust-region.ts";

/** Why there is no further step. */
export type StepReason =
  /** The next step is below 1e-11·√(m - p) standard errors, or rounding leaves nothing of it. */
  | { readonly reason: "converged" }
  /** No step that changes an element lowers the loss by more than rounding does. */
  | { readonly reason: "no lower point" }
  /** Every residual is 0, or so small that the sum of their squares underflows: below 1e-162. */
  | { readonly reason: "zero loss" };

/** A step of 1e-11·√(m - p) standard errors takes away this part of the loss. */
export const CONVERGED = 1e-22;

/** Rounding may hide a step's effect if the step should take away no more than this part of the loss. */
const ROUNDING = Number.EPSILON;

/**
 * Rounding hides the change if it is less than this part of the loss. J still shows where the
 * minimum is, so such steps are taken as long as each is worth less than the one before, by the
 * factor FALLING.
 */
const NOISE = 1e-12;
const FALLING = 0.9;

const endAt = (isMinimum: boolean): StepReason => ({
  reason: isMinimum ? "converged" : "no lower point",
});

export interface SolverArguments {
  /** The caller's residuals and Jacobian, which the solver only reads. */
  readonly r: Float64Array;
  readonly matrix: MatrixElements;
  /** The bounds of the elements. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly loss: ResidualLoss;
  readonly memory: Memory;
  /** D: the largest column norms so far, or sizes of the caller that stay. */
  readonly scale: Floats;
  readonly isScaleFixed: boolean;
  /** The first radius in units of ‖D·x‖. */
  readonly factor: number;
  /** The part of the loss that ends the fit if a step takes away less. */
  readonly converged: number;
}

/** The step from the point where the fit is, and the numbers that are known there. */
export interface Solver {
  readonly loss: number;
  readonly rank: number;
  /** Bates & Watts' relative offset. */
  readonly offset: number;
  /** λ and the ratio of the last trial. */
  readonly damping: number;
  readonly ratio: number;
  /** The gradient of the loss, 0 for active elements. */
  readonly gradient: Float64Array;
  readonly active: Int8Array;
  /** ρ′ of each residual. */
  readonly weights: Float64Array;
  /** Takes the residuals and the Jacobian at x. */
  arrive(x: Floats): void;
  /** Moves x to a trial; returns a reason if there is none. */
  propose(x: Floats): StepReason | undefined;
  /** Takes the residuals at the trial: whether it is accepted, or a reason to end. */
  judge(): boolean | StepReason;
  /** Puts x and the caller's residuals back to the point. */
  restore(x: Floats): void;
}

/** The numerical part of a fit. It never calls the caller's function. */
export function openSolver(given: SolverArguments): Solver {
  const { r, matrix, lower, upper, loss, memory, scale: largest, isScaleFixed } = given;
  const [m, n] = [r.length, largest.length];
  const factor = openFactor(m, n);
  const kept = new Float64Array(m); // r at x
  const weights = new Float64Array(m).fill(1);
  const isWeighted = loss !== leastSquares;
  const origin = new Float64Array(n);
  const scale = new Float64Array(n);
  const room = { lower: new Float64Array(n), upper: new Float64Array(n) };
  const gradient = new Float64Array(n);
  const active = new Int8Array(n);
  const triangle = factor.triangle;
  const free = openFreeTriangle(triangle);
  const region = openTrustRegion({ triangle, scale, ...room }, memory);
  const point = { gradient, scale, active };
  let predicted = 0;
  let isFirst = false;

  /** A step as long as x, or one that changes r as much as r is long. */
  const firstRadius = (): number => {
    const length = scaledLength(scale, origin);
    if (isScaleFixed) return given.factor * (length > 0 ? length : 1);
    return given.factor * Math.max(length, Math.sqrt(2 * solver.loss));
  };

  const rescale = (): void => {
    for (let j = 0; j < n; j++) {
      if (!isScaleFixed) largest[j] = Math.max(largest[j]!, columnNorm(triangle, j));
      scale[j] = largest[j] === 0 ? 1 : largest[j]!;
    }
  };

  /** The gradient Rᵀ·Qᵀr; an element on a bound is active if it would have to leave the box. */
  const slopes = (): void => {
    const { at, width } = triangle;
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += at[k * width + j]! * at[k * width + n]!;
      room.lower[j] = lower[j]! - origin[j]!;
      room.upper[j] = upper[j]! - origin[j]!;
      const isHeld = sum > 0 ? room.lower[j] === 0 : sum < 0 && room.upper[j] === 0;
      active[j] = !isHeld && lower[j]! < upper[j]! ? 0 : sum > 0 ? -1 : 1;
      gradient[j] = active[j] === 0 ? sum : 0;
    }
  };

  const solver = {
    loss: NaN,
    rank: 0,
    offset: NaN,
    damping: 0,
    ratio: NaN,
    gradient,
    active,
    weights,
    arrive: (x: Floats) => {
      kept.set(r);
      origin.set(x);
      solver.loss = 0;
      for (let i = 0; i < m; i++) {
        solver.loss += loss.value(r[i]!);
        weights[i] = loss.weight(r[i]!);
      }
      factor.take(matrix, r, isWeighted ? weights : undefined);
      rescale();
      slopes();
      free.take(active, gradient);
      solver.rank = rankOf(free.triangle, m);
      solver.offset = relativeOffset(free.triangle, solver.rank, m);
    },
    propose: (x: Floats) => {
      if (solver.loss === 0) return { reason: "zero loss" } as const;
      if (memory.radius === 0) {
        isFirst = true;
        memory.radius = firstRadius();
      }
      predicted = region.propose(point, leastDamping(triangle, scale, m), isFirst);
      if (Number.isNaN(predicted)) return endAt(false);
      solver.damping = memory.damping;
      const part = predicted / solver.loss;
      const isStalled = memory.hidden > 0 && !(part <= FALLING * memory.hidden);
      if (part <= given.converged || isStalled) return endAt(part <= ROUNDING);
      let moved = false;
      for (let j = 0; j < n; j++) {
        const to = origin[j]! + region.step[j]!;
        const wall = region.walls[j] === -1 ? lower[j]! : upper[j]!;
        x[j] = region.walls[j] === 0 ? Math.min(Math.max(to, lower[j]!), upper[j]!) : wall;
        moved ||= Math.abs(x[j]! - origin[j]!) > Number.EPSILON * Math.abs(origin[j]!);
      }
      return moved ? undefined : endAt(region.isWhole);
    },
    judge: () => {
      let actual = allFinite(r) ? 0 : NaN;
      for (let i = 0; i < m; i++) actual += loss.drop(kept[i]!, r[i]!);
      const { radius, damping } = memory;
      solver.ratio = region.judge(actual);
      const part = predicted / solver.loss;
      const isLower = solver.ratio >= ENOUGH;
      const isHidden = region.isWhole && actual >= -NOISE * solver.loss;
      if (isHidden && part <= (isLower ? ROUNDING : NOISE)) {
        Object.assign(memory, { radius, damping, hidden: part });
      } else if (isLower) memory.hidden = 0;
      else return part <= ROUNDING || memory.radius === 0 ? endAt(false) : false;
      isFirst = false;
      return true;
    },
    restore: (x: Floats) => {
      x.set(origin);
      r.set(kept);
    },
  };
  return solver;
}

function scaledLength(scale: Float64Array, v: Float64Array): number {
  let squares = 0;
  for (let j = 0; j < v.length; j++) squares += scale[j]! * v[j]! * (scale[j]! * v[j]!);
  return Math.sqrt(squares);
}
