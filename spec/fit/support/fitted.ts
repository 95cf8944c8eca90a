/** A fitted public data set, and a line with an element that nothing depends on. */
import { layoutOf } from "ndarray-params";
import { levenbergMarquardt, type Residuals } from "ndarray-params/fit";
import { readCase, residualsOf } from "./fixtures.ts";

export const fitted = (name: string, options: object = {}) => {
  const fit = readCase(name);
  const residuals = residualsOf(name, fit);
  const template = layoutOf(Object.fromEntries(fit.parameters.map((path) => [path, []])));
  const all = { rows: layoutOf({ y: fit.data.y.length }), template, ...options };
  const flat = Float64Array.from(fit.start);
  for (const info of levenbergMarquardt(flat, residuals, all)) void info;
  return { fit, flat, residuals, template, options: all };
};

/** y = a + b·x at four points, with an element c that nothing depends on. */
export const line: Residuals<Float64Array> = ([a = 0, b = 0], r, jacobian) => {
  [0, 1, 2, 3].forEach((x, i) => {
    r[i] = a + b * x - [1, 3, 5, 8][i]!;
    jacobian?.set(i, 0, 1);
    jacobian?.set(i, 1, x);
    jacobian?.set(i, 2, 0);
  });
};
export const named = layoutOf({ a: [], b: [], c: [] });
