/** Samples by name: the parts of shards, names of batches, and the samples that a name means. */
import { expect } from "chai";
import { namedBatches, partOf, samplesOf } from "ndarray-params/distribute";
import { stream } from "ndarray-params/initialize";
import { itRefuses } from "../support/refuses.ts";

describe("partOf", () => {
  for (const n of [0, 1, 7, 10, 100]) {
    for (const count of [1, 2, 3, 8]) {
      it(`covers ${n} samples once by ${count} shards, whose sizes differ by 1 at most`, () => {
        const parts = Array.from({ length: count }, (_, index) => partOf(n, { index, count }));
        const covered = parts.flatMap(([from, to]) =>
          Array.from({ length: to - from }, (_, i) => from + i),
        );
        expect(covered).to.deep.equal(Array.from({ length: n }, (_, i) => i));
        const sizes = parts.map(([from, to]) => to - from);
        expect(Math.max(...sizes) - Math.min(...sizes)).to.be.at.most(1);
      });
    }
  }

  it("is exact for large numbers", () => {
    const n = 2 ** 53 - 1;
    expect(partOf(n, { index: 1, count: 2 })).to.deep.equal([2 ** 52, n]);
  });

  itRefuses([
    ["no samples", () => partOf(-1, { index: 0, count: 1 }), RangeError, "partOf: n must be a whole number of at least 0, got -1"],
    ["no shard", () => partOf(1, 3 as never), TypeError, "partOf: shard must be a shard, as the objective gets it, got 3"],
    ["null", () => partOf(1, null as never), TypeError, "partOf: shard must be a shard, as the objective gets it, got null"],
    ["a shard that is not there", () => partOf(5, { index: 2, count: 2 }), RangeError, "partOf: shard.index must be below shard.count, got 2 of 2"],
    ["a part of a shard", () => partOf(5, { index: 0.5, count: 2 }), RangeError, "partOf: shard.index must be a whole number of at least 0, got 0.5"],
    ["no shards", () => partOf(5, { index: 0, count: 0 }), RangeError, "partOf: shard.count must be a whole number of at least 1, got 0"],
  ]); // oxfmt-ignore
});

describe("namedBatches", () => {
  it("counts from 0, or from where a run goes on, as often as one asks", () => {
    const batches = namedBatches("a", { batches: 4, skip: 2 });
    for (let i = 0; i < 2; i++) expect([...batches]).to.deep.equal([["a", 2], ["a", 3]]); // oxfmt-ignore
    const [first] = namedBatches(7);
    expect(first).to.deep.equal([7, 0]);
  });

  itRefuses([
    ["a seed that is neither", () => namedBatches(0.5), TypeError, "namedBatches: seed must be a string or a safe integer, got 0.5"],
    ["no batches", () => namedBatches("a", { batches: 0 }), RangeError, "namedBatches: batches must be a whole number of at least 1, got 0"],
    ["less than none", () => namedBatches("a", { skip: -1 }), RangeError, "namedBatches: skip must be a whole number of at least 0, got -1"],
    ["an unknown option", () => namedBatches("a", { size: 1 } as never), RangeError, 'namedBatches: no option "size"; its options are batches, skip'],
  ]); // oxfmt-ignore
});

describe("samplesOf", () => {
  const randomOf = (epoch: number) => stream("samples", `epoch ${epoch}`);
  const numbers = [...Array.from({ length: 10 }).keys()];

  it("takes all samples once in each epoch, in an order of its own", () => {
    const samples = samplesOf(10, 4, randomOf);
    const epochs = [0, 1, 2].map((epoch) =>
      [0, 1, 2].flatMap((batch) => [...samples(3 * epoch + batch)]),
    );
    for (const epoch of epochs) {
      expect(epoch.toSorted((a, b) => a - b)).to.deep.equal(numbers);
    }
    expect(new Set(epochs.map(String)).size).to.equal(3);
    expect([0, 1, 2].map((index) => samples(index).length)).to.deep.equal([4, 4, 2]);
  });

  it("gives the same samples after a source of random numbers has failed in the middle of an order", () => {
    let isFaulty = true;
    const samples = samplesOf(10, 4, (epoch) => {
      let draws = 0;
      return () => (isFaulty && epoch === 1 && ++draws === 5 ? 2 : 0.3);
    });
    const first = [...samples(0)];
    expect(() => samples(3)).to.throw("samplesOf: random must return numbers in [0, 1), got 2");
    expect([...samples(0)]).to.deep.equal(first);
    isFaulty = false;
    expect([...samples(3)]).to.deep.equal(first);
  });

  it("gives the same samples to everybody, in whatever order the batches are asked for", () => {
    const [one, other] = [samplesOf(10, 4, randomOf), samplesOf(10, 4, randomOf)];
    const forward = [0, 1, 2, 3, 4, 5].map((index) => [...one(index)]);
    const backward = [5, 4, 3, 2, 1, 0].map((index) => [...other(index)]);
    expect(backward.toReversed()).to.deep.equal(forward);
  });

  itRefuses([
    ["no samples", () => samplesOf(0, 4, randomOf), RangeError, "samplesOf: n must be a whole number of at least 1, got 0"],
    ["empty batches", () => samplesOf(10, 0, randomOf), RangeError, "samplesOf: size must be a whole number of at least 1, got 0"],
    ["no function", () => samplesOf(10, 4, 7 as never), TypeError, "samplesOf: randomOf must be a function, got 7"],
    ["a batch before the first", () => samplesOf(10, 4, randomOf)(-1), RangeError, "samplesOf: index must be a whole number of at least 0, got -1"],
    ["a seed for a source", () => samplesOf(10, 4, () => 7 as never)(0), TypeError, "samplesOf: random must be a function that returns numbers in [0, 1), got 7"],
  ]); // oxfmt-ignore
});
