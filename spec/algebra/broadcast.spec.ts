import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import { broadcast } from "ndarray-params";
import { plain } from "../support/markdown.ts";

const counting = (shape: number[]): NdArray<Float64Array> =>
  ndarray(
    Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
    shape,
  );

describe("broadcast", () => {
  // Expected values are what numpy.broadcast_to(numpy.arange(n).reshape(from), to) gives.
  const table: [from: number[], to: number[], expected: unknown][] = [
    [
      [2],
      [3, 2],
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    ],
    [
      [2, 1],
      [2, 3],
      [
        [0, 0, 0],
        [1, 1, 1],
      ],
    ],
    [
      [],
      [2, 2],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [[3], [3], [0, 1, 2]],
    [
      [2, 1, 2],
      [2, 2, 2],
      [
        [
          [0, 1],
          [0, 1],
        ],
        [
          [2, 3],
          [2, 3],
        ],
      ],
    ],
    [[1], [0], []],
    [[2], [0, 2], []],
    [[], [], 0],
  ];
  for (const [from, to, expected] of table) {
    it(`repeats [${from.join()}] to [${to.join()}] as NumPy does, without a copy`, () => {
      const view = counting(from);
      const wide = broadcast(view, to);
      expect(plain(wide)).to.deep.equal(expected);
      expect(wide.data).to.equal(view.data);
    });
  }

  it("keeps offset and strides of what does not repeat", () => {
    const reversed = counting([6]).step(-2); //                     5 3 1
    expect(plain(broadcast(reversed, [2, 3]))).to.deep.equal([
      [5, 3, 1],
      [5, 3, 1],
    ]);
  });

  it("has the dtype of its view, also beside a Buffer, which has the tag of a Uint8Array", () => {
    const views = [Buffer.alloc(2), new Uint8Array(2), Buffer.alloc(2)];
    const dtypes = views.map((data) => broadcast(ndarray(data), [1, 1, 1, 1, 2]).dtype);
    expect(dtypes).to.deep.equal(["buffer", "uint8", "buffer"]);
  });

  it("adds a vector to each row, and sums the rows into it", () => {
    const z = counting([4, 3]);
    const b = ndarray(Float64Array.of(100, 200, 300));
    ops.addeq(z, broadcast(b, z.shape));
    expect(Array.from(z.data)).to.deep.equal([
      100, 201, 302, 103, 204, 305, 106, 207, 308, 109, 210, 311,
    ]);
    const sums = ndarray(new Float64Array(3));
    ops.addeq(broadcast(sums, z.shape), z);
    expect(Array.from(sums.data)).to.deep.equal([418, 822, 1226]);
  });

  const misfits: [from: number[], to: number[]][] = [
    [[2], [3]],
    [
      [2, 3],
      [3, 2],
    ],
    [[3, 1], [3]],
    [[1, 3], [3]],
    [[1, 1, 3], [3]],
    [[2], [2, 1]],
    [[0], [1]],
  ];
  for (const [from, to] of misfits) {
    it(`refuses [${from.join()}] to [${to.join()}], as NumPy does`, () => {
      expect(() => broadcast(counting(from), to))
        .to.throw(RangeError)
        .with.property(
          "message",
          `broadcast: a view of shape [${from.join(", ")}] does not broadcast to [${to.join(", ")}]`,
        );
    });
  }

  it("refuses a view that is not an ndarray, and a shape that is not one", () => {
    expect(() => broadcast(Float64Array.of(1) as never, [2])).to.throw(
      "broadcast: view must be an ndarray, got a Float64Array",
    );
    expect(() => broadcast(counting([]), [2, -1])).to.throw(
      "broadcast: axis length must be a non-negative integer, got -1",
    );
    expect(() => broadcast(counting([]), 5 as never)).to.throw(
      TypeError,
      "broadcast: shape must be an array, got 5",
    );
    expect(() => broadcast(counting([]), Array<number>(2000).fill(1))).to.throw(
      RangeError,
      "broadcast: rank must be at most 32, got 2000",
    );
  });
});
