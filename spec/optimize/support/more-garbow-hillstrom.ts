/**
 * Problems of Moré, Garbow & Hillstrom 1981, "Testing unconstrained optimization software", ACM
 * TOMS 7: sums of squares with their published starts and minima. The gradients are worked by hand.
 */
import { cos, sin } from "../../../lib/internal/exact-math/cos-sin.ts";
import { exp } from "../../../lib/internal/exact-math/exp.ts";
import { power } from "../../../lib/internal/exact-math/power.ts";
import { rosenbrock, type Problem } from "./problems.ts";

/** Adds a residual with its partial derivatives: all of them, or those at given indices. */
type Add = (residual: number, partials: readonly number[], at?: readonly number[]) => void;

export interface TestProblem {
  readonly name: string;
  readonly start: readonly number[];
  readonly objective: Problem;
  /** The published minima with their six digits, local ones included. */
  readonly minima: readonly number[];
}

const { sqrt, PI } = Math;
export const range = (n: number, first = 0): number[] =>
  Array.from({ length: n }, (_, i) => first + i);

export function problem(
  name: string,
  start: readonly number[],
  minima: readonly number[],
  residuals: (x: Float64Array, add: Add) => void,
): TestProblem {
  const objective: Problem = (x, g) => {
    let loss = 0;
    g.fill(0);
    residuals(x, (residual, partials, at) => {
      loss += residual * residual;
      partials.forEach((partial, i) => (g[at?.[i] ?? i]! += 2 * residual * partial));
    });
    return loss;
  };
  return { name, start, objective, minima };
}

const chained = (n: number): TestProblem => ({
  name: `Rosenbrock ${n}`,
  start: range(n).map((i) => (i % 2 === 0 ? -1.2 : 1)),
  objective: rosenbrock,
  minima: n === 2 ? [0] : [0, 3.70123, 3.98662], // the chained form has a local minimum
});

const bardY = [
  0.14, 0.18, 0.22, 0.25, 0.29, 0.32, 0.35, 0.39, 0.37, 0.58, 0.73, 0.96, 1.34, 2.1, 4.39,
];
const gaussianHalf = [0.0009, 0.0044, 0.0175, 0.054, 0.1295, 0.242, 0.3521];
const gaussianY = [...gaussianHalf, 0.3989, ...gaussianHalf.toReversed()];
const kowalikY = [
  0.1957, 0.1947, 0.1735, 0.16, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246,
];
const kowalikU = [4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625];

const watson = (n: number, minimum: number): TestProblem =>
  problem(`Watson ${n}`, Array<number>(n).fill(0), [minimum], (x, add) => {
    for (let i = 1; i <= 29; i++) {
      const t = i / 29;
      const s = x.reduce((sum, v, j) => sum + v * power(t, j), 0);
      const d = x.reduce((sum, v, j) => (j === 0 ? 0 : sum + j * v * power(t, j - 1)), 0);
      add(
        d - s * s - 1,
        range(n).map((j) => (j === 0 ? 0 : j * power(t, j - 1)) - 2 * s * power(t, j)),
      );
    }
    add(x[0]!, [1]);
    add(x[1]! - x[0]! ** 2 - 1, [-2 * x[0]!, 1]);
  });

const penalty1 = (n: number, minimum: number): TestProblem =>
  problem(`Penalty I ${n}`, range(n, 1), [minimum], (x, add) => {
    x.forEach((v, i) => add(sqrt(1e-5) * (v - 1), [sqrt(1e-5)], [i]));
    add(
      x.reduce((sum, v) => sum + v * v, -0.25),
      Array.from(x, (v) => 2 * v),
    );
  });

const penalty2 = (n: number, minimum: number): TestProblem =>
  problem(`Penalty II ${n}`, Array<number>(n).fill(0.5), [minimum], (x, add) => {
    const a = sqrt(1e-5);
    add(x[0]! - 0.2, [1]);
    for (let i = 1; i < n; i++) {
      const [e, before] = [exp(x[i]! / 10), exp(x[i - 1]! / 10)];
      const y = exp((i + 1) / 10) + exp(i / 10);
      add(a * (e + before - y), [(a * e) / 10, (a * before) / 10], [i, i - 1]);
      add(a * (e - exp(-0.1)), [(a * e) / 10], [i]);
    }
    add(
      x.reduce((sum, v, j) => sum + (n - j) * v * v, -1),
      Array.from(x, (v, j) => 2 * (n - j) * v),
    );
  });

const tenths = range(10, 1).map((i) => i / 11);

export const problems: readonly TestProblem[] = [
  chained(2),
  chained(4),
  chained(10),
  chained(100),
  problem("Freudenstein and Roth", [0.5, -2], [0, 48.9842], ([a, b], add) => {
    add(-13 + a! + ((5 - b!) * b! - 2) * b!, [1, 10 * b! - 3 * b! * b! - 2]);
    add(-29 + a! + ((b! + 1) * b! - 14) * b!, [1, 3 * b! * b! + 2 * b! - 14]);
  }),
  problem("Powell badly scaled", [0, 1], [0], ([a, b], add) => {
    add(1e4 * a! * b! - 1, [1e4 * b!, 1e4 * a!]);
    add(exp(-a!) + exp(-b!) - 1.0001, [-exp(-a!), -exp(-b!)]);
  }),
  problem("Brown badly scaled", [1, 1], [0], ([a, b], add) => {
    add(a! - 1e6, [1, 0]);
    add(b! - 2e-6, [0, 1]);
    add(a! * b! - 2, [b!, a!]);
  }),
  problem("Beale", [1, 1], [0], ([a, b], add) => {
    [1.5, 2.25, 2.625].forEach((y, k) => {
      const i = k + 1;
      add(y - a! * (1 - power(b!, i)), [power(b!, i) - 1, a! * i * power(b!, i - 1)]);
    });
  }),
  problem("Jennrich and Sampson", [0.3, 0.4], [124.362, 259.58], ([a, b], add) => {
    for (const i of range(10, 1)) {
      add(2 + 2 * i - exp(i * a!) - exp(i * b!), [-i * exp(i * a!), -i * exp(i * b!)]);
    }
  }),
  problem("Helical valley", [-1, 0, 0], [0], ([a, b, c], add) => {
    const turn = Math.atan(b! / a!) / (2 * PI) + (a! < 0 ? 0.5 : 0);
    const square = a! * a! + b! * b!;
    const k = 100 / (2 * PI * square);
    add(10 * (c! - 10 * turn), [k * b!, -k * a!, 10]);
    add(10 * (sqrt(square) - 1), [(10 * a!) / sqrt(square), (10 * b!) / sqrt(square), 0]);
    add(c!, [0, 0, 1]);
  }),
  problem("Bard", [1, 1, 1], [8.21487e-3, 17.4286], ([a, b, c], add) => {
    bardY.forEach((y, k) => {
      const [u, v] = [k + 1, 15 - k];
      const w = Math.min(u, v);
      const below = v * b! + w * c!;
      add(y - a! - u / below, [-1, (u * v) / below ** 2, (u * w) / below ** 2]);
    });
  }),
  problem("Gaussian", [0.4, 1, 0], [1.12793e-8], ([a, b, c], add) => {
    gaussianY.forEach((y, k) => {
      const away = (7 - k) / 2 - c!;
      const e = exp((-b! * away * away) / 2);
      add(a! * e - y, [e, (-a! * e * away * away) / 2, a! * e * b! * away]);
    });
  }),
  problem("Box three-dimensional", [0, 10, 20], [0], ([a, b, c], add) => {
    for (const i of range(10, 1)) {
      const t = i / 10;
      const [ea, eb, known] = [exp(-t * a!), exp(-t * b!), exp(-t) - exp(-10 * t)];
      add(ea - eb - c! * known, [-t * ea, t * eb, -known]);
    }
  }),
  problem("Powell singular", [3, -1, 0, 1], [0], ([a, b, c, d], add) => {
    add(a! + 10 * b!, [1, 10, 0, 0]);
    add(sqrt(5) * (c! - d!), [0, 0, sqrt(5), -sqrt(5)]);
    add((b! - 2 * c!) ** 2, [0, 2 * (b! - 2 * c!), -4 * (b! - 2 * c!), 0]);
    const k = 2 * sqrt(10) * (a! - d!);
    add(sqrt(10) * (a! - d!) ** 2, [k, 0, 0, -k]);
  }),
  problem("Wood", [-3, -1, -3, -1], [0], ([a, b, c, d], add) => {
    add(10 * (b! - a! * a!), [-20 * a!, 10, 0, 0]);
    add(1 - a!, [-1, 0, 0, 0]);
    add(sqrt(90) * (d! - c! * c!), [0, 0, -2 * sqrt(90) * c!, sqrt(90)]);
    add(1 - c!, [0, 0, -1, 0]);
    add(sqrt(10) * (b! + d! - 2), [0, sqrt(10), 0, sqrt(10)]);
    add((b! - d!) / sqrt(10), [0, 1 / sqrt(10), 0, -1 / sqrt(10)]);
  }),
  problem(
    "Kowalik and Osborne",
    [0.25, 0.39, 0.415, 0.39],
    [3.07505e-4, 1.02734e-3],
    ([a, b, c, d], add) => {
      kowalikY.forEach((y, i) => {
        const u = kowalikU[i]!;
        const above = u * u + u * b!;
        const below = u * u + u * c! + d!;
        const k = (a! * above) / below ** 2;
        add(y - (a! * above) / below, [-above / below, (-a! * u) / below, k * u, k]);
      });
    },
  ),
  problem("Biggs EXP6", [1, 2, 1, 1, 1, 1], [0, 5.65565e-3], ([a, b, c, d, e, f], add) => {
    for (const i of range(13, 1)) {
      const t = i / 10;
      const [ea, eb, ee] = [exp(-t * a!), exp(-t * b!), exp(-t * e!)];
      const y = exp(-t) - 5 * exp(-10 * t) + 3 * exp(-4 * t);
      const partials = [-t * c! * ea, t * d! * eb, ea, -eb, -t * f! * ee, ee];
      add(c! * ea - d! * eb + f! * ee - y, partials);
    }
  }),
  watson(6, 2.28767e-3),
  watson(9, 1.39976e-6),
  penalty1(4, 2.24997e-5),
  penalty1(10, 7.08765e-5),
  penalty2(4, 9.37629e-6),
  penalty2(10, 2.9366e-4),
  problem(
    "Variably dimensioned 10",
    range(10, 1).map((i) => 1 - i / 10),
    [0],
    (x, add) => {
      const s = x.reduce((sum, v, j) => sum + (j + 1) * (v - 1), 0);
      x.forEach((v, i) => add(v - 1, [1], [i]));
      add(s, range(10, 1));
      add(
        s * s,
        range(10, 1).map((j) => 2 * s * j),
      );
    },
  ),
  problem("Trigonometric 10", Array<number>(10).fill(0.1), [0, 2.79506e-5], (x, add) => {
    const around = x.reduce((sum, v) => sum - cos(v), 10);
    x.forEach((v, i) => {
      const partials = Array.from(x, (u, j) => sin(u) * (i === j ? i + 2 : 1));
      partials[i]! -= cos(v);
      add(around + (i + 1) * (1 - cos(v)) - sin(v), partials);
    });
  }),
  problem("Brown almost-linear 10", Array<number>(10).fill(0.5), [0, 1], (x, add) => {
    const sum = x.reduce((a, b) => a + b, 0);
    for (let i = 0; i < 9; i++) {
      const partials = Array<number>(10).fill(1);
      partials[i] = 2;
      add(x[i]! + sum - 11, partials);
    }
    const others = Array.from(x, (_, j) => x.reduce((p, v, i) => (i === j ? p : p * v), 1));
    add(x.reduce((p, v) => p * v, 1) - 1, others);
  }),
  problem(
    "Discrete boundary value 10",
    tenths.map((t) => t * (t - 1)),
    [0],
    (x, add) => {
      tenths.forEach((t, i) => {
        const s = x[i]! + t + 1;
        const residual = 2 * x[i]! - (x[i - 1] ?? 0) - (x[i + 1] ?? 0) + power(s, 3) / 242;
        neighbours(add, residual, i, [-1, 2 + (3 * s * s) / 242, -1]);
      });
    },
  ),
  problem("Broyden tridiagonal 10", Array<number>(10).fill(-1), [0], (x, add) => {
    x.forEach((v, i) => {
      const residual = (3 - 2 * v) * v - (x[i - 1] ?? 0) - 2 * (x[i + 1] ?? 0) + 1;
      neighbours(add, residual, i, [-1, 3 - 4 * v, -2]);
    });
  }),
  problem("Broyden banded 10", Array<number>(10).fill(-1), [0], (x, add) => {
    x.forEach((v, i) => {
      const others = range(7, i - 5).filter((j) => j >= 0 && j < 10 && j !== i);
      const sum = others.reduce((s, j) => s + x[j]! * (1 + x[j]!), 0);
      const partials = [2 + 15 * v * v, ...others.map((j) => -1 - 2 * x[j]!)];
      add(v * (2 + 5 * v * v) + 1 - sum, partials, [i, ...others]);
    });
  }),
  problem(
    "Chebyquad 8",
    range(8, 1).map((i) => i / 9),
    [3.51687e-3],
    (x, add) => {
      // T_i(y) and dT_i/dx at y = 2x - 1, by their recurrences
      let [before, now] = [Array<number>(8).fill(1), Array.from(x, (v) => 2 * v - 1)];
      let [slopeBefore, slope] = [Array<number>(8).fill(0), Array<number>(8).fill(2)];
      for (const i of range(8, 1)) {
        const mean = now.reduce((a, b) => a + b) / 8;
        add(
          mean + (i % 2 === 0 ? 1 / (i * i - 1) : 0),
          slope.map((s) => s / 8),
        );
        const next = now.map((v, j) => 2 * (2 * x[j]! - 1) * v - before[j]!);
        const nextSlope = slope.map(
          (s, j) => 4 * now[j]! + 2 * (2 * x[j]! - 1) * s - slopeBefore[j]!,
        );
        [before, now, slopeBefore, slope] = [now, next, slope, nextSlope];
      }
    },
  ),
];

/** Adds a residual of x[i - 1], x[i] and x[i + 1], as far as they exist. */
function neighbours(add: Add, residual: number, i: number, partials: readonly number[]): void {
  const at = [i - 1, i, i + 1].filter((j) => j >= 0 && j < 10);
  add(
    residual,
    at.map((j) => partials[j - i + 1]!),
    at,
  );
}
