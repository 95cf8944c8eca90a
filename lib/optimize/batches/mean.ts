/** A weighted mean of losses and gradients, summed in float64. */
import type { Floats } from "../../internal/arrays.ts";
import { wrongKind } from "../../internal/messages.ts";
import type { Elements } from "../../internal/read-flat.ts";

export interface Mean {
  readonly gradient: Float64Array;
  loss: number;
  weight: number;
}

/** A mean of nothing yet, in the memory of `used` if that fits. */
export function emptyMean(used: Mean | undefined, size: number): Mean {
  if (used?.gradient.length !== size)
    return { gradient: new Float64Array(size), loss: 0, weight: 0 };
  used.gradient.fill(0);
  used.loss = used.weight = 0;
  return used;
}

/** Adds a loss and its gradient. */
export function addTo(
  mean: Mean,
  weight: number,
  loss: unknown,
  { data, size, offset, stride }: Elements<Floats>,
): void {
  if (typeof loss !== "number") {
    throw wrongKind("accumulate", "objective", "return the loss, a number", loss);
  }
  const { gradient } = mean;
  for (let i = 0, at = offset; i < size; i++, at += stride) gradient[i]! += weight * data[at]!;
  mean.loss += weight * loss;
  mean.weight += weight;
}

/** Writes the mean gradient into `target`, and returns the mean loss. */
export function storeMean(
  { gradient, loss, weight }: Mean,
  { data, size, offset, stride }: Elements<Floats>,
): number {
  if (!(weight > 0)) throw new RangeError("accumulate: the batches have no weight above 0");
  for (let i = 0, at = offset; i < size; i++, at += stride) data[at] = gradient[i]! / weight;
  return loss / weight;
}
