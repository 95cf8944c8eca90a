import type { NdArray } from "ndarray";
import { accumulate, type Objective } from "ndarray-params/optimize";
import { batchesOf, type DigitBatch, type Digits } from "./mnist.ts";

type Flat = NdArray<Float64Array>;

/** Digits in a part of all. Larger parts leave the cache, and two threads then wait for one memory. */
const PART = 100;

/** An objective on all digits: the means over its parts. */
export function onAllDigits(
  objective: Objective<Flat, DigitBatch>,
  digits: Digits,
): Objective<Flat> {
  const parts = batchesOf(digits, PART, { epochs: 1 });
  const overParts = accumulate(objective, (images) => images.shape[0]!);
  return (flat, gradient) => overParts(flat, gradient, parts);
}
