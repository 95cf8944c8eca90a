/**
 * Softmax regression on MNIST as climin's `lr.py` learns it: L-BFGS on the full batch of 50,000
 * digits from weights N(0, 0.1), stopped by what the validation digits say.
 *
 *     node --import tsx/esm examples/lbfgs-mnist.ts
 *
 * Ends at the parameters that were best on the validation digits.
 */
import { parseArgs } from "node:util";
import seedrandom from "seedrandom";
import { emptyWithViews } from "ndarray-params";
import { randomizeNormal } from "ndarray-params/initialize";
import { lbfgs } from "ndarray-params/optimize";
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
const [best] = emptyWithViews(layout);
randomizeNormal(flat, 0, 0.1, seedrandom(options.seed));

let lowest = Infinity;
const objective = (theta: typeof flat, gradient: typeof flat): number =>
  lossAndGradient(theta, gradient, training);
for (const { iteration, loss, evaluations } of lbfgs(flat, objective, { template: layout })) {
  const held = measure(flat, validation);
  if (held.loss < lowest) {
    lowest = held.loss;
    best.data.set(flat.data);
  }
  console.log(
    `iteration ${iteration}, ${evaluations} evaluations: loss ${loss.toFixed(4)}, ` +
      `validation loss ${held.loss.toFixed(4)}, accuracy ${held.accuracy.toFixed(4)}`,
  );
  if (iteration >= Number(options.iterations)) break;
}
const final = measure(best, test);
console.log(
  `validation loss ${lowest.toFixed(4)}; test loss ${final.loss.toFixed(4)}, ` +
    `accuracy ${final.accuracy.toFixed(4)}`,
);
