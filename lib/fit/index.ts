// Fits by least squares, with the uncertainty of what they find, by name.
// Read levenberg-marquardt.ts first, then uncertainty.ts; fit-curve.ts is made of both.
// May import the core, internal, the contract of loops in optimize/run, and no other family.
export { fitCurve } from "./fit-curve.ts";
export { levenbergMarquardt } from "./levenberg-marquardt.ts";
export {
  uncertainty,
  type ActiveElement,
  type Uncertainty,
  type UncertaintyOptions,
} from "./uncertainty.ts";
export { profileInterval, type ProfileInterval, type ProfileOptions } from "./profile-interval.ts";
export { numericJacobian, type NumericJacobianOptions } from "./numeric-jacobian.ts";
export { checkJacobian, type JacobianCheck, type WorstDerivative } from "./check-jacobian.ts";
export { fitReport, type FitConstraint, type FitReport } from "./fit-report.ts";
export { standardErrorOf, type Determined } from "./standard-error-of.ts";
export { cauchy, huber, leastSquares, softL1, type ResidualLoss } from "./losses.ts";
export type {
  BandOptions,
  BandPoint,
  Beside,
  CurveConstraints,
  CurveFit,
  CurveOptions,
  LeafBounds,
  ModelValue,
  PredictionOptions,
} from "./curve/curve-options.ts";
export type { FitOptions } from "./residuals/read-fit.ts";
export type {
  FitInfo,
  FitLoop,
  LevenbergMarquardtOptions,
  LevenbergMarquardtState,
} from "./rule/fit-info.ts";
export type { StepReason } from "./step/solver.ts";
export type { Residuals } from "../optimize/run/contract.ts";
export type { Bound, Bounds } from "../optimize/run/read-bounds.ts";
export type { TypicalSize } from "../internal/differences/point.ts";
export type { Flat } from "../internal/read-flat.ts";
