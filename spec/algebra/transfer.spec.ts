import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import {
  emptyWithViews,
  layoutOf,
  leaves,
  shapedFromFlat,
  transfer,
  type Template,
} from "ndarray-params";
import { SENTINEL } from "../support/flats.ts";
import { randomTemplate } from "../support/random-templates.ts";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf, randomLie, strided } from "../support/strided.ts";

/** A template with the entries of its root record, or of a record in it, in reverse order. */
const reversed = (record: object): Template =>
  Object.fromEntries(Object.entries(record).toReversed());

describe("transfer", () => {
  it("copies by path and says what it could not, worked by hand", () => {
    const old = { head: { w: [2, 2], b: 2 }, gone: 3, body: { w: 2 } };
    const grown = { body: { w: [2], v: 1 }, head: { b: 2, w: [3, 2] }, scale: [] };
    const from = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const to = new Float32Array(12).fill(SENTINEL);
    const report = transfer(from, old, to, grown);
    const x = SENTINEL;
    expect([...to]).to.deep.equal([10, 11, x, 5, 6, x, x, x, x, x, x, x]);
    expect(report).to.deep.equal({
      copied: ["body.w", "head.b"],
      missing: ["body.v", "scale"],
      extra: ["gone"],
      mismatched: [{ path: "head.w", from: [2, 2], to: [3, 2] }],
    });
  });

  it("reads and writes every third element of stepped flats, worked by hand", () => {
    const from = ndarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [3], [3], 1);
    const to = ndarray(new Float64Array(9).fill(SENTINEL), [3], [3], 2);
    transfer(from, { a: 1, b: 2 }, to, { b: 2, c: 1 });
    const x = SENTINEL;
    expect([...to.data]).to.deep.equal([x, x, 4, x, x, 7, x, x, x]);
  });

  it("tells [6], [2, 3], [3, 2], [] and [1] apart", () => {
    const shapes = [[6], [2, 3], [3, 2], [1, 6], [], [1], [0], [0, 2]];
    for (const from of shapes) {
      for (const to of shapes) {
        const [a] = emptyWithViews({ leaf: from });
        const [b] = emptyWithViews({ leaf: to });
        const { copied } = transfer(a, { leaf: from }, b, { leaf: to });
        expect(copied.length, `[${from.join()}] to [${to.join()}]`).to.equal(from === to ? 1 : 0);
      }
    }
  });

  it("to a template in another order and back is the identity for all strides", () => {
    const law = fc.property(randomTemplate, randomLie, randomLie, (random, lie, other) => {
      const whole = { z: 2, random, a: [] };
      const turned = reversed({ ...whole, random: turnedInside(random) });
      const { size } = layoutOf(whole);
      const from = strided([size], lie);
      const between = strided([size], other, (n) => new Float32Array(n));
      const back = new Float64Array(size).fill(SENTINEL);
      const there = transfer(from, whole, between, turned);
      expect(there.copied.length).to.equal(layoutOf(whole).slots.length);
      const views = new Map(leaves(shapedFromFlat(between, turned), turned));
      for (const [path, view] of leaves(shapedFromFlat(from, whole), whole)) {
        expect(elementsOf(views.get(path)!), path).to.deep.equal(elementsOf(view));
      }
      transfer(between, turned, back, whole);
      expect([...back]).to.deep.equal(elementsOf(from));
    });
    fc.assert(law, { seed: 10, numRuns: 200 });
  });

  it("writes to a plain Array with holes, as solvers make them", () => {
    const to = Array<number>(3);
    transfer([1, 2], { a: 2 }, to, { b: 1, a: 2 });
    expect(Object.entries(to)).to.deep.equal([
      ["1", 1],
      ["2", 2],
    ]);
  });

  it("reads a flat it overlaps before it writes", () => {
    const data = new Float64Array([1, 2, 3, 4, 5]);
    transfer(data, { a: 2, b: 3 }, data, { b: 3, a: 2 });
    expect([...data]).to.deep.equal([3, 4, 5, 1, 2]);
    const shifted = new Float64Array([1, 2, 3, 4, 5]);
    transfer(shifted.subarray(0, 4), { a: 4 }, shifted.subarray(1), { a: 4 });
    expect([...shifted]).to.deep.equal([1, 1, 2, 3, 4]);
    const plain = [1, 2, 3];
    transfer(plain, { a: 1, b: 2 }, ndarray(plain, [3], [-1], 2), { a: 1, b: 2 });
    expect(plain).to.deep.equal([3, 2, 1]);
  });

  const to = new Float64Array(3).fill(SENTINEL);
  const template = { a: 3 };
  it("copies integers to integers and to floats", () => {
    const [integers, floats] = [new Int32Array(3), new Float32Array(3)];
    for (const target of [integers, floats]) transfer(Int8Array.of(1, 2, 3), template, target, template); // oxfmt-ignore
    expect([...integers, ...floats]).to.deep.equal([1, 2, 3, 1, 2, 3]);
  });

  it("copies integers to smaller ones that hold them, and looks at no others", () => {
    const target = new Int8Array(3);
    transfer(Int32Array.of(300, -128, 127, 0), { gone: 1, w: 3 }, target, { w: 3 });
    expect([...target]).to.deep.equal([-128, 127, 0]);
  });

  it("rounds to float32, and copies a NaN and an infinity", () => {
    const target = new Float32Array(4);
    transfer([0.1, Number.NaN, -Infinity, -0], { w: 4 }, target, { w: 4 });
    expect([...target]).to.deep.equal([0.10000000149011612, Number.NaN, -Infinity, -0]);
  });

  it("reads a stepped plain Array", () => {
    const target = new Float64Array(3);
    transfer(ndarray([1, 9, 2, 9, 3], [3], [2], 0), { w: 3 }, target, { w: 3 });
    expect([...target]).to.deep.equal([1, 2, 3]);
  });

  itRefuses([
    [
      "a hole in the flat it reads",
      () => transfer([1, , 3] as number[], template, to, template), // oxlint-disable-line no-sparse-arrays -- what is refused
      TypeError,
      "transfer: from[1] must be a number, got undefined",
    ],
    [
      "an element that is not a number in the flat it reads, for any stride",
      () => transfer(ndarray([1, 2, 3, 4, null] as never, [3], [-2], 4), template, to, template),
      TypeError,
      "transfer: from[0] must be a number, got null",
    ],
    [
      "a frozen Array to write to",
      () => transfer([1, 2, 3], template, Object.freeze([0, 0, 0]) as number[], template),
      TypeError,
      "transfer: to must take numbers, got an Array",
    ],
    [
      "bigints to write to",
      () => transfer([1, 2, 3], template, new BigInt64Array(3) as never, template),
      TypeError,
      "transfer: to must take numbers, got a BigInt64Array",
    ],
    [
      "integers to write floats to, which would lose their fractions",
      () => transfer([1.5, 2, 3], template, new Int32Array(3), template),
      TypeError,
      "transfer: to must hold floats, as from does, got an Int32Array",
    ],
    [
      "an integer that would wrap around",
      () => transfer(ndarray(Int32Array.of(9, 1, 9, -129, 9), [2], [2], 1), { a: 1, b: 1 }, new Int8Array(2), { a: 1, b: 1 }), // oxfmt-ignore
      RangeError,
      "transfer: from[1] must fit into an Int8Array, got -129",
    ],
    [
      "a negative integer for unsigned ones",
      () => transfer(Int8Array.of(1, 2, -1), template, new Uint32Array(3), template),
      RangeError,
      "transfer: from[2] must fit into a Uint32Array, got -1",
    ],
    [
      "an integer that would be clamped",
      () => transfer(Int16Array.of(1, 256, 3), template, new Uint8ClampedArray(3), template),
      RangeError,
      "transfer: from[1] must fit into a Uint8ClampedArray, got 256",
    ],
    [
      "bigints to read",
      () => transfer(new BigInt64Array(3) as never, template, to, template),
      TypeError,
      "transfer: from[0] must be a number, got 0n",
    ],
    [
      "a flat from which elements are missing",
      () => transfer([1, 2], template, to, template),
      RangeError,
      "transfer: template needs 3 elements, from has 2",
    ],
    [
      "a flat to which elements are missing",
      () => transfer([1, 2], { a: 2 }, to, { a: 2 }),
      RangeError,
      "transfer: template needs 2 elements, to has 3",
    ],
    [
      "a batch",
      () => transfer(ndarray([1, 2, 3], [1, 3]), template, to, template),
      RangeError,
      "transfer: from must have rank 1, got rank 2",
    ],
    [
      "a value that is not a flat",
      () => transfer([1, 2, 3], template, "123" as never, template),
      TypeError,
      'transfer: to must be a typed array, an array or an ndarray of rank 1 or more, got "123"',
    ],
  ]);

  it("has written nothing where it refused", () => {
    expect([...to]).to.deep.equal([SENTINEL, SENTINEL, SENTINEL]);
    const bytes = Int8Array.of(4, 5);
    const pair = { a: 1, b: 1 };
    expect(() => transfer(Int16Array.of(7, 300), pair, bytes, pair)).to.throw(
      RangeError,
      "transfer: from[1] must fit into an Int8Array, got 300",
    );
    expect([...bytes]).to.deep.equal([4, 5]);
  });
});

/** Records in reverse order, all the way down; lists stay, since their paths are positions. */
function turnedInside(tree: unknown): never {
  if (typeof tree !== "object" || tree === null) return tree as never;
  if (Array.isArray(tree)) return tree.map(turnedInside) as never;
  const entries = Object.entries(tree).toReversed();
  return Object.fromEntries(entries.map(([key, entry]) => [key, turnedInside(entry)])) as never;
}
