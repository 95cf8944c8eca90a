import { log } from "../../internal/exact-math/log.ts";

// The coefficients of PPND16, from the constant on. The two of a row belong to the same power.
const CENTRE = [
  [3.3871328727963665, 1],
  [133.14166789178438, 42.31333070160091],
  [1971.5909503065513, 687.1870074920579],
  [13731.69376550946, 5394.196021424751],
  [45921.95393154987, 21213.794301586597],
  [67265.7709270087, 39307.89580009271],
  [33430.57558358813, 28729.085735721943],
  [2509.0809287301227, 5226.495278852854],
] as const;
const MIDDLE = [
  [1.4234371107496835, 1],
  [4.630337846156546, 2.053191626637759],
  [5.769497221460691, 1.6763848301838038],
  [3.6478483247632045, 0.6897673349851],
  [1.2704582524523684, 0.14810397642748008],
  [0.2417807251774506, 0.015198666563616457],
  [0.022723844989269184, 0.0005475938084995345],
  [0.0007745450142783414, 1.0507500716444169e-9],
] as const;
const TAIL = [
  [6.657904643501103, 1],
  [5.463784911164114, 0.599832206555888],
  [1.7848265399172913, 0.1369298809227358],
  [0.29656057182850487, 0.014875361290850615],
  [0.026532189526576124, 0.0007868691311456133],
  [0.0012426609473880784, 0.000018463183175100548],
  [0.000027115555687434876, 1.421511758316446e-7],
  [2.0103343992922881e-7, 2.0442631033899397e-15],
] as const;

/**
 * The z that a standard normal number is below with probability p, to 16 digits.  Wichura 1988,
 * algorithm AS 241
 *
 * @param p above 0 and below 1
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratioAt(0.180625 - q * q, CENTRE);
  const root = Math.sqrt(-log(Math.min(p, 1 - p)));
  const z = root <= 5 ? ratioAt(root - 1.6, MIDDLE) : ratioAt(root - 5, TAIL);
  return q < 0 ? -z : z;
}

function ratioAt(x: number, coefficients: readonly (readonly [number, number])[]): number {
  let above = 0;
  let below = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) {
    above = above * x + coefficients[i]![0];
    below = below * x + coefficients[i]![1];
  }
  return above / below;
}
