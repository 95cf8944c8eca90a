/** Batches that are gathered into memory of the caller. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray, TypedArray } from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { arena, gemm } from "ndarray-params/gemm";
import { stream } from "ndarray-params/initialize";
import { adam, minibatches } from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";
import { elementsOf, strided } from "../../support/strided.ts";

const lie = { gap: 2, shuffle: [2, 0, 1, 0], flips: [true, false, true, false] };
const labels = Int32Array.from({ length: 7 }, (_, s) => s);

/** The elements of all batches. */
const elements = (batches: Iterable<readonly [NdArray<TypedArray>, Int32Array]>): number[][] =>
  Array.from(batches, ([part, of]) => [...elementsOf(part), ...of]);

describe("minibatches with allocate", () => {
  for (const random of [undefined, "order"]) {
    for (const axis of [0, 1, 2]) {
      const order = random === undefined ? "in order" : "at random";
      it(`${order} have the samples that they have without, along axis ${axis}`, () => {
        const x = strided([5, 5, 5].with(axis, 7), lie);
        const from = (options: object): number[][] => {
          const drawn = random === undefined ? {} : { random: stream(random) };
          const common = { axes: [axis, 0], epochs: 2, skip: 1, ...drawn };
          return elements(minibatches([x, labels], 3, { ...common, ...options }));
        };
        const { float64 } = arena(2 ** 12);
        expect(from({ allocate: float64 })).to.deep.equal(from({}));
      });
    }
  }

  it("lie in that memory, in row-major order, and integers do not", () => {
    const x = strided([7, 30], { ...lie, shuffle: [1, 0] }, (size) => new Float32Array(size));
    const asked: unknown[] = [];
    const memory = new Float32Array(90);
    const allocate = (...given: unknown[]): Float32Array => (asked.push(given), memory);
    const batches = minibatches([x, labels], 3, { allocate, epochs: 1 });
    expect(asked).to.deep.equal([[90, "float32"]]);
    for (const [part, of] of batches) {
      expect(part.data).to.equal(memory);
      expect([part.offset, part.stride]).to.deep.equal([0, [30, 1]]);
      expect([...memory.subarray(0, part.size)]).to.deep.equal(elementsOf(part));
      expect(of.buffer).to.equal(labels.buffer);
    }
    expect(asked).to.have.length(1);
  });

  it("of all loops share the memory, and the views are made once", () => {
    const x = ndarray(new Float64Array(70), [7, 10]);
    const batches = minibatches([x], 3, { allocate: arena(1000).float64, random: stream("a") });
    const [one, other] = [batches, batches].map((all) => all[Symbol.iterator]());
    const [[first], [second]] = [one!.next().value!, other!.next().value!] as const;
    expect(second).to.equal(first);
  });

  it("train as they do without, in one arena with the parameters", () => {
    const x = ndarray(
      Float64Array.from({ length: 140 }, (_, i) => Math.sin(i)),
      [7, 20],
    );
    const trained = (near?: { allocate: (size: number) => Float64Array }): number[] => {
      const [flat] = near ? emptyWithViews([[20, 1]], near) : emptyWithViews([[20, 1]]);
      const product = ndarray(new Float64Array(3), [3, 1]);
      const objective = (w: typeof flat, g: typeof flat, part: NdArray<Float64Array>): number => {
        const p = product.hi(part.shape[0]!);
        gemm(p, part, ndarray(w.data, [20, 1]));
        for (let i = 0; i < p.shape[0]!; i++) p.set(i, 0, p.get(i, 0) - i);
        gemm(ndarray(g.data, [20, 1]), part.transpose(1, 0), p);
        return 0;
      };
      const batches = minibatches([x], 3, { random: stream("w"), epochs: 3, ...near });
      for (const _ of adam(flat, objective, { batches }));
      return [...flat.data];
    };
    expect(trained({ allocate: arena(2 ** 12).float64 })).to.deep.equal(trained());
  });

  const x = new Float64Array(6);
  const bytes = new Uint8Array(6);
  itRefuses([
    [
      "memory in place of a function",
      () => minibatches([x], 2, { allocate: x as never }),
      TypeError,
      "minibatches: allocate must be a function, got a Float64Array",
    ],
    [
      "memory of another type",
      () => minibatches([x], 2, { allocate: (size) => new Float32Array(size) }),
      TypeError,
      "minibatches: allocate must return a Float64Array of 2, got a Float32Array of 2",
    ],
    [
      "memory of another size",
      () => minibatches([x], 2, { allocate: (size) => new Float64Array(size + 1) }),
      TypeError,
      "minibatches: allocate must return a Float64Array of 2, got a Float64Array of 3",
    ],
    [
      "memory for integers",
      () => minibatches([bytes], 2, { allocate: () => new Int8Array(2) as never, scales: [1] }),
      TypeError,
      "minibatches: allocate must return a Float64Array or Float32Array of 2, got an Int8Array",
    ],
    [
      "no memory",
      () => minibatches([x], 2, { allocate: (() => {}) as never }),
      TypeError,
      "minibatches: allocate must return a Float64Array of 2, got undefined",
    ],
    [
      "an arena that is too small, while it is called",
      () => minibatches([x], 6, { allocate: arena(40).float64 }),
      RangeError,
      "arena.float64: needs 48 bytes, 40 of 40 are left",
    ],
  ]);
});
