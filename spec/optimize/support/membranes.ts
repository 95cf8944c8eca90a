/**
 * Obstacle problems on a grid of 10 by 10 inner points, with zeros around: quadratics of the
 * differences between neighbours.  Moré & Toraldo 1991, "On the solution of large quadratic
 * programming problems with bound constraints", SIAM J. Optim. 1, 93-113
 */
import { cos, sin } from "../../../lib/internal/exact-math/cos-sin.ts";
import { power } from "../../../lib/internal/exact-math/power.ts";
import type { Problem } from "./problems.ts";

const grid = 10;
const h = 1 / (grid + 1);

/** ½·Σ w·(difference)² - Σ load·u. The weights are those of the edges along both axes. */
function membrane(
  along: (i: number) => number,
  across: (i: number) => number,
  load: (i: number) => number,
): Problem {
  return (u, g) => {
    const at = (i: number, j: number): number =>
      i < 0 || j < 0 || i >= grid || j >= grid ? 0 : u[i * grid + j]!;
    const pull = (i: number, j: number, force: number): void => {
      if (i >= 0 && j >= 0 && i < grid && j < grid) g[i * grid + j]! += force;
    };
    let loss = 0;
    g.fill(0);
    const edge = (i: number, j: number, k: number, l: number, weight: number): void => {
      const rise = at(k, l) - at(i, j);
      loss += (weight * rise * rise) / 2;
      pull(k, l, weight * rise);
      pull(i, j, -weight * rise);
    };
    for (let i = -1; i < grid; i++) {
      for (let j = -1; j < grid; j++) {
        edge(i, j, i + 1, j, along(i));
        edge(i, j, i, j + 1, across(i));
        loss -= load(i) * at(i, j);
        pull(i, j, -load(i));
      }
    }
    return loss;
  };
}

const points = Array.from({ length: grid * grid }, (_, at) => [
  (Math.floor(at / grid) + 1) * h,
  ((at % grid) + 1) * h,
]);
const flat = (force: number): Problem =>
  membrane(
    () => 1,
    () => 1,
    () => force * h * h,
  );

const distance = points.map(([x, y]) => Math.min(x!, 1 - x!, y!, 1 - y!));
const wave = points.map(([x, y]) => sin(9.2 * x!) * sin(9.3 * y!));

const [h1, h2] = [2 * Math.PI * h, 20 * h];
const thickness = (i: number): number => power(1 + 0.1 * cos((i + 1) * h1), 3);
const bearing = membrane(
  (i) => (((thickness(i) + thickness(i + 1)) / 2) * h2) / h1,
  (i) => (thickness(i) * h1) / h2,
  (i) => h1 * h2 * 0.1 * sin((i + 1) * h1),
);

export const membranes = [
  {
    name: "Torsion 100", // elastic-plastic: at most as high as the distance from the edge
    objective: flat(5),
    start: distance,
    lower: distance.map((v) => -v),
    upper: distance,
  },
  {
    name: "Obstacle 100", // between two surfaces
    objective: flat(1),
    start: wave.map((v) => power(v, 3)),
    lower: wave.map((v) => power(v, 3)),
    upper: wave.map((v) => v ** 2 + 0.02),
  },
  {
    name: "Journal bearing 100", // the pressure of a lubricant, which is not negative
    objective: bearing,
    start: points.map(([x]) => Math.max(0, sin(2 * Math.PI * x!))),
    lower: 0,
    upper: Infinity,
  },
];
