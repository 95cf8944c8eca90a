import { expect } from "chai";
import ndarray, { type NdArray } from "ndarray";
import { emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { converged, lbfgs, minimize, type Objective } from "ndarray-params/optimize";
import { problems } from "../support/bounded-problems.ts";
import { quadratic, rosenbrock, type Problem } from "../support/problems.ts";

const of = (...values: number[]): Float64Array => Float64Array.from(values);

/** Biggs' problem starts on a bound, ends on two, and has long runs between. */
const biggs = problems.find(({ name }) => name === "Biggs EXP6")!;
const limits = { lower: Float64Array.from(biggs.lower), upper: Float64Array.from(biggs.upper) };

describe("lbfgs with bounds", () => {
  it("clamps the minimum of a separable quadratic", () => {
    const x = of(0, 0, 0, 0);
    const bounds = { lower: of(-1, -1, 0, -Infinity), upper: of(1, 1, 0, 2) };
    const loop = lbfgs(x, quadratic([1, 4, 9, 16], [3, -0.5, 5, -7]), { bounds });
    const active: number[][] = [];
    for (const info of loop) active.push([...info.active]);
    expect([...x]).to.deep.equal([1, -0.5, 0, -7]);
    expect(active.at(-1)).to.deep.equal([1, 0, 1, 0]);
    expect(loop.end!.reason).to.equal("zero gradient");
  });

  it("ends at once where the bounds hold every element", () => {
    const x = of(1, -2);
    const loop = lbfgs(x, quadratic([1, 1], [3, -3]), { bounds: { lower: -2, upper: 1 } });
    expect([...loop]).to.deep.equal([]);
    expect(loop.end!.reason).to.equal("zero gradient");
    expect([...x]).to.deep.equal([1, -2]);
  });

  it("never moves a fixed element", () => {
    const x = of(-1.2, 1, 0.7, 1, -0.3);
    const fixed = { lower: of(-2, 1, -2, 1, -2), upper: of(2, 1, 2, 1, 2) };
    for (const { active } of lbfgs(x, rosenbrock, { bounds: fixed })) {
      expect([x[1], x[3]]).to.deep.equal([1, 1]);
      expect([active[1], active[3]]).not.to.include(0);
    }
  });

  for (const bounds of [
    {},
    { lower: -Infinity },
    { upper: of(...Array<number>(5).fill(Infinity)) },
  ]) {
    it(`takes the path of lbfgs if ${Object.keys(bounds).join() || "nothing"} is bounded`, () => {
      const [x, y] = [of(-1.2, 1, -0.5, 0.8, 1.5), of(-1.2, 1, -0.5, 0.8, 1.5)];
      const other = lbfgs(y, rosenbrock, { bounds });
      for (const { iteration, evaluations, active } of lbfgs(x, rosenbrock)) {
        const info = other.next().value!;
        expect([...active, ...info.active]).to.deep.equal(Array(10).fill(0));
        expect(info.evaluations).to.equal(evaluations);
        y.forEach((v, i) => expect(v).to.be.closeTo(x[i]!, 1e-6));
        if (iteration === 12) break; // later, rounding leads the two apart
      }
      for (const _ of other);
      expect(other.end!.loss).to.be.below(1e-20);
    });
  }

  it("finds what lbfgs finds within bounds far away", () => {
    const x = of(-1.2, 1, -0.5, 0.8, 1.5);
    for (const _ of lbfgs(x, rosenbrock, { bounds: { lower: -1e6, upper: 1e6 } }));
    x.forEach((v) => expect(v).to.be.closeTo(1, 1e-7));
  });

  for (const memory of [3, 20]) {
    it(`continues bit for bit, memory ${memory}`, () => {
      const options = { memory, bounds: limits };
      const path: number[][] = [];
      const x = Float64Array.from(biggs.start);
      const y = Float64Array.from(biggs.start);
      for (const { iteration } of lbfgs(x, biggs.objective, options)) {
        path.push([...x]);
        if (iteration === 40) break;
      }
      let state;
      for (const info of lbfgs(y, biggs.objective, options)) {
        ({ state } = info);
        if (info.iteration === 17) break;
      }
      for (const info of lbfgs(y, biggs.objective, {
        ...options,
        state: structuredClone({ ...state }),
      })) {
        expect([...y]).to.deep.equal(path[info.iteration - 1]);
        if (info.iteration === 40) return;
      }
      expect.fail("ended");
    });
  }

  it("has the same bits on an ndarray of any stride, and under for await", async () => {
    const x = Float64Array.from(biggs.start);
    const flat = ndarray(new Float64Array(40), [6], [-3], 30);
    biggs.start.forEach((v, i) => flat.set(i, v));
    const strided: Objective<NdArray<Float64Array>> = (f, g) => {
      const row = new Float64Array(6);
      const loss = biggs.objective(
        row.map((_, i) => f.get(i)),
        row,
      );
      row.forEach((v, i) => g.set(i, v));
      return loss;
    };
    const later = (f: NdArray<Float64Array>, g: NdArray<Float64Array>) =>
      Promise.resolve().then(() => strided(f, g));
    const other = lbfgs(flat, later, { bounds: limits })[Symbol.asyncIterator]();
    for (const info of lbfgs(x, biggs.objective, { bounds: limits })) {
      // oxlint-disable-next-line no-await-in-loop -- the runs go side by side
      const { value } = (await other.next()) as { value: typeof info };
      expect([...x].map((_, i) => flat.get(i))).to.deep.equal([...x]);
      expect([...value.active]).to.deep.equal([...info.active]);
      if (info.iteration === 30) break;
    }
  });

  it("keeps float32 flats within what was given", () => {
    const template = layoutOf({ a: 3, b: [] });
    const [flat] = emptyWithViews(template, { dtype: "float32" });
    const objective: Objective<typeof flat> = (f, g) => {
      const { data } = f;
      data.forEach((v) => expect(v >= -0.1 && v <= 0.3).to.equal(true));
      const far = [1, -1, 0.2, 0.1];
      data.forEach((v, i) => g.set(i, v - far[i]!));
      return data.reduce((sum, v, i) => sum + (v - far[i]!) ** 2 / 2, 0);
    };
    const bounds = { lower: -0.1, upper: { a: 0.3, b: 0.1 } };
    const loop = lbfgs(flat, objective, { bounds, template });
    let last: number[] = [];
    for (const { active } of loop) last = [...active];
    expect(last.slice(0, 3)).to.deep.equal([1, -1, 0]);
    const [a, b, c, d] = flat.data;
    expect(a).to.equal(Math.fround(0.3) - 2 ** -25); // the float32 below 0.3
    expect(b).to.equal(-Math.fround(0.1) + 2 ** -27); // and that above -0.1
    expect([c, d].map((v, i) => Math.abs(v! - [0.2, 0.1][i]!) < 1e-7)).to.deep.equal([true, true]);
  });

  it("follows a flat that the caller moves within the bounds, and refuses one outside", () => {
    const template = { w: [2], s: [] } as const;
    const x = of(0, 0, 0);
    const { w } = shapedFromFlat(x, template);
    const bounds = { lower: -1, upper: { w: 5, s: 9 } };
    const loop = lbfgs(x, quadratic([1, 1, 1], [9, 9, 4]), { bounds, template });
    loop.next();
    x[0] = -1;
    loop.next();
    expect(x[0]).to.be.above(-1);
    w.set(1, 5.5);
    expect(() => loop.next()).to.throw(
      RangeError,
      "lbfgs: flat must lie within its bounds, from -1 to 5 at w[1], got 5.5",
    );
    expect(x[1]).to.equal(5.5);
  });

  it("is stopped by converged, for which held elements do not count", () => {
    const x = Float64Array.from(biggs.start);
    for (const stop of [converged(), converged(1e-8)]) {
      x.set(biggs.start);
      for (const info of lbfgs(x, biggs.objective, { bounds: limits })) {
        expect(info.iteration).to.be.below(80);
        if (stop(info)) break;
      }
      expect(stop.reason).to.match(/^the largest \|gradient\| is/);
    }
  });

  it("is one call for minimize", () => {
    const x = of(0, 0);
    const { end, info } = minimize(lbfgs, x, quadratic([1, 4], [3, -5]), {
      bounds: { lower: -2, upper: 1 },
    });
    expect([...x]).to.deep.equal([1, -2]);
    expect([...info!.active]).to.deep.equal([1, -1]);
    expect(end.reason).to.equal("zero gradient");
  });

  it("shortens steps to where the objective is finite", () => {
    const barrier: Problem = (x, g) => {
      g[0] = 1 - 1e-3 / x[0]!;
      g[1] = 1;
      return x[0]! > 0 ? x[0]! - 1e-3 * Math.log(x[0]!) + x[1]! : NaN;
    };
    const x = of(0.9, 3);
    for (const _ of lbfgs(x, barrier, { bounds: { lower: of(0, 1) } }));
    expect(x[0]).to.be.closeTo(1e-3, 1e-9);
    expect(x[1]).to.equal(1);
  });

  it("goes on without pairs that are nearly dependent", () => {
    const { objective, start, lower, upper } = problems.find(
      ({ name }) => name === "Powell badly scaled",
    )!;
    const x = Float64Array.from(start);
    const bounds = { lower: Float64Array.from(lower), upper: Float64Array.from(upper) };
    for (const { iteration } of lbfgs(x, objective, { bounds })) {
      expect(iteration).to.be.below(400);
    }
    expect(x[0]! * 9e4).to.be.closeTo(1, 1e-3); // the valley is x₀·x₁ = 1e-4 at x₁ = 9
    expect(x[1]).to.be.closeTo(9, 1e-3);
  });
});
