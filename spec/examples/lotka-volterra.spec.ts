import { expect } from "chai";
import ode45 from "ode45-cash-karp";
import { emptyWithViews } from "ndarray-params";
import { conserved, derivative, integrate, layout } from "../../examples/lotka-volterra.ts";
import { run } from "../support/run.ts";

/** The composed system with indices counted by hand, in the same order of operations. */
const juggled =
  (coupling: number) =>
  (d: Float64Array, y: Float64Array): void => {
    const growth = 1.1 + coupling * y[2]!;
    d[0] = growth * y[0]! - 0.4 * y[0]! * y[1]!;
    d[1] = 0.1 * y[0]! * y[1]! - 0.4 * y[1]!;
    d[2] = 10 * (y[3]! - y[2]!);
    d[3] = y[2]! * (28 - y[4]!) - y[3]!;
    d[4] = y[2]! * y[3]! - (8 / 3) * y[4]!;
  };

describe("examples/lotka-volterra", () => {
  for (const coupling of [0, 0.01]) {
    it(`gives the numbers of index arithmetic to the last bit, with coupling ${coupling}`, () => {
      const named = Float64Array.of(10, 5, 1, 1, 1);
      const counted = named.slice();
      const options = { tol: 1e-10, verbose: false };
      const ours = ode45(named, derivative(coupling), 0, 1e-3, options);
      const theirs = ode45(counted, juggled(coupling), 0, 1e-3, options);
      for (let step = 0; step < 2000; step++) {
        ours.step();
        theirs.step();
        expect([...named, ours.t]).to.deep.equal([...counted, theirs.t]);
      }
      expect(named.every(Number.isFinite)).to.equal(true);
    });
  }

  it("takes plain Arrays, which the solver makes with holes", () => {
    const [typed, plain] = [Float64Array.of(10, 5, 1, 1, 1), [10, 5, 1, 1, 1]];
    const onTyped = ode45(typed, derivative(0.01), 0, 1e-3, { verbose: false });
    const onPlain = ode45(plain, derivative(0.01) as never, 0, 1e-3, { verbose: false });
    for (let step = 0; step < 500; step++) {
      onTyped.step();
      onPlain.step();
    }
    expect(plain).to.deep.equal([...typed]);
  });

  it("conserves Volterra's invariant", () => {
    const views = emptyWithViews(layout)[1];
    views.forest.hares.set(10);
    views.forest.lynxes.set(5);
    const before = conserved(views.forest);
    for (const end of [5, 10, 20]) {
      expect(conserved(integrate(0, end).forest)).to.be.closeTo(before, 1e-8);
    }
    expect(conserved(integrate(0.01, 20).forest)).to.not.be.closeTo(before, 1e-2);
  });

  it("keeps Lorenz's weather on its attractor", () => {
    const { x, y, z } = integrate(0, 20).weather;
    expect(Math.abs(x.get())).to.be.below(20);
    expect(Math.abs(y.get())).to.be.below(28);
    expect(z.get()).to.be.within(0, 50);
  });

  it("prints the forest by name", () => {
    const lines = run("examples/lotka-volterra.ts").trimEnd().split("\n");
    expect(lines[0]).to.equal("t = 0: 10.000 hares alone, 10.000 disturbed, conserved 0.30858426");
    expect(lines[2]).to.match(
      /^t = 10: 13\.634 hares alone, \S+ disturbed, conserved 0\.30858426$/,
    );
    expect(lines.at(-1)).to.equal("the solver's y[3] is weather.y");
  });
});
