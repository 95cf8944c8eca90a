export { gradientDescent, type GradientDescentOptions } from "./rules/gradient-descent.ts";
export { rmsProp, type RmsPropOptions } from "./rules/rms-prop.ts";
export { adam, type AdamOptions } from "./rules/adam.ts";
export { adamW, type AdamWOptions } from "./rules/adam-w.ts";
export { adadelta, type AdadeltaOptions } from "./rules/adadelta.ts";
export { rprop, type RpropOptions } from "./rules/rprop.ts";
export { lbfgs, type LbfgsOptions, type LbfgsState } from "./rules/lbfgs.ts";
export { conjugateGradient } from "./rules/conjugate-gradient.ts";
export { constant, cosineAnnealing, decaying, linearAnnealing, warmUp } from "./schedules.ts";
export { clipNorm } from "./clip-norm.ts";
export { minibatches, type MinibatchOptions } from "./minibatches.ts";
export {
  afterIterations,
  afterSeconds,
  all,
  any,
  converged,
  isNaN,
  notBetterThanAfter,
  patience,
  type Stop,
} from "./stops.ts";
export { onSignal } from "./on-signal.ts";
export type { Info, Objective, RunOptions } from "./run/contract.ts";
export type { SavedState, State } from "./run/state.ts";
export type { Rate } from "./run/rate.ts";
export type { Flat } from "../internal/read-flat.ts";
