import type { Floats } from "../../internal/arrays.ts";
import { runStep } from "./run-step.ts";
import { stepLoops } from "./step-loops.ts";
import { stepLoops as stepLoops32 } from "./step-loops-float32.generated.ts";
import type { Numbers, StepName } from "./step-loop.ts";
import { SHORT, stepKernelsFor } from "./step-kernels.ts";

/**
 * The step of a rule on its rows x, g, and those of the state: by a kernel, or by a loop with the
 * same bits if the kernel does not pay or does not run. The function that is returned takes the
 * numbers of one step, and returns the largest of the rates that the rule adapts.
 */
export function openStep(
  name: StepName,
  rows: readonly Floats[],
  rates: readonly Numbers[],
  constants: readonly number[] = [],
): (first?: number, second?: number) => number {
  const [x] = rows as readonly [Floats];
  const { length, BYTES_PER_ELEMENT: width } = x;
  // From an array, an engine reads them once. Else it may compute them again for each element.
  const numbers = Float64Array.of(0, 0, ...constants);
  const loop = (width === 4 ? stepLoops32 : stepLoops)[name];
  const suits = length >= SHORT && rows.every((row) => row.BYTES_PER_ELEMENT === width);

  return (first = 0, second = 0) => {
    numbers[0] = first;
    numbers[1] = second;
    const found = suits && areApart(rates, rows) ? stepKernelsFor(x) : undefined;
    if (found === undefined) return loop(rows, rates, numbers);
    return runStep(found, name, rows, rates, numbers);
  };
}

/** Whether no rate lies in memory that the step writes: a loop would read what it has written. */
function areApart(rates: readonly Numbers[], rows: readonly Floats[]): boolean {
  for (const { data, stride } of rates) {
    if (stride === 0) continue;
    for (const row of rows) if (meet(data, row)) return false;
  }
  return true;
}

const meet = (a: Floats, b: Floats): boolean =>
  a.buffer === b.buffer &&
  a.byteOffset < b.byteOffset + b.byteLength &&
  b.byteOffset < a.byteOffset + a.byteLength;
