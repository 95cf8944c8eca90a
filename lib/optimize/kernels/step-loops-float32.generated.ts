// Made from step-loops.ts by `npm run build:kernel`: its text once more, for float32.
// Sources: 3e8ae87ddb131272d64c2380473ed00f05621c0d70d2e7bb9e4dc92f845418f3
import type { Floats } from "../../internal/arrays.ts";
import type { Numbers, StepLoop, StepName } from "./step-loop.ts";

type Rows = readonly [Floats, Floats, Floats, Floats, Floats];
type Rates = readonly [Numbers, Numbers];

const descend =
  (nesterov: boolean): StepLoop =>
  (rows, rates) => {
    const [x, g, step] = rows as Rows;
    const [alpha, beta] = rates as Rates;
    const { data: a, offset: a0, stride: da } = alpha;
    const { data: b, offset: b0, stride: db } = beta;
    for (let i = 0, ia = a0, ib = b0; i < x.length; i++, ia += da, ib += db) {
      const inertia = b[ib]! * step[i]!;
      const correction = a[ia]! * g[i]!;
      step[i] = inertia + correction;
      x[i]! -= nesterov ? correction : inertia + correction;
    }
    return 0;
  };

const adam: StepLoop = (rows, rates, numbers) => {
  const [x, g, m, v] = rows as Rows;
  const step = rows[4]; // with momentum
  const [alpha, beta] = rates as Rates;
  const { data: a, offset: a0, stride: da } = alpha;
  const { data: b, offset: b0, stride: db } = beta;
  const correction = numbers[0]!;
  const [beta1, beta2, epsilon] = [numbers[2]!, numbers[3]!, numbers[4]!];
  for (let i = 0, ia = a0, ib = b0; i < x.length; i++, ia += da, ib += db) {
    const mean = (m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!);
    const square = (v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!);
    const change = (a[ia]! * correction * mean) / (Math.sqrt(square) + epsilon);
    x[i]! -= change;
    if (step !== undefined) step[i] = b[ib]! * step[i]! + change;
  }
  return 0;
};

const adamW: StepLoop = (rows, rates, numbers) => {
  const [x, g, m, v] = rows as Rows;
  const [alpha, lambda] = rates as Rates;
  const { data: a, offset: a0, stride: da } = alpha;
  const { data: w, offset: w0, stride: dw } = lambda;
  const [ofMean, ofSquare] = [numbers[0]!, numbers[1]!];
  const [beta1, beta2, epsilon] = [numbers[2]!, numbers[3]!, numbers[4]!];
  for (let i = 0, ia = a0, iw = w0; i < x.length; i++, ia += da, iw += dw) {
    const mean = (m[i] = beta1 * m[i]! + (1 - beta1) * g[i]!);
    const square = (v[i] = beta2 * v[i]! + (1 - beta2) * g[i]! * g[i]!);
    const change = mean / ofMean / (Math.sqrt(square / ofSquare) + epsilon);
    x[i]! -= a[ia]! * (change + w[iw]! * x[i]!);
  }
  return 0;
};

const rmsProp: StepLoop = (rows, rates, numbers) => {
  const [x, g, r, step] = rows as Rows;
  const own = rows[4]; // rates that are adapted
  const beta = rates[0]!;
  const alpha = own === undefined ? rates[1]! : beta;
  const { data: b, offset: b0, stride: db } = beta;
  const { data: a, offset: a0, stride: da } = alpha;
  const [decay, epsilon] = [numbers[2]!, numbers[3]!];
  const [grow, shrink] = [1 + numbers[4]!, 1 - numbers[4]!];
  const [min, max] = [numbers[5]!, numbers[6]!];
  let largest = 0;
  for (let i = 0, ib = b0, ia = a0; i < x.length; i++, ib += db, ia += da) {
    const last = step[i]!;
    const rate = own === undefined ? a[ia]! : own[i]!;
    r[i] = decay * r[i]! + (1 - decay) * g[i]! * g[i]!;
    const change = (rate * g[i]!) / Math.sqrt(r[i]! + epsilon);
    x[i]! -= change;
    step[i] = b[ib]! * last + change;
    if (own === undefined) continue;
    const factor = last > 0 === step[i]! > 0 ? grow : shrink;
    own[i] = Math.min(Math.max(rate * factor, min), max);
    largest = Math.max(largest, own[i]!);
  }
  return largest;
};

const adadelta: StepLoop = (rows, rates, numbers) => {
  const [x, g, r, s, step] = rows as Rows;
  const [alpha, beta] = rates as Rates;
  const { data: a, offset: a0, stride: da } = alpha;
  const { data: b, offset: b0, stride: db } = beta;
  const [decay, epsilon] = [numbers[2]!, numbers[3]!];
  for (let i = 0, ia = a0, ib = b0; i < x.length; i++, ia += da, ib += db) {
    const square = (r[i] = decay * r[i]! + (1 - decay) * g[i]! * g[i]!);
    const change = (Math.sqrt(s[i]! + epsilon) / Math.sqrt(square + epsilon)) * g[i]! * a[ia]!;
    x[i]! -= change;
    const whole = (step[i] = b[ib]! * step[i]! + change);
    s[i] = decay * s[i]! + (1 - decay) * whole * whole;
  }
  return 0;
};

const rprop: StepLoop = (rows, _, numbers) => {
  const [x, g, stepSize, last] = rows as Rows;
  const [grow, shrink, min, max] = [numbers[2]!, numbers[3]!, numbers[4]!, numbers[5]!];
  for (let i = 0; i < x.length; i++) {
    const agreement = Math.sign(g[i]!) * Math.sign(last[i]!);
    const factor = agreement > 0 ? grow : agreement < 0 ? shrink : 1;
    const length = (stepSize[i] = Math.min(Math.max(stepSize[i]! * factor, min), max));
    x[i]! -= length * Math.sign(g[i]!);
    last[i] = g[i]!;
  }
  return 0;
};

export const stepLoops: Readonly<Record<StepName, StepLoop>> = {
  gradientDescent: descend(false),
  nesterov: descend(true),
  adam,
  adamAhead: adam,
  adamW,
  rmsProp,
  rmsPropAdapted: rmsProp,
  adadelta,
  rprop,
};
