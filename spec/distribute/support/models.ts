/**
 * The objectives that are shared out: logistic regression on the irises, a net of two layers on drawn
 * data, and the sum of the two. The samples of the net come in mini-batches if a batch is named.
 */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { emptyWithViews, layoutOf, shapedFromFlat, subflat, type Layout } from "ndarray-params";
import { partOf, samplesOf, type Name, type Shard } from "ndarray-params/distribute";
import { initializeViews, randomizeNormal, stream } from "ndarray-params/initialize";
import { readIrises } from "../../../examples/support/iris.ts";

type Flat = NdArray<Float64Array>;

export interface SharedModel {
  readonly layout: Layout;
  readonly start: () => Flat;
  /** Adds Σᵢ of a shard to loss and gradient. */
  readonly objective: (
    flat: Flat,
    gradient: Flat,
    shard: Shard,
    ...batch: readonly Name[]
  ) => number;
}

const iris = readIrises();
const logisticLayout = layoutOf({ w: [4, 3], b: 3 });

/** -1/n Σᵢ log p_i,label(i) with p = softmax(x·w + b), over the irises of a shard. */
const logistic: SharedModel = {
  layout: logisticLayout,
  start: () => emptyWithViews(logisticLayout)[0],
  objective(flat, gradient, shard) {
    const { w, b } = shapedFromFlat(flat, logisticLayout);
    const { w: dw, b: db } = shapedFromFlat(gradient, logisticLayout);
    gradient.data.fill(0);
    const n = 150;
    const [from, to] = partOf(n, shard);
    const p = new Float64Array(3);
    let loss = 0;
    for (let i = from; i < to; i++) {
      let sum = 0;
      for (let j = 0; j < 3; j++) {
        let z = b.get(j);
        for (let k = 0; k < 4; k++) z += iris.x.get(i, k) * w.get(k, j);
        sum += p[j] = Math.exp(z);
      }
      const label = iris.labels.get(i);
      loss -= Math.log(p[label]! / sum) / n;
      for (let j = 0; j < 3; j++) {
        const e = (p[j]! / sum - (j === label ? 1 : 0)) / n;
        db.set(j, db.get(j) + e);
        for (let k = 0; k < 4; k++) dw.set(k, j, dw.get(k, j) + e * iris.x.get(i, k));
      }
    }
    return loss;
  },
};

const [samples, inputs, hidden] = [60, 5, 7];
const netLayout = layoutOf({ hidden: { w: [inputs, hidden], b: hidden }, out: [hidden] });
const x = ndarray(new Float64Array(samples * inputs), [samples, inputs]);
const t = ndarray(new Float64Array(samples), [samples]);
randomizeNormal(x, 0, 1, stream("net", "x"));
randomizeNormal(t, 0, 1, stream("net", "t"));
const batchOf = samplesOf(samples, 24, (epoch) => stream("net", `epoch ${epoch}`));
const all = Int32Array.from({ length: samples }, (_, i) => i);

/** 1/2n Σᵢ (tanh(xᵢ·w + b)·v - tᵢ)², over a shard of all samples or of the batch that is named. */
const net: SharedModel = {
  layout: netLayout,
  start() {
    const [flat, views] = emptyWithViews(netLayout);
    const normal = (view: NdArray<Float64Array>, random: () => number): void => {
      randomizeNormal(view, 0, 0.5, random);
    };
    initializeViews(views, netLayout, { hidden: { w: normal, b: normal }, out: normal }, "net");
    return flat;
  },
  objective(flat, gradient, shard, ...[, index]) {
    const { hidden: h, out } = shapedFromFlat(flat, netLayout);
    const { hidden: dh, out: dout } = shapedFromFlat(gradient, netLayout);
    gradient.data.fill(0);
    const chosen = index === undefined ? all : batchOf(index as number);
    const [from, to] = partOf(chosen.length, shard);
    const y = new Float64Array(hidden);
    let loss = 0;
    for (const i of chosen.subarray(from, to)) {
      let error = -t.get(i);
      for (let j = 0; j < hidden; j++) {
        let z = h.b.get(j);
        for (let k = 0; k < inputs; k++) z += x.get(i, k) * h.w.get(k, j);
        y[j] = Math.tanh(z);
        error += y[j]! * out.get(j);
      }
      loss += (error * error) / 2 / chosen.length;
      const e = error / chosen.length;
      for (let j = 0; j < hidden; j++) {
        dout.set(j, dout.get(j) + e * y[j]!);
        const d = e * out.get(j) * (1 - y[j]! * y[j]!);
        dh.b.set(j, dh.b.get(j) + d);
        for (let k = 0; k < inputs; k++) dh.w.set(k, j, dh.w.get(k, j) + d * x.get(i, k));
      }
    }
    return loss;
  },
};

const bothLayout = layoutOf({ logistic: logisticLayout.template, net: netLayout.template });

/** The sum of the two, so that one run on workers shows both. */
const both: SharedModel = {
  layout: bothLayout,
  start() {
    const [flat] = emptyWithViews(bothLayout);
    flat.data.set(net.start().data, logisticLayout.size);
    return flat;
  },
  objective(flat, gradient, ...rest) {
    let loss = 0;
    for (const [name, model] of Object.entries({ logistic, net })) {
      const part = subflat(flat, bothLayout, name as "net");
      const slope = emptyWithViews(model.layout)[0];
      const point = emptyWithViews(model.layout)[0];
      for (let i = 0; i < point.size; i++) point.set(i, part.get(i));
      loss += model.objective(point, slope, ...rest);
      const target = subflat(gradient, bothLayout, name as "net");
      for (let i = 0; i < point.size; i++) target.set(i, slope.get(i));
    }
    return loss;
  },
};

export const models = { logistic, net, both } as const;
export type ModelName = keyof typeof models;
