/** The start, the objective and the iterates that the specs of all rules share. */
import { expect } from "chai";
import type { NdArray } from "ndarray";
import type { Objective } from "ndarray-params/optimize";
import { rosenbrock } from "./problems.ts";

export const start = [-1.2, 1, -0.5, 0.8, 1.5];

/** Rosenbrock's function of an ndarray of any stride. */
export const ofNdarray: Objective<NdArray<Float64Array>> = (flat, gradient) => {
  const x = Float64Array.from(start, (_, i) => flat.get(i));
  const g = new Float64Array(x.length);
  const loss = rosenbrock(x, g);
  g.forEach((v, i) => gradient.set(i, v));
  return loss;
};

/** Runs n iterations; returns what `read` gives after each. */
export function iterates<I>(n: number, loop: Iterator<I>, read: () => number[]): number[][] {
  return Array.from({ length: n }, () => {
    expect(loop.next().done).to.equal(false);
    return read();
  });
}

/** How many iterations are compared. */
export const n = 30;
