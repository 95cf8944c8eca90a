// Derivatives by central differences: gradients checked or made, and Hessians, with their errors.
// Read check-gradient.ts first: it compares an objective's gradient with what the losses say.
// May import the core (layout, template) and internal, where differences/ holds the steps.
export { checkGradient, type GradientCheck, type WorstElement } from "./check-gradient.ts";
export { numericGradient, type NumericGradientOptions } from "./numeric-gradient.ts";
export { numericHessian, type NumericHessian } from "./numeric-hessian.ts";
export type { TypicalSize } from "../internal/differences/point.ts";
export type { DifferenceBounds } from "../internal/differences/read-limits.ts";
