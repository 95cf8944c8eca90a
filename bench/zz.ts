import ndarray from "ndarray";
import { gemm, gemmPool } from "ndarray-params/gemm";
import { setTimeout as delay } from "node:timers/promises";
const pool = gemmPool({ threads: 2 });
console.log(await pool.ready);
const sh = (T: any, n: number) => { const a = new T(new SharedArrayBuffer(n * T.BYTES_PER_ELEMENT)); for (let i = 0; i < n; i++) a[i] = Math.random() - 0.5; return a; };
const med = (x: number[]) => x.sort((a, b) => a - b)[x.length >> 1]!;
for (const T of [Float64Array, Float32Array]) for (const n of [1000, 10000]) {
  const x = ndarray(sh(T, n * 784), [n, 784]), w = ndarray(sh(T, 7840), [784, 10]), p = ndarray(sh(T, n * 10), [n, 10]), dw = ndarray(sh(T, 7840), [784, 10]);
  const jobs: Record<string, (g: any) => void> = { forward: (g) => g(p, x, w), backward: (g) => g(dw, x.transpose(1, 0), p, 1 / n) };
  for (const [name, f] of Object.entries(jobs)) {
    for (let i = 0; i < 30; i++) { f(pool.gemm); f(gemm); if (i % 5 == 0) await delay(10); }
    const t1: number[] = [], t2: number[] = [];
    for (let i = 0; i < (n > 5000 ? 40 : 200); i++) { let t = performance.now(); f(gemm); t1.push(performance.now() - t); t = performance.now(); f(pool.gemm); t2.push(performance.now() - t); }
    const [a, b] = [med(t1), med(t2)];
    console.log(T.name, n, name, "one", a.toFixed(3), "two", b.toFixed(3), "ratio", (b / a).toFixed(2), "best", t1[0]!.toFixed(3), t2[0]!.toFixed(3), (t2[0]! / t1[0]!).toFixed(2));
  }
}
pool.close();
