/** Rates and rules of their own for the parts of a template. */
import { expect } from "chai";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import {
  emptyWithViews,
  layoutOf,
  leaves,
  partition,
  perPart,
  shapedFromFlat,
  subflat,
} from "ndarray-params";
import {
  adam,
  adamW,
  cosineAnnealing,
  gradientDescent,
  rprop,
  scaled,
  warmUp,
  type Objective,
} from "ndarray-params/optimize";
import { rosenbrock } from "../support/problems.ts";

type Flat = NdArray<Float64Array>;

const net = layoutOf({ body: { w: [2, 2], b: 2 }, head: { w: [2], b: [] } });

const objective: Objective<Flat> = (flat, gradient) => rosenbrock(flat.data, gradient.data);

/** A flat of the net with the same start each time. */
function started(): Flat {
  const [flat] = emptyWithViews(net);
  flat.data.set([-1.2, 1, -0.5, 0.8, 1.5, 0.3, -0.7, 1.1, 0.9]);
  return flat;
}

const n = 40;

describe("a rate for each part", () => {
  it("is the rate of that part alone, also if a schedule scales it", () => {
    const schedule = warmUp(5, cosineAnnealing(1, 0.1, 30));
    const times = (by: number): Iterable<number> => ({
      *[Symbol.iterator]() {
        for (const value of schedule) yield value * by;
      },
    });
    const rates = { body: 2 ** -9, head: 2 ** -5 };
    for (const [all, one] of [
      [perPart(net, rates), (part: "body" | "head") => rates[part]],
      [scaled(schedule, perPart(net, rates)), (part: "body" | "head") => times(rates[part])],
    ] as const) {
      for (const [part, other] of [
        ["body", "head"],
        ["head", "body"],
      ] as const) {
        const [both, alone] = [started(), started()];
        const whole = adam(both, objective, { stepRate: all });
        const own = adam(alone, objective, { stepRate: one(part) });
        for (let i = 0; i < n; i++) {
          whole.next();
          own.next();
          ops.assign(subflat(alone, net, other), subflat(both, net, other)); // its rate is another
          expect([...alone.data]).to.deep.equal([...both.data]);
        }
      }
    }
  });

  it("spares biases from the decay of weights", () => {
    const flat = started();
    const weightDecay = perPart(net, ({ shape }) => (shape.length > 1 ? 0.5 : 0));
    const flatObjective: Objective<Flat> = (_, gradient) => (ops.assigns(gradient, 0), 0);
    adamW(flat, flatObjective, { stepRate: 0.1, weightDecay }).next();
    const before = Object.fromEntries(leaves(shapedFromFlat(started(), net), net));
    for (const [where, view] of leaves(shapedFromFlat(flat, net), net)) {
      const decays = where === "body.w";
      const ratio = view.data[view.offset]! / before[where]!.data[view.offset]!;
      expect(ratio, where).to.be.closeTo(decays ? 0.95 : 1, 1e-15);
    }
  });

  it("fixes a part at a rate of 0", () => {
    const flat = started();
    const loop = gradientDescent(flat, objective, { stepRate: perPart(net, { body: 0 }, 1e-4) });
    for (let i = 0; i < 5; i++) loop.next();
    expect(flat.data.slice(0, 6)).to.deep.equal(started().data.slice(0, 6));
    expect(flat.data[6]).not.to.equal(started().data[6]);
  });
});

describe("a rule for each part", () => {
  it("sees gradients at one point, as one rule for both would", () => {
    const rates = { body: 0.02, head: 0.005 };
    const one = started();
    const whole = adam(one, objective, { stepRate: perPart(net, rates) });

    const flat = started();
    const [gradient] = emptyWithViews(net);
    let loss = 0;
    const body = adam(
      subflat(flat, net, "body"),
      (_, own) => {
        loss = objective(flat, gradient);
        ops.assign(own, subflat(gradient, net, "body"));
        return loss;
      },
      { stepRate: rates.body },
    );
    const head = adam(
      subflat(flat, net, "head"),
      (_, own) => (ops.assign(own, subflat(gradient, net, "head")), loss),
      { stepRate: rates.head },
    );
    for (let i = 0; i < n; i++) {
      body.next();
      head.next();
      whole.next();
      expect([...flat.data]).to.deep.equal([...one.data]);
    }
  });

  it("works on parts that do not lie together, by partition", () => {
    const { free: weights, fixed: biases, join } = partition(net, ["body.b", "head.b"]);
    const [w, wViews] = emptyWithViews(weights);
    const [b, bViews] = emptyWithViews(biases);
    const [dw, dwViews] = emptyWithViews(weights);
    const [db, dbViews] = emptyWithViews(biases);
    const [flat, views] = emptyWithViews(net);
    const [slope, slopes] = emptyWithViews(net);

    const from = shapedFromFlat(started(), net);
    const put = (target: typeof views, source: typeof views): void => {
      for (const [[, to], [, value]] of zip(target, source)) ops.assign(to, value);
    };
    const zip = (one: typeof views, other: typeof views) => {
      const others = [...leaves(other, net)];
      return Array.from(leaves(one, net), (leaf, i) => [leaf, others[i]!] as const);
    };
    put(join(wViews, bViews), from);

    /** The objective of the joined views; both gradients are written. */
    const joined = (): number => {
      put(views, join(wViews, bViews));
      const loss = objective(flat, slope);
      put(join(dwViews, dbViews), slopes);
      return loss;
    };
    let loss = 0;
    const ofWeights = adamW(w, (_, own) => {
      loss = joined();
      ops.assign(own, dw);
      return loss;
    });
    const ofBiases = rprop(b, (_, own) => (ops.assign(own, db), loss), { initialStep: 0.01 });

    // The same by hand: each rule on the whole, of which only its own part is taken.
    const both = started();
    const decayed = adamW(both, objective);
    const signs = started();
    const byRprop = rprop(signs, objective, { initialStep: 0.01 });
    for (let i = 0; i < n; i++) {
      ofWeights.next();
      ofBiases.next();
      ops.assign(signs, both);
      const before = [...both.data];
      decayed.next();
      byRprop.next();
      const isBias = [4, 5, 8];
      for (const at of isBias) both.data[at] = signs.data[at]!;
      expect(before).not.to.deep.equal([...both.data]);
      put(views, join(wViews, bViews));
      expect([...flat.data]).to.deep.equal([...both.data]);
    }
  });
});
