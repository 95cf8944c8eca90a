/**
 * Fifteen further problems that are badly scaled, nearly singular, or far above 0, where rounding
 * hides the loss. Numbers are those of Moré, Garbow & Hillstrom 1981; other sources stand beside.
 */
import { problem, problems, range, type TestProblem } from "./more-garbow-hillstrom.ts";

const { exp, sin, cos, sqrt } = Math;

/** A problem of the table with 1e8 added to its loss. */
function lifted(name: string): TestProblem {
  const { start, objective, minima } = problems.find((one) => one.name === name)!;
  return {
    name: `${name} + 1e8`,
    start,
    objective: (x, g) => objective(x, g) + 1e8,
    minima: minima.map((m) => m + 1e8),
  };
}

const meyerY = [
  34780, 28610, 23650, 19630, 16370, 13720, 11540, 9744, 8261, 7030, 6005, 5147, 4427, 3820, 3307,
  2872,
];

export const hardProblems: readonly TestProblem[] = [
  // Number 10
  problem("Meyer", [0.02, 4000, 250], [87.9458], ([a, b, c], add) =>
    meyerY.forEach((y, i) => {
      const t = 50 + 5 * i;
      const e = exp(b! / (t + c!));
      add(a! * e - y, [e, (a! * e) / (t + c!), (-a! * e * b!) / (t + c!) ** 2]);
    }),
  ),
  // Number 16
  problem("Brown and Dennis", [25, 5, -5, -1], [85822.2], ([a, b, c, d], add) => {
    for (const t of range(20, 1).map((i) => i / 5)) {
      const [u, v] = [a! + t * b! - exp(t), c! + d! * sin(t) - cos(t)];
      add(u * u + v * v, [2 * u, 2 * u * t, 2 * v, 2 * v * sin(t)]);
    }
  }),
  // Number 33, whose minimum is m(m - 1)/2(2m + 1)
  problem("Linear of rank 1", Array<number>(10).fill(1), [380 / 82], (x, add) => {
    const sum = x.reduce((all, v, j) => all + (j + 1) * v, 0);
    for (const i of range(20, 1)) {
      add(
        i * sum - 1,
        range(10, 1).map((j) => i * j),
      );
    }
  }),
  // Number 34, whose minimum is (m² + 3m - 6)/2(2m - 3)
  problem("Linear of rank 1, zeros", Array<number>(10).fill(1), [454 / 74], (x, add) => {
    const sum = x.slice(1, 9).reduce((all, v, j) => all + (j + 2) * v, 0);
    for (const i of range(20)) {
      const factor = i === 19 ? 0 : i;
      add(
        factor * sum - 1,
        range(10, 1).map((j) => (j === 1 || j === 10 ? 0 : factor * j)),
      );
    }
  }),
  // Number 22
  problem(
    "Extended Powell singular 40",
    range(40).map((i) => [3, -1, 0, 1][i % 4]!),
    [0],
    (x, add) => {
      for (let k = 0; k < 40; k += 4) {
        const [a, b, c, d] = x.subarray(k, k + 4);
        add(a! + 10 * b!, [1, 10], [k, k + 1]);
        add(sqrt(5) * (c! - d!), [sqrt(5), -sqrt(5)], [k + 2, k + 3]);
        add((b! - 2 * c!) ** 2, [2 * (b! - 2 * c!), -4 * (b! - 2 * c!)], [k + 1, k + 2]);
        const away = 2 * sqrt(10) * (a! - d!);
        add(sqrt(10) * (a! - d!) ** 2, [away, -away], [k, k + 3]);
      }
    },
  ),
  // Number 21
  problem(
    "Extended Rosenbrock 50",
    range(50).map((i) => (i % 2 === 0 ? -1.2 : 1)),
    [0],
    (x, add) => {
      for (let k = 0; k < 50; k += 2) {
        add(10 * (x[k + 1]! - x[k]! ** 2), [-20 * x[k]!, 10], [k, k + 1]);
        add(1 - x[k]!, [-1], [k]);
      }
    },
  ),
  // ½xᵀHx, H Hilbert's matrix, of condition 1e13
  {
    name: "Hilbert 10",
    start: Array<number>(10).fill(1),
    minima: [0],
    objective: (x, g) => {
      let loss = 0;
      for (let i = 0; i < 10; i++) {
        g[i] = x.reduce((sum, v, j) => sum + v / (i + j + 1), 0);
        loss += (x[i]! * g[i]!) / 2;
      }
      return loss;
    },
  },
  // Hansen & Ostermeier 2001, condition 1e6
  problem("Ellipsoid 10", Array<number>(10).fill(1), [0], (x, add) =>
    range(10).forEach((i) => add(10 ** (i / 3) * x[i]!, [10 ** (i / 3)], [i])),
  ),
  // Dixon & Price 1989; 2/3 is the loss of a local minimum, where x₁ = 1/3 and the others are 0.
  problem("Dixon and Price 10", Array<number>(10).fill(1), [0, 2 / 3], (x, add) => {
    add(x[0]! - 1, [1]);
    for (let i = 1; i < 10; i++) {
      const root = sqrt(i + 1);
      add(root * (2 * x[i]! ** 2 - x[i - 1]!), [-root, 4 * root * x[i]!], [i - 1, i]);
    }
  }),
  // Zakharov 1969
  problem("Zakharov 10", Array<number>(10).fill(1), [0], (x, add) => {
    range(10).forEach((i) => add(x[i]!, [1], [i]));
    const sum = x.reduce((all, v, i) => all + ((i + 1) / 2) * v, 0);
    const halves = range(10, 1).map((i) => i / 2);
    add(sum, halves);
    add(
      sum * sum,
      halves.map((half) => 2 * sum * half),
    );
  }),
  // Leon 1966
  problem("Cube", [-1.2, -1], [0], ([a, b], add) => {
    add(10 * (b! - a! ** 3), [-30 * a! * a!, 10]);
    add(1 - a!, [-1]);
  }),
  // Nesterov's function: Gürbüzbalaban & Overton 2012, eq. 1
  problem("Chebyshev and Rosenbrock 4", [-1, 1, 1, 1], [0], (x, add) => {
    add((x[0]! - 1) / 2, [1 / 2]);
    for (let i = 0; i < 3; i++) {
      add(x[i + 1]! - 2 * x[i]! ** 2 + 1, [-4 * x[i]!, 1], [i, i + 1]);
    }
  }),
  lifted("Rosenbrock 2"),
  lifted("Beale"),
  lifted("Wood"),
];
