/** The inside of every constraint: five functions on runs of elements. */
import type { Floats } from "../../internal/arrays.ts";

/** The place of elements: one every `stride` from `offset` on. The map knows their number. */
export interface Run {
  readonly data: Floats;
  readonly offset: number;
  readonly stride: number;
}

/** The first element of a run that has no free counterpart. */
export interface Fault {
  /** The element's index in the run. */
  readonly index: number;
  /** The requirement on the values, as errors say it: "be above 0". */
  readonly need: string;
  readonly got: number | string;
}

/** A map between a free run y and a run of values x, computed in doubles whatever the arrays are. */
export interface RunMap {
  /**
   * Writes every element of x. total ← total + log|det dx/dy|. The total is an array of one
   * element, because a returned number would be allocated in each call.
   */
  readonly forward: (y: Run, x: Run, total: Float64Array) => void;
  /** Writes every element of y, for an x without fault. */
  readonly inverse: (x: Run, y: Run) => void;
  readonly faultOf: (x: Run) => Fault | undefined;
  /** gy ← (dx/dy)ᵀ·gx; writes every element of gy. */
  readonly pullBack: (y: Run, gx: Run, gy: Run) => void;
  /** gy ← gy + scale·∂log|det dx/dy|/∂y. */
  readonly pullBackJacobian: (y: Run, gy: Run, scale: number) => void;
  /** The index in y of a vector without a direction, or -1; only unitVector refuses a free run. */
  readonly zeroVectorIn?: (y: Run) => number;
}

/** A run that is moved along, so that no call allocates one. */
export type MovingRun = { -readonly [Key in keyof Run]: Run[Key] };

export const movingRun = (): MovingRun => ({ data: new Float64Array(0), offset: 0, stride: 1 });

/** Moves a run to the part of another one that begins at `index`. */
export function move(run: MovingRun, { data, offset, stride }: Run, index: number): void {
  run.data = data;
  run.offset = offset + index * stride;
  run.stride = stride;
}
