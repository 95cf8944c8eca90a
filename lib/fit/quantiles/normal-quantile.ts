import { log } from "../../internal/exact-math/log.ts";

// The coefficients of PPND16, from the constant on. The two of a row belong to the same power.
const CENTRE = [
  [3.387132872796366608, 1],
  [1.3314166789178437745e2, 4.2313330701600911252e1],
  [1.9715909503065514427e3, 6.871870074920579083e2],
  [1.3731693765509461125e4, 5.3941960214247511077e3],
  [4.5921953931549871457e4, 2.1213794301586595867e4],
  [6.7265770927008700853e4, 3.930789580009271061e4],
  [3.3430575583588128105e4, 2.8729085735721942674e4],
  [2.5090809287301226727e3, 5.226495278852854561e3],
] as const;
const MIDDLE = [
  [1.42343711074968357734, 1],
  [4.6303378461565452959, 2.05319162663775882187],
  [5.7694972214606914055, 1.6763848301838038494],
  [3.64784832476320460504, 6.8976733498510000455e-1],
  [1.27045825245236838258, 1.4810397642748007459e-1],
  [2.4178072517745061177e-1, 1.51986665636164571966e-2],
  [2.27238449892691845833e-2, 5.475938084995344946e-4],
  [7.7454501427834140764e-4, 1.05075007164441684324e-9],
] as const;
const TAIL = [
  [6.6579046435011037772, 1],
  [5.4637849111641143699, 5.9983220655588793769e-1],
  [1.7848265399172913358, 1.3692988092273580531e-1],
  [2.9656057182850489123e-1, 1.48753612908506148525e-2],
  [2.6532189526576123093e-2, 7.868691311456132591e-4],
  [1.2426609473880784386e-3, 1.8463183175100546818e-5],
  [2.71155556874348757815e-5, 1.4215117583164458887e-7],
  [2.01033439929228813265e-7, 2.04426310338993978564e-15],
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
