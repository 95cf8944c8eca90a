/**
 * Two systems composed by name and integrated as one vector: hares and lynxes (Lotka & Volterra),
 * and the weather (Lorenz), which disturbs their growth. Each system is written on its own, with
 * names. The solver sees a Float64Array of five numbers and never learns what they are.
 *
 *     node --import tsx/esm examples/lotka-volterra.ts
 */
import { fileURLToPath } from "node:url";
import ode45 from "ode45-cash-karp";
import {
  emptyWithViews,
  flatFunction,
  labelOf,
  layoutOf,
  mapViews,
  type Views,
} from "ndarray-params";
import { readOptions, runProgram } from "./support/options.ts";

const forest = { hares: [], lynxes: [] } as const;
const weather = { x: [], y: [], z: [] } as const;
export const layout = layoutOf({ forest, weather });

/** dh/dt = α·h - β·h·l, dl/dt = δ·h·l - γ·l.  Lotka 1925, Volterra 1926. */
export function lotkaVolterra(
  d: Views<typeof forest>,
  { hares, lynxes }: Views<typeof forest>,
  growth: number,
): void {
  const [beta, gamma, delta] = [0.4, 0.4, 0.1];
  const [h, l] = [hares.get(), lynxes.get()];
  d.hares.set(growth * h - beta * h * l);
  d.lynxes.set(delta * h * l - gamma * l);
}

/** dx/dt = σ·(y - x), dy/dt = x·(ρ - z) - y, dz/dt = x·y - β·z.  Lorenz 1963, eq. 25-27. */
export function lorenz(d: Views<typeof weather>, state: Views<typeof weather>): void {
  const [sigma, rho, beta] = [10, 28, 8 / 3];
  const [x, y, z] = [state.x.get(), state.y.get(), state.z.get()];
  d.x.set(sigma * (y - x));
  d.y.set(x * (rho - z) - y);
  d.z.set(x * y - beta * z);
}

/** `coupling` = 0 leaves the forest alone. */
export const derivative = (coupling: number) =>
  flatFunction(
    layout,
    (d: Views<typeof layout>, state: Views<typeof layout>, _t: number) => {
      lotkaVolterra(d.forest, state.forest, 1.1 + coupling * state.weather.x.get());
      lorenz(d.weather, state.weather);
    },
    2,
  );

/** The state at time `end`, always from the same start. */
export function integrate(coupling: number, end: number): Views<typeof layout> {
  const [flat, views] = emptyWithViews(layout);
  views.forest.hares.set(10);
  views.forest.lynxes.set(5);
  mapViews(weather, (view) => view.set(1), views.weather);
  const solver = ode45(flat.data, derivative(coupling), 0, 1e-3, { tol: 1e-10, verbose: false });
  while (solver.step(end));
  return views;
}

/** V = δ·h - γ·log h + β·l - α·log l, which the undisturbed forest conserves.  Volterra 1926. */
export function conserved({ hares, lynxes }: Views<typeof forest>): number {
  const [h, l] = [hares.get(), lynxes.get()];
  return 0.1 * h - 0.4 * Math.log(h) + 0.4 * l - 1.1 * Math.log(l);
}

function main(): void {
  readOptions("Hares, lynxes and the weather as one system of equations.", {});
  for (const end of [0, 5, 10, 20]) {
    const { forest: alone } = integrate(0, end);
    const { forest: disturbed } = integrate(0.01, end);
    const hares = `${alone.hares.get().toFixed(3)} hares alone, ${disturbed.hares.get().toFixed(3)} disturbed`;
    console.log(`t = ${end}: ${hares}, conserved ${conserved(alone).toFixed(8)}`);
  }
  console.log(`the solver's y[3] is ${labelOf(layout, 3)}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runProgram(main);
