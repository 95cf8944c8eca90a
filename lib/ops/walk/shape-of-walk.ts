/** The axis of a matrix along which the walk goes first, by ndarray's rule for the order of axes. */
export const innermost = (stride: readonly number[]): 0 | 1 =>
  Math.abs(stride[0]!) > Math.abs(stride[1]!) ? 1 : 0;

/**
 * Whether each axis goes on where the next one ends, as in row-major order with any last stride but
 * 0. Views that all do are walked like vectors: their orders are the same.
 */
export function isOneRun({ shape, stride }: Placed): boolean {
  let axis = shape.length - 1;
  if (stride[axis] === 0) return false;
  for (; axis > 0; axis--) if (stride[axis - 1] !== shape[axis]! * stride[axis]!) return false;
  return true;
}

interface Placed {
  readonly shape: readonly number[];
  readonly stride: readonly number[];
}
