/** Random square matrices of the kinds that have troubled eigenvalue solvers. */
import ndarray from "ndarray";
import { orthogonal, randomizeNormal, type Random } from "ndarray-params/initialize";

/** The entries in row-major order. */
export type Square = Float64Array;

/** The size of a matrix, and random parts to make it from. */
class Source {
  readonly n: number;
  readonly random: Random;

  constructor(n: number, random: Random) {
    this.n = n;
    this.random = random;
  }

  /** An integer from low to high, both included. */
  readonly integer = (low: number, high: number): number =>
    low + Math.floor(this.random() * (high - low + 1));

  readonly normals = (): Square => {
    const data = new Float64Array(this.n * this.n);
    randomizeNormal(ndarray(data, [this.n, this.n]), 0, 1, this.random);
    return data;
  };

  readonly from = (entry: (i: number, j: number) => number): Square =>
    Float64Array.from({ length: this.n ** 2 }, (_, k) => entry(Math.floor(k / this.n), k % this.n));

  /** The indices in a random order. */
  readonly order = (): number[] => {
    const keys = Array.from({ length: this.n }, () => this.random());
    return keys.map((_, i) => i).toSorted((i, j) => keys[i]! - keys[j]!);
  };

  /** P⁻¹·A·P in integer steps: row i += c·row j, then column j -= c·column i. */
  readonly mixed = (a: Square, steps: number): Square => {
    const { n } = this;
    if (n === 1) return a;
    for (let s = 0; s < steps; s++) {
      const i = this.integer(0, n - 1);
      const j = (i + this.integer(1, n - 1)) % n;
      const c = this.random() < 0.5 ? 1 : -1;
      for (let k = 0; k < n; k++) a[i * n + k]! += c * a[j * n + k]!;
      for (let k = 0; k < n; k++) a[k * n + j]! -= c * a[k * n + i]!;
    }
    return a;
  };
}

type Kind = (source: Source) => Square;

const upper = ({ from, integer }: Source, diagonal: (i: number) => number): Square =>
  from((i, j) => (i === j ? diagonal(i) : i < j ? integer(-2, 2) : 0));

const times = (a: Square, f: (i: number, j: number) => number): Square => {
  const n = Math.sqrt(a.length);
  return a.map((x, k) => x * f(Math.floor(k / n), k % n));
};

/** The first row of the companion matrix with these eigenvalues. */
function coefficients(roots: readonly number[]): number[] {
  let p = [1];
  for (const root of roots) p = [...p, 0].map((x, i) => x - root * (p[i - 1] ?? 0));
  return p.slice(1).map((x) => -x);
}

export const kinds: Readonly<Record<string, Kind>> = {
  normal: ({ normals }) => normals(),
  symmetric: ({ normals, n }) => {
    const a = normals();
    return a.map((x, k) => x + a[(k % n) * n + Math.floor(k / n)]!);
  },
  "skew-symmetric": ({ normals, n }) => {
    const a = normals();
    return a.map((x, k) => x - a[(k % n) * n + Math.floor(k / n)]!);
  },
  sparse: ({ normals, random, n }) => {
    const density = (1 + 2 * random()) / n;
    return normals().map((x) => (random() < density ? x : 0));
  },
  integer: ({ from, integer }) => from(() => integer(-3, 3)),
  "zeros and ones": ({ from, integer }) => from(() => integer(0, 1)),
  signs: ({ from, integer }) => from(() => 2 * integer(0, 1) - 1),
  "rank one": ({ normals, n }) => {
    const a = normals();
    return a.map((_, k) => a[Math.floor(k / n)]! * a[a.length - 1 - (k % n)]!);
  },
  stochastic: ({ from, random, n }) => {
    const a = from(() => random());
    return times(a, (i) => 1 / a.subarray(i * n, (i + 1) * n).reduce((sum, x) => sum + x));
  },
  graded: ({ normals, random }) => {
    const ratio = 10 ** (-3 * random());
    return times(normals(), (i, j) => ratio ** (i + j));
  },
  "graded upwards": ({ normals, random }) => {
    const ratio = 10 ** (3 * random());
    return times(normals(), (i, j) => ratio ** Math.min(90, i - j));
  },
  "any exponents": ({ normals, integer, random }) => {
    const width = integer(1, 250);
    return normals().map((x) => (random() < 0.7 ? x * 2 ** integer(-width, width) : 0));
  },
  transformed: ({ normals, integer, n }) => {
    const d = Array.from({ length: n }, () => integer(-450, 450));
    return times(normals(), (i, j) => 2 ** (d[j]! - d[i]!));
  },
  companion: ({ normals, from }) => {
    const a = normals();
    return from((i, j) => (i === 0 ? a[j]! : Number(i === j + 1)));
  },
  "companion of integers": ({ integer, from, n }) => {
    const first = coefficients(Array.from({ length: n }, () => integer(-3, 3)));
    return from((i, j) => (i === 0 ? first[j]! : Number(i === j + 1)));
  },
  Jordan: ({ normals, from }) => {
    const [value] = normals();
    return from((i, j) => (i === j ? value! : Number(j === i + 1)));
  },
  "nearly Jordan": ({ normals, from, integer, n }) => {
    const [value] = normals();
    const corner = 10 ** -integer(1, 20);
    return from((i, j) =>
      i === j ? value! : j === i + 1 ? 1 : i === n - 1 && j === 0 ? corner : 0,
    );
  },
  "nearly defective": ({ normals, from, integer }) => {
    const noise = normals();
    const size = 10 ** -integer(2, 17);
    return from((i, j) => (i === j ? 1 : Number(j > i))).map((x, k) => x + size * noise[k]!);
  },
  "defective integers": (source) =>
    source.mixed(
      upper(source, () => source.integer(-2, 2)),
      source.integer(0, 12),
    ),
  nilpotent: (source) =>
    source.mixed(
      upper(source, () => 0),
      source.integer(0, 12),
    ),
  "nilpotent, nearly": (source) => {
    const size = 10 ** -source.integer(2, 17);
    const noise = source.normals();
    return source
      .mixed(
        upper(source, () => 0),
        8,
      )
      .map((x, k) => x + size * noise[k]!);
  },
  orthogonal: ({ n, random }) => {
    const a = new Float64Array(n * n);
    orthogonal(ndarray(a, [n, n]), random);
    return a;
  },
  permutation: ({ from, order }) => {
    const to = order();
    return from((i, j) => Number(to[i] === j));
  },
  "signed permutation of powers": ({ from, order, integer }) => {
    const to = order();
    return from((i, j) => (to[i] === j ? (2 * integer(0, 1) - 1) * 2 ** integer(-60, 60) : 0));
  },
  "permutation, nearly": ({ normals, order, integer, n }) => {
    const to = order();
    const size = 10 ** -integer(2, 17);
    return normals().map((x, k) => Number(to[Math.floor(k / n)] === k % n) + size * x);
  },
  "block triangular": ({ normals, integer, order, random, n }) => {
    const block = Array.from({ length: n }, () => integer(0, 1 + (n >> 2))).toSorted(
      (i, j) => i - j,
    );
    const sizes = block.map((b) => 2 ** (b % 7));
    const coupling = 10 ** integer(-8, 8);
    const to = random() < 0.5 ? order() : [...block.keys()];
    const a = normals();
    return a.map((x, k) => {
      const [i, j] = [to[Math.floor(k / n)]!, to[k % n]!];
      return block[i] === block[j] ? x * sizes[i]! : block[i]! < block[j]! ? x * coupling : 0;
    });
  },
  periodic: ({ normals, integer, n }) => {
    const period = integer(2, 5);
    return times(normals(), (i, j) => Number((j - i + n * period) % period === 1));
  },
  Hessenberg: ({ normals }) => times(normals(), (i, j) => Number(i <= j + 1)),
  tridiagonal: ({ normals }) => times(normals(), (i, j) => Number(Math.abs(i - j) <= 1)),
  Toeplitz: ({ normals, from, n }) => {
    const a = Float64Array.of(...normals(), ...normals());
    return from((i, j) => a[i - j + n - 1]!);
  },
  circulant: ({ normals, from, n }) => {
    const a = normals();
    return from((i, j) => a[(j - i + n) % n]!);
  },
  Frank: ({ from, n }) => from((i, j) => (i > j + 1 ? 0 : n - Math.max(i, j))),
  Grcar: ({ from }) => from((i, j) => (i === j + 1 ? -1 : Number(j >= i && j <= i + 3))),
  "a cycle that needs exceptional shifts": ({ from, integer, n }) => {
    const corner = integer(-1, 1) || 1;
    const value = integer(-2, 2);
    return from((i, j) => (i === j ? value : i === (j + 1) % n ? (j === n - 1 ? corner : 1) : 0));
  },
};

/** The kind, the size and the entries of the matrix that belongs to a seed. */
export function squareOf(seed: number, random: Random): { kind: string; n: number; a: Square } {
  const names = Object.keys(kinds);
  const kind = names[seed % names.length]!;
  const n =
    random() < 0.01 ? 41 + Math.floor(random() * 110) : 1 + Math.floor(random() * 40 * random());
  return { kind, n, a: kinds[kind]!(new Source(n, random)) };
}
