/** Products of many shapes, dtypes and strides. */
import type { NdArray } from "ndarray";
import * as gemmEntry from "ndarray-params/gemm";
import {
  dtypes,
  fillView,
  floats,
  lies,
  placesOf,
  source,
  viewOf,
  type Cases,
  type DType,
  type Floats,
  type Lie,
} from "./draw.ts";

const { gemm } = gemmEntry;

interface Arena {
  readonly float64: (size: number) => Float64Array;
  readonly float32: (size: number) => Float32Array;
  readonly clear: () => void;
}

/** The arena under the name it has now, or under the one it had. */
const entries = gemmEntry as unknown as Readonly<Record<string, (byteLength: number) => Arena>>;
const arena = entries["arena"] ?? entries["gemmArena"]!;

type Shape = readonly [m: number, k: number, n: number];

/** Cases by what tells them apart: every way to make a product, and sums of several chunks. */
const shapes: Readonly<Record<string, readonly Shape[]>> = {
  "outer products": [
    [1, 1, 1],
    [1, 1, 9],
    [9, 1, 1],
    [6, 1, 5],
    [40, 1, 50],
  ],
  "one sum": [
    [1, 7, 1],
    [1, 700, 1],
    [1, 2100, 1],
  ],
  "four sums": [
    [2, 7, 2],
    [2, 900, 2],
    [2, 9001, 2],
  ],
  "one row": [
    [1, 20, 3],
    [1, 200, 41],
    [1, 1500, 130],
  ],
  "one column": [
    [41, 200, 1],
    [130, 1500, 1],
  ],
  "small products": [
    [3, 5, 4],
    [5, 8, 3],
    [9, 9, 8],
  ],
  "odd shapes": [
    [9, 9, 9],
    [17, 33, 29],
    [31, 64, 70],
    [130, 127, 129],
  ],
  squares: [
    [16, 16, 16],
    [64, 64, 64],
  ],
  "few columns": [
    [33, 64, 5],
    [100, 30, 10],
  ],
  "few rows": [
    [4, 300, 10],
    [3, 70, 131],
  ],
  "sums in chunks": [
    [33, 1100, 35],
    [5, 2100, 130],
    [131, 1025, 7],
  ],
};

interface How {
  readonly alpha?: number;
  readonly beta?: number;
  readonly lie?: readonly [c: Lie, a: Lie, b: Lie];
}

type Make<D extends Floats | number[] = Floats> = (size: number) => D;

const inRows = ["row-major", "row-major", "row-major"] as const;

/** c ← alpha·a·b + beta·c of drawn matrices; all of c's array. */
function product(
  [m, k, n]: Shape,
  makes: readonly [c: Make, a: Make, b: Make],
  { alpha = 1, beta = 0, lie = inRows }: How = {},
): Floats {
  const from = source(m * 10007 + k * 101 + n);
  const c = fillView(viewOf(makes[0], [m, n], lie[0]), from);
  const a = fillView(viewOf(makes[1], [m, k], lie[1]), from);
  const b = fillView(viewOf(makes[2], [k, n], lie[2]), from);
  gemm(c, a, b, alpha, beta);
  return c.data;
}

const of = (dtype: DType): [Make, Make, Make] => {
  const make = (size: number): Floats => floats(dtype, size);
  return [make, make, make];
};

const few: readonly Shape[] = [
  [5, 6, 7],
  [2, 1100, 1],
  [37, 50, 41],
  [6, 1030, 33],
];

/** A case: both dtypes. */
const forEach = (name: string, run: (dtype: DType) => Floats[]): Cases => ({
  [`gemm: ${name}`]: () => dtypes.flatMap(run),
});

/** A matrix of small integers in an array of any kind. */
function integers<D extends Float64Array | Int32Array | Int16Array | Uint8Array | number[]>(
  make: (size: number) => D,
  shape: readonly number[],
  seed: number,
): NdArray<D> {
  const view = viewOf(make, shape);
  const { integer } = source(seed);
  for (const at of placesOf(view)) view.data[at] = integer(9);
  return view;
}

/** The product of two integer matrices of these kinds in a third, with alpha = 2 and beta = 1. */
function ofIntegers<D extends Float64Array | Int32Array | Int16Array | Uint8Array | number[]>(
  c: (size: number) => D,
  a: (size: number) => D,
  b: (size: number) => D,
): D {
  const result = integers(c, [6, 5], 51);
  gemm(result, integers(a, [6, 7], 52), integers(b, [7, 5], 53), 2, 1);
  return result.data;
}

const int32 = (size: number): Int32Array => new Int32Array(size);
const uint8 = (size: number): Uint8Array => new Uint8Array(size);
const plain = (size: number): number[] => Array<number>(size).fill(0);

export const products: Cases = {
  ...Object.fromEntries(
    Object.entries(shapes).map(([name, own]) => [
      `gemm: ${name}`,
      () => own.flatMap((shape) => dtypes.map((dtype) => product(shape, of(dtype)))),
    ]),
  ),
  ...forEach("alpha and beta", (dtype) =>
    few.flatMap((shape) =>
      [
        { alpha: 0.3 },
        { alpha: -1.7, beta: 1 },
        { alpha: 1, beta: 1 / 3 },
        { alpha: 0, beta: 0.9 },
        { beta: -1 },
      ].map((how) => product(shape, of(dtype), how)),
    ),
  ),
  ...forEach("transposes", (dtype) =>
    few.flatMap((shape) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => {
        const [c, a, b] = [1, 2, 4].map((bit): Lie =>
          (bits & bit) === 0 ? "row-major" : "column-major",
        ) as [Lie, Lie, Lie];
        return product(shape, of(dtype), { beta: 0.7, lie: [c, a, b] });
      }),
    ),
  ),
  ...forEach("strides", (dtype) =>
    few.flatMap((shape) =>
      lies.flatMap((c, i) => [
        product(shape, of(dtype), { lie: [c, lies[(i + 1) % 4]!, lies[(i + 2) % 4]!] }),
        product(shape, of(dtype), { lie: [c, c, c], alpha: 0.5, beta: 1 }),
      ]),
    ),
  ),
  ...forEach("zeros and signs", (dtype) => {
    const rounded: Make = (size) => floats(dtype, size);
    return [[3, 1, 4] as const, [4, 3, 5] as const, [12, 12, 12] as const].map(([m, k, n]) => {
      const c = viewOf(rounded, [m, n]);
      const a = fillView(viewOf(rounded, [m, k]), source(54));
      const b = viewOf(rounded, [k, n]);
      for (let j = 0; j < n; j++) for (let p = 0; p < k; p++) b.set(p, j, j % 2 === 0 ? 0 : -0);
      c.data.fill(NaN, 2, 2 + m * n); // beta is 0, so that c is not read
      gemm(c, a, b, -1);
      return c.data;
    });
  }),
  ...forEach("arena operands", (dtype) => {
    const own = arena(2097152);
    const inArena: Make = (size) => own[dtype](size);
    const outside: Make = (size) => floats(dtype, size);
    return few.flatMap((shape) =>
      [
        [inArena, inArena, inArena] as const,
        [inArena, outside, outside] as const,
        [outside, inArena, outside] as const,
        [outside, outside, inArena] as const,
      ].map((makes) => {
        own.clear();
        return product(shape, makes, { alpha: 1.5, beta: 0.25 }).slice();
      }),
    );
  }),
  "gemm: two arenas": () => {
    const [first, second] = [arena(262144), arena(262144)];
    return product([30, 40, 50], [first.float64, second.float64, first.float64]).slice();
  },
  "gemm: int32": () => ofIntegers(int32, int32, int32),
  "gemm: int16": () => {
    const int16 = (size: number): Int16Array => new Int16Array(size);
    return ofIntegers(int16, int16, int16);
  },
  "gemm: uint8": () => ofIntegers(uint8, uint8, uint8),
  "gemm: plain arrays": () => ofIntegers(plain, plain, plain),
  "gemm: arrays of several kinds": () => [
    ofIntegers<Int32Array | Uint8Array | number[]>(int32, uint8, plain),
    ofIntegers<Float64Array | Int32Array>((size) => new Float64Array(size), int32, int32),
  ],
  "gemm: float32 and float64 mixed": () => {
    const [double] = of("float64");
    const [single] = of("float32");
    return [
      product([6, 7, 5], [double, single, double]),
      product([16, 17, 15], [single, double, single], { alpha: 0.3, beta: 0.7 }),
    ];
  },
};
