import { wrongNumber } from "../messages.ts";
import type { Point } from "./point.ts";

/**
 * Returns a check that refuses a function which has changed the point at which it is
 * differentiated, because its derivatives would be wrong. The check then puts the elements of the
 * point back.
 */
export function keepPoint(
  call: string,
  name: string,
  { data, size, offset, stride }: Point,
): () => void {
  const before = Float64Array.from({ length: size }, (_, i) => data[offset + i * stride]!);
  return () => {
    const bad = before.findIndex((x, i) => !Object.is(data[offset + i * stride], x));
    if (bad === -1) return;
    const got = `${data[offset + bad * stride]} in place of ${before[bad]} at element ${bad}`;
    before.forEach((x, i) => (data[offset + i * stride] = x));
    throw wrongNumber(call, name, "leave the flat as it is", got);
  };
}
