/** Chooses the text of a kernel by the types of the arrays. */
import type { Elements, Kernel, Kernels } from "./operands.ts";
import { STOP } from "./stop-walk.ts";

/**
 * Two texts are for float64 and float32 alone, and those after them for all else. The combinations
 * of types that a function meets are assigned to these texts in turn. A loop is fastest if it meets
 * only one combination, a little slower with each further one, and twenty times slower from the
 * fifth on.
 */
export function kernelFor(
  kernels: Kernels,
  count: number,
  writes: boolean,
  typeA: string,
  typeB: string,
  typeC: string,
): Kernel {
  if (typeA === typeB && typeA === typeC) {
    if (typeA === "float64") return kernels[0];
    if (typeA === "float32") return kernels[1];
  }
  let k = 5; // there are five kernels, and then the types that they have met
  while (
    kernels[k] &&
    (kernels[k] !== typeA || kernels[k + 1] !== typeB || kernels[k + 2] !== typeC)
  ) {
    k += 3;
  }
  if (!kernels[k]) kernels.push(typeA, typeB, typeC);
  const kernel = kernels[2 + (((k - 5) / 3) % 3)] as Kernel;
  return [typeA, typeB, typeC].includes("generic") ? oneByOne(kernel, count, writes) : kernel;
}

/** Elements of stores behind `get` and `set` go one by one through plain Arrays, which keep them as they are. */
const oneByOne =
  (kernel: (...args: Elements[]) => unknown, count: number, writes: boolean): Kernel =>
  // Each operand has four arguments in a row: the array, the position, and the two steps.
  (x, m, n, ...at: Elements[]) => {
    const to = [[], [], []];
    for (; m > 0; m--) {
      for (let i = n; i > 0 && x !== STOP; i--) {
        for (let k = 0; k < count; k++) copyOne(to[k], 0, at[4 * k], at[4 * k + 1]);
        x = kernel(x, 1, 1, to[0], 0, 0, 0, to[1], 0, 0, 0, to[2], 0, 0, 0);
        if (writes) copyOne(at[0], at[1], to[0], 0);
        for (const k of [1, 5, 9]) at[k] += at[k + 1];
      }
      for (const k of [1, 5, 9]) at[k] += at[k + 2];
    }
    return x;
  };

function copyOne(A: Elements, a: number, B: Elements, b: number): void {
  const element = B.get ? B.get(b) : B[b];
  if (A.get) A.set(a, element);
  else A[a] = element;
}
