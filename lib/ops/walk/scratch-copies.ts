/**
 * Copies for each type of numbers that float64 holds exactly. They are written out, because an engine
 * learns the types of a loop by its text.
 */
import type { Elements } from "./operands.ts";

/** Copies n elements from X to Y, from the positions x and y on, by the steps p and q. */
export type Copy = (
  X: Elements,
  x: number,
  p: number,
  Y: Elements,
  y: number,
  q: number,
  n: number,
) => void;

// oxfmt-ignore
export const copies: Readonly<Record<string, Copy | undefined>> = {
  int8: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  int16: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  int32: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  uint8: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  uint16: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  uint32: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  uint8_clamped: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  float32: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
  float64: (X, x, p, Y, y, q, n) => { for (; n > 0; n--, x += p, y += q) Y[y] = X[x]; },
};
