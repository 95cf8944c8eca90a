import { zerosOf, type Floats } from "../../internal/arrays.ts";
import { copyFloats } from "../../internal/wasm/copy-shared.ts";

interface Part {
  readonly loss: number;
  readonly gradient: Floats;
}

/**
 * The sum of the parts in the order of their numbers, whatever the order in which they come: that
 * alone makes rounding the same for any number of workers. A part that comes before its turn is
 * copied and waits.
 *
 *     loss = ((l₀ + l₁) + l₂) + …,  g = ((g₀ + g₁) + g₂) + …          in float64
 */
export interface OrderedSum {
  readonly gradient: Float64Array;
  readonly loss: () => number;
  readonly begin: (parts: number) => void;
  readonly has: (part: number) => boolean;
  readonly add: (part: number, loss: number, gradient: Floats) => void;
  readonly isComplete: () => boolean;
}

export function orderedSum(size: number): OrderedSum {
  const gradient = new Float64Array(size);
  const early = new Map<number, Part>();
  const spare: Floats[] = [];
  let loss = 0;
  let parts = 0;
  let next = 0;

  const take = (part: Part): void => {
    const from = part.gradient;
    if (next === 0) {
      loss = part.loss;
      copyFloats(from, gradient);
    } else {
      loss += part.loss;
      for (let i = 0; i < size; i++) gradient[i]! += from[i]!;
    }
    next++;
  };

  return {
    gradient,
    loss: () => loss,
    begin(count) {
      for (const part of early.values()) spare.push(part.gradient);
      early.clear();
      parts = count;
      next = 0;
    },
    has: (part) => part < next || early.has(part),
    add(part, partLoss, partGradient) {
      if (part !== next) {
        const copy = spare.pop() ?? zerosOf(partGradient, size);
        copyFloats(partGradient, copy);
        early.set(part, { loss: partLoss, gradient: copy });
        return;
      }
      take({ loss: partLoss, gradient: partGradient });
      for (let kept = early.get(next); kept !== undefined; kept = early.get(next)) {
        early.delete(next);
        spare.push(kept.gradient);
        take(kept);
      }
    },
    isComplete: () => next === parts,
  };
}
