/** The WebAssembly kernel beside ndarray-ops: the same bits, nothing else written. */
import { expect } from "chai";
import ndarray from "ndarray";
import generated from "ndarray-ops";
import ops, { arena } from "ndarray-params/ops";
import { accelerate } from "../../lib/ops/simd/accelerate.ts";
import { accelerator } from "../../lib/ops/walk/accelerator.ts";
import { areSame } from "../support/gemm/definition.ts";
import { drawer } from "../support/gemm/matrices.ts";

type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;
const [own, peer] = [ops, generated] as unknown as [Functions, Functions];
type Floats = Float64Array | Float32Array;

const binary = ["add", "sub", "mul", "div", "max", "min"];
const unary = ["neg", "abs", "sqrt", "floor", "ceil", "exp", "log"];
const names = [
  ...binary.flatMap((name) => [name, `${name}eq`, `${name}s`, `${name}seq`]),
  ...unary.flatMap((name) => [name, `${name}eq`]),
];

const place = arena(2 ** 20);
const draw = drawer(5);
// oxfmt-ignore
const specials = [NaN, 0, -0, Infinity, -Infinity, 1, -1, 0.5, 699.9, 700.1, 709.78, 709.79, -708.4, -745.13, -745.14, 5e-324, 2 ** -29, -(2 ** -27), 0.34657, -0.34658, 2 ** 53, 1e-310, 3.4e38, 1e-45];
const number = (): number =>
  draw(8) === 0 ? specials[draw(specials.length)]! : (draw(2 ** 30) / 2 ** 29 - 1) * 10 ** draw(3);

/** Arrays of one type in the arena, and the same numbers elsewhere. */
function arraysOf(
  Class: typeof Float64Array | typeof Float32Array,
  size: number,
): [Floats, Floats] {
  const there = Class === Float64Array ? place.float64(size) : place.float32(size);
  for (let i = 0; i < size; i++) there[i] = number();
  return [there, there.slice()];
}

const lengths = [31, 32, 33, 34, 35, 39, 47, 63, 257, 511];

for (const Class of [Float64Array, Float32Array]) {
  describe(`runs of ${Class.name} in an arena have the bits of ndarray-ops:`, () => {
    for (const name of names) {
      it(name, () => {
        for (const n of lengths) {
          place.clear();
          const scalar = name.includes("exp") ? 0 : number();
          const count = peer[name]!.length;
          const hasScalar = binary.some((each) => name.startsWith(`${each}s`));
          const pairs = Array.from({ length: count - (hasScalar ? 1 : 0) }, () =>
            arraysOf(Class, n + 9),
          );
          const [ours, theirs] = [0, 1].map((k) => [
            ...pairs.map((pair, i) => ndarray(pair[k]!, [n], [1], 3 + i)),
            ...(hasScalar ? [scalar] : []),
          ]);
          own[name]!(...ours!);
          peer[name]!(...theirs!);
          for (const [one, other] of pairs) expect(areSame(one, other), `${n}`).to.equal(true);
        }
      });
    }
  });
}

describe("a run is left to the loops", () => {
  const n = 300;
  const [a] = arraysOf(Float64Array, 2000);
  const data = a as Float64Array;
  const { float32 } = place;
  const does = (call: string, x: unknown, A: Floats, at: number, B: Floats = A, b = at): boolean =>
    accelerate(call, x, 1, n, A, at, 1, 0, B, b, 1, 0);
  const adds = (A: Floats, at: number, B: Floats, b: number, C: Floats, c: number): boolean =>
    accelerate("add", undefined, 1, n, A, at, 1, 0, B, b, 1, 0, C, c, 1, 0);

  it("unless all arrays are in one arena", () => {
    expect(accelerator.run).to.equal(accelerate);
    expect(does("neg", undefined, data, 0)).to.equal(true);
    expect(does("neg", undefined, new Float64Array(n), 0)).to.equal(false);
    expect(does("neg", undefined, data, 0, new Float64Array(n), 0)).to.equal(false);
    const other = new Float64Array(n);
    expect(adds(data, 0, data, 0, other, 0)).to.equal(false);
    expect(does("neg", undefined, float32(n), 0)).to.equal(true);
  });

  it("unless all are of one type, float64 or float32", () => {
    const single = float32(n);
    const { buffer } = single;
    for (const integers of [new Int32Array(buffer, 0, n), new BigInt64Array(buffer, 0, n)])
      expect(does("neg", undefined, integers as never, 0)).to.equal(false);
    expect(does("neg", undefined, data, 0, single, 0)).to.equal(false);
    expect(adds(data, 0, data, 0, single, 0)).to.equal(false);
    const plain = Array.from({ length: n }, (_, i) => i);
    expect(does("neg", undefined, plain as never, 0)).to.equal(false);
  });

  it("if the kernel does not know the call, or the scalar is no number", () => {
    for (const call of ["mod", "eq", "geqs", "sin", "sum"])
      expect(does(call, 0, data, 0)).to.equal(false);
    for (const x of ["1", 1n, undefined, null]) expect(does("adds", x, data, 0)).to.equal(false);
    expect(does("addseq", 0, data, 0)).to.equal(true);
  });

  it("if it leaves its array", () => {
    expect(does("neg", undefined, data, -1)).to.equal(false);
    expect(does("neg", undefined, data, data.length - n + 1)).to.equal(false);
    expect(does("neg", undefined, data, 0, data, data.length - n + 1)).to.equal(false);
    expect(adds(data, 0, data, 0, data, -1)).to.equal(false);
  });

  it("if it reads what it has written: the loops hand on one element to the next", () => {
    expect(does("neg", undefined, data, 1, data, 0)).to.equal(false);
    expect(does("neg", undefined, data, 0, data, 1)).to.equal(true);
    expect(does("neg", undefined, data, n, data, 0)).to.equal(true);
    expect(adds(data, 5, data, 5, data, 4)).to.equal(false);
    expect(adds(data, 5, data, 4, data, 5)).to.equal(false);
    const [ours, theirs] = arraysOf(Float64Array, 400);
    own["addeq"]!(ndarray(ours, [399], [1], 1), ndarray(ours, [399]));
    peer["addeq"]!(ndarray(theirs, [399], [1], 1), ndarray(theirs, [399]));
    expect(areSame(ours, theirs)).to.equal(true);
  });

  it("if its elements are not side by side, unless a matrix is one run", () => {
    for (const view of [
      [20, 40, 40, 1],
      [20, 40, 80, 2],
      [20, 40, 45, 1],
      [20, 40, 0, 1],
      [20, 40, -40, -1],
    ] as const) {
      const [ours, theirs] = arraysOf(Float64Array, 2000);
      const [rows, columns, across, along] = view;
      const offset = across < 0 ? 1900 : 3;
      for (const [library, array] of [
        [own, ours],
        [peer, theirs],
      ] as const) {
        library["mulseq"]!(ndarray(array, [rows, columns], [across, along], offset), 1.1);
      }
      expect(areSame(ours, theirs)).to.equal(true);
    }
  });
});

describe("drawn operands in arenas, of every stride and overlap,", () => {
  const other = arena(2 ** 16);
  /** The strides and the offset of a matrix of n rows and k columns, which may run backward. */
  const places = [
    (k: number) => [k, 1, 0],
    (k: number) => [k + 5, 1, 3],
    (_: number, n: number) => [1, n, 1],
    (k: number) => [2 * k, 2, 2],
    (k: number, n: number) => [-k, -1, n * k - 1],
    (k: number) => [0, 1, draw(2) * k],
  ] as const;
  const shapes = [
    [1, 40],
    [40, 1],
    [3, 64],
    [33, 33],
  ] as const;

  for (const name of names) {
    it(`give the bits of ndarray-ops: ${name}`, () => {
      const hasScalar = binary.some((each) => name.startsWith(`${each}s`));
      const count = peer[name]!.length - Number(hasScalar);
      for (let turn = 0; turn < 40; turn++) {
        place.clear();
        other.clear();
        const [n, k] = shapes[draw(shapes.length)]!;
        const size = 2 * n * k + 5 * n + 9;
        // Two arrays of one arena, one of another, one of the other type, and one without an arena.
        const arrays = [
          place.float64(size),
          place.float64(size),
          place.float32(size),
          other.float64(size),
          new Float64Array(size),
        ];
        for (const array of arrays) for (let i = 0; i < size; i++) array[i] = number();
        const copies = arrays.map((array) => array.slice());
        const kinds = Array.from({ length: count }, () => draw(draw(2) === 0 ? 2 : 5));
        const geometry = kinds.map(() => {
          const [across, along, offset] = places[draw(places.length)]!(k, n);
          return { stride: [across!, along!], offset: offset! + draw(3) };
        });
        const scalar = number();
        const argumentsOn = (all: readonly Floats[]): unknown[] => [
          ...geometry.map(({ stride, offset }, i) =>
            ndarray(all[kinds[i]!]!, [n, k], stride, offset),
          ),
          ...(hasScalar ? [scalar] : []),
        ];
        own[name]!(...argumentsOn(arrays));
        peer[name]!(...argumentsOn(copies));
        arrays.forEach((array, i) => {
          expect(areSame(array, copies[i]!), `turn ${turn}, array ${i}`).to.equal(true);
        });
      }
    });
  }
});
