/**
 * One iteration of a fit of 10,000 residuals by 100 elements beside LAPACK's QR factorization of a
 * matrix of that size, which NumPy and SciPy call, and a small fit beside SciPy's MINPACK. Both are
 * also beside ml-levenberg-marquardt, which `npm install --prefix bench` brings.
 *
 *     npm run bench -- fit
 */
import ndarray from "ndarray";
import { levenbergMarquardt, type Residuals } from "ndarray-params/fit";
import { openFactor } from "../lib/fit/factor/factor-residuals.ts";
import { compare, printMachine, timed, type Contestant } from "./support/compare.ts";
import { numpyContestants, numpyVersion } from "./support/numpy.ts";

const [m, n] = [10_000, 100];

let state = 1;
const drawn = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32 - 0.5;
};
const numbers = (size: number): Float64Array => Float64Array.from({ length: size }, drawn);

const matrix = numbers(m * n);
const data = numbers(m);

/** r = A·x - y + x₀²/100, so that a fit takes more than one step. */
const residuals: Residuals<Float64Array> = (x, r, jacobian) => {
  for (let i = 0; i < m; i++) {
    let sum = (x[0]! * x[0]!) / 100 - data[i]!;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * x[j]!;
    r[i] = sum;
  }
  if (jacobian === undefined) return;
  jacobian.data.set(matrix);
  for (let i = 0; i < m; i++) jacobian.data[i * n]! += x[0]! / 50;
};

printMachine();
const numpy = numpyVersion();
const python =
  numpy === undefined
    ? undefined
    : numpyContestants(
        `import scipy.linalg
a = np.random.default_rng(1).normal(size=(${m}, ${n + 1}))
f = np.asfortranarray(a)`,
        {
          "LAPACK dgeqrf": { statement: "scipy.linalg.lapack.dgeqrf(f)", calls: 1 },
          "numpy.linalg.qr": { statement: "np.linalg.qr(a, mode='r')", calls: 1 },
          "scipy.linalg.qr, pivoting": {
            statement: "scipy.linalg.qr(f, mode='r', pivoting=True, check_finite=False)",
            calls: 1,
          },
        },
      );

const factor = openFactor(m, n);
const elements = { data: matrix, offset: 0, rowStride: n, columnStride: 1 };
const flat = new Float64Array(n);
const r = new Float64Array(m);
const jacobian = ndarray(new Float64Array(m * n), [m, n]);

/** The time that a fit takes for each Jacobian beside the caller's function: six steps, seven Jacobians. */
const step: Contestant = {
  name: "an iteration without the residuals",
  round: () => {
    let [own, jacobians] = [0, 0];
    const counted: typeof residuals = (...point) => {
      const start = performance.now();
      residuals(...point);
      own += performance.now() - start;
    };
    flat.fill(0).fill(30, 0, 1);
    const start = performance.now();
    const loop = levenbergMarquardt(flat, counted, { rows: m, r, jacobian });
    for (const info of loop) jacobians = info.jacobians;
    return (performance.now() - start - own) / jacobians;
  },
};

type Fit = (data: object, model: unknown, options: object) => unknown;

/** The package that most programs use, if it is installed. */
async function findOther(): Promise<Fit | undefined> {
  try {
    const name = "ml-levenberg-marquardt";
    return ((await import(name)) as { levenbergMarquardt: Fit }).levenbergMarquardt;
  } catch {
    return undefined;
  }
}
const other = await findOther();

/** One iteration of it: one Jacobian, and two times all residuals. */
const rows = Array.from({ length: m }, (_, i) => [...matrix.subarray(i * n, (i + 1) * n)]);
const linear = (x: number[]) => (i: number) => rows[i]!.reduce((sum, a, j) => sum + a * x[j]!, 0);
const otherStep = (fit: Fit) =>
  timed("ml-levenberg-marquardt, an iteration", () =>
    fit({ x: rows.map((_, i) => i), y: data }, linear, {
      initialValues: Array<number>(n).fill(0),
      jacobianFunction: () => (i: number) => rows[i],
      maxIterations: 1,
    }),
  );

await compare(`${m} residuals, ${n} elements`, [
  ...(python?.contestants ?? []),
  timed("the factorization", () => factor.take(elements, data)),
  step,
  timed("the residuals and their Jacobian", () => residuals(flat, r, jacobian)),
  ...(other === undefined ? [] : [otherStep(other)]),
]);
python?.close();

// Misra1a of NIST, from its second start.
const x = [77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1];
const y = [
  10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.4, 75.47,
];
const saturation: Residuals<Float64Array> = ([top = 0, rate = 0], out, slopes) => {
  for (let i = 0; i < x.length; i++) {
    const rest = Math.exp(-rate * x[i]!);
    out[i] = top * (1 - rest) - y[i]!;
    if (slopes === undefined) continue;
    slopes.data[2 * i] = 1 - rest;
    slopes.data[2 * i + 1] = top * x[i]! * rest;
  }
};
const start = Float64Array.of(250, 5e-4);

const model =
  ([top, rate]: [number, number]) =>
  (at: number) =>
    top * (1 - Math.exp(-rate * at));
const slopesOf =
  ([top, rate]: [number, number]) =>
  (at: number) => [1 - Math.exp(-rate * at), top * at * Math.exp(-rate * at)];

/** With the Jacobian: its differences, as it takes them by default, make a singular matrix here. */
const otherFit = (fit: Fit) =>
  timed(
    "ml-levenberg-marquardt, 100 iterations",
    () =>
      fit({ x, y }, model, {
        initialValues: [...start],
        jacobianFunction: slopesOf,
        maxIterations: 100,
      }),
    10,
  );

const small =
  numpy === undefined
    ? undefined
    : numpyContestants(
        `from scipy.optimize import least_squares
x = np.array(${JSON.stringify(x)})
y = np.array(${JSON.stringify(y)})
f = lambda b: b[0] * (1 - np.exp(-b[1] * x)) - y
j = lambda b: np.column_stack([1 - np.exp(-b[1] * x), b[0] * x * np.exp(-b[1] * x)])`,
        {
          "SciPy least_squares, lm": {
            statement: "least_squares(f, [250, 5e-4], j, method='lm', x_scale='jac')",
            calls: 10,
          },
        },
      );
await compare("Misra1a", [
  ...(small?.contestants ?? []),
  timed(
    "levenbergMarquardt",
    () => {
      for (const info of levenbergMarquardt(start.slice(), saturation, { rows: 13 })) void info;
    },
    10,
  ),
  ...(other === undefined ? [] : [otherFit(other)]),
]);
small?.close();
