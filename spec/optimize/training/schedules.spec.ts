import { expect } from "chai";
import ndarray from "ndarray";
import {
  cosineAnnealing,
  decaying,
  linearAnnealing,
  scaled,
  warmUp,
} from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";

function first(n: number, values: Iterable<number>): number[] {
  const taken: number[] = [];
  for (const value of values) {
    if (taken.push(value) === n) break;
  }
  return taken;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** A number from 2⁻¹⁰⁰⁰ to 1 as numerator/2^bits, where the numerator has 53 bits. */
function fractionOf(value: number): { numerator: bigint; bits: number } {
  let bits = 0;
  for (; value < 2 ** 52; bits++) value *= 2;
  return { numerator: BigInt(value), bits };
}

describe("schedules", () => {
  const half = Math.SQRT1_2 / 2;
  const cases: [string, Iterable<number>, number[]][] = [
    ["decaying, as climin's page prints it", decaying(10, 0.9), [10, 9, 8.1, 7.29, 6.561]],
    [
      "linearAnnealing, as climin's page prints it",
      linearAnnealing(1, 0, 4),
      [1, 0.75, 0.5, 0.25, 0, 0],
    ],
    ["cosineAnnealing", cosineAnnealing(1, 0, 4), [1, 0.5 + half, 0.5, 0.5 - half, 0, 0]],
    ["cosineAnnealing upwards", cosineAnnealing(2, 4, 2), [2, 3, 4, 4]],
    ["warmUp to a number", warmUp(4, 2), [0.5, 1, 1.5, 2, 2, 2]],
    ["warmUp of a schedule", warmUp(2, linearAnnealing(4, 0, 4)), [2, 3, 2, 1, 0]],
    ["warmUp of an iterable that ends", warmUp(2, [1, 1, 5]), [0.5, 1, 5]],
  ];
  for (const [name, schedule, want] of cases) {
    it(`${name} gives its numbers to each loop anew`, () => {
      for (let loop = 0; loop < 2; loop++) {
        const got = first(want.length, schedule);
        expect(got).to.have.length(want.length);
        got.forEach((value, i) => expect(value).to.be.closeTo(want[i]!, 1e-14));
      }
    });
  }

  it("decaying gives powers that are within n/2 units in the last place of the exact ones", () => {
    for (const decay of [0.9, 0.99, 0.999, 1 / 3]) {
      const base = fractionOf(decay);
      let n = 0;
      for (const value of decaying(1, decay)) {
        // base.numerator^n / 2^(n * base.bits), on the grid of the value, its unit being 2^-bits
        const { numerator, bits } = fractionOf(value);
        const exact = base.numerator ** BigInt(n);
        const shift = BigInt(n * base.bits - bits);
        const error = exact - (numerator << shift);
        expect(abs(2n * error) <= BigInt(n) << shift, `${decay} ** ${n}`).to.equal(true);
        if (++n === 400) break;
      }
    }
  });

  it("warmUp closes the iterable that it draws from", () => {
    let closed = 0;
    const values = function* (): Iterable<number> {
      try {
        for (;;) yield 1;
      } finally {
        closed++;
      }
    };
    const schedule = warmUp(2, { [Symbol.iterator]: () => values()[Symbol.iterator]() });
    expect(first(1, schedule)).to.deep.equal([0.5]);
    expect(closed).to.equal(1);
  });

  it("scaled gives a flat for each number, on any stride, and to each loop anew", () => {
    for (const by of [
      Float32Array.of(1, 0.5, 0),
      ndarray(Float64Array.of(0, -7, 0.5, -7, 1), [3], [-2], 4),
    ]) {
      const schedule = scaled(linearAnnealing(8, 0, 4), by);
      for (let loop = 0; loop < 2; loop++) {
        const found: number[][] = [];
        const arrays = new Set<unknown>();
        for (const flat of schedule) {
          arrays.add(flat);
          if (found.push([...flat]) === 3) break;
        }
        expect(found).to.deep.equal([
          [8, 4, 0],
          [6, 3, 0],
          [4, 2, 0],
        ]);
        expect(arrays.size).to.equal(1); // no array for each iteration
      }
    }
  });

  it("scaled reads its flat anew, ends with its schedule, and closes it", () => {
    let closed = 0;
    const values = function* (): Iterable<number> {
      try {
        yield* [1, 2, 3];
      } finally {
        closed++;
      }
    };
    const by = Float64Array.of(5);
    const found: number[] = [];
    for (const [rate] of scaled(values(), by)) {
      found.push(rate!);
      by[0] = 7;
    }
    expect(found).to.deep.equal([5, 14, 21]);
    for (const _ of scaled(values(), by)) break;
    expect(closed).to.equal(2);
  });

  itRefuses([
    [
      "to scale a number",
      () => scaled(1 as never, new Float64Array(1)),
      TypeError,
      "scaled: values must be an iterable of numbers, got 1",
    ],
    [
      "to scale by a number",
      () => scaled([1], 2 as never),
      TypeError,
      "scaled: by must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got 2",
    ],
    [
      "to scale flats",
      () => [...scaled([new Float64Array(1)] as never, new Float64Array(1))],
      TypeError,
      "scaled: one of values must be a number, got a Float64Array",
    ],
    [
      "to scale an iterable without an iterator",
      () => [...scaled({ [Symbol.iterator]: () => null } as never, new Float64Array(1))],
      TypeError,
      "scaled: values must have an iterator, got null",
    ],
    [
      "to warm up to a text",
      () => first(1, warmUp(2, ["0.1"] as never)),
      TypeError,
      'warmUp: a value of then must be a number, got "0.1"',
    ],
    [
      "to warm up to what null stands for",
      () => first(1, warmUp(2, [null] as never)),
      TypeError,
      "warmUp: a value of then must be a number, got null",
    ],
    [
      "to warm up to an iterable without an iterator",
      () => first(1, warmUp(2, { [Symbol.iterator]: () => null } as never)),
      TypeError,
      "warmUp: then must have an iterator, got null",
    ],
    [
      "to warm up to NaN, and names itself",
      () => warmUp(10, NaN),
      RangeError,
      "warmUp: then must be finite, got NaN",
    ],
    [
      "to warm up to nothing",
      () => warmUp(10, undefined as never),
      TypeError,
      "warmUp: then must be a number or an iterable of numbers, got undefined",
    ],
    [
      "to decay from NaN",
      () => decaying(NaN, 0.5),
      RangeError,
      "decaying: start must be finite, got NaN",
    ],
    [
      "a decay above 1",
      () => decaying(1, 1.1),
      RangeError,
      "decaying: decay must be above 0 and at most 1, got 1.1",
    ],
    [
      "no iterations",
      () => linearAnnealing(1, 0, 0),
      RangeError,
      "linearAnnealing: iterations must be a whole number of at least 1, got 0",
    ],
    [
      "a stop that is not a number",
      () => cosineAnnealing(1, undefined as never, 4),
      TypeError,
      "cosineAnnealing: stop must be a number, got undefined",
    ],
    [
      "half an iteration",
      () => warmUp(1.5, 1),
      RangeError,
      "warmUp: iterations must be a whole number of at least 1, got 1.5",
    ],
  ]);
});
