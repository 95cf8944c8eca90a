import type { Product } from "./matrix.ts";
import type { Member } from "./member.ts";
import { partsOf } from "./parts.ts";

/** Multiplies one part here and gives the others away; what fails there is done here. */
export function share(
  product: Product,
  free: readonly Member[],
  numberOf: (buffer: ArrayBufferLike) => number,
  alone: (part: Product) => void,
): void {
  const [own, ...others] = partsOf(product, free.length + 1);
  others.forEach((part, i) => free[i]!.give(part, numberOf));
  alone(own!);
  others.forEach((part, i) => {
    if (!free[i]!.isDone()) alone(part);
  });
}
