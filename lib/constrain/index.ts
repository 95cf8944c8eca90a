// Constrained parameters: what an optimizer sees is free, what the model sees is valid.
// Read constrain.ts first, then lower.ts and its map: all other constraints are made in the same way.
// May import the core, internal, the paths of algebra/internal and the contract of optimize/run.
export { affine } from "./affine.ts";
export { choleskyCorrelation } from "./cholesky-correlation.ts";
export { choleskyCovariance } from "./cholesky-covariance.ts";
export { constrain } from "./constrain.ts";
export { interval, unit } from "./interval.ts";
export { lower, positive } from "./lower.ts";
export { ordered, positiveOrdered } from "./ordered.ts";
export { simplex } from "./simplex.ts";
export { sumToZero } from "./sum-to-zero.ts";
export { unitVector } from "./unit-vector.ts";
export { upper } from "./upper.ts";
export type { Constraint, ConstraintKind } from "./maps/constraint.ts";
export type { Parameter } from "./maps/parameter.ts";
export type {
  ChainOptions,
  Constrained,
  ForwardOptions,
  ObjectiveOptions,
} from "./relation/constrained.ts";
export type { FreeTemplate } from "./relation/free-template.ts";
export type { Residuals } from "../optimize/run/contract.ts";
