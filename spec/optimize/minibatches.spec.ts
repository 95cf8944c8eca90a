import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray, TypedArray } from "ndarray";
import seedrandom from "seedrandom";
import { adam, minibatches } from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf, strided } from "../support/strided.ts";

const lies = [
  { gap: 1, shuffle: [2, 1, 0, 0], flips: [false, false, false, false] },
  { gap: 2, shuffle: [0, 1, 2, 0], flips: [true, false, true, false] },
];

/** The elements of sample s, in row-major order. */
const sample = (array: NdArray<TypedArray>, axis: number, s: number): number[] =>
  elementsOf(array.pick(...array.shape.map((_, i) => (i === axis ? s : null))));

const taken = <B>(batches: Iterable<B>, n: number): B[] => {
  const list: B[] = [];
  for (const batch of batches) if (list.push(batch) === n) break;
  return list;
};

describe("minibatches", () => {
  it("in order are views of the arrays themselves, typed arrays included", () => {
    const [x, t] = [ndarray(new Float64Array(15), [5, 3]), new Uint8Array(5)];
    const batches = [...minibatches([x, t], 2, { epochs: 2 })];
    const places = batches.map(([images, labels]) => [
      images.shape,
      images.offset,
      labels.length,
      labels.byteOffset,
    ]);
    const epoch = [
      [[2, 3], 0, 2, 0],
      [[2, 3], 6, 2, 2],
      [[1, 3], 12, 1, 4],
    ];
    expect(places).to.deep.equal([...epoch, ...epoch]);
    for (const [images, labels] of batches) {
      expect(images.data).to.equal(x.data);
      expect(labels.buffer).to.equal(t.buffer);
    }
    expect(batches[3]).to.equal(batches[0]);
  });

  it("in order are made once, when they are asked for", () => {
    let made = 0;
    class Counting extends Float64Array {
      override subarray(begin?: number, end?: number): Float64Array<ArrayBuffer> {
        made++;
        return new Float64Array(this).subarray(begin, end);
      }
    }
    const batches = minibatches([new Counting(6)], 2, { skip: 1, epochs: 3 });
    expect(made).to.equal(0);
    const first = taken(batches, 1);
    expect(made).to.equal(1);
    expect(taken(batches, 8)).to.have.length(8);
    expect(made).to.equal(3);
    expect(taken(batches, 1)).to.deep.equal(first);
    expect(made).to.equal(3);
  });

  it("go on for ever unless told", () => {
    expect(taken(minibatches([new Float64Array(3)], 2), 7)).to.have.length(7);
  });

  for (const random of [undefined, seedrandom("order")]) {
    for (const [i, lie] of lies.entries()) {
      for (const axis of [0, 1, 2]) {
        const order = random === undefined ? "in order" : "at random";
        it(`${order} are aligned, each sample once, along axis ${axis} of strides ${i}`, () => {
          const shape = [5, 5, 5].with(axis, 7);
          const x = strided(shape, lie);
          const labels = Int32Array.from({ length: 7 }, (_, s) => s);
          const axes = [axis, 0];
          for (let epoch = 0; epoch < 2; epoch++) {
            const seen: number[] = [];
            for (const [part, of] of minibatches([x, labels], 3, {
              axes,
              epochs: 1,
              ...(random && { random }),
            })) {
              expect(part.shape).to.deep.equal(shape.with(axis, of.length));
              of.forEach((s, k) => expect(sample(part, axis, k)).to.deep.equal(sample(x, axis, s)));
              seen.push(...of);
            }
            expect(seen.toSorted((a, b) => a - b)).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
            if (random === undefined) expect(seen).to.deep.equal([0, 1, 2, 3, 4, 5, 6]);
          }
        });
      }
    }
  }

  for (const random of [undefined, (): number => 0]) {
    const order = random === undefined ? "in order" : "at random";
    it(`${order} count a negative axis from the last`, () => {
      const cube = ndarray(
        Float64Array.from({ length: 30 }, (_, i) => i),
        [2, 5, 3],
      );
      const labels = Int32Array.from({ length: 5 }, (_, s) => s);
      const options = { epochs: 1, ...(random && { random }) };
      const from = (axes: number[]): number[][] =>
        Array.from(minibatches([cube, labels], 2, { ...options, axes }), ([part, of]) => [
          ...elementsOf(part),
          ...of,
        ]);
      expect(from([-2, -1])).to.deep.equal(from([1, 0]));
    });
  }

  it("at random have another order in each epoch, and the same for the same seed", () => {
    const labels = Int32Array.from({ length: 20 }, (_, s) => s);
    const orders = (): number[][] => {
      const batches = minibatches([labels], 20, { random: seedrandom("a"), epochs: 3 });
      return Array.from(batches, ([of]) => [...of]);
    };
    const [first, second, third] = orders();
    expect(first).not.to.deep.equal(second);
    expect(second).not.to.deep.equal(third);
    expect(orders()).to.deep.equal([first, second, third]);
  });

  it("at random are gathered into one array", () => {
    const x = ndarray(new Float32Array(40), [20, 2]);
    const [first, second] = taken(minibatches([x], 5, { random: Math.random }), 2);
    expect(second).to.equal(first);
    expect(first![0].data).to.be.instanceOf(Float32Array).with.length(10);
  });

  it("of two loops do not disturb each other", () => {
    const batches = minibatches([Int32Array.of(1, 2, 3, 4)], 4, { random: () => 0 });
    const [one] = taken(batches, 1);
    const before = [...one![0]];
    taken(batches, 3);
    expect([...one![0]]).to.deep.equal(before);
  });

  it("end with an error if the memory of an array or of a batch has gone", () => {
    const lose = ({ buffer }: TypedArray): unknown =>
      structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
    for (const [what, message] of [
      ["samples", "array 0 must keep its memory of 12 elements, got 0"],
      ["labels", "array 1 must keep its memory of 6 elements, got 0"],
      ["batch", "the batch of array 1 must keep its memory of 2 elements, got 0"],
    ] as const) {
      const samples = ndarray(new Float64Array(12), [6, 2]);
      const labels = Uint8Array.of(1, 2, 1, 2, 1, 2);
      const random = what === "batch" ? { random: seedrandom("1") } : {};
      let batches = 0;
      const walk = (): void => {
        for (const [, own] of minibatches([samples, labels], 2, random)) {
          if (++batches === 2) lose({ samples: samples.data, labels, batch: own }[what]);
        }
      };
      expect(walk).to.throw(RangeError).with.property("message", `minibatches: ${message}`);
      expect(batches).to.equal(2);
    }
  });

  it("may begin where another run ended", () => {
    const labels = Int32Array.from({ length: 7 }, (_, s) => s);
    for (const seed of [undefined, "skip"]) {
      const from = (skip: number): number[][] => {
        const random = seed === undefined ? {} : { random: seedrandom(seed) };
        const batches = minibatches([labels], 3, { skip, epochs: 3, ...random });
        return Array.from(batches, ([of]) => [...of]);
      };
      const whole = from(0);
      expect(whole).to.have.length(9);
      for (const skip of [1, 3, 5]) expect(from(skip)).to.deep.equal(whole.slice(skip));
    }
  });

  it("may leave out a smaller last one", () => {
    for (const random of [undefined, Math.random]) {
      const options = { dropLast: true, epochs: 2, ...(random && { random }) };
      const sizes = Array.from(minibatches([new Float64Array(7)], 3, options), ([v]) => v.length);
      expect(sizes).to.deep.equal([3, 3, 3, 3]);
    }
  });

  it("may be larger than all samples", () => {
    for (const random of [undefined, Math.random]) {
      const options = { epochs: 1, ...(random && { random }) };
      const [[all]] = [...minibatches([new Float64Array(7)], 100, options)] as [[Float64Array]];
      expect(all).to.have.length(7);
    }
  });

  it("feed an objective", () => {
    const [x, t] = [ndarray(Float64Array.of(1, 2, 3, 4), [4, 1]), Float64Array.of(2, 4, 6, 8)];
    const flat = new Float64Array(1);
    const objective = (
      theta: Float64Array,
      gradient: Float64Array,
      xs: NdArray<Float64Array>,
      ts: Float64Array,
    ): number => {
      let loss = 0;
      gradient[0] = 0;
      ts.forEach((want, i) => {
        const error = theta[0]! * xs.get(i, 0) - want;
        loss += (error * error) / 2;
        gradient[0]! += error * xs.get(i, 0);
      });
      return loss;
    };
    const batches = minibatches([x, t], 2, { random: seedrandom("b"), epochs: 200 });
    let iterations = 0;
    for (const { iteration } of adam(flat, objective, { stepRate: 0.05, batches })) {
      iterations = iteration;
    }
    expect(iterations).to.equal(400);
    expect(flat[0]).to.be.closeTo(2, 1e-6);
  });

  const x = new Float64Array(6);
  itRefuses(
    [1, NaN, -0.5, "0.5", undefined, 1n].map((drawn) => {
      const got = typeof drawn === "string" ? '"0.5"' : typeof drawn === "bigint" ? "1n" : drawn;
      return [
        `a source that returns ${got}`,
        () => [...minibatches([x], 2, { random: () => drawn as number, epochs: 1 })],
        RangeError,
        `minibatches: random must return numbers in [0, 1), got ${got}`,
      ];
    }),
  );

  itRefuses([
    [
      "null for an axis",
      () => minibatches([x], 2, { axes: [null] as never }),
      TypeError,
      "minibatches: axes[0] must be an axis, got null",
    ],
    [
      "null for a source of randomness",
      () => minibatches([x], 2, { random: null as never }),
      TypeError,
      "minibatches: random must be a function that returns numbers in [0, 1), got null",
    ],
    [
      "one array in place of a list",
      () => minibatches(x as never, 1),
      TypeError,
      "minibatches: arrays must be a list of arrays, got a Float64Array",
    ],
    [
      "a seed for a source of randomness",
      () => minibatches([new Float64Array(3)], 2, { random: 7 as never }),
      TypeError,
      "minibatches: random must be a function that returns numbers in [0, 1), got 7",
    ],
    [
      "a plain array",
      () => minibatches([[1, 2]] as never, 1),
      TypeError,
      "minibatches: array 0 must be a typed array or an ndarray on one, got an Array",
    ],
    [
      "an ndarray on a plain array",
      () => minibatches([ndarray([1, 2])] as never, 1),
      TypeError,
      "minibatches: array 0 must be a typed array or an ndarray on one, got an ndarray on an Array",
    ],
    [
      "a scalar",
      () => minibatches([x, ndarray(Float64Array.of(1), [])], 1),
      RangeError,
      "minibatches: array 1 must have rank 1 or more, got rank 0",
    ],
    [
      "an axis that is not there",
      () => minibatches([x, x], 1, { axes: [0, 1] }),
      RangeError,
      "minibatches: axes[1] must be an integer from -1 to 0, got 1",
    ],
    [
      "one axis for all arrays",
      () => minibatches([x, x], 1, { axes: 0 as never }),
      TypeError,
      "minibatches: axes must be a list with an axis for each array, got 0",
    ],
    [
      "an axis that is not a number",
      () => minibatches([x], 1, { axes: ["0"] as never }),
      TypeError,
      'minibatches: axes[0] must be an axis, got "0"',
    ],
    [
      "a flag that only looks true",
      () => minibatches([x], 1, { dropLast: "false" as never }),
      TypeError,
      'minibatches: dropLast must be true or false, got "false"',
    ],
    [
      "more axes than arrays",
      () => minibatches([x], 1, { axes: [0, 0] }),
      RangeError,
      "minibatches: axes must have as many entries as arrays, got 2 and 1",
    ],
    [
      "arrays of different lengths",
      () => minibatches([x, x.subarray(1)], 1),
      RangeError,
      "minibatches: array 0 has 6 samples, array 1 has 5",
    ],
    [
      "an array that reaches outside its memory",
      () => minibatches([ndarray(x, [4, 2])], 1),
      RangeError,
      "minibatches: array 0 must lie within its array of 6 elements, got elements 0 to 7",
    ],
    [
      "a size of 0",
      () => minibatches([x], 0),
      RangeError,
      "minibatches: size must be a whole number of at least 1, got 0",
    ],
    [
      "half an epoch",
      () => minibatches([x], 1, { epochs: 0.5 }),
      RangeError,
      "minibatches: epochs must be a whole number of at least 1, got 0.5",
    ],
    [
      "to skip backwards",
      () => minibatches([x], 1, { skip: -1 }),
      RangeError,
      "minibatches: skip must be a whole number of at least 0, got -1",
    ],
    [
      "no samples",
      () => minibatches([new Float64Array(0)], 2),
      RangeError,
      "minibatches: 0 samples make no batch of 2",
    ],
    [
      "no arrays",
      () => minibatches([], 2),
      RangeError,
      "minibatches: 0 samples make no batch of 2",
    ],
    [
      "to drop all there is",
      () => minibatches([x], 7, { dropLast: true }),
      RangeError,
      "minibatches: 6 samples make no batch of 7",
    ],
  ]);
});
