/** Numbers that are none: found in one pass, named when found. */
import type { Layout } from "../layout.ts";
import type { Floats } from "./vector.ts";

/** Whether all elements are finite. v - v is 0 where v is, and NaN spreads through a sum. */
export function allFinite(v: Floats): boolean {
  let [even, odd] = [0, 0]; // two sums, so that one addition need not wait for the other
  const last = v.length - 1;
  for (let i = 0; i < last; i += 2) {
    even += v[i]! - v[i]!;
    odd += v[i + 1]! - v[i + 1]!;
  }
  if (last % 2 === 0) even += v[last]! - v[last]!;
  return even + odd === 0;
}

/** The error for a loss or a gradient that is not finite; it names the first bad element. */
export function divergence(
  call: string,
  iteration: number,
  loss: number,
  gradient: Floats,
  layout: Layout | undefined,
): RangeError {
  const bad = gradient.findIndex((v) => !Number.isFinite(v));
  const faults = Number.isFinite(loss) ? [] : [`the loss is ${loss}`];
  if (bad !== -1) {
    const place = layout === undefined ? `element ${bad}` : labelOf(layout, bad);
    faults.push(`the gradient is ${gradient[bad]} at ${place}`);
  }
  return new RangeError(`${call}: in iteration ${iteration} ${faults.join(" and ")}`);
}

/** The path of an element and its indices in the leaf: `hidden.w[3,7]`. */
function labelOf({ slots }: Layout, index: number): string {
  const { path, shape, offset } = slots.find((s) => index < s.offset + s.size)!;
  let rest = index - offset;
  const indices = shape.toReversed().map((axis) => {
    const at = rest % axis;
    rest = (rest - at) / axis;
    return at;
  });
  return indices.length === 0 ? path : `${path}[${indices.toReversed().join(",")}]`;
}
