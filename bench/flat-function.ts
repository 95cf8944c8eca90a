/**
 * Times what `flatFunction` adds to a call, and counts the bytes that a call leaves behind. The solver
 * hands over four arrays in turn, as conjugate gradients do, and the views of each are found again.
 *
 *     npm run bench -- flat-function
 */
import { emptyWithViews, flatFunction, layoutOf, partition, type Views } from "ndarray-params";
import { compare, printMachine, timed } from "./support/compare.ts";

const layer = { w: [30, 10], b: 10 } as const;
const layout = layoutOf({ hidden: layer, middle: layer, out: layer, scale: [] });
type Model = Views<typeof layout>;

const CALLS = 1_000_000;
const f = (theta: Model, gradient: Model, t: number): number => {
  gradient.scale.data[0] = t;
  return theta.hidden.w.data[0]! + theta.scale.data[0]!;
};
const pairs = [0, 1].map(() => ({
  theta: emptyWithViews(layout),
  gradient: emptyWithViews(layout),
}));

let turn = 0;
let sum = 0;
const direct = (): void => {
  const { theta, gradient } = pairs[(turn ^= 1)]!;
  sum += f(theta[1], gradient[1], 1);
};

const through = flatFunction(layout, f, 2);
const onArrays = (): void => {
  const { theta, gradient } = pairs[(turn ^= 1)]!;
  sum += through(theta[0].data, gradient[0].data, 1);
};
const onNdarrays = (): void => {
  const { theta, gradient } = pairs[(turn ^= 1)]!;
  sum += through(theta[0], gradient[0], 1);
};

const { free, fixed, join } = partition(layout, ["hidden"]);
const frozen = emptyWithViews(fixed)[1];
const joining = flatFunction(
  free,
  (theta: Views<typeof free>, gradient: Views<typeof free>) =>
    f(join(theta, frozen), join(gradient, frozen), 1),
  2,
);
const parts = [0, 1].map(() => ({
  theta: emptyWithViews(free)[0].data,
  gradient: emptyWithViews(free)[0].data,
}));
const joined = (): void => {
  const { theta, gradient } = parts[(turn ^= 1)]!;
  sum += joining(theta, gradient);
};

const contestants = {
  direct,
  "two arrays": onArrays,
  "two ndarrays": onNdarrays,
  "two arrays, each joined to a frozen part": joined,
};

printMachine();
const results = await compare(
  "one call of a function of two trees of views",
  Object.entries(contestants).map(([name, call]) => timed(name, call, CALLS)),
  { unit: "ns", rounds: 15 },
);
for (const { name, median } of results.slice(1)) {
  const added = 1e6 * (median - results[0]!.median);
  console.log(`${name}: ${added.toFixed(0)} ns more than the direct call`);
}

console.log();
for (const [name, call] of Object.entries(contestants)) {
  gc!();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 10 * CALLS; i++) call();
  const bytes = (process.memoryUsage().heapUsed - before) / (10 * CALLS);
  console.log(`${name}: ${bytes.toFixed(2)} bytes of heap per call`);
}
if (!Number.isFinite(sum)) throw new Error("the calls were not made");
