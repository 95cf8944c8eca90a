export { gradientDescent, type GradientDescentOptions } from "./gradient-descent.ts";
export { rmsProp, type RmsPropOptions } from "./rms-prop.ts";
export { adam, type AdamOptions } from "./adam.ts";
export { adamW, type AdamWOptions } from "./adam-w.ts";
export { adadelta, type AdadeltaOptions } from "./adadelta.ts";
export { rprop, type RpropOptions } from "./rprop.ts";
export { lbfgs, type LbfgsOptions, type LbfgsState } from "./lbfgs.ts";
export { conjugateGradient } from "./conjugate-gradient.ts";
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
export type { Info, Objective, RunOptions } from "./run.ts";
export type { SavedState, State } from "./state.ts";
export type { Rate } from "./rate.ts";
export type { Flat } from "./flats.ts";
