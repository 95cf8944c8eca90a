/** The rule in the caller's loop: its contract, its state, its ends. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { emptyWithViews, layoutOf } from "ndarray-params";
import { cauchy, huber, levenbergMarquardt, type Residuals } from "ndarray-params/fit";
import { converged, type SavedState } from "ndarray-params/optimize";
import { nistProblems } from "../support/nist.ts";
import { readCase, residualsOf } from "./support/fixtures.ts";

const fit = readCase("puromycin");
const puromycin = residualsOf("puromycin", fit);
const start = fit.start;
const rows = fit.data.y.length;

/** The same for a flat of any kind. */
const ofView: Residuals<NdArray<Float64Array>> = (flat, r, jacobian) =>
  puromycin(Float64Array.of(flat.get(0), flat.get(1)), r, jacobian);

const last = <I>(loop: Iterable<I>): I => {
  let info: I | undefined;
  for (info of loop);
  return info!;
};

describe("levenbergMarquardt", () => {
  it("gives one info, whose numbers belong to the flat", () => {
    const flat = Float64Array.from(start);
    const infos = new Set<object>();
    const loop = levenbergMarquardt(flat, puromycin, { rows });
    let before = Infinity;
    for (const info of loop) {
      infos.add(info);
      const r = new Float64Array(rows);
      const jacobian = ndarray(new Float64Array(2 * rows), [rows, 2]);
      puromycin(flat, r, jacobian);
      expect(info.r).to.deep.equal(r);
      expect(info.jacobian.data).to.deep.equal(jacobian.data);
      expect(info.loss).to.be.closeTo(
        r.reduce((sum, v) => sum + (v * v) / 2, 0),
        1e-10,
      );
      expect(info.loss).to.be.below(before * (1 + 1e-11));
      before = info.loss;
      info.gradient.forEach((slope, j) => {
        const own = r.reduce((sum, v, i) => sum + v * jacobian.get(i, j), 0);
        const size = r.reduce((sum, v, i) => sum + Math.abs(v * jacobian.get(i, j)), 0);
        expect(slope).to.be.closeTo(own, 1e-13 * size);
      });
      expect(info.jacobians).to.be.below(info.evaluations);
      expect(info.rank).to.equal(2);
      expect([...info.active]).to.deep.equal([0, 0]);
      expect(new Set(info.weights)).to.deep.equal(new Set([1]));
    }
    expect(infos.size).to.equal(1);
    expect(loop.end).to.include({ reason: "converged" });
  });

  it("tells the relative offset of Bates & Watts", () => {
    // At x of one element the reachable part of r is J·Jᵀr/‖J‖².
    const residuals: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      r.set([x - 1, 2 * x - 5, 3]);
      jacobian?.data.set([1, 2, 0]);
    };
    const flat = Float64Array.of(0);
    const [info] = levenbergMarquardt(flat, residuals, { rows: 3, radius: 0.01 });
    const [a, b] = [flat[0]! - 1, 2 * flat[0]! - 5];
    const reached = (a + 2 * b) / Math.sqrt(5);
    const rest = Math.sqrt(a * a + b * b + 9 - reached * reached);
    expect(info!.offset).to.be.closeTo(Math.abs(reached) / (rest / Math.sqrt(2)), 1e-12);
  });

  it("stops where a statistician would", () => {
    const flat = Float64Array.from(start);
    const loop = levenbergMarquardt(flat, puromycin, { rows });
    for (const info of loop) if (info.offset < 1e-3) break;
    expect(loop.end).to.include({ reason: "stopped" });
    expect(flat[0]).to.be.closeTo(Number(fit.reference.estimate[0]), 1e-3 * 6.95 * 1.5);
  });

  const kinds: [name: string, make: () => NdArray<Float64Array>][] = [
    ["an ndarray", () => ndarray(Float64Array.from(start))],
    [
      "a flat of stride -2",
      () => ndarray(Float64Array.of(0, start[1]!, 0, start[0]!), [2], [-2], 3),
    ],
  ];
  for (const [name, make] of kinds) {
    it(`takes the same steps on ${name}, bit for bit`, () => {
      const flat = Float64Array.from(start);
      const view = make();
      const [one, other] = [
        levenbergMarquardt(flat, puromycin, { rows }),
        levenbergMarquardt(view, ofView, { rows }),
      ];
      for (const info of one) {
        const { value } = other.next();
        expect([view.get(0), view.get(1)]).to.deep.equal([...flat]);
        expect(value.gradient.get(1)).to.equal(info.gradient[1]);
      }
      expect(other.next().done).to.equal(true);
    });
  }

  it("rounds the flat to float32, and still ends by itself at the minimum", () => {
    const flat = Float32Array.from(start);
    const residuals: Residuals<Float32Array> = (x, r, jacobian) =>
      puromycin(Float64Array.from(x), r, jacobian);
    const loop = levenbergMarquardt(flat, residuals, { rows });
    expect(last(loop).gradient).to.be.an.instanceOf(Float32Array);
    expect(["converged", "no lower point"]).to.include(loop.end!.reason);
    fit.reference.estimate.forEach((want, i) => {
      expect(flat[i]).to.be.closeTo(Number(want), 1e-6 * Number(want));
    });
  });

  it("writes into the arrays of the caller, of any strides", () => {
    const r = new Float64Array(rows);
    const gradient = new Float64Array(2);
    const data = new Float64Array(2 * rows + 3);
    const jacobian = ndarray(data, [rows, 2], [1, rows], 3);
    const flat = Float64Array.from(start);
    const loop = levenbergMarquardt(flat, puromycin, { rows, r, jacobian, gradient });
    const info = last(loop);
    expect([info.r, info.jacobian, info.gradient]).to.deep.equal([r, jacobian, gradient]);
    expect([...data.subarray(0, 3)]).to.deep.equal([0, 0, 0]);
    const plain = Float64Array.from(start);
    last(levenbergMarquardt(plain, puromycin, { rows }));
    expect(flat).to.deep.equal(plain);
  });

  for (const name of ["Rat43", "MGH09", "Thurber", "ENSO"]) {
    it(`continues a saved state bit for bit, after any iteration: ${name}`, () => {
      const { starts, residuals, rows: m } = nistProblems.find((problem) => problem.name === name)!;
      const f: Residuals<Float64Array> = (b, r, jacobian) => residuals(b, r, jacobian?.data);
      const whole: number[][] = [];
      const flat = Float64Array.from(starts[1]!);
      const run = levenbergMarquardt(flat, f, { rows: m });
      for (const info of run) whole.push([...flat, info.loss]);
      for (const cut of [1, 3, Math.floor(whole.length / 2), whole.length - 1]) {
        const x = Float64Array.from(starts[1]!);
        let state: SavedState = {};
        for (const info of levenbergMarquardt(x, f, { rows: m })) {
          if (info.iteration === cut) {
            state = structuredClone({ ...info.state });
            break;
          }
        }
        const rest: number[][] = [];
        const going = levenbergMarquardt(x, f, { rows: m, state });
        for (const info of going) rest.push([...x, info.loss]);
        expect(rest).to.deep.equal(whole.slice(cut));
        expect(going.end!.reason).to.equal(run.end!.reason);
      }
    });
  }

  it("keeps its state in flats and numbers, as views of a checkpoint give them back", () => {
    const flat = Float64Array.from(start);
    const [first] = levenbergMarquardt(flat, puromycin, { rows });
    const template = { iteration: [], radius: [], damping: [], hidden: [], scale: 2 } as const;
    const [, views] = emptyWithViews(template);
    for (const name of ["iteration", "radius", "damping", "hidden"] as const) {
      views[name].set(first!.state[name]);
    }
    first!.state.scale.forEach((v, i) => views.scale.set(i, v));
    const other = flat.slice();
    const options = { rows, state: first!.state };
    const infos = [
      last(levenbergMarquardt(flat, puromycin, options)),
      last(levenbergMarquardt(other, puromycin, { rows, state: views })),
    ];
    expect(flat).to.deep.equal(other);
    expect(infos[0]!.iteration).to.equal(infos[1]!.iteration);
  });

  it("evaluates anew where the caller has moved the flat", () => {
    const flat = Float64Array.from(start);
    let info;
    const loop = levenbergMarquardt(flat, puromycin, { rows });
    for (info of loop) if (info.iteration === 2) flat.set([150, 0.2]);
    fit.reference.estimate.forEach((want, i) => {
      expect(flat[i]).to.be.closeTo(Number(want), 1e-8 * Number(want));
    });
  });

  it("refuses a flat that the caller has moved out of its bounds", () => {
    const flat = Float64Array.from(start);
    const template = layoutOf({ vm: [], k: [] });
    const bounds = { lower: 0, upper: Float64Array.of(1000, 1) };
    const loop = levenbergMarquardt(flat, puromycin, { rows, template, bounds });
    loop.next();
    flat[1] = 2;
    expect(() => loop.next())
      .to.throw(RangeError)
      .with.property(
        "message",
        "levenbergMarquardt: flat must lie within its bounds, from 0 to 1 at k, got 2",
      );
    expect(flat[1]).to.equal(2);
  });

  it("fixes elements by equal bounds, to the bit", () => {
    const flat = Float64Array.from(start);
    const bounds = {
      lower: Float64Array.of(-Infinity, 0.08),
      upper: Float64Array.of(Infinity, 0.08),
    };
    const info = last(levenbergMarquardt(flat, puromycin, { rows, bounds }));
    expect(flat[1]).to.equal(0.08);
    expect([Math.abs(info.active[1]!), info.gradient[1], info.rank]).to.deep.equal([1, 0, 1]);
    // vm = Σ s·y/Σ s², s = x/(k + x)
    const shares = fit.data.x!.map((x) => x / (0.08 + x));
    const top = shares.reduce((sum, s, i) => sum + s * fit.data.y[i]!, 0);
    expect(flat[0]).to.be.closeTo(top / shares.reduce((sum, s) => sum + s * s, 0), 1e-9);
    expect(converged(1e-3)(info)).to.equal(true);
  });

  it("ends at once if nothing is free", () => {
    const flat = Float64Array.from(start);
    const loop = levenbergMarquardt(flat, puromycin, {
      rows,
      bounds: { lower: flat.slice(), upper: flat.slice() },
    });
    expect([...loop]).to.deep.equal([]);
    expect(loop.end).to.include({ reason: "converged", evaluations: 1, iteration: 0 });
    expect(loop.end!.loss).to.be.above(0);
  });

  it("takes sizes of the caller in the place of column norms", () => {
    const flat = Float64Array.from(start);
    const scale = Float64Array.of(200, 0.1);
    const loop = levenbergMarquardt(flat, puromycin, { rows, scale });
    const info = last(loop);
    expect([...info.state.scale]).to.deep.equal([1 / 200, 1 / 0.1]);
    expect(flat[1]).to.be.closeTo(Number(fit.reference.estimate[1]), 1e-9);
  });

  it("starts from zeros in any units, also with sizes of the caller", () => {
    for (const options of [{}, { scale: Float64Array.of(1e3, 1e-3) }]) {
      const line: Residuals<Float64Array> = ([a = 0, b = 0], r, jacobian) => {
        for (let i = 0; i < 5; i++) {
          r[i] = a + 1e6 * b * i - 1e3 * (1 + i);
          jacobian?.set(i, 0, 1);
          jacobian?.set(i, 1, 1e6 * i);
        }
      };
      const flat = new Float64Array(2);
      const loop = levenbergMarquardt(flat, line, { rows: 5, ...options });
      for (const info of loop) expect(info.iteration).to.be.below(50);
      expect(flat[0]).to.be.closeTo(1e3, 1e-7);
      expect(flat[1]).to.be.closeTo(1e-3, 1e-13);
    }
  });

  it("ends where every residual is 0", () => {
    const flat = Float64Array.of(3);
    const exact: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      r[0] = 2 * x - 4;
      jacobian?.data.fill(2);
    };
    const loop = levenbergMarquardt(flat, exact, { rows: 1 });
    expect(last(loop).offset).to.be.NaN;
    expect(loop.end).to.include({ reason: "zero loss", loss: 0 });
    expect(flat[0]).to.equal(2);
  });

  it("takes fewer residuals than elements, and the nearest point that fits them", () => {
    const flat = Float64Array.of(1, 1, 1);
    const sum: Residuals<Float64Array> = (x, r, jacobian) => {
      r[0] = x[0]! + x[1]! + x[2]! - 9;
      jacobian?.data.fill(1);
    };
    const info = last(levenbergMarquardt(flat, sum, { rows: 1 }));
    expect(info.rank).to.equal(1);
    flat.forEach((v) => expect(v).to.be.closeTo(3, 1e-6));
  });

  it("shrinks the radius where the residuals are not finite", () => {
    const flat = Float64Array.of(100);
    let bad = 0;
    const log: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      r[0] = Math.log(x); // the whole step from 100 would go to -360
      if (Number.isNaN(r[0])) bad++;
      jacobian?.data.fill(1 / x);
    };
    const loop = levenbergMarquardt(flat, log, { rows: 1, radius: 1000 });
    last(loop);
    expect(bad).to.be.above(0);
    expect(flat[0]).to.be.closeTo(1, 1e-12);
  });

  it("ends if no step lowers the loss, and gives the last good residuals back", () => {
    const flat = Float64Array.of(0);
    const lying: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      r[0] = 1 + Math.abs(x);
      jacobian?.data.fill(1);
    };
    const r = new Float64Array(1);
    const loop = levenbergMarquardt(flat, lying, { rows: 1, r });
    expect([...loop]).to.deep.equal([]);
    expect(loop.end).to.include({ reason: "no lower point", loss: 0.5 });
    expect([flat[0], r[0]]).to.deep.equal([0, 1]);
  });

  it("ends if the radius underflows before any step does", () => {
    const flat = Float64Array.of(0);
    let evaluations = 0;
    const alone: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      if (++evaluations === 2000) throw new Error("it does not end"); // a tenth 2000 times is 0
      r[0] = x === 0 ? 1 : NaN;
      jacobian?.data.fill(1e-300); // a step is 1e300 times as long as its radius
    };
    const loop = levenbergMarquardt(flat, alone, { rows: 1 });
    expect([...loop]).to.deep.equal([]);
    expect(loop.end).to.include({ reason: "no lower point", loss: 0.5 });
    expect(flat[0]).to.equal(0);
  });

  for (const unit of [1e-250, 1e-160, 1e160, 1e250]) {
    it(`finds the same line if its parameters are in units of ${unit}`, () => {
      const flat = Float64Array.of(0, 0);
      const line: Residuals<Float64Array> = ([a = 0, b = 0], r, jacobian) => {
        [1, 3, 4, 8].forEach((y, x) => {
          r[x] = (a + b * x) * unit - y;
          jacobian?.set(x, 0, unit);
          jacobian?.set(x, 1, x * unit);
        });
      };
      const { rank } = last(levenbergMarquardt(flat, line, { rows: 4 }));
      expect(rank).to.equal(2);
      expect(flat[0]! * unit).to.be.closeTo(0.7, 1e-12); // Σy = 16, Σxy = 35
      expect(flat[1]! * unit).to.be.closeTo(2.2, 1e-12);
    });
  }

  it("weighs outliers down, and says so by weights", () => {
    const data = [1, 1.1, 0.9, 1.05, 40];
    const mean: Residuals<Float64Array> = ([x = 0], r, jacobian) => {
      data.forEach((y, i) => (r[i] = (x - y) / 0.1));
      jacobian?.data.fill(10);
    };
    const flat = Float64Array.of(0);
    const info = last(levenbergMarquardt(flat, mean, { rows: 5, loss: huber(1.345) }));
    // 0.9 and 40 are outside, on both sides of the mean of the others.
    expect(flat[0]).to.be.closeTo(3.15 / 3, 1e-9);
    expect([0, 1, 3].map((i) => info.weights[i])).to.deep.equal([1, 1, 1]);
    expect(info.weights[2]).to.be.closeTo(0.1345 / 0.15, 1e-9);
    expect(info.weights[4]).to.be.below(0.01);
    last(levenbergMarquardt(flat, mean, { rows: 5, loss: cauchy(1) }));
    expect(flat[0]).to.be.closeTo(1.01, 0.02);
  });
});

describe("levenbergMarquardt under for await", () => {
  it("takes the same steps bit for bit, with residuals that take their time", async () => {
    const want: number[][] = [];
    const flat = Float64Array.from(start);
    for (const info of levenbergMarquardt(flat, puromycin, { rows })) {
      want.push([...flat, info.loss, info.evaluations]);
    }
    const other = Float64Array.from(start);
    const slowly: Residuals<Float64Array, Promise<void>> = async (x, r, jacobian) => {
      await new Promise((resolve) => setImmediate(resolve));
      puromycin(x, r, jacobian);
    };
    const found: number[][] = [];
    const loop = levenbergMarquardt(other, slowly, { rows });
    for await (const info of loop) found.push([...other, info.loss, info.evaluations]);
    expect(found).to.deep.equal(want);
    expect(loop.end).to.include({ reason: "converged" });
  });

  it("refuses a promise in a for...of", () => {
    const slowly = (async () => {}) as never as Residuals<Float64Array>;
    const loop = levenbergMarquardt(Float64Array.from(start), slowly, { rows });
    expect(() => loop.next())
      .to.throw(TypeError)
      .with.property(
        "message",
        'levenbergMarquardt: residuals must return at once, or be waited for by "for await", got a Promise',
      );
  });
});
