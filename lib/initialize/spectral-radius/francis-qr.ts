import { floatKinds } from "../../internal/arrays.ts";

/**
 * The largest |eigenvalue| of a Hessenberg matrix, which is overwritten. The QR steps take two
 * shifts at once and so stay real for complex pairs.  Francis 1961; Golub & Van Loan 2013,
 * algorithm 7.5.1.
 *
 * @throws Error if an eigenvalue takes many times the steps that any known one has taken
 */
export function largestModulus(h: Float64Array, n: number): number {
  let largest = 0;
  let high = n - 1; // the eigenvalues beyond row `high` are found
  for (let steps = 0; high >= 0; steps++) {
    const low = activeBlock(h, n, high);
    if (high - low > 1) {
      if (steps === MOST_STEPS) {
        throw new Error(`boundSpectralRadius: ${steps} QR steps did not find an eigenvalue`);
      }
      step(h, n, low, high, steps);
      continue;
    }
    const modulus = low === high ? Math.abs(h[high * n + high]!) : modulusOfPair(h, n, low);
    largest = Math.max(largest, modulus);
    high = low - 1;
    steps = -1;
  }
  return largest;
}

const EPSILON = floatKinds.float64.epsilon;

/**
 * Entries below this count as 0. The largest entry of the matrix is near 1, and the square of a
 * smaller number might underflow.
 */
const NEGLIGIBLE = 2 ** -400;

/** Two or three steps find most eigenvalues; the hardest among 60,000 matrices took 67. */
const MOST_STEPS = 1000;

/** The first row of the trailing block that has no negligible element on its subdiagonal. */
function activeBlock(h: Float64Array, n: number, high: number): number {
  for (let i = high; i > 0; i--) {
    const diagonal = Math.abs(h[(i - 1) * n + i - 1]!) + Math.abs(h[i * n + i]!);
    const beside = Math.abs(h[(i - 1) * n + i]!);
    const below = Math.abs(h[i * n + i - 1]!);
    if (below <= Math.max(NEGLIGIBLE, EPSILON * (diagonal === 0 ? beside : diagonal))) {
      h[i * n + i - 1] = 0; // for good: later steps do not update the entries above the block
      return i;
    }
  }
  return 0;
}

/** The larger |λ| of the 2×2 block at i:  λ = (a + d)/2 ± √((a - d)²/4 + b·c). */
function modulusOfPair(h: Float64Array, n: number, i: number): number {
  const a = h[i * n + i]!;
  const d = h[(i + 1) * n + i + 1]!;
  const mean = Math.abs(a + d) / 2;
  const half = (a - d) / 2;
  const square = half * half + h[i * n + i + 1]! * h[(i + 1) * n + i]!;
  return square < 0 ? Math.sqrt(mean * mean - square) : mean + Math.sqrt(square);
}

/** One double step on rows low to high, three or more. The bulge is chased down the diagonal. */
function step(h: Float64Array, n: number, low: number, high: number, steps: number): void {
  const [x, y, w] = shifts(h, n, high, steps);
  const first = h[low * n + low]!;
  const [below, next] = [h[(low + 1) * n + low]!, h[(low + 1) * n + low + 1]!];
  let p = ((x - first) * (y - first) - w) / below + h[low * n + low + 1]!;
  let q = first + next - x - y;
  let r = h[(low + 2) * n + low + 1]!;
  for (let k = low; k < high; k++) {
    if (k > low) {
      p = h[k * n + k - 1]!;
      q = h[(k + 1) * n + k - 1]!;
      r = k + 2 > high ? 0 : h[(k + 2) * n + k - 1]!;
    }
    chase(h, n, low, high, k, [p, q, r]);
  }
}

/** The two shifts as a 2×2 matrix [[y, ·], [·, x]] and w, the product of its other diagonal. */
function shifts(
  h: Float64Array,
  n: number,
  high: number,
  steps: number,
): [x: number, y: number, w: number] {
  const x = h[high * n + high]!;
  const last = h[high * n + high - 1]!;
  if (steps % 10 !== 9) return [x, h[(high - 1) * n + high - 1]!, last * h[(high - 1) * n + high]!];
  // Exceptional shifts end a cycle, as of an orthogonal A.  Martin, Peters & Wilkinson 1970.
  const s = Math.abs(last) + Math.abs(h[(high - 1) * n + high - 2]!);
  return [x + 0.75 * s, x + 0.75 * s, -0.4375 * s * s];
}

/** Reflects rows and columns k to k + 2 so that (x, y, z) becomes (±√(x² + y² + z²), 0, 0). */
function chase(
  h: Float64Array,
  n: number,
  low: number,
  high: number,
  k: number,
  [x, y, z]: readonly [number, number, number],
): void {
  const size = Math.abs(x) + Math.abs(y) + Math.abs(z);
  if (size === 0) return;
  const [p, q, r] = [x / size, y / size, z / size]; // their squares stay in range
  const norm = Math.sqrt(p * p + q * q + r * r);
  const head = p < 0 ? -norm : norm; //       the reflected vector is (-head, 0, 0)
  const [v1, v2] = [q / (p + head), r / (p + head)];
  const tau = (p + head) / head; //           P = I - τ·v·vᵀ, v = (1, v₁, v₂)
  const three = k + 2 <= high;
  for (let j = Math.max(k - 1, low); j <= high; j++) {
    const dot = h[k * n + j]! + v1 * h[(k + 1) * n + j]! + (three ? v2 * h[(k + 2) * n + j]! : 0);
    h[k * n + j]! -= tau * dot;
    h[(k + 1) * n + j]! -= tau * dot * v1;
    if (three) h[(k + 2) * n + j]! -= tau * dot * v2;
  }
  for (let i = low; i <= Math.min(k + 3, high); i++) {
    const dot = h[i * n + k]! + v1 * h[i * n + k + 1]! + (three ? v2 * h[i * n + k + 2]! : 0);
    h[i * n + k]! -= tau * dot;
    h[i * n + k + 1]! -= tau * dot * v1;
    if (three) h[i * n + k + 2]! -= tau * dot * v2;
  }
  if (k === low) return;
  h[(k + 1) * n + k - 1] = 0;
  if (three) h[(k + 2) * n + k - 1] = 0;
}
