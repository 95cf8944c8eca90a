/** Runs in the browser: gemm, its relaxed form and a pool under the policy of the page. */
import { gemm, type Matrix } from "ndarray-params/gemm";
import { gemmPool } from "ndarray-params/gemm/pool";
import { gemm as relaxed } from "ndarray-params/gemm/relaxed";
import { tell } from "../engines/tell.ts";

/** The fields of an ndarray that gemm reads. A real one generates code, which the policy forbids. */
const matrix = (data: Float64Array, rows: number, columns: number): Matrix =>
  ({
    data,
    shape: [rows, columns],
    stride: [columns, 1],
    offset: 0,
    dtype: "float64",
  }) as unknown as Matrix;

const [m, n, k] = [150, 90, 200];
/** Integers, in shared memory if the page is isolated. */
function filled(size: number): Float64Array {
  const array = new Float64Array(
    typeof SharedArrayBuffer === "undefined"
      ? new ArrayBuffer(size * 8)
      : new SharedArrayBuffer(size * 8),
  );
  for (let i = 0; i < size; i++) array[i] = (i % 11) - 5;
  return array;
}
const [a, b] = [filled(m * k), filled(k * n)];
const want = new Float64Array(m * n);
for (let i = 0; i < m; i++) {
  for (let j = 0; j < n; j++) {
    for (let p = 0; p < k; p++) want[i * n + j]! += a[i * k + p]! * b[p * n + j]!;
  }
}

/** How fast gemm is there, for the log. */
function gigaflops(): string {
  const start = performance.now();
  const c = filled(m * n);
  for (let call = 0; call < 100; call++) {
    gemm(matrix(c, m, n), matrix(a, m, k), matrix(b, k, n));
  }
  return ((2e-6 * m * n * k * 100) / (performance.now() - start)).toFixed(1);
}

function generatesCode(): boolean {
  try {
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
    return new Function("return true")() === true;
  } catch {
    return false;
  }
}

async function main(): Promise<Record<string, string>> {
  const pool = gemmPool({ threads: 2 });
  const threads = await pool.ready;
  const results: Record<string, string> = {};
  for (const [name, multiply] of Object.entries({ gemm, relaxed, pool: pool.gemm })) {
    const c = filled(m * n);
    for (let call = 0; call < 20; call++) {
      multiply(matrix(c, m, n), matrix(a, m, k), matrix(b, k, n));
      await new Promise((resolve) => setTimeout(resolve, 5)); // oxlint-disable-line no-await-in-loop
    }
    results[name] = c.every((element, i) => element === want[i]) ? "right" : "wrong";
  }
  pool.close();
  return {
    ...results,
    threads: String(threads),
    "code from strings": generatesCode() ? "allowed" : "refused",
    gigaflops: gigaflops(),
  };
}

main().then(tell, (error: unknown) => tell({ error: String(error) }));
