import { checkFunction } from "../internal/checks.ts";
import { isThenable } from "../internal/is-thenable.ts";
import { aboveZero, checkNumber } from "../internal/numbers.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import type { Objective } from "./run/contract.ts";
import type { Loss } from "./run/loop.ts";

/**
 * The same objective, with gradients shortened to the length `limit` if they are longer. Their
 * direction stays. This suits first-order rules; a line search needs the true gradient. If the
 * objective returns a promise, the gradient is shortened when that is fulfilled.
 *
 *     g ← g·min(1, limit/‖g‖₂)                         Pascanu, Mikolov & Bengio 2013
 *
 * @throws TypeError, RangeError if `objective` is not a function or `limit` is not above 0
 * @example
 * adam(flat, clipNorm(objective, 1), { stepRate: 1e-3 });
 */
export function clipNorm<F extends Flat, B extends readonly unknown[], L extends Loss = number>(
  objective: Objective<F, B, L>,
  limit: number,
): Objective<F, B, L> {
  checkFunction("clipNorm", "objective", objective);
  checkNumber("clipNorm", "limit", limit, aboveZero);
  const clipped = (flat: F, gradient: F, ...batch: B): Loss => {
    const loss: Loss = objective(flat, gradient, ...batch);
    if (isThenable(loss)) {
      return loss.then((value) => {
        clip(gradient, limit);
        return value;
      });
    }
    clip(gradient, limit);
    return loss;
  };
  return clipped as Objective<F, B, L>;
}

function clip(gradient: Flat, limit: number): void {
  const { data, size, offset, stride } = readFloats("clipNorm", "gradient", gradient);
  let largest = 0; // scales the squares, which would overflow above 1e154
  for (let i = 0, at = offset; i < size; i++, at += stride) {
    largest = Math.max(largest, Math.abs(data[at]!));
  }
  if (largest === 0 || !Number.isFinite(largest)) return;
  let squares = 0;
  for (let i = 0, at = offset; i < size; i++, at += stride) {
    const part = data[at]! / largest;
    squares += part * part;
  }
  const factor = limit / largest / Math.sqrt(squares);
  if (factor >= 1) return;
  for (let i = 0, at = offset; i < size; i++, at += stride) data[at]! *= factor;
}
