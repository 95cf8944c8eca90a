/** Draws products around every edge of the plan, of the tiles and of the paths. */
import ndarray from "ndarray";
import { arena, type Arena } from "ndarray-params/gemm";
import { room } from "../../../lib/gemm/kernel/engine.ts";
import { dtypeOf } from "../../../lib/internal/arrays.ts";
import { planOf } from "../../../lib/gemm/paths/plan.ts";
import { drawer, layouts, matrixOf, repeated, SENTINEL } from "./matrices.ts";
import type { FloatMatrix, Floats, FloatType } from "./matrices.ts";
import { sharedFloats } from "./shared.ts";

export interface DrawnProduct {
  readonly name: string;
  readonly c: FloatMatrix;
  readonly a: FloatMatrix;
  readonly b: FloatMatrix;
  readonly alpha: number;
  readonly beta: number;
}

type Draw = (below: number) => number;
type Shape = readonly [m: number, n: number, k: number];

const pickWith =
  (draw: Draw) =>
  <T>(from: readonly T[]): T =>
    from[draw(from.length)]!;

const around = (...lengths: readonly number[]): number[] =>
  lengths.flatMap((length) => [length - 1, length, length + 1]);

const tiles = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 20, 23, 24, 25, 28];
const rows = [1, 2, 3, 4, 5, 9, ...around(32)];
const depths = [...around(100, 256, 512, 784, 800, 1024, 2048), 3073, 4096, 5000, 8193, 16_385];
const widths = [...around(32, 64, 256, 512, 1024, 2048, 4096), 2100, 6150];

const results = Object.values(layouts);
const operands = [...results, ...Object.values(repeated)];

const factors = [0, 1, -1, 0.5, 0.3, -2.75, 1e-40, 3e30];
const specials = [NaN, Infinity, -Infinity, 0, -0, 1e-45, -1e-45, 5e-324, 3e38, -1e308];

/** Two arenas, so that operands may live in another one than c. They are made when first needed. */
let arenas: readonly Arena[] | undefined;
const ARENA = 2 ** 25;

/** Product number `seed`, of at most `most` multiplications. */
export function drawnProduct(seed: number, most: number): DrawnProduct {
  const draw = drawer(Math.imul(seed + 1, 0x9e3779b1) >>> 0);
  const pick = pickWith(draw);
  const Type = pick([Float64Array, Float32Array] as const);
  const strides = [pick(results), pick(operands), pick(operands)] as const;
  const [m, n, k] = shapeOf(draw, Type, most);
  const beta = pick(factors);
  const values = [valuesOf(draw), valuesOf(draw), valuesOf(draw)] as const;
  // Elements that must not be read may be anything.
  const old = beta === 0 && draw(2) === 0 ? (): number => NaN : values[0];
  const place = pick(["own", "shared", "arena", "arena", "interleaved"]);
  const matrices = [
    matrixOf(Type, [m, n], strides[0](m, n), old),
    matrixOf(Type, [m, k], strides[1](m, k), values[1]),
    matrixOf(Type, [k, n], strides[2](k, n), values[2]),
  ] as const;
  const [c, a, b] =
    place === "own"
      ? matrices
      : place === "shared"
        ? shared(draw, Type, matrices)
        : place === "arena"
          ? inArenas(draw, Type, matrices)
          : interleaved(Type, matrices);
  const alpha = pick(factors);
  const call = { Type: Type.name, m, n, k, strides: [c.stride, a.stride, b.stride], alpha, beta };
  return { name: JSON.stringify({ seed, place, ...call }), c, a, b, alpha, beta };
}

function shapeOf(draw: Draw, Type: FloatType, most: number): Shape {
  const pick = pickWith(draw);
  const small = (): number => pick(tiles);
  const kinds: (() => Shape)[] = [
    () => [pick(rows), small(), small()],
    () => [small(), small(), pick(depths)],
    () => [pick(rows), pick(widths), pick([...tiles, ...depths])],
    () => [draw(300), draw(300), draw(300)],
    () => {
      const [n, k] = [pick([...tiles, ...widths]), pick([...tiles, ...depths])];
      const row = { data: new Type(0), offset: 0, rowStride: n, columnStride: 1 };
      const given = {
        dtype: dtypeOf(row.data),
        m: 1000,
        n,
        k,
        alpha: 1,
        beta: 0,
        c: row,
        a: row,
        b: row,
      };
      const { mA, mC } = planOf(given, draw(2) === 0);
      return [pick([mA, 2 * mA, mC, 2 * mC]) + draw(6) - 2, n, k];
    },
  ];
  if (most >= 1e8) {
    kinds.push(() => {
      const n = 500 + draw(1000);
      return [Math.floor(room.raw / Type.BYTES_PER_ELEMENT / n) + draw(6) - 2, n, pick([257, 300])];
    });
  }
  for (;;) {
    const [x, y, k] = pick(kinds)();
    const [m, n] = draw(2) === 0 ? [x, y] : [y, x];
    if (m * n * k <= most && m * n + m * k + k * n <= 2 ** 22) return [m, n, k];
  }
}

function valuesOf(draw: Draw): () => number {
  const pick = pickWith(draw);
  const uniform = (): number => draw(2 ** 30) / 2 ** 29 - 1;
  return pick([
    uniform,
    uniform,
    () => draw(15) - 7,
    () => uniform() * 2 ** (draw(160) - 80),
    () => (draw(50) === 0 ? pick(specials) : uniform()),
  ]);
}

/** The matrices on shared memory, each from any element on. */
function shared(draw: Draw, Type: FloatType, matrices: Three): Three {
  return matrices.map(({ data, shape, stride, offset }) => {
    const skip = draw(8);
    const moved = sharedFloats(new Type(skip + data.length)).subarray(skip);
    moved.set(data);
    return ndarray(moved, shape, stride, offset);
  }) as unknown as Three;
}

type Three = readonly [FloatMatrix, FloatMatrix, FloatMatrix];

/** Each matrix stays, or goes to one of the arenas, from any element on. */
function inArenas(draw: Draw, Type: FloatType, matrices: Three): Three {
  arenas ??= [arena(ARENA), arena(ARENA)];
  const left = arenas.map(({ clear }) => {
    clear();
    return ARENA;
  });
  return matrices.map((matrix) => {
    const { data, shape, stride, offset } = matrix;
    const place = draw(3);
    const skip = draw(8);
    const bytes = (data.length + skip + 64) * Type.BYTES_PER_ELEMENT;
    if (place === 2 || left[place]! < bytes) return matrix;
    left[place]! -= bytes;
    const { float64, float32 } = arenas![place]!;
    const take: (size: number) => Floats = Type === Float64Array ? float64 : float32;
    const moved = take(data.length + skip).subarray(skip);
    moved.set(data);
    return ndarray(moved, shape, stride, offset);
  }) as unknown as Three;
}

/** The matrices in one array, each in every third element. */
function interleaved(Type: FloatType, matrices: Three): Three {
  const longest = Math.max(...matrices.map(({ data }) => data.length));
  const whole: Floats = new Type(3 * longest).fill(SENTINEL);
  return matrices.map(({ data, shape, stride, offset }, third) => {
    data.forEach((element, i) => (whole[3 * i + third] = element));
    return ndarray(whole, shape, [3 * stride[0]!, 3 * stride[1]!], 3 * offset + third);
  }) as unknown as Three;
}
