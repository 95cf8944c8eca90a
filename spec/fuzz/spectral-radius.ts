/**
 * Compares spectral radii with NumPy's:
 *
 *     npm run fuzz -- spectral-radius [count = 10000] [first seed = 0]
 *
 * It prints a table with the number of matrices of each kind and the largest difference.
 *
 * If a radius differs by more than 1e-10, NumPy is asked whether some matrix within 10·n·ε·|B| of
 * the balanced matrix B has it: whether the pseudospectrum contains the way from NumPy's largest
 * eigenvalue to a number of that modulus (Trefethen & Embree 2005). No solver can do better on
 * eigenvalues that sensitive.
 */
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import ndarray from "ndarray";
import { boundSpectralRadius, stream } from "ndarray-params/initialize";
import { squareOf, type Square } from "../support/square-matrices.ts";

const oracle = `
import json, sys
import numpy as np

def balanced(a):
    b = a.copy()
    for _ in range(200):
        done = True
        for i in range(len(b)):
            others = np.arange(len(b)) != i
            row, column = abs(b[i, others]).max(initial=0), abs(b[others, i]).max(initial=0)
            if row == 0 or column == 0:
                continue
            f = 2.0 ** int((np.log2(row) - np.log2(column)) / 2)
            if f != 1:
                b[:, i] *= f
                b[i, :] /= f
                done = False
        if done:
            break
    return b

def is_near(b, largest, radius):
    n = len(b)
    slack = 10 * n * 2.0**-52 * np.linalg.norm(b)
    smallest = lambda z: np.linalg.svd(b - z * np.eye(n), compute_uv=False)[-1]
    return all(
        smallest(largest * (1 + t * (radius / abs(largest) - 1)) if largest else t * radius) <= slack
        for t in np.linspace(0, 1, 9)
    )

for line in sys.stdin:
    given = json.loads(line)
    n, radius = given["n"], given["radius"]
    a = np.reshape(np.array(given["a"], dtype=float), (n, n))
    values = np.linalg.eigvals(a)
    largest = values[np.argmax(abs(values))]
    difference = abs(radius - abs(largest)) / (abs(largest) or 1)
    b = balanced(a) if difference > 1e-10 else a
    ok = difference <= 1e-10
    if not ok:
        # A matrix refused as nilpotent is so within the rounding of its own entries, not of B's.
        for c in [b] if radius > 0 else [b, a]:
            again = np.linalg.eigvals(c)
            again = again[abs(again) >= (1 - 1e-3) * max(abs(again))]
            ok = ok or any(is_near(c, z, radius) for z in again)
        difference = 0 if ok else difference
    print(json.dumps({"radius": float(abs(largest)), "difference": float(difference), "isFine": bool(ok)}), flush=True)
`;

/** The radius, from the factor that leads to a bound of 1; 0 if the matrix is refused as nilpotent. */
function radiusOf(a: Square, n: number): number {
  const view = ndarray(a.slice(), [n, n]);
  try {
    boundSpectralRadius(view, 1);
  } catch (error) {
    if ((error as Error).message.endsWith("but all are 0")) return 0;
    throw error;
  }
  const largest = a.reduce((most, x, k) => (Math.abs(x) > Math.abs(a[most]!) ? k : most), 0);
  return a[largest]! / view.data[largest]!;
}

const [count = 10_000, first = 0] = process.argv.slice(2).map(Number);
if (spawnSync("python3", ["-c", "import numpy"]).status !== 0) {
  console.log("skipped: there is no python3 with NumPy");
  process.exit();
}
const python = spawn("python3", ["-c", oracle], {
  env: { ...process.env, OPENBLAS_NUM_THREADS: "1" },
  stdio: ["pipe", "pipe", "inherit"],
});
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
const table: Record<string, { matrices: number; differ: number; worst: number; ms: number }> = {};
let wrong = 0;
/* oxlint-disable no-await-in-loop -- one matrix after another */
for (let seed = first; seed < first + count; seed++) {
  const { kind, n, a } = squareOf(seed, stream("spectral radius", String(seed)));
  const start = performance.now();
  let radius = Number.NaN;
  try {
    radius = radiusOf(a, n);
  } catch (error) {
    console.log(`seed ${seed}, ${kind} of ${n}: ${(error as Error).message}`);
    wrong++;
    continue;
  }
  const ms = performance.now() - start;
  python.stdin.write(`${JSON.stringify({ n, a: [...a], radius })}\n`);
  const { value } = await answers.next();
  const answer = JSON.parse(value as string) as {
    radius: number;
    difference: number;
    isFine: boolean;
  };
  const row = (table[kind] ??= { matrices: 0, differ: 0, worst: 0, ms: 0 });
  row.matrices++;
  row.worst = Math.max(row.worst, answer.difference);
  row.ms = Math.max(row.ms, ms);
  if (Math.abs(radius - answer.radius) > 1e-10 * radius) row.differ++;
  if (answer.isFine) continue;
  wrong++;
  console.log(`seed ${seed}, ${kind} of ${n}: ${radius}, NumPy has ${answer.radius}`);
}
python.stdin.end();
console.table(table);
console.log(`${count} matrices, ${wrong} of them wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
