/**
 * The rules of other libraries, written out from their sources: PyTorch 1.13, Keras 3 (its
 * `keras/src/optimizers`), optax 0.2 (`transform.py`, `alias.py`). Each works on one element, whose
 * next value it returns; t counts from 1.
 */
export type Step = (x: number, g: number, t: number) => number;

/** Makes the rule for one element, with a memory of its own. */
export type Formula = () => Step;

/** PyTorch's SGD; `rates` gives the rate of iteration t. */
export const sgd =
  (
    rates: (t: number) => number,
    m = 0,
    { dampening = 0, nesterov = false, decay = 0 } = {},
  ): Formula =>
  () => {
    let v = 0;
    return (x, slope, t) => {
      const g = slope + decay * x;
      v = t === 1 ? g : m * v + (1 - dampening) * g;
      return x - rates(t) * (nesterov ? g + m * v : v);
    };
  };

/** Keras's SGD: its velocity holds the rate. */
export const kerasSgd =
  (rates: (t: number) => number, m: number): Formula =>
  () => {
    let v = 0;
    return (x, g, t) => {
      v = m * v - rates(t) * g;
      return x + v;
    };
  };

interface Adam {
  readonly a: number;
  readonly b1: number;
  readonly b2: number;
  readonly e: number;
}

/** PyTorch's Adam and AdamW, and those of optax: ε comes after the correction. */
export const adam =
  ({ a, b1, b2, e }: Adam, decay = 0, coupled = true): Formula =>
  () => {
    let [mean, r] = [0, 0];
    return (x, slope, t) => {
      const g = coupled ? slope + decay * x : slope;
      mean = b1 * mean + (1 - b1) * g;
      r = b2 * r + (1 - b2) * g * g;
      const change = mean / (1 - b1 ** t) / (Math.sqrt(r / (1 - b2 ** t)) + e);
      return x - a * (coupled ? change : change + decay * x);
    };
  };

/** Keras's Adam and AdamW: ε comes before the correction. */
export const kerasAdam =
  ({ a, b1, b2, e }: Adam, decay = 0): Formula =>
  () => {
    let [mean, r] = [0, 0];
    return (x, g, t) => {
      mean += (1 - b1) * (g - mean);
      r += (1 - b2) * (g * g - r);
      const rate = (a * Math.sqrt(1 - b2 ** t)) / (1 - b1 ** t);
      return x - x * decay * a - (rate * mean) / (Math.sqrt(r) + e);
    };
  };

/** PyTorch's RMSprop. */
export const rmsProp =
  (a: number, b: number, e: number, m = 0, centered = false): Formula =>
  () => {
    let [r, mean, v] = [0, 0, 0];
    return (x, g) => {
      r = b * r + (1 - b) * g * g;
      mean = b * mean + (1 - b) * g;
      v = m * v + g / (Math.sqrt(centered ? r - mean * mean : r) + e);
      return x - a * v;
    };
  };

/** The RMSprop of Keras and optax, which has `nesterov` only in optax. */
export const rootedRmsProp =
  (a: number, b: number, e: number, m = 0, nesterov = false): Formula =>
  () => {
    let [r, v] = [0, 0];
    return (x, g) => {
      r = b * r + (1 - b) * g * g;
      const change = (a * g) / Math.sqrt(r + e);
      v = m * v + change;
      return x - (nesterov ? change + m * v : v);
    };
  };

/** The Adadelta of all three. */
export const adadelta =
  (a: number, b: number, e: number): Formula =>
  () => {
    let [r, s] = [0, 0];
    return (x, g) => {
      r = b * r + (1 - b) * g * g;
      const change = (Math.sqrt(s + e) / Math.sqrt(r + e)) * g;
      s = b * s + (1 - b) * change * change;
      return x - a * change;
    };
  };

/** PyTorch's Rprop, and optax's. */
export const rprop =
  (first: number, [shrink, grow]: [number, number], [min, max]: [number, number]): Formula =>
  () => {
    let [last, size] = [0, first];
    return (x, slope) => {
      const agreement = slope * last;
      size *= agreement > 0 ? grow : agreement < 0 ? shrink : 1;
      size = Math.min(Math.max(size, min), max);
      const g = agreement < 0 ? 0 : slope;
      last = g;
      return x - size * Math.sign(g);
    };
  };
