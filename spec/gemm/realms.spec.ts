/** Arrays of another realm, as of a frame or a test environment, take the same paths. */
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import ndarray from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { arena, gemm } from "ndarray-params/gemm";
import { gemmPool } from "ndarray-params/gemm/pool";
import { plainKernel } from "../../lib/gemm/kernel/plain-kernel.ts";
import { multiplyWith } from "../../lib/gemm/paths/choose-path.ts";
import { makeGemm } from "../../lib/gemm/product/make-gemm.ts";
import type { Product } from "../../lib/gemm/product/product.ts";
import { bytesOf } from "../support/gemm/shared.ts";
import { drawer, type FloatMatrix, type Floats } from "../support/gemm/matrices.ts";

interface Realm {
  readonly Float64Array: Float64ArrayConstructor;
  readonly Float32Array: Float32ArrayConstructor;
  readonly SharedArrayBuffer: SharedArrayBufferConstructor;
}
const realm = runInNewContext(
  "({ Float64Array, Float32Array, SharedArrayBuffer: globalThis.SharedArrayBuffer })",
) as Realm;
const draw = drawer(21);
const value = (): number => draw(2 ** 30) / 2 ** 29 - 1;

const shapes = [
  [1, 1, 1],
  [3, 4, 1],
  [2, 2, 900],
  [5, 6, 7],
  [40, 33, 50],
  [6, 70, 1030],
] as const;

/** The factors of a product in this realm, and again in the other one. */
function factorsOf(
  dtype: "Float64Array" | "Float32Array",
  [m, n, k]: readonly [number, number, number],
) {
  const own = [ndarray<Floats>(new globalThis[dtype](m * k), [m, k])];
  own.push(ndarray<Floats>(new globalThis[dtype](k * n), [k, n]));
  for (const { data } of own) data.forEach((_, i) => (data[i] = value()));
  const foreign = own.map(({ data, shape }) => ndarray<Floats>(new realm[dtype](data), shape));
  return { own, foreign } as unknown as Record<"own" | "foreign", [FloatMatrix, FloatMatrix]>;
}

describe("gemm on arrays of another realm", () => {
  it("meets classes of its own there", () => {
    const data: unknown = new realm.Float64Array(1);
    expect(data instanceof Float64Array).to.equal(false);
  });

  for (const dtype of ["Float64Array", "Float32Array"] as const) {
    for (const shape of shapes) {
      it(`gives the same bits for ${shape.join(" x ")} of ${dtype}s, by a path of its own`, () => {
        const { own, foreign } = factorsOf(dtype, shape);
        const [m, n] = shape;
        const c = ndarray<Floats>(new globalThis[dtype](m * n).fill(0.3), [m, n]);
        const d = ndarray<Floats>(new realm[dtype](m * n).fill(0.3), [m, n]);
        const seen: Product[] = [];
        const multiply = multiplyWith(plainKernel);
        const watched = makeGemm((product) => {
          seen.push(product);
          multiply(product);
        });
        gemm(c, ...own, 0.7, 0.1);
        watched(d, ...foreign, 0.7, 0.1);
        expect(bytesOf(d.data).equals(bytesOf(c.data))).to.equal(true);
        expect(seen).to.have.length(1); // not left to ndarray-gemm
        watched(c, own[0], foreign[1], 0.7, 0.1);
        expect(seen).to.have.length(2);
      });
    }
  }

  it("rounds factors to float32 there too", () => {
    const c = ndarray(new realm.Float32Array(1), [1, 1]);
    expect(() => gemm(c, c, c, 1e39)).to.throw("gemm: alpha must be finite in float32, got 1e+39");
  });

  it("copies them to and from the memory of an arena", () => {
    const { own, foreign } = factorsOf("Float64Array", [40, 33, 50]);
    const c = ndarray<Floats>(new Float64Array(40 * 33), [40, 33]);
    const d = ndarray<Floats>(arena(2 ** 16).float64(40 * 33), [40, 33]);
    gemm(c, ...own);
    gemm(d, ...foreign);
    expect(bytesOf(d.data).equals(bytesOf(c.data))).to.equal(true);
  });

  it("shares their memory with the threads of a pool", async () => {
    const allocate = (size: number): Float64Array =>
      new realm.Float64Array(new realm.SharedArrayBuffer(8 * size));
    const [, { c, a, b }] = emptyWithViews(
      { c: [300, 160], a: [300, 100], b: [160, 100] },
      { allocate },
    );
    for (const { data } of [a, b]) data.forEach((_, i) => (data[i] = value()));
    const want = ndarray(new Float64Array(300 * 160), [300, 160]);
    gemm(want, a, b.transpose(1, 0));
    const pool = gemmPool({ threads: 2 });
    await pool.ready;
    for (let call = 0; call < 5; call++) pool.gemm(c, a, b.transpose(1, 0));
    pool.close();
    expect(bytesOf(c.data.subarray(0, 300 * 160)).equals(bytesOf(want.data))).to.equal(true);
  });
});
