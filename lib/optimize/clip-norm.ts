import { checkFunction } from "../internal/checks.ts";
import { aboveZero, checkNumber } from "../internal/numbers.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import type { Objective } from "./run/contract.ts";

/**
 * The same objective with gradients no longer than `limit`: a longer one is shortened, its
 * direction kept. For first-order rules; a line search needs the gradient as it is.
 *
 *     g ← g·min(1, limit/‖g‖₂)                         Pascanu, Mikolov & Bengio 2013
 *
 * @example
 * adam(flat, clipNorm(objective, 1), { stepRate: 1e-3 });
 */
export function clipNorm<F extends Flat, B extends readonly unknown[]>(
  objective: Objective<F, B>,
  limit: number,
): Objective<F, B> {
  checkFunction("clipNorm", "objective", objective);
  checkNumber("clipNorm", "limit", limit, aboveZero);
  return (flat, gradient, ...batch) => {
    const loss = objective(flat, gradient, ...batch);
    const { data, size, offset, stride } = readFloats("clipNorm", "gradient", gradient);
    let largest = 0; // what the squares are scaled by: they overflow from 1e154 on
    for (let i = 0, at = offset; i < size; i++, at += stride) {
      largest = Math.max(largest, Math.abs(data[at]!));
    }
    if (largest === 0 || !Number.isFinite(largest)) return loss;
    let squares = 0;
    for (let i = 0, at = offset; i < size; i++, at += stride) squares += (data[at]! / largest) ** 2;
    const factor = limit / largest / Math.sqrt(squares);
    if (factor >= 1) return loss;
    for (let i = 0, at = offset; i < size; i++, at += stride) data[at]! *= factor;
    return loss;
  };
}
