import { balanced, isolated } from "./balanced.ts";
import { exponentOf } from "./exponent.ts";
import { hessenberg } from "./hessenberg.ts";
import { largestModulus } from "./largest-modulus.ts";
import { isNilpotent } from "./nilpotent.ts";

/** The largest |eigenvalue| of an n×n matrix of finite numbers in row-major order. */
export function spectralRadius(a: Float64Array, n: number): number {
  const { alone, rest } = isolated(a, n);
  const radius = alone.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  return Math.max(radius, radiusOfRest(rest, n - alone.length));
}

function radiusOfRest(a: Float64Array, n: number): number {
  if (n === 0 || isNilpotent(a, n)) return 0;
  const b = balanced(a, n);
  // Near 1 nothing squares to 0 or to infinity that matters.
  const unit = 2 ** exponentOf(b.reduce((max, x) => Math.max(max, Math.abs(x)), 0));
  return (
    unit *
    largestModulus(
      hessenberg(
        b.map((x) => x / unit),
        n,
      ),
      n,
    )
  );
}
