import type { NdArray } from "ndarray";

/**
 * Whether two elements of a view of any rank lie in one place. (For matrices `overlapsItself` knows
 * without a walk, which products need.) Nearly always each axis steps over all that the shorter
 * steps reach; other views are walked.
 */
export function coincide({ shape, stride }: Pick<NdArray, "shape" | "stride">): boolean {
  if (shape.includes(0)) return false;
  const axes = shape
    .map((length, i): [number, number] => [length, Math.abs(stride[i]!)])
    .filter(([length]) => length > 1)
    .toSorted(([, a], [, b]) => a - b);
  let reach = 0;
  let areApart = true;
  for (const [length, step] of axes) {
    areApart &&= step > reach;
    reach += step * (length - 1);
  }
  if (areApart) return false;
  const marks = new Uint8Array(reach + 1);
  const meets = (axis: number, place: number): boolean => {
    if (axis === axes.length) return marks[place]!++ > 0;
    const [length, step] = axes[axis]!;
    for (let i = 0; i < length; i++) if (meets(axis + 1, place + i * step)) return true;
    return false;
  };
  return meets(0, 0);
}
