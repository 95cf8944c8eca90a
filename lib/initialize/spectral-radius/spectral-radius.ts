/**
 * The spectral radius of a real matrix whose entries may be any floats, 1e300 beside 1e-300.
 *
 *   strong-components.ts   the diagonal blocks that hold the eigenvalues
 *   balance.ts             each block scaled so that rows and columns match
 *   cycle-mean.ts          a better start for balancing, if long cycles mislead it
 *   nilpotent.ts           blocks whose eigenvalues are all 0, which no eigenvalue solver can tell
 *   hessenberg.ts          zeros below the first subdiagonal
 *   francis-qr.ts          the eigenvalues by QR steps
 *
 * The scaling keeps to powers of two (power-of-two.ts), so it rounds nothing.
 */
import { balanced } from "./balance.ts";
import { largestModulus } from "./francis-qr.ts";
import { hessenberg } from "./hessenberg.ts";
import { isNilpotent } from "./nilpotent.ts";
import { exponentOf, timesPowerOfTwo } from "./power-of-two.ts";
import { strongComponents } from "./strong-components.ts";

/** fraction·2ᵉ, the fraction in [1, 2) or 0: a radius may be too large or too small for a float. */
interface Radius {
  readonly fraction: number;
  readonly exponent: number;
}

/**
 * A·bound/ρ(A) for an n×n matrix A of finite numbers in row-major order, ρ(A) its largest
 * |eigenvalue|; undefined if that is 0.
 */
export function scaledToRadius(
  a: Float64Array,
  n: number,
  bound: number,
): Float64Array | undefined {
  const radius = spectralRadius(a, n);
  if (radius.fraction === 0) return undefined;
  return a.map((x) => timesQuotient(x, bound, radius));
}

/** x·bound/radius. It is in range if the result is, even if no quotient of two of them is. */
function timesQuotient(x: number, bound: number, { fraction, exponent }: Radius): number {
  if (x === 0) return x;
  const [a, b] = [exponentOf(Math.abs(x)), exponentOf(bound)];
  const factor = timesPowerOfTwo(bound, -b) / fraction;
  return timesPowerOfTwo(timesPowerOfTwo(x, -a) * factor, a + b - exponent);
}

function spectralRadius(a: Float64Array, n: number): Radius {
  return strongComponents(a, n)
    .map((indices) => {
      const block = indices.flatMap((i) => indices.map((j) => a[i * n + j]!));
      return radiusOfBlock(Float64Array.from(block), indices.length);
    })
    .reduce(larger, zero);
}

const zero: Radius = { fraction: 0, exponent: 0 };

const larger = (a: Radius, b: Radius): Radius => {
  if (a.fraction === 0 || b.fraction === 0) return a.fraction === 0 ? b : a;
  return (a.exponent - b.exponent || a.fraction - b.fraction) > 0 ? a : b;
};

/** The spectral radius of an irreducible matrix. */
function radiusOfBlock(a: Float64Array, n: number): Radius {
  if (n === 1) return normalized(Math.abs(a[0]!), 0);
  const { matrix, exponent } = balanced(a, n);
  if (isNilpotent(matrix, n)) return zero;
  return normalized(largestModulus(hessenberg(matrix, n), n), exponent);
}

/** modulus·2ᵉ with the fraction in [1, 2). */
function normalized(modulus: number, exponent: number): Radius {
  if (modulus === 0) return zero;
  const own = exponentOf(modulus);
  return { fraction: timesPowerOfTwo(modulus, -own), exponent: exponent + own };
}
