/** Integers that become floats while they are gathered: the bits of an array converted before. */
import { expect } from "chai";
import ndarray from "ndarray";
import type { NdArray, TypedArray } from "ndarray";
import { arena } from "ndarray-params/gemm";
import { stream } from "ndarray-params/initialize";
import type * as batches from "../../../lib/optimize/minibatches.ts";
import { minibatches } from "ndarray-params/optimize";
import { copyOfLib, lacking, underPolicy, withoutWebAssembly } from "../../support/lacking.ts";
import { itRefuses } from "../../support/refuses.ts";
import { elementsOf, strided } from "../../support/strided.ts";

const DATA = { float64: Float64Array, float32: Float32Array };
type DType = keyof typeof DATA;

/** The definition by hand: a rounded scale, and products that are rounded once. */
function convert(x: ArrayLike<number>, scale: number, dtype: DType): number[] {
  const round = dtype === "float32" ? Math.fround : Number;
  const rounded = round(scale);
  const floats: number[] = [];
  for (let i = 0; i < x.length; i++) floats.push(round(x[i]! * rounded));
  return floats;
}

interface Memory {
  readonly makeBytes: (length: number) => Uint8Array;
}

const memories: Readonly<Record<string, (dtype: DType) => object>> = {
  "memory of its own": (dtype) => ({ dtype }),
  "an arena": (dtype) => ({ allocate: arena(2 ** 20)[dtype] }),
  "the arena that the bytes lie in": (dtype) => {
    const { uint8: makeBytes, [dtype]: allocate } = arena(2 ** 20);
    return { allocate, makeBytes };
  },
  "an array": (dtype) => ({ allocate: (size: number) => new DATA[dtype](size) }),
  "shared memory": (dtype) => ({
    dtype,
    allocate: (size: number) => {
      const buffer = new SharedArrayBuffer(size * 8);
      return dtype === "float64"
        ? new Float64Array(buffer, 0, size)
        : new Float32Array(buffer, 0, size);
    },
  }),
};

const scale = 1 / 255;
const draws = stream("bytes");
const byte = (): number => Math.floor(256 * draws());
const drawn = Uint8Array.from({ length: 60_003 }, byte);

describe("minibatches with scales", () => {
  for (const [memory, optionsOf] of Object.entries(memories)) {
    for (const dtype of ["float64", "float32"] as const) {
      // A kernel does 16 bytes at a time, and 2¹⁴ before it writes; runs below 24 are loops.
      for (const size of [1, 15, 24, 33, 784, 6000, 20_000]) {
        it(`make ${dtype} of bytes in ${memory}, ${size} in a sample`, () => {
          const count = size >= 6000 ? 3 : 45;
          const { makeBytes = (length: number) => new Uint8Array(length), ...own } = optionsOf(
            dtype,
          ) as Partial<Memory>;
          const bytes = makeBytes(count * size + 3).subarray(3);
          bytes.set(drawn.subarray(0, bytes.length));
          const at = Int32Array.from({ length: count }, (_, s) => s);
          const options = { ...own, random: stream("s"), epochs: 1 };
          const images = ndarray(bytes, [count, size]);
          const batches = minibatches([images, at], 40, { ...options, scales: [scale, undefined] });
          let seen = 0;
          for (const [part, of] of batches) {
            expect(part.dtype).to.equal(dtype);
            expect(of).to.be.instanceOf(Int32Array);
            const taken = new Uint8Array(of.length * size);
            of.forEach((s, k) => taken.set(drawn.subarray(s * size, (s + 1) * size), k * size));
            const want = convert(taken, scale, dtype);
            expect(want.findIndex((x, i) => !Object.is(x, part.data[i]))).to.equal(-1);
            seen += of.length;
          }
          expect(seen).to.equal(count);
        });
      }
    }
  }

  const kinds: readonly ((size: number) => TypedArray)[] = [
    (size) => new Uint8ClampedArray(size),
    (size) => new Int8Array(size),
    (size) => new Uint16Array(size),
    (size) => new Int32Array(size),
    (size) => new Float32Array(size),
    (size) => new Float64Array(size),
  ];
  for (const make of kinds) {
    const { name } = make(0).constructor;
    for (const axis of [0, 1]) {
      it(`take a ${name} of any strides in order, along axis ${axis}`, () => {
        const lie = { gap: 2, shuffle: [1, 0], flips: [true, false] };
        const x = strided([5, 5].with(axis, 7), lie, make as (size: number) => Int8Array);
        const batches = minibatches([x], 3, { scales: [-0.1], axes: [axis], epochs: 2 });
        const got = Array.from(batches, ([part]) => {
          expect(part.dtype).to.equal("float64");
          return elementsOf(part);
        });
        const views = [...minibatches([x], 3, { axes: [axis], epochs: 2 })];
        const want = views.map(([part]) => convert(elementsOf(part), -0.1, "float64"));
        expect(got).to.deep.equal(want);
      });
    }
  }

  it("make floats of long runs of wider integers by the loop", () => {
    const x = ndarray(Int16Array.from({ length: 96 }, byte), [2, 48]);
    const [[part]] = [...minibatches([x], 2, { scales: [scale], epochs: 1 })] as [
      [NdArray<Float64Array>],
    ];
    expect(elementsOf(part)).to.deep.equal(convert([...x.data], scale, "float64"));
  });

  it("gather clamped bytes by the kernel too", () => {
    const x = ndarray(Uint8ClampedArray.from({ length: 96 }, byte), [2, 48]);
    const [[part]] = [...minibatches([x], 2, { scales: [scale], epochs: 1 })] as [
      [NdArray<Float64Array>],
    ];
    expect(elementsOf(part)).to.deep.equal(convert([...x.data], scale, "float64"));
  });

  it("leave the order of samples as it is, also after a break", () => {
    const at = Uint8Array.from({ length: 7 }, (_, s) => s);
    const from = (options: object): number[][] =>
      Array.from(
        minibatches([at], 3, { random: stream("o"), epochs: 3, skip: 2, ...options }),
        ([of]) => [...of],
      );
    expect(from({ scales: [1] })).to.deep.equal(from({}));
  });

  it("have memory of their own in each loop", () => {
    const batches = minibatches([Uint8Array.of(1, 2, 3, 4)], 2, { scales: [0.5] });
    const [one, other] = [batches, batches].map((all) => all[Symbol.iterator]());
    const [first] = one!.next().value as [Float64Array];
    other!.next();
    other!.next();
    expect([...first]).to.deep.equal([0.5, 1]);
  });

  it("give the same bits without WebAssembly, and if a policy forbids it", async () => {
    const bytes = Uint8Array.from({ length: 400 }, (_, i) => 7 * i);
    const bitsOf = ({ minibatches: batchesOf }: Pick<typeof batches, "minibatches">): Buffer[] =>
      (["float64", "float32"] as const).flatMap((type) => {
        const all = batchesOf([ndarray(bytes, [4, 100])], 4, {
          scales: [1 / 255],
          dtype: type,
          epochs: 1,
        });
        return Array.from(all, ([part]) => Buffer.from((part.data as Float64Array).buffer));
      });
    const bits = bitsOf({ minibatches });
    expect(bits.map((part) => part.length)).to.deep.equal([3200, 1600]);
    for (const change of [withoutWebAssembly, underPolicy]) {
      const copy = await copyOfLib()<typeof batches>("optimize/minibatches.ts");
      expect(await lacking([change], () => bitsOf(copy))).to.deep.equal(bits);
    }
  });

  const x = new Uint8Array(6);
  itRefuses([
    [
      "one scale for all arrays",
      () => minibatches([x], 2, { scales: 0.5 as never }),
      TypeError,
      "minibatches: scales must be a list with a number or undefined for each array, got 0.5",
    ],
    [
      "fewer scales than arrays",
      () => minibatches([x, x], 2, { scales: [0.5] }),
      RangeError,
      "minibatches: scales must have as many entries as arrays, got 1 and 2",
    ],
    [
      "a scale that is not a number",
      () => minibatches([x, x], 2, { scales: [1, "0.5"] as never }),
      TypeError,
      'minibatches: scales[1] must be a number, got "0.5"',
    ],
    [
      "an infinite scale",
      () => minibatches([x], 2, { scales: [1 / 0] }),
      RangeError,
      "minibatches: scales[0] must be finite, got Infinity",
    ],
    [
      "bigints with a scale",
      () => minibatches([new BigInt64Array(6)] as never, 2, { scales: [1] }),
      TypeError,
      "minibatches: array 0 must hold numbers to have a scale, got a BigInt64Array",
    ],
    [
      "a type that is none of floats",
      () => minibatches([x], 2, { scales: [1], dtype: "int8" as never }),
      TypeError,
      'minibatches: dtype must be "float64" or "float32", got "int8"',
    ],
    [
      "memory that has not the type asked for",
      () => minibatches([x], 2, { scales: [1], dtype: "float64", allocate: arena(64).float32 }),
      TypeError,
      "minibatches: allocate must return a Float64Array of 2, got a Float32Array of 2",
    ],
  ]);
});
