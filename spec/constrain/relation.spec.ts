/** The things built on the transforms: objectives, covariances, and other relations. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import {
  checkGradient,
  emptyWithViews,
  flatFunction,
  indexOf,
  labelOf,
  partition,
  shapedFromFlat,
  subflat,
  tie,
} from "ndarray-params";
import {
  affine,
  choleskyCorrelation,
  constrain,
  ordered,
  positive,
  simplex,
  sumToZero,
} from "ndarray-params/constrain";
import { adam, lbfgs } from "ndarray-params/optimize";
import { rejection } from "../support/rejection.ts";
import { itRefuses } from "../support/refuses.ts";

const unknown = (value: unknown): never => value as never;
const c = constrain({ s: [], p: 3, rest: 2 }, { s: positive, p: simplex });
const start = [0.5, -0.25, 1, 3, 4];
const counts = [2, 3, 5];

/** -log of a density: s near 2, p as the counts have it, rest near (1, 2). */
function loss(x: Float64Array, g: Float64Array): number {
  const [s, a, b] = [x[0]!, x[4]! - 1, x[5]! - 2];
  g[0] = s - 2;
  let sum = ((s - 2) * (s - 2) + a * a + b * b) / 2;
  counts.forEach((own, i) => {
    sum -= own * Math.log(x[1 + i]!);
    g[1 + i] = -own / x[1 + i]!;
  });
  g[4] = a;
  g[5] = b;
  return sum;
}

describe("an objective of free elements", () => {
  it("leads an optimizer to the values of the minimum", () => {
    const y = Float64Array.from(start);
    let last = Infinity;
    for (const info of lbfgs(y, c.objective(loss))) {
      last = info.loss;
      if (info.iteration === 100) break;
    }
    const x = new Float64Array(6);
    c.forward(y, x);
    [2, 0.2, 0.3, 0.5, 1, 2].forEach((own, i) => expect(x[i]).to.be.closeTo(own, 1e-6));
    const wanted = -counts.reduce((sum, own) => sum + own * Math.log(own / 10), 0);
    expect(last).to.be.closeTo(wanted, 1e-10);
  });

  it("subtracts the log-Jacobian if it is told to", () => {
    const y = Float64Array.from(start);
    const x = new Float64Array(6);
    const l = c.forward(y, x);
    const plain = new Float64Array(5);
    const penalized = new Float64Array(5);
    const own = c.objective(loss)(y, plain);
    expect(c.objective(loss, { logJacobian: true })(y, penalized)).to.equal(own - l);
    c.pullBackJacobian(y, plain, -1);
    expect([...penalized]).to.deep.equal([...plain]);
  });

  it("hands over flats of the kind and data type that it got, the same in every call", () => {
    const seen: unknown[][] = [];
    const objective = c.objective((x, g, batch: string) => {
      seen.push([x, g, batch]);
      return 1;
    });
    const view = <D extends Float64Array | Float32Array>(data: D): NdArray<D> => ndarray(data, [5]);
    for (const make of [
      () => new Float64Array(5),
      () => new Float32Array(5),
      () => unknown(view(new Float64Array(5))),
      () => unknown(view(new Float32Array(5))),
    ]) {
      seen.length = 0;
      const [y, g] = [make(), make()] as [Float64Array, Float64Array];
      expect(objective(y, g, "b")).to.equal(1);
      objective(y, g, "b");
      expect(seen[0]![0]).to.equal(seen[1]![0]);
      expect(seen[0]![1]).to.equal(seen[1]![1]);
      expect(seen[0]![0]).not.to.equal(seen[0]![1]);
      expect(seen[0]![2]).to.equal("b");
      const [x] = seen[0] as [Float64Array | NdArray<Float64Array>];
      expect("data" in x).to.equal("data" in y);
      const dataOf = (flat: object): object => ("data" in flat ? (flat.data as object) : flat);
      expect(dataOf(x).constructor).to.equal(dataOf(y).constructor);
      expect((dataOf(x) as Float64Array).length).to.equal(6);
    }
  });

  it("shows NaN where f forgets an element, in every call", () => {
    const objective = c.objective((x: Float64Array, g: Float64Array) => {
      g.fill(1, 0, 5);
      return x[0]!;
    });
    const g = new Float64Array(5);
    objective(Float64Array.from(start), g);
    objective(Float64Array.from(start), g);
    expect(g[4]).to.deep.equal(NaN);
    expect(g[3]).to.equal(1);
  });

  it("waits for a promised loss", async () => {
    const y = Float64Array.from(start);
    const [wanted, got] = [new Float64Array(5), new Float64Array(5)];
    const own = c.objective(loss, { logJacobian: true })(y, wanted);
    const later = c.objective(
      (x: Float64Array, g: Float64Array) => Promise.resolve().then(() => loss(x, g)),
      { logJacobian: true },
    );
    expect(await later(y, got)).to.equal(own);
    expect([...got]).to.deep.equal([...wanted]);
  });

  it("has the bits of a run alone if another one comes between, and its flats again after an error", async () => {
    const seen = new Set<unknown>();
    let isFaulty = false;
    const later = c.objective(async (x: Float64Array, g: Float64Array) => {
      seen.add(x);
      await Promise.resolve();
      if (isFaulty) throw new Error("no data");
      return loss(x, g);
    });
    const starts = [start, [2, 1, -1, 0, 3], [-1, 0, 0.5, 1, 1]].map((y) => Float64Array.from(y));
    const gradients = starts.map(() => new Float64Array(5));
    const losses = await Promise.all(starts.map((y, i) => later(y, gradients[i]!)));
    for (const [i, y] of starts.entries()) {
      const wanted = new Float64Array(5);
      expect(losses[i]).to.equal(c.objective(loss)(y, wanted));
      expect([...gradients[i]!]).to.deep.equal([...wanted]);
    }
    seen.clear();
    isFaulty = true;
    for (let call = 0; call < 3; call++) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      expect((await rejection(later(starts[0]!, gradients[0]!))).message).to.equal("no data");
    }
    expect(seen.size).to.equal(1);
  });

  itRefuses([
    [
      "what is no function",
      () => c.objective(unknown(3)),
      TypeError,
      "constrain: objective: f must be a function, got 3",
    ],
    [
      "another option",
      () => c.objective(loss, unknown({ jacobian: true })),
      RangeError,
      'constrain: objective: no option "jacobian"; its options are logJacobian',
    ],
    [
      "a flag that only looks true",
      () => c.objective(loss, { logJacobian: unknown(1) }),
      TypeError,
      "constrain: objective: logJacobian must be true or false, got 1",
    ],
    [
      "a loss that is no number",
      () => c.objective(unknown(() => undefined))(new Float64Array(5), new Float64Array(5)),
      TypeError,
      "constrain: objective: f must return a number, got undefined",
    ],
    [
      "a flat that is no flat",
      () => c.objective(loss)(unknown([1, 2, 3, 4, 5]), new Float64Array(5)),
      TypeError,
      "constrain: objective: y must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got an Array",
    ],
    [
      "a gradient of the values",
      () => c.objective(loss)(new Float64Array(5), new Float64Array(6)),
      RangeError,
      "constrain: objective: template needs 5 elements, gradient has 6",
    ],
    [
      "the flat as its gradient",
      () => {
        const y = new Float64Array(5);
        c.objective(loss)(y, y);
      },
      RangeError,
      "constrain: objective: y and gradient must not share elements",
    ],
  ]);
});

describe("the correlations next to 1 and -1", () => {
  it("have free elements where the ratio of the row's elements overflows", () => {
    const e = constrain({ l: [2, 2, 2] }, { l: choleskyCorrelation });
    const y = new Float64Array(2);
    const least = Number.MIN_VALUE; // asinh(2¹⁰⁷⁴) = 1075·ln 2
    e.inverse(Float64Array.of(1, 0, 1, least, 1, 0, -1, least), y);
    expect(y[0]).to.be.closeTo(1075 * Math.LN2, 1e-12);
    expect(y[1]).to.equal(-y[0]!);
  });
});

describe("a relation beside others", () => {
  it("labels free elements by the paths of the template", () => {
    expect([0, 1, 2, 3].map((i) => labelOf(c.free, i))).to.deep.equal([
      "s",
      "p[0]",
      "p[1]",
      "rest[0]",
    ]);
    expect(indexOf(c.free, "p[1]")).to.equal(2);
    const [flat] = emptyWithViews(c.free);
    subflat(flat, c.free, "p").set(1, 7);
    expect(flat.get(2)).to.equal(7);
  });

  it("constrains every leaf below a record, and other leaves by their own paths", () => {
    const d = constrain(
      { noise: { a: [], b: 2 }, layers: [{ w: 2 }, { w: 2 }] },
      { noise: positive, "layers.1.w": sumToZero },
    );
    expect(d.free.template).to.deep.equal({
      noise: { a: [], b: [2] },
      layers: [{ w: [2] }, { w: [1] }],
    });
    const x = new Float64Array(7);
    d.forward(new Float64Array(6), x);
    expect([...x]).to.deep.equal([1, 1, 1, 0, 0, 0, 0]);
  });

  it("takes a layout, an empty template and no constraints", () => {
    const d = constrain(c.values, {});
    expect(d.values).to.equal(c.values);
    expect(d.free.template).to.deep.equal({ s: [], p: [3], rest: [2] });
    const nothing = constrain({}, {});
    expect(nothing.forward(new Float64Array(0), new Float64Array(0))).to.equal(0);
  });

  it("is constrained again: the free flat of one is the values of another", () => {
    const scaled = constrain(c.free, { rest: affine(0, 10) });
    const objective = scaled.objective(c.objective(loss));
    const y = Float64Array.from(start);
    expect(checkGradient(objective, y, scaled.free).worst).to.be.below(1e-8);
  });

  it("holds for the free part of a partition", () => {
    const { free, fixed, join } = partition({ s: [], p: 3, rest: 2 }, ["rest"]);
    const d = constrain(free, { s: positive, p: simplex });
    expect(d.free.size).to.equal(3);
    const [, frozen] = emptyWithViews(fixed);
    const [, ignored] = emptyWithViews(fixed);
    frozen.rest.set(1, 5);
    const f = flatFunction(
      free,
      (theta, gradient) => {
        const { s, p, rest } = join(theta, frozen);
        const g = join(gradient, ignored);
        g.s.set(rest.get(1));
        for (let i = 0; i < 3; i++) g.p.set(i, i);
        g.rest.set(0, 1);
        return s.get() * rest.get(1) + p.get(1) + 2 * p.get(2);
      },
      2,
    );
    const { worst } = checkGradient(d.objective(f), Float64Array.of(0.1, 0.2, 0.3), d.free);
    expect(worst).to.be.below(1e-8);
  });

  it("holds for tied leaves, which share their free elements", () => {
    const { free, join } = tie({ first: 2, second: 2 }, "second", "first");
    const d = constrain(free, { first: ordered });
    const y = Float64Array.of(1, 0);
    const x = new Float64Array(2);
    d.forward(y, x);
    const { first, second } = join(shapedFromFlat(x, free));
    expect([second.get(0), second.get(1)]).to.deep.equal([1, 2]);
    expect(first.data).to.equal(second.data);
  });

  it("gives a rule its batches", () => {
    const objective = c.objective((x: Float64Array, g: Float64Array, weight: number) => {
      g.fill(weight);
      return weight * x.reduce((sum, own) => sum + own, 0);
    });
    const seen: number[] = [];
    const y = new Float64Array(5);
    const batches = [1, 2, 3].map((weight): [number] => [weight]);
    for (const info of adam(y, objective, { batches })) seen.push(info.loss);
    expect(seen.length).to.equal(3);
  });
});
