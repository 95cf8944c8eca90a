/**
 * Problems with bounds from the literature; spec/fixtures/bounded-scipy.py states them again, with
 * SciPy's solutions. The gradients are worked by hand. A start outside the bounds is moved to them.
 */
import { cos, sin } from "../../../lib/internal/exact-math/cos-sin.ts";
import { exp } from "../../../lib/internal/exact-math/exp.ts";
import { log } from "../../../lib/internal/exact-math/log.ts";
import { power } from "../../../lib/internal/exact-math/power.ts";
import { membranes } from "./membranes.ts";
import { problems as unbounded } from "./more-garbow-hillstrom.ts";
import { rosenbrock, type Problem } from "./problems.ts";

export interface BoundedProblem {
  readonly name: string;
  readonly objective: Problem;
  readonly start: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

export type Limits = number | readonly number[];

export function bounded(
  name: string,
  objective: Problem,
  from: readonly number[],
  low: Limits,
  high: Limits,
): BoundedProblem {
  const all = (limits: Limits): number[] => from.map((_, i) => limitAt(limits, i));
  const [lower, upper] = [all(low), all(high)];
  const start = from.map((v, i) => Math.min(Math.max(v, lower[i]!), upper[i]!));
  return { name, objective, start, lower, upper };
}

const limitAt = (limits: Limits, i: number): number =>
  typeof limits === "number" ? limits : limits[i]!;

const repeat = (n: number, v: number): number[] => Array<number>(n).fill(v);

/** A problem of Moré, Garbow & Hillstrom 1981. */
function squares(name: string, low: Limits, high: Limits, as = name): BoundedProblem {
  const { objective, start } = unbounded.find((each) => each.name === name)!;
  return bounded(as, objective, start, low, high);
}

const hatfldA: Problem = (x, g) => {
  let loss = (x[0]! - 1) ** 2;
  g.fill(0);
  g[0] = 2 * (x[0]! - 1);
  for (let i = 1; i < x.length; i++) {
    const root = Math.sqrt(x[i]!);
    const r = x[i - 1]! - root;
    loss += r * r;
    g[i - 1]! += 2 * r;
    g[i]! -= r / root;
  }
  return loss;
};

const mdhole: Problem = (x, g) => {
  const r = sin(x[0]!) - x[1]!;
  g[0] = 200 * r * cos(x[0]!) + 1;
  g[1] = -200 * r;
  return 100 * r * r + x[0]!;
};

const camel: Problem = (x, g) => {
  const [a, b] = [x[0]!, x[1]!];
  g[0] = 8 * a - 8.4 * power(a, 3) + 2 * power(a, 5) + b;
  g[1] = a - 8 * b + 16 * power(b, 3);
  return 4 * a ** 2 - 2.1 * power(a, 4) + power(a, 6) / 3 + a * b - 4 * b ** 2 + 4 * power(b, 4);
};

/** Σ -1.5·a + 2.5·b + 1 + (a - b)² + sin(a + b) over neighbours a, b; HS5 is one of them. */
const mccormick: Problem = (x, g) => {
  let loss = 0;
  g.fill(0);
  for (let i = 1; i < x.length; i++) {
    const [a, b] = [x[i - 1]!, x[i]!];
    loss += -1.5 * a + 2.5 * b + 1 + (a - b) ** 2 + sin(a + b);
    g[i - 1]! += -1.5 + 2 * (a - b) + cos(a + b);
    g[i]! += 2.5 - 2 * (a - b) + cos(a + b);
  }
  return loss;
};

const driver1: Problem = (x, g) => {
  let loss = (x[0]! - 1) ** 2;
  g.fill(0);
  g[0] = 2 * (x[0]! - 1);
  for (let i = 1; i < x.length; i++) {
    const r = x[i]! - x[i - 1]! ** 2;
    loss += 4 * r * r;
    g[i]! += 8 * r;
    g[i - 1]! -= 16 * r * x[i - 1]!;
  }
  return loss;
};

const cvxbqp1: Problem = (x, g) => {
  const n = x.length;
  let loss = 0;
  g.fill(0);
  for (let i = 1; i <= n; i++) {
    const at = [i - 1, (2 * i - 1) % n, (3 * i - 1) % n];
    const r = at.reduce((sum, j) => sum + x[j]!, 0);
    loss += (i * r * r) / 2;
    for (const j of at) g[j]! += i * r;
  }
  return loss;
};

const hs3: Problem = (x, g) => {
  const r = x[1]! - x[0]!;
  g[0] = -2e-5 * r;
  g[1] = 1 + 2e-5 * r;
  return x[1]! + 1e-5 * r * r;
};

const hs4: Problem = (x, g) => {
  g[0] = (x[0]! + 1) ** 2;
  g[1] = 1;
  return power(x[0]! + 1, 3) / 3 + x[1]!;
};

const hs45: Problem = (x, g) => {
  const product = x.reduce((all, v) => all * v, 1);
  x.forEach((v, i) => (g[i] = -product / v / 120));
  return 2 - product / 120;
};

const hs110: Problem = (x, g) => {
  const root = exp(x.reduce((sum, v) => sum + log(v), 0) / 5);
  let loss = -root;
  x.forEach((v, i) => {
    const [a, b] = [log(v - 2), log(10 - v)];
    loss += a * a + b * b;
    g[i] = (2 * a) / (v - 2) - (2 * b) / (10 - v) - root / (5 * v);
  });
  return loss;
};

const odd = Array.from({ length: 25 }, (_, i) => i % 2 === 0);

export const problems: readonly BoundedProblem[] = [
  // Moré, Garbow & Hillstrom's problems with the bounds of Gay 1984
  squares("Rosenbrock 2", [-50, 0], [0.5, 100]),
  squares("Freudenstein and Roth", [0, -30], [20, -0.9]),
  squares("Powell badly scaled", [0, 1], [1, 9]),
  squares("Beale", [0.6, 0.5], [10, 100]),
  squares("Jennrich and Sampson", [0.26, 0], [10, 20]),
  squares("Helical valley", [-100, -1, -1], [0.8, 1, 1]),
  squares("Bard", [0.1, 0, 0], [50, 100, 50]),
  squares("Gaussian", [0.398, 1, -0.5], [4.2, 2, 0.1]),
  squares("Box three-dimensional", [0, 5, 0], [2, 9.5, 20]),
  squares("Powell singular", [0.1, -20, -1, -1], [100, 20, 1, 50]),
  squares("Wood", -100, [0, 10, 100, 100]),
  squares("Kowalik and Osborne", [0, -1, 0.13, 0.12], [10, 12, 13, 12]),
  squares("Biggs EXP6", [0, 0, 0, 1, 0, 0], [2, 8, 1, 7, 5, 5]),
  squares("Watson 9", [-1e-5, 0, 0, 0, 0, -3, 0, -3, 0], [1e-5, 0.9, 0.1, 1, 1, 0, 4, 0, 2]),
  squares("Penalty I 10", [0, 1, 0, 0, 0, 1, 0, 0, 0, 1], 100),
  squares("Variably dimensioned 10", 0, [10, 20, 30, 40, 50, 60, 70, 80, 90, 0.5]),
  // Hock & Schittkowski 1981
  bounded("HS1", rosenbrock, [-2, 1], [-Infinity, -1.5], Infinity),
  bounded("HS2", rosenbrock, [-2, 1], [-Infinity, 1.5], Infinity),
  bounded("HS3", hs3, [10, 1], [-Infinity, 0], Infinity),
  bounded("HS4", hs4, [1.125, 0.125], [1, 0], Infinity),
  bounded("HS5", mccormick, [0, 0], [-1.5, -3], [4, 3]),
  squares("Wood", -10, 10, "HS38"),
  bounded("HS45", hs45, repeat(5, 2), 0, [1, 2, 3, 4, 5]),
  bounded("HS110", hs110, repeat(10, 9), 2.001, 9.999),
  // CUTE: Bongartz, Conn, Gould & Toint 1995
  bounded("HATFLDA", hatfldA, repeat(4, 0.1), 1e-7, Infinity),
  bounded("MDHOLE", mdhole, [10, 1], [0, -Infinity], Infinity),
  bounded("CAMEL6", camel, [1.1, 1.1], [-3, -1.5], [3, 1.5]),
  bounded("MCCORMCK 50", mccormick, repeat(50, 0), -1.5, 3),
  bounded("CVXBQP1 100", cvxbqp1, repeat(100, 0.5), 0.1, 10),
  // Zhu, Byrd, Lu & Nocedal 1997
  bounded(
    "L-BFGS-B driver1",
    driver1,
    repeat(25, 3),
    odd.map((is) => (is ? 1 : -100)),
    100,
  ),
  ...membranes.map(({ name, objective, start, lower, upper }) =>
    bounded(name, objective, start, lower, upper),
  ),
];
