/**
 * The training on climin's page "Dealing with parameters": 100 iterations of gradient descent, each
 * on all 50,000 digits, with step rate 0.1 and momentum 0.95. The weights start from N(0, 0.1). The
 * page prints 0.3242; other seeds give 0.319 to 0.328.
 *
 *     npm run tutorial
 *     npm run tutorial -- --report run.html
 */
import seedrandom from "seedrandom";
import { emptyWithViews, shapedFromFlat } from "ndarray-params";
import { randomizeNormal } from "ndarray-params/initialize";
import { gradientDescent } from "ndarray-params/optimize";
import { layout, lossAndGradient, report } from "./logistic-regression.ts";
import { readDigits } from "./support/mnist.ts";
import { gemmOption, readOptions, reportOption } from "./support/options.ts";
import { progressBar } from "./support/progress.ts";
import { checkReport, runPage, writeReport, type Held } from "./support/report.ts";

const options = readOptions("The training on climin's page about parameters, on MNIST.", {
  report: reportOption,
  gemm: gemmOption,
});
checkReport(options.report);
const training = readDigits("train", 0, 50_000);
const validation = readDigits("train", 50_000, 60_000);
const [flat] = emptyWithViews(layout);
randomizeNormal(flat, 0, 0.1, seedrandom("42"));
const before = report("validation before", flat, validation);

const objective = (theta: typeof flat, gradient: typeof flat): number =>
  lossAndGradient(theta, gradient, training.images, training.labels);
const bar = progressBar();
const losses: number[] = [];
const rule = { stepRate: 0.1, momentum: 0.95 };
for (const { iteration, loss } of gradientDescent(flat, objective, rule)) {
  losses.push(loss);
  bar("iterations", iteration / 100);
  if (iteration === 100) break;
}
const after = report("validation after", flat, validation);

const held: Held[] = [
  { name: "validation", iteration: 0, ...before },
  { name: "validation", iteration: 100, ...after },
];
const weights = {
  name: "Weights of each class",
  matrix: shapedFromFlat(flat, layout)[0],
  columns: 10,
};
const title = "climin's tutorial: softmax regression on MNIST";
const draw = (): string =>
  runPage({ title, options: { ...options, ...rule }, losses, held, layout, flat, weights });
writeReport(options.report, draw, "npm run tutorial --");
