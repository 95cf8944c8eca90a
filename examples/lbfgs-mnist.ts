/**
 * Softmax regression on MNIST as climin's `lr.py` learns it: L-BFGS on the full batch of 50,000
 * digits, from weights N(0, 0.1).
 *
 *     node --import tsx/esm examples/lbfgs-mnist.ts --iterations 60
 */
import { parseArgs } from "node:util";
import seedrandom from "seedrandom";
import { emptyWithViews } from "ndarray-params";
import { randomizeNormal } from "ndarray-params/initialize";
import { afterIterations, lbfgs } from "ndarray-params/optimize";
import { layout, lossAndGradient, measure } from "./logistic-regression.ts";
import { readMnist, slice } from "./support/mnist.ts";

const { values: options } = parseArgs({
  options: {
    iterations: { type: "string", default: "60" },
    seed: { type: "string", default: "42" },
  },
});
const { train, test } = readMnist();
const [training, validation] = [slice(train, 0, 50_000), slice(train, 50_000, 60_000)];

const [flat] = emptyWithViews(layout);
randomizeNormal(flat, 0, 0.1, seedrandom(options.seed));

const objective = (theta: typeof flat, gradient: typeof flat): number =>
  lossAndGradient(theta, gradient, training);
const stop = afterIterations(Number(options.iterations));

for (const info of lbfgs(flat, objective, { template: layout })) {
  const { iteration, evaluations, loss } = info;
  console.log(`iteration ${iteration}, ${evaluations} evaluations: loss ${loss.toFixed(4)}`);
  if (stop(info)) break;
}
console.log(`validation loss ${measure(flat, validation).loss.toFixed(4)}`);
console.log(`test accuracy ${measure(flat, test).accuracy.toFixed(4)}`);
