import { balanced } from "./balance.ts";
import { components } from "./components.ts";
import { exponentOf, timesPowerOfTwo } from "./power-of-two.ts";
import { hessenberg } from "./hessenberg.ts";
import { largestModulus } from "./francis-qr.ts";
import { isNilpotent } from "./nilpotent.ts";

/** fraction·2ᵉ with a fraction of 0 or in [1, 2): a radius may lie beyond all numbers. */
export interface Radius {
  readonly fraction: number;
  readonly exponent: number;
}

/** The largest |eigenvalue| of an n×n matrix of finite numbers in row-major order. */
export function spectralRadius(a: Float64Array, n: number): Radius {
  return components(a, n)
    .map((places) => {
      const block = places.flatMap((i) => places.map((j) => a[i * n + j]!));
      return radiusOf(Float64Array.from(block), places.length);
    })
    .reduce(larger, zero);
}

const zero: Radius = { fraction: 0, exponent: 0 };

const larger = (a: Radius, b: Radius): Radius => {
  if (a.fraction === 0 || b.fraction === 0) return a.fraction === 0 ? b : a;
  return (a.exponent - b.exponent || a.fraction - b.fraction) > 0 ? a : b;
};

/** Of a matrix that is no block triangular one. */
function radiusOf(a: Float64Array, n: number): Radius {
  if (n === 1) return radiusFrom(Math.abs(a[0]!), 0);
  // First balanced, then near 1, where nothing squares to 0 or to infinity that matters.
  const { matrix, exponent } = balanced(a, n);
  if (isNilpotent(matrix, n)) return zero;
  return radiusFrom(largestModulus(hessenberg(matrix, n), n), exponent);
}

function radiusFrom(modulus: number, exponent: number): Radius {
  if (modulus === 0) return zero;
  const own = exponentOf(modulus);
  return { fraction: timesPowerOfTwo(modulus, -own), exponent: exponent + own };
}
