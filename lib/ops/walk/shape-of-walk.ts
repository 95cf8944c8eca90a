/** The axis of a matrix along which the walk goes first, by ndarray's rule for the order of axes. */
export const innermost = (stride: readonly number[]): 0 | 1 =>
  Math.abs(stride[0]!) > Math.abs(stride[1]!) ? 1 : 0;

/**
 * Whether each axis goes on where the next one ends, as in row-major order with any last stride but
 * 0. Views that all do are walked like vectors: their orders are the same.
 */
export const isOneRun = ({ shape, stride }: Placed): boolean =>
  stride.at(-1) !== 0 && shape.every((n, i) => i === 0 || stride[i - 1] === n * stride[i]!);

interface Placed {
  readonly shape: readonly number[];
  readonly stride: readonly number[];
}
