// Optimizers as loops that the caller owns: rules, schedules, stops and mini-batches.
// Read run/contract.ts first, then rules/gradient-descent.ts.
// May import the core and internal/, and no other family.
export { gradientDescent, type GradientDescentOptions } from "./rules/gradient-descent.ts";
export { rmsProp, type RmsPropOptions } from "./rules/rms-prop.ts";
export { adam, type AdamOptions } from "./rules/adam.ts";
export { adamW, type AdamWOptions } from "./rules/adam-w.ts";
export { adadelta, type AdadeltaOptions } from "./rules/adadelta.ts";
export { rprop, type RpropOptions } from "./rules/rprop.ts";
export { lbfgs, type LbfgsOptions, type LbfgsState } from "./rules/lbfgs.ts";
export { conjugateGradient } from "./rules/conjugate-gradient.ts";
export { lineSearch, type LineSearchOptions } from "./rules/along-directions.ts";
export { reduceOnPlateau } from "./reduce-on-plateau.ts";
export type { PlateauOptions, PlateauRate, PlateauState } from "./reduce-on-plateau.ts";
export { cosineAnnealing, decaying, linearAnnealing, scaled, warmUp } from "./schedules.ts";
export { minimize, minimizeAsync, type MinimizeOptions, type Minimum } from "./minimize.ts";
export { clipNorm } from "./clip-norm.ts";
export { accumulate } from "./accumulate.ts";
export { grouped } from "./grouped.ts";
export { movingAverage } from "./moving-average.ts";
export type { MovingAverage, MovingAverageOptions } from "./moving-average.ts";
export { minibatches, type MinibatchOptions } from "./minibatches.ts";
export {
  afterIterations,
  afterSeconds,
  allOf,
  anyNaN,
  anyOf,
  notBelow,
  patience,
} from "./stops.ts";
export { converged, smallGradient, smallStep, stalled } from "./convergence.ts";
export type { Stop } from "./run/stop.ts";
export { onSignal, type Signal } from "./on-signal.ts";
export type { Info, Objective, RunOptions } from "./run/contract.ts";
export type { Disagreement, End, EndOf, LoopReason, SearchReason } from "./run/end.ts";
export type { AsyncLoop, Loop, LoopOf, Loss } from "./run/loop.ts";
export type { Bound, Bounds } from "./run/read-bounds.ts";
export type { SavedState, State } from "./run/state.ts";
export type { Rate } from "./run/rate.ts";
export type { Flat } from "../internal/read-flat.ts";
export { arena, type Arena } from "../internal/wasm/arena.ts";
