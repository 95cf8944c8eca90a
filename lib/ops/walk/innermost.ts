/** The axis of a matrix along which the walk goes first, by ndarray's rule for the order of axes. */
export const innermost = (stride: readonly number[]): 0 | 1 =>
  Math.abs(stride[0]!) > Math.abs(stride[1]!) ? 1 : 0;
