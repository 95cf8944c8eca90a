/**
 * The two models of the page, in the worker, on the page and in Node: the same bits everywhere,
 * because exp and log are those of ndarray-params/ops.
 */
import type { NdArray } from "ndarray";
import { broadcast, layoutOf, shapedFromFlat, type Layout } from "ndarray-params";
import { gemm } from "ndarray-params/gemm";
import ndarray from "ndarray-params/ndarray";
import { addeq, assigns, expeq, gtseq, logeq, maxseq, muleq, mulseq } from "ndarray-params/ops";

export type Vector = NdArray<Float64Array>;
export type Matrix = NdArray<Float64Array>;

/** An affine map from rows x to rows x·w + b. */
export interface Layer {
  readonly w: Matrix;
  readonly b: Vector;
}

/** d = 784 pixels, k = 10 classes, h = 50 hidden units. */
const [d, h, k] = [784, 50, 10];

export const templates = {
  softmax: { w: [d, k], b: k },
  net: { hidden: { w: [d, h], b: h }, output: { w: [h, k], b: k } },
} as const;

const softmax = layoutOf(templates.softmax);
const net = layoutOf(templates.net);

export interface Model {
  readonly layout: Layout;
  /** The layers of a flat, from the pixels to the classes. */
  readonly layersOf: (flat: Vector) => readonly Layer[];
}

export const models = {
  softmax: { layout: softmax, layersOf: (flat) => [shapedFromFlat(flat, softmax)] },
  net: {
    layout: net,
    layersOf: (flat) => {
      const { hidden, output } = shapedFromFlat(flat, net);
      return [hidden, output];
    },
  },
} as const satisfies Record<string, Model>;

export type ModelName = keyof typeof models;

/** Arrays for the rows between the layers, as many as the largest batch has so far. */
export interface Scratch {
  readonly rows: number;
  readonly outputs: readonly Matrix[];
  readonly errors: readonly Matrix[];
}

const matrix = (rows: number, columns: number): Matrix =>
  ndarray(new Float64Array(rows * columns), [rows, columns]);

function scratchFor(layers: readonly Layer[], rows: number): Scratch {
  const widths = layers.map(({ b }) => b.size);
  const make = (): Matrix[] => widths.map((width) => matrix(rows, width));
  return { rows, outputs: make(), errors: make() };
}

/** The results of a model for a flat. All calls share their arrays. */
export interface Evaluation {
  /** The probabilities of the classes for each row of pixels.  (n, k) */
  readonly predict: (flat: Vector, x: Matrix) => Matrix;
  /** Writes the gradient of the mean of -log p at the labels. Returns that mean. */
  readonly objective: (
    flat: Vector,
    gradient: Vector,
    x: Matrix,
    labels: NdArray<Uint8Array>,
  ) => number;
}

export function evaluationOf({ layersOf }: Model): Evaluation {
  let scratch: Scratch = { rows: 0, outputs: [], errors: [] };

  /** a ← max(0, x·w + b) in each layer but the last, where p ← softmax(x·w + b). */
  function predict(flat: Vector, x: Matrix): Matrix {
    const layers = layersOf(flat);
    const n = x.shape[0]!;
    if (scratch.rows < n) scratch = scratchFor(layers, n);
    let rows = x;
    layers.forEach(({ w, b }, i) => {
      const z = scratch.outputs[i]!.hi(n);
      gemm(z, rows, w);
      addeq(z, broadcast(b, z.shape));
      if (i < layers.length - 1) maxseq(z, 0);
      rows = z;
    });
    softmaxRows(rows);
    return rows;
  }

  return {
    predict,
    /** With e = (p - t)/n at the last layer: dw ← xᵀ·e, db ← Σᵢ eᵢ, and e·wᵀ goes back. */
    objective: (flat, gradient, x, labels) => {
      const p = predict(flat, x);
      const n = x.shape[0]!;
      const loss = crossEntropy(p, labels);
      const layers = layersOf(flat);
      const slopes = layersOf(gradient);
      for (let i = 0; i < n; i++) p.data[i * k + labels.get(i)]! -= 1;
      mulseq(p, 1 / n);
      let e = p;
      for (let i = layers.length - 1; i >= 0; i--) {
        const below = i === 0 ? x : scratch.outputs[i - 1]!.hi(n);
        const { w, b } = slopes[i]!;
        gemm(w, below.transpose(1, 0), e);
        assigns(b, 0);
        addeq(broadcast(b, e.shape), e);
        if (i === 0) break;
        const back = scratch.errors[i - 1]!.hi(n);
        gemm(back, e, layers[i]!.w.transpose(1, 0));
        gtseq(below, 0); // the slope of max(0, ·), 1 or 0
        muleq(back, below);
        e = back;
      }
      return loss;
    },
  };
}

/** p_ij ← exp(p_ij - max_i) / Σ_j exp(p_ij - max_i), for rows without gaps.  (n, k) */
function softmaxRows(p: Matrix): void {
  const { data } = p;
  const end = p.shape[0]! * k;
  for (let first = 0; first < end; first += k) {
    let most = -Infinity;
    for (let j = 0; j < k; j++) most = Math.max(most, data[first + j]!);
    for (let j = 0; j < k; j++) data[first + j]! -= most;
  }
  expeq(p);
  for (let first = 0; first < end; first += k) {
    let total = 0;
    for (let j = 0; j < k; j++) total += data[first + j]!;
    for (let j = 0; j < k; j++) data[first + j]! /= total;
  }
}

/** -1/n Σ_i log p_i,label(i) */
export function crossEntropy(p: Matrix, labels: NdArray<Uint8Array>): number {
  const n = p.shape[0]!;
  const logs = new Float64Array(n);
  for (let i = 0; i < n; i++) logs[i] = p.get(i, labels.get(i));
  logeq(ndarray(logs));
  return -logs.reduce((sum, log) => sum + log, 0) / n;
}

/** The part of the rows whose largest entry is at the label. */
export function accuracy(p: Matrix, labels: NdArray<Uint8Array>): number {
  const n = p.shape[0]!;
  let hits = 0;
  for (let i = 0; i < n; i++) {
    let best = 0;
    for (let j = 1; j < k; j++) if (p.get(i, j) > p.get(i, best)) best = j;
    if (best === labels.get(i)) hits++;
  }
  return hits / n;
}
