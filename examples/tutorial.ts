/**
 * The training on climin's page "Dealing with parameters": 100 iterations of gradient descent, each
 * on all 50,000 digits, with step rate 0.1 and momentum 0.95. The weights start from N(0, 0.1). The
 * page prints 0.3242; other seeds give 0.319 to 0.328.
 *
 *     npm run tutorial
 */
import seedrandom from "seedrandom";
import { emptyWithViews } from "ndarray-params";
import { randomizeNormal } from "ndarray-params/initialize";
import { gradientDescent } from "ndarray-params/optimize";
import { layout, lossAndGradient, report } from "./logistic-regression.ts";
import { readDigits } from "./support/mnist.ts";
import { gemmOption, readOptions } from "./support/options.ts";
import { progressBar } from "./support/progress.ts";
import { onAllDigits } from "./support/rules.ts";

readOptions("The training on climin's page about parameters, on MNIST.", { gemm: gemmOption });
const training = readDigits("train", 0, 50_000);
const validation = readDigits("train", 50_000, 60_000);
const [flat] = emptyWithViews(layout);
randomizeNormal(flat, 0, 0.1, seedrandom("42"));
report("validation before", flat, validation);

const objective = onAllDigits(lossAndGradient, training);
const bar = progressBar();

for (const { iteration } of gradientDescent(flat, objective, { stepRate: 0.1, momentum: 0.95 })) {
  bar("iterations", iteration / 100);
  if (iteration === 100) break;
}
report("validation after", flat, validation);
