import { expect } from "chai";
import { flatFunction, type Views } from "ndarray-params";
import { layout, objective } from "../../examples/fmin-net.ts";
import { conjugateGradient, type Minimum } from "../../examples/support/fmin.ts";
import { run } from "../support/run.ts";

const net = { hidden: { w: [2, 3], b: 3 }, out: { w: 3, b: [] } } as const;
type Net = Views<typeof net>;

// y = x₀·x₁ at nine points
const points = [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [a, b] as const));

/** Squared error of Σⱼ vⱼ·tanh(Σᵢ xᵢ·wᵢⱼ + bⱼ) + c, by names. */
function byNames({ hidden, out }: Net, g: Net): number {
  for (let j = 0; j < 3; j++) {
    g.hidden.w.set(0, j, 0);
    g.hidden.w.set(1, j, 0);
    g.hidden.b.set(j, 0);
    g.out.w.set(j, 0);
  }
  g.out.b.set(0);
  let loss = 0;
  for (const x of points) {
    const h = [0, 1, 2].map((j) =>
      Math.tanh(x[0] * hidden.w.get(0, j) + x[1] * hidden.w.get(1, j) + hidden.b.get(j)),
    );
    let error = out.b.get() - x[0] * x[1];
    for (let j = 0; j < 3; j++) error += out.w.get(j) * h[j]!;
    loss += error * error;
    g.out.b.set(g.out.b.get() + 2 * error);
    for (let j = 0; j < 3; j++) {
      const slope = 2 * error * out.w.get(j) * (1 - h[j]! * h[j]!);
      g.out.w.set(j, g.out.w.get(j) + 2 * error * h[j]!);
      g.hidden.w.set(0, j, g.hidden.w.get(0, j) + slope * x[0]);
      g.hidden.w.set(1, j, g.hidden.w.get(1, j) + slope * x[1]);
      g.hidden.b.set(j, g.hidden.b.get(j) + slope);
    }
  }
  return loss;
}

/** The same, operation for operation, by indices counted by hand. */
function byIndices(t: Float64Array, g: Float64Array): number {
  for (let i = 0; i < 13; i++) g[i] = 0;
  let loss = 0;
  for (const x of points) {
    const h = [0, 1, 2].map((j) => Math.tanh(x[0] * t[j]! + x[1] * t[3 + j]! + t[6 + j]!));
    let error = t[12]! - x[0] * x[1];
    for (let j = 0; j < 3; j++) error += t[9 + j]! * h[j]!;
    loss += error * error;
    g[12]! += 2 * error;
    for (let j = 0; j < 3; j++) {
      const slope = 2 * error * t[9 + j]! * (1 - h[j]! * h[j]!);
      g[9 + j]! += 2 * error * h[j]!;
      g[j]! += slope * x[0];
      g[3 + j]! += slope * x[1];
      g[6 + j]! += slope;
    }
  }
  return loss;
}

describe("examples/fmin-net", () => {
  it("gives the iterates of index arithmetic to the last bit", () => {
    const start = Float64Array.from({ length: 13 }, (_, i) => Math.sin(i + 1));
    const [named, counted]: [Minimum[], Minimum[]] = [[], []];
    const f = flatFunction(net, byNames, 2);
    conjugateGradient(f, start, { maxIterations: 150, history: named });
    conjugateGradient(byIndices, start, { maxIterations: 150, history: counted });
    expect(named.length).to.be.above(50);
    expect(named.map(({ x, fx }) => [...x, fx])).to.deep.equal(
      counted.map(({ x, fx }) => [...x, fx]),
    );
    expect(named.at(-1)!.fx).to.be.below(named[0]!.fx / 10);
  });

  it("writes the gradient that central differences give", () => {
    const flat = Float64Array.from({ length: layout.size }, (_, i) => Math.cos(i) / 2);
    const [gradient, scrap] = [flat.slice().fill(NaN), flat.slice()];
    objective(flat, gradient);
    for (const [i, x] of flat.entries()) {
      flat[i] = x + 1e-5;
      const above = objective(flat, scrap);
      flat[i] = x - 1e-5;
      const below = objective(flat, scrap);
      flat[i] = x;
      expect(gradient[i]).to.be.closeTo((above - below) / 2e-5, 1e-8);
    }
  });

  it("classifies every iris that it was fitted to", () => {
    const lines = run("examples/fmin-net.ts").trimEnd().split("\n");
    expect(Number(/largest error (\S+),/.exec(lines[0]!)?.[1])).to.be.below(1e-8);
    const [, loss, hits] = /loss (\S+), (\d+) of 150/.exec(lines.at(-1)!)!;
    expect(Number(loss)).to.be.below(0.01);
    expect(Number(hits)).to.equal(150);
  });
});
