import { expect } from "chai";
import ndarray from "ndarray";
import { gemm, type Matrix } from "ndarray-params/gemm";
import { overlaps, overlapsItself } from "../../lib/internal/overlap.ts";
import { drawer } from "../support/gemm/matrices.ts";

/** The bytes of a matrix in its buffer, element by element. */
function bytesOf({ data, shape, stride, offset }: Matrix): number[][] {
  const { byteOffset, BYTES_PER_ELEMENT: width } = data as Float64Array;
  const elements = [];
  for (let i = 0; i < shape[0]!; i++) {
    for (let j = 0; j < shape[1]!; j++) {
      const first = byteOffset + (offset + i * stride[0]! + j * stride[1]!) * width;
      elements.push(Array.from({ length: width }, (_, byte) => first + byte));
    }
  }
  return elements;
}

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
    /** As of parts of one matrix with rows of ten. */
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
      expect(overlaps(x, y), JSON.stringify([x, y])).to.equal(shared);
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
      expect(overlapsItself(matrix), JSON.stringify(matrix)).to.equal(coincide);
      counts[Number(coincide)]!++;
    }
    expect(Math.min(...counts)).to.be.above(500);
  });

  it("takes strides of 0 for what they are where there is one element", () => {
    const data = new Float64Array(2);
    const [x, y] = [ndarray(data, [1, 1], [0, 0], 0), ndarray(data, [1, 1], [0, 0], 1)];
    expect(overlapsItself(x)).to.equal(false);
    expect(overlaps(x, x)).to.equal(true);
    expect(overlaps(x, y)).to.equal(false);
  });

  it("knows plain arrays by identity", () => {
    const data = Array<number>(8).fill(0);
    const [x, y] = [ndarray(data, [2, 2], [2, 1], 0), ndarray(data, [2, 2], [2, 1], 4)];
    expect(overlaps(x, y)).to.equal(false);
    expect(overlaps(x, ndarray(data, [2, 2], [2, 1], 3))).to.equal(true);
    expect(overlaps(x, ndarray([...data], [2, 2]))).to.equal(false);
  });

  it("lets interleaved but disjoint views pass", () => {
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
