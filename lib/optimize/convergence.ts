/**
 * Stops that ask whether a run has arrived. None of them depends on the unit of the loss, except
 * `converged` with a tolerance of your own.
 */
import { isFloat32, type Floats } from "../internal/arrays.ts";
import { aboveZero, atLeastZero, checkNumber, count } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { readFloats, type Elements, type Flat } from "../internal/read-flat.ts";
import { numberAt, stopWhen, type Stop } from "./run/stop.ts";

interface WithGradient {
  readonly gradient: unknown;
}

interface WithLoss {
  readonly loss: number;
}

/**
 * Stops when no element of the gradient is larger than `tolerance`. Without a tolerance it stops
 * when the gradient is `smallGradient`, or when the loss has `stalled` within ε of the gradient's
 * dtype: this suits float64 and float32, and every unit of the loss.
 *
 * @example
 * const stop = converged();
 * for (const info of lbfgs(flat, objective)) if (stop(info)) break;
 * stop.reason; // "the largest |gradient| is 3.1e-9, …"
 */
export function converged(): Stop<WithGradient & WithLoss>;
export function converged(tolerance: number): Stop<WithGradient>;
export function converged(tolerance?: number): Stop<WithGradient & WithLoss> {
  if (tolerance === undefined) {
    const fallen = fallOf("converged");
    const still = stillnessOf("converged", "loss", 10);
    return stopWhen((info) => {
      const { data } = gradientOf("converged", info);
      const [isSmall, isStill] = [fallen(info), still(info, epsilonOf(data))]; // both keep counts
      return isSmall ?? isStill;
    });
  }
  checkNumber("converged", "tolerance", tolerance, atLeastZero);
  return stopWhen((info) => {
    const largest = largestOf(gradientOf("converged", info));
    if (!(largest <= tolerance)) return undefined;
    return `the largest |gradient| is ${largest}, at most ${tolerance}`;
  });
}

/**
 * Stops when the largest element of the gradient is at most a `part` of the largest that this stop
 * has seen. The default is √ε: 1.5e-8 in float64, 3.5e-4 in float32.
 */
export function smallGradient(part?: number): Stop<WithGradient> {
  if (part !== undefined) checkNumber("smallGradient", "part", part, aboveZero);
  return stopWhen(fallOf("smallGradient", part));
}

/**
 * Stops when the number at `key` has not changed by more than a `part` of itself in the last
 * `window` calls. A loss on mini-batches changes all the time.
 */
export function stalled<Key extends string = "loss">(options: {
  readonly part: number;
  readonly window?: number;
  readonly key?: Key;
}): Stop<{ readonly [K in Key]: number }> {
  checkOptions("stalled", options, ["part", "window", "key"]);
  const { part, window = 10, key = "loss" as Key } = options;
  checkNumber("stalled", "part", part, atLeastZero);
  checkNumber("stalled", "window", window, count);
  const still = stillnessOf("stalled", key, window);
  return stopWhen((info) => still(info, part));
}

/** Gives a reason when the gradient has fallen far enough. */
function fallOf(call: string, part?: number): (info: WithGradient) => string | undefined {
  let first = 0;
  return (info) => {
    const gradient = gradientOf(call, info);
    const largest = largestOf(gradient);
    first = Math.max(first, largest);
    const share = part ?? Math.sqrt(epsilonOf(gradient.data));
    if (!(largest <= share * first)) return undefined;
    return `the largest |gradient| is ${largest}, at most ${share} of ${first}`;
  };
}

/** Gives a reason when the number at `key` has kept still long enough. */
function stillnessOf<Key extends string>(
  call: string,
  key: Key,
  window: number,
): (info: { readonly [K in Key]: number }, part: number) => string | undefined {
  let from = NaN;
  let calls = 0;
  return (info, part) => {
    const value = numberAt(call, info, key);
    if (!(Math.abs(value - from) <= part * Math.abs(from))) {
      from = value;
      calls = 0;
    } else if (++calls >= window) {
      return `${key} has not changed by more than ${part} of ${from} in ${calls} calls`;
    }
    return undefined;
  };
}

/**
 * Stops when no element of `flat` has moved by more than a `part` of the largest since the last call.
 * The default is ε: 2.2e-16 in float64, 1.2e-7 in float32.
 */
export function smallStep(flat: Flat, part?: number): Stop {
  const now = readFloats("smallStep", "flat", flat);
  if (part !== undefined) checkNumber("smallStep", "part", part, atLeastZero);
  const share = part ?? epsilonOf(now.data);
  const last = new Float64Array(now.size).fill(NaN);
  return stopWhen(() => {
    let moved = 0;
    for (let i = 0, at = now.offset; i < now.size; i++, at += now.stride) {
      moved = Math.max(moved, Math.abs(now.data[at]! - last[i]!));
      last[i] = now.data[at]!;
    }
    const largest = largestOf(now);
    if (!(moved <= share * largest)) return undefined;
    return `no element has moved by more than ${moved}, at most ${share} of ${largest}`;
  });
}

const epsilonOf = (data: Floats): number => (isFloat32(data) ? 2 ** -23 : 2 ** -52);

const gradientOf = (call: string, info: WithGradient): Elements<Floats> =>
  readFloats(call, "info.gradient", info?.gradient);

/** The largest |vᵢ|; NaN if an element is NaN. */
function largestOf({ data, size, offset, stride }: Elements<Floats>): number {
  let largest = 0;
  for (let i = 0, at = offset; i < size; i++, at += stride) {
    largest = Math.max(largest, Math.abs(data[at]!)); // a NaN stays
  }
  return largest;
}
