import { expect } from "chai";
import ndarray from "ndarray";
import { gemm, type Matrix } from "ndarray-params/gemm";
import { overlaps, overlapsItself } from "../../lib/internal/overlap.ts";
import { drawer } from "../support/gemm/matrices.ts";

/** The bytes of a flat or a matrix in its buffer, element by element. */
function bytesOf({ data, shape, stride, offset }: Matrix): number[][] {
  const { byteOffset, BYTES_PER_ELEMENT: width } = data as Float64Array;
  const elements = [];
  const [rowStride, columnStride = 0] = stride as [number];
  for (let i = 0; i < shape[0]!; i++) {
    for (let j = 0; j < (shape[1] ?? 1); j++) {
      const first = byteOffset + (offset + i * rowStride + j * columnStride) * width;
      elements.push(Array.from({ length: width }, (_, byte) => first + byte));
    }
  }
  return elements;
}

const doubles = new Float64Array(32);
const singles = new Float32Array(doubles.buffer);
const list = [1, 2, 3, 4];

type Flats = readonly (readonly [name: string, x: Matrix, y: Matrix, shared: boolean])[];
const flatPairs: Flats = [
  ["one", ndarray(doubles), ndarray(doubles), true],
  ["side by side", ndarray(doubles.subarray(0, 9)), ndarray(doubles.subarray(9)), false],
  ["one element apart too few", ndarray(doubles, [9]), ndarray(doubles, [9], [1], 8), true],
  ["interleaved", ndarray(doubles, [9], [2], 0), ndarray(doubles, [9], [2], 1), false],
  ["interleaved backwards", ndarray(doubles, [9], [2], 0), ndarray(doubles, [9], [-2], 17), false],
  ["of steps 2 and 3", ndarray(doubles, [9], [2], 0), ndarray(doubles, [3], [3], 1), true],
  [
    "of steps 2 and 3, but short",
    ndarray(doubles, [1], [2], 0),
    ndarray(doubles, [3], [3], 1),
    false,
  ],
  ["of different widths", ndarray(doubles, [4]), ndarray(singles, [4], [1], 7), true],
  [
    "of different widths, side by side",
    ndarray(doubles, [4]),
    ndarray(singles, [4], [1], 8),
    false,
  ],
  [
    "of different widths, interleaved",
    ndarray(doubles, [4], [2], 0),
    ndarray(singles, [4], [4], 2),
    false,
  ],
  [
    "of different widths, on half an element",
    ndarray(doubles, [4], [2], 0),
    ndarray(singles, [4], [4], 1),
    true,
  ],
  ["empty", ndarray(doubles, [0]), ndarray(doubles), false],
  ["on two buffers", ndarray(doubles), ndarray(new Float64Array(32)), false],
  ["on one Array", ndarray(list), ndarray(list, [2], [2]), true],
  ["on one Array, side by side", ndarray(list, [2]), ndarray(list, [2], [1], 2), false],
  ["on two Arrays", ndarray(list), ndarray([...list]), false],
  ["on an Array and a buffer", ndarray(list), ndarray(doubles), false],
];

describe("overlaps", () => {
  it("agrees with the bytes of 3000 pairs of matrices in one buffer", () => {
    const draw = drawer(7);
    const buffer = new ArrayBuffer(4096);
    const arrays = [
      new Float64Array(buffer),
      new Float32Array(buffer),
      new Float64Array(buffer, 64),
      new Uint8Array(buffer, 3),
    ];
    const anyStride = (): number[] => [draw(13) - 6, draw(13) - 6];
    /** Strides of parts of one matrix with rows of ten. */
    const lineStride = (): number[] => {
      const line = [10, -10, 20][draw(3)]!;
      const step = [1, 1, 1, -1, 2, 3][draw(6)]!;
      return draw(2) === 0 ? [line, step] : [step, line];
    };
    const random = (stride: number[]): Matrix => {
      const data = arrays[draw(8) < 5 ? 0 : draw(4)]!;
      const shape = [draw(5), draw(5)];
      return ndarray(data, shape, stride, Math.floor((640 + draw(320)) / data.BYTES_PER_ELEMENT));
    };
    const counts = [0, 0];
    for (let round = 0; round < 3000; round++) {
      const strideOf = draw(2) === 0 ? anyStride : lineStride;
      const [x, y] = [random(strideOf()), random(strideOf())];
      const bytes = new Set(bytesOf(x).flat());
      const shared = bytesOf(y)
        .flat()
        .some((byte) => bytes.has(byte));
      if (overlaps(x, y) !== shared) expect.fail(JSON.stringify([x, y]));
      counts[Number(shared)]!++;
    }
    expect(Math.min(...counts)).to.be.above(200); // the table has both kinds
  });

  it("agrees with the elements of 3000 matrices whether these coincide", () => {
    const draw = drawer(8);
    const counts = [0, 0];
    for (let round = 0; round < 3000; round++) {
      const stride = [draw(13) - 6, draw(13) - 6];
      const matrix = ndarray(new Float64Array(100), [draw(5), draw(5)], stride, 50);
      const firsts = bytesOf(matrix).map(([first]) => first);
      const coincide = new Set(firsts).size < firsts.length;
      if (overlapsItself(matrix) !== coincide) expect.fail(JSON.stringify(matrix));
      counts[Number(coincide)]!++;
    }
    expect(Math.min(...counts)).to.be.above(500);
  });

  it("agrees with the bytes of 3000 pairs of flats, and of flats with matrices", () => {
    const draw = drawer(9);
    const buffer = new ArrayBuffer(2048);
    const arrays = [
      new Float64Array(buffer),
      new Float64Array(buffer, 64),
      new Float32Array(buffer),
      new Uint8Array(buffer, 3),
    ];
    const random = (): Matrix => {
      const data = arrays[draw(8) < 4 ? 0 : draw(4)]!;
      const rank = draw(4) === 0 ? 2 : 1;
      const shape = [draw(12), draw(4)].slice(0, rank);
      const stride = [draw(9) - 4, draw(9) - 4].slice(0, rank);
      return ndarray(data, shape, stride, Math.floor((700 + draw(400)) / data.BYTES_PER_ELEMENT));
    };
    const counts = [0, 0];
    for (let round = 0; round < 3000; round++) {
      const [x, y] = [random(), random()];
      const bytes = new Set(bytesOf(x).flat());
      const shared = bytesOf(y)
        .flat()
        .some((byte) => bytes.has(byte));
      if (overlaps(x, y) !== shared) expect.fail(JSON.stringify([x, y]));
      counts[Number(shared)]!++;
    }
    expect(Math.min(...counts)).to.be.above(500);
  });

  for (const [name, x, y, shared] of flatPairs) {
    it(`tells of flats that are ${name} whether they share an element`, () => {
      expect([overlaps(x, y), overlaps(y, x)]).to.deep.equal([shared, shared]);
    });
  }

  it("tells of a flat whether two of its elements coincide", () => {
    const data = new Float64Array(9);
    for (const [size, stride, coincide] of [
      [0, 0, false],
      [1, 0, false],
      [2, 0, true],
      [9, 1, false],
      [5, -2, false],
    ] as const) {
      const flat = ndarray(data, [size], [stride], stride < 0 ? 8 : 0);
      expect(overlapsItself(flat), `${size} by ${stride}`).to.equal(coincide);
    }
  });

  it("knows arrays on shared memory by their buffer", () => {
    const buffer = new SharedArrayBuffer(64);
    const [x, y] = [ndarray(new Float64Array(buffer)), ndarray(new Float32Array(buffer))];
    expect(overlaps(x, y)).to.equal(true);
    expect(overlaps(x, ndarray(new Float64Array(new SharedArrayBuffer(64))))).to.equal(false);
  });

  it("accepts strides of 0 if there is one element", () => {
    const data = new Float64Array(2);
    const [x, y] = [ndarray(data, [1, 1], [0, 0], 0), ndarray(data, [1, 1], [0, 0], 1)];
    expect(overlapsItself(x)).to.equal(false);
    expect(overlaps(x, x)).to.equal(true);
    expect(overlaps(x, y)).to.equal(false);
  });

  it("knows plain arrays by their identity", () => {
    const data = Array<number>(8).fill(0);
    const [x, y] = [ndarray(data, [2, 2], [2, 1], 0), ndarray(data, [2, 2], [2, 1], 4)];
    expect(overlaps(x, y)).to.equal(false);
    expect(overlaps(x, ndarray(data, [2, 2], [2, 1], 3))).to.equal(true);
    expect(overlaps(x, ndarray([...data], [2, 2]))).to.equal(false);
  });

  it("lets views pass that are interleaved but disjoint", () => {
    const whole = ndarray(new Float64Array(100).fill(1), [10, 10]);
    gemm(whole.hi(4, 10).step(1, 2), whole.lo(5, 0).hi(4, 3), whole.hi(3, 10).step(1, -2), 2);
    const rows = [0, 1, 2, 3, 4].map((i) => [0, 1, 2].map((j) => whole.get(i, j)));
    expect(rows).to.deep.equal([
      [6, 1, 6],
      [6, 1, 6],
      [6, 1, 6],
      [6, 1, 6],
      [1, 1, 1],
    ]);
  });
});

/** A length that no memory has marks for. */
const L = 2 ** 40;
const ODD = L + 1;

type Place = Pick<Matrix, "data" | "shape" | "stride" | "offset">;
const at = (
  shape: readonly number[],
  stride: readonly number[],
  offset: number,
  data = doubles as Matrix["data"],
): Place => ({ data, shape: [...shape], stride: [...stride], offset });

describe("overlaps decides by strides alone, without a look at each element, for", () => {
  const pairs: [name: string, x: Place, y: Place][] = [
    ["flats one behind the other", at([L], [1], 0), at([L], [1], L)],
    ["flats backwards", at([L], [-1], L - 1), at([L], [-1], 2 * L - 1)],
    ["interleaved flats", at([L], [2], 0), at([L], [2], 1)],
    ["interleaved flats backwards", at([L], [-2], 2 * L - 2), at([L], [-2], 2 * L - 1)],
    ["interleaved flats in both directions", at([L], [2], 0), at([L], [-2], 2 * L - 1)],
    ["flats that every third element tells apart", at([L], [3], 1), at([L], [3], 2)],
    ["an element between those of a flat", at([1], [0], 1), at([L], [2], 0)],
    ["interleaved columns", at([3, 4], [L, 2], 0), at([3, 4], [L, 2], 1)],
    ["every third column", at([3, 4], [3 * L, 3], 1), at([3, 4], [3 * L, 3], 2)],
    [
      "columns on even and odd places",
      at([3, 4], [-6 * ODD, 4], 12 * ODD),
      at([3, 4], [6 * ODD, 4], 1),
    ],
    ["the same with steps of 4 and -6", at([3, 4], [4 * L, 4], 0), at([3, 4], [4 * L, -6], 19)],
    ["blocks of columns that touch", at([3, 4], [L, 1], 0), at([2, L - 4], [L, 1], 4)],
    ["the same in columns", at([4, 3], [1, L], 0), at([L - 4, 2], [1, L], 4)],
    ["columns that run backwards", at([4, 3], [1, -L], 2 * L), at([5, 3], [-1, L], 9)],
    ["rows that run backwards", at([3, 4], [-L, 1], 2 * L), at([3, 5], [L, -1], 9)],
    ["lines of one element", at([2, 1], [L, L], 0), at([2, 1], [2 * L, 2 * L], 2, singles)],
    ["a block behind some lines", at([3, 4], [L, 1], 0), at([3, 5], [L, 1], 2 * L + 4)],
  ];
  for (const [name, x, y] of pairs) {
    it(name, () => expect([overlaps(x, y), overlaps(y, x)]).to.deep.equal([false, false]));
  }

  it("the elements outside of the span that both have", () => {
    const lines = at([2, 2], [L, 1], 0);
    for (const start of [1, L]) {
      const met = at([2], [1], start);
      expect([overlaps(lines, met), overlaps(met, lines)]).to.deep.equal([true, true]);
    }
  });

  it("an axis that a stride of 0 repeats", () => {
    const repeated = at([L, 2], [0, 3], 0);
    expect(overlaps(repeated, at([2], [2], 1))).to.equal(true);
    expect(overlaps(repeated, at([2], [1], 1))).to.equal(false);
  });
});
