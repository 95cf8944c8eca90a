/** Square matrices that are scaled to a spectral radius: full, graded, reducible, near singular. */
import { boundSpectralRadius } from "ndarray-params/initialize";
import {
  floats,
  lies,
  source,
  throughMath,
  viewOf,
  type Cases,
  type DType,
  type Floats,
  type Lie,
  type Part,
  type Source,
} from "./draw.ts";

type Entry = (i: number, j: number, from: Source) => number;

/** factorⁿ by multiplication or division alone. */
function power(factor: number, n: number): number {
  let result = 1;
  for (let k = 0; k < Math.abs(n); k++) result = n > 0 ? result * factor : result / factor;
  return result;
}

/** A matrix of these entries, drawn row after row, before and after it was scaled. */
function bounded(
  n: number,
  entry: Entry,
  bound?: number,
  lie: Lie = "row-major",
  dtype: DType = "float64",
): Part[] {
  const view = viewOf<Floats>((size) => floats(dtype, size), [n, n], lie);
  const from = source(100 + n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) view.set(i, j, entry(i, j, from));
  const before = view.data.slice();
  if (bound === undefined) boundSpectralRadius(view);
  else boundSpectralRadius(view, bound);
  return [before, view.data];
}

const full: Entry = (_i, _j, { number }) => number();

const kinds: Readonly<Record<string, readonly Entry[]>> = {
  "full matrices": [full, (_i, _j, { unit }) => unit(), (_i, _j, { integer }) => integer(7) - 3],
  "graded matrices": [
    (i, j, { number }) => number() * power(1000, i - j),
    (i, j, { number }) => number() / (power(16, i) * power(9, j)),
    (i, _j, { number }) => number() * power(1024, i),
  ],
  "symmetric and antisymmetric matrices": [
    (i, j) => 1 / (1 + i + j) - (i === j ? 0.3 : 0),
    (i, j) => (i - j) / (1 + i + j),
  ],
  "reducible matrices": [
    (i, j, { number }) => (Math.floor(i / 3) <= Math.floor(j / 3) ? number() : 0),
    (i, j, { number }) => (i <= j ? number() : 0),
    (_i, _j, { unit, number }) => (unit() < 0.25 ? number() : 0),
    (i, j, { unit }) => (j === (i + 1) % 6 ? 0.5 + unit() : 0),
  ],
  "Hessenberg matrices": [
    (i, j, { number }) => (i === 0 ? number() : i === j + 1 ? 1 : 0),
    (i, j, { number }) => (i <= j + 1 ? number() : 0),
    (i, j, { number }) => (Math.abs(i - j) <= 1 ? number() : 0),
  ],
  "matrices near a degenerate one": [
    (i, j) => (1 + i / 3) * (2 - j / 5),
    (i, j) => (i === j ? 0.9 : j === i + 1 ? 1 : i === 5 && j === 0 ? 1e-9 : 0),
  ],
};

export const radii: Cases = throughMath({
  ...Object.fromEntries(
    Object.entries(kinds).map(([name, entries]) => [
      `initialize: boundSpectralRadius of ${name}`,
      () => entries.flatMap((entry) => [...bounded(6, entry), ...bounded(12, entry, 0.95)]),
    ]),
  ),
  "initialize: boundSpectralRadius of many sizes": () =>
    [1, 2, 3, 4, 5, 8, 17, 40].flatMap((n) => bounded(n, full, 1)),
  "initialize: boundSpectralRadius float32": () =>
    lies.flatMap((lie) => bounded(9, full, 1.1, lie, "float32")),
  "initialize: boundSpectralRadius of strided views": () =>
    lies.flatMap((lie) => bounded(7, full, 1.1, lie)),
  "initialize: boundSpectralRadius of large and small numbers": () => [
    ...bounded(5, (_i, _j, { number }) => number() * 1e300, 1e-3),
    ...bounded(5, (_i, _j, { number }) => number() * 1e-300, 1e3),
    ...bounded(4, (i, j, { number }) => number() * power(1e60, i - j), 2),
  ],
});
