/** `accumulate` and `grouped`: one iteration over many batches. */
import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { stream } from "ndarray-params/initialize";
import {
  accumulate,
  adam,
  gradientDescent,
  grouped,
  lbfgs,
  minibatches,
  type Objective,
} from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";

type Samples = [x: Float64Array | NdArray<Float64Array>];

const valuesIn = ([x]: Samples): number[] =>
  ArrayBuffer.isView(x) ? [...x] : Array.from({ length: x.shape[0]! }, (_, i) => x.get(i));

/** The mean of ½ (θ - x)² over the samples of a batch, and of its slopes θ - x. */
const toMean: Objective<Float64Array, Samples> = (theta, gradient, ...batch) => {
  const away = valuesIn(batch).map((x) => theta[0]! - x);
  gradient[0] = away.reduce((sum, v) => sum + v, 0) / away.length;
  return away.reduce((sum, v) => sum + (v * v) / 2, 0) / away.length;
};

const samples = Float64Array.from({ length: 10 }, (_, i) => i * i);
const theta = Float64Array.of(3);

/** The loss and the slope over some samples, by the objective itself. */
function over(...x: number[]): number[] {
  const gradient = new Float64Array(1);
  return [toMean(theta, gradient, Float64Array.from(x)), gradient[0]!];
}

describe("accumulate", () => {
  const run = (
    objective: Objective<Float64Array, [Iterable<Samples>]>,
    batches: Iterable<Samples>,
  ): number[] => {
    const gradient = new Float64Array(1);
    return [objective(theta, gradient, batches), gradient[0]!];
  };
  const closeTo = (got: number[], want: number[]): void =>
    want.forEach((w, i) => expect(got[i]! / w).to.be.closeTo(1, 1e-14));

  it("gives the means of the losses and of the gradients", () => {
    const batches: Samples[] = [[Float64Array.of(1, 5)], [Float64Array.of(4)]];
    // At 3: losses (2 + 2)/2 and ½, slopes (2 - 2)/2 and -1.
    expect(run(accumulate(toMean), batches)).to.deep.equal([1.25, -0.5]);
  });

  it("weighs batches by their size, so that a smaller one counts for less", () => {
    const batches = minibatches([samples], 4, { epochs: 1 });
    const all = accumulate(toMean, (x) => ndarray(x as Float64Array).size);
    const bySize = accumulate(toMean, (x) => ("shape" in x ? x.shape[0]! : x.length));
    closeTo(run(bySize, batches as Iterable<Samples>), over(...samples));
    expect(() => run(all, [[samples]])).not.to.throw();
    const plain = run(accumulate(toMean), batches as Iterable<Samples>);
    const parts = [over(0, 1, 4, 9), over(16, 25, 36, 49), over(64, 81)];
    closeTo(
      plain,
      [0, 1].map((k) => parts.reduce((sum, part) => sum + part[k]! / 3, 0)),
    );
  });

  it("is the objective over all samples, however they are cut", () => {
    const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1 });
    const cuts = fc.tuple(numbers, fc.integer({ min: 1, max: 5 }));
    const law = fc.property(cuts, ([x, size]) => {
      const parts: Samples[] = [];
      for (let i = 0; i < x.length; i += size) {
        parts.push([Float64Array.from(x.slice(i, i + size))]);
      }
      const got = run(
        accumulate(toMean, (part) => (part as Float64Array).length),
        parts,
      );
      over(...x).forEach((w, i) => expect(got[i]).to.be.closeTo(w, 1e-9 * Math.max(1, w)));
    });
    fc.assert(law, { seed: 3, numRuns: 100 });
  });

  it("sums float32 gradients in float64, on any stride", () => {
    const gradient = ndarray(Float32Array.of(-7, 0, -7, 0, -7), [2], [-2], 3);
    const objective = accumulate(
      (_: NdArray<Float32Array>, g: NdArray<Float32Array>, by: number) => {
        g.set(0, by);
        g.set(1, 1);
        return by;
      },
    );
    // A sum in float32 loses the small ones beside 2²⁴.
    const batches: [number][] = [[2 ** 24], [1], [1], [-(2 ** 24)]];
    expect(objective(gradient, gradient, batches)).to.equal(0.5);
    expect([...gradient.data]).to.deep.equal([-7, 1, -7, 0.5, -7]);
  });

  it("lets a rule with a line search go over the data in parts", () => {
    const flat = Float64Array.of(3);
    const parts = minibatches([samples], 5, { epochs: 1 }) as Iterable<Samples>;
    const whole = accumulate(toMean);
    const loop = lbfgs(flat, (x, g) => whole(x, g, parts));
    for (let i = 0; i < 3; i++) loop.next();
    expect(flat[0]).to.be.closeTo(28.5, 1e-12); // 285 / 10
  });

  it("leaves a NaN for the rule to find", () => {
    const objective = accumulate((_: Float64Array, g: Float64Array, v: number) => (g.fill(v), v));
    const loop = gradientDescent(theta.slice(), objective, { batches: [[[[1], [NaN]]]] });
    expect(() => loop.next()).to.throw(
      RangeError,
      "gradientDescent: in iteration 1 the loss is NaN and the gradient is NaN at element 0",
    );
  });

  it("waits for each batch of an objective that returns promises, and gives the same bits", async () => {
    let open = 0;
    const later = async (...args: Parameters<typeof toMean>): Promise<number> => {
      expect(++open).to.equal(1); // never two at once: they share the gradient
      await Promise.resolve();
      const loss = toMean(...args);
      open--;
      return loss;
    };
    const cut = (): Iterable<[Iterable<Samples>]> =>
      grouped(minibatches([samples], 3, { epochs: 6 }) as Iterable<Samples>, 4);
    const [atOnce, waited] = [theta.slice(), theta.slice()];
    const losses: number[] = [];
    for (const { loss } of adam(atOnce, accumulate(toMean), { batches: cut() })) losses.push(loss);
    for await (const { loss } of adam(waited, accumulate(later), { batches: cut() })) {
      expect(loss).to.equal(losses.shift());
    }
    expect(losses).to.deep.equal([]);
    expect(waited).to.deep.equal(atOnce);
  });

  it("keeps two runs apart that wait at the same time", async () => {
    const objective = accumulate(async (x: Float64Array, g: Float64Array, ...batch: Samples) => {
      await Promise.resolve();
      return toMean(x, g, ...batch);
    });
    const batches: Samples[] = [[Float64Array.of(1, 5)], [Float64Array.of(4)]];
    const gradients = [new Float64Array(1), new Float64Array(1)];
    const losses = await Promise.all([
      objective(theta, gradients[0]!, batches),
      objective(Float64Array.of(4), gradients[1]!, batches),
    ]);
    // At 4: losses (9 + 1)/4 and 0, slopes (3 - 1)/2 and 0.
    expect(losses).to.deep.equal([1.25, 1.25]);
    expect(gradients.map(([v]) => v)).to.deep.equal([-0.5, 0.5]);
  });

  for (const [what, objective] of [
    ["at once", (): number => expect.fail("no")],
    ["later", () => Promise.reject(new Error("no"))],
    ["by a loss", () => Promise.resolve("1")],
  ] as const) {
    for (const closing of ["closes", "closes in vain"]) {
      it(`${closing} the batches if the objective fails ${what}`, async () => {
        let closed = 0;
        const batches = {
          [Symbol.iterator]: () => ({
            next: () => ({ value: [] as const, done: false }),
            return: () => {
              closed++;
              if (closing !== "closes") throw new Error("closing");
              return { value: undefined, done: true };
            },
          }),
        };
        const g = new Float64Array(1);
        try {
          await accumulate(objective as () => Promise<number>)(g, g, batches as never);
          expect.fail("no error");
        } catch (error) {
          expect((error as Error).message).to.match(/^no$|got "1"$/);
        }
        expect(closed).to.equal(1);
      });
    }
  }

  const g = new Float64Array(1);
  itRefuses([
    [
      "an objective that is not a function",
      () => accumulate(1 as never),
      TypeError,
      "accumulate: objective must be a function, got 1",
    ],
    [
      "weights that are not a function",
      () => accumulate(toMean, 2 as never),
      TypeError,
      "accumulate: weigh must be a function, got 2",
    ],
    [
      "a batch of samples in place of a group of batches",
      () => accumulate(toMean)(theta, g, 5 as never),
      TypeError,
      "accumulate: the batch must be an iterable of batches, as grouped makes it, got 5",
    ],
    [
      "the promise of a weight, even one that fails",
      () =>
        accumulate(toMean, (async () => Promise.reject(new Error())) as never)(theta, g, [
          [samples],
        ]),
      TypeError,
      "accumulate: a weight must be a number, got a Promise",
    ],
    [
      "a weight below 0",
      () => accumulate(toMean, () => -1)(theta, g, [[samples]]),
      RangeError,
      "accumulate: a weight must be at least 0 and finite, got -1",
    ],
    [
      "no batches",
      () => accumulate(toMean)(theta, g, []),
      RangeError,
      "accumulate: the batches have no weight above 0",
    ],
    [
      "batches without weight",
      () => accumulate(toMean, () => 0)(theta, g, [[samples]]),
      RangeError,
      "accumulate: the batches have no weight above 0",
    ],
    [
      "a loss that is not a number",
      () => accumulate((() => "1") as never)(theta, g, [[]]),
      TypeError,
      'accumulate: objective must return the loss, a number, got "1"',
    ],
  ]);
});

describe("grouped", () => {
  const listsOf = (batches: Iterable<[Iterable<readonly unknown[]>]>): unknown[][] =>
    Array.from(batches, ([group]) => Array.from(group, ([value]) => value));

  it("gives groups, of which the last may be smaller, to each loop anew", () => {
    const law = fc.property(fc.nat(20), fc.integer({ min: 1, max: 6 }), (length, n) => {
      const values = Array.from({ length }, (_, i) => i);
      const groups = grouped(
        values.map((v) => [v] as const),
        n,
      );
      for (let loop = 0; loop < 2; loop++) {
        const lists = listsOf(groups);
        expect(lists.flat()).to.deep.equal(values);
        expect(lists.map((list) => list.length)).to.deep.equal(
          Array.from({ length: Math.ceil(length / n) }, (_, i) => Math.min(n, length - i * n)),
        );
      }
    });
    fc.assert(law, { seed: 5, numRuns: 200 });
  });

  it("draws a batch when it is asked for, since the next may overwrite it", () => {
    const batches = minibatches([samples], 2, { random: stream("g"), epochs: 1 });
    const alone = Array.from(batches, (batch) => valuesIn(batch as Samples));
    const again = minibatches([samples], 2, { random: stream("g"), epochs: 1 });
    const together = Array.from(grouped(again, 2), ([group]) =>
      Array.from(group, (batch) => valuesIn(batch as unknown as Samples)),
    );
    expect(together).to.deep.equal([alone.slice(0, 2), alone.slice(2, 4), alone.slice(4)]);
  });

  it("passes over the batches that were left", () => {
    const seen: number[] = [];
    for (const [group] of grouped([[0], [1], [2], [3], [4], [5], [6]], 3)) {
      for (const [value] of group) {
        seen.push(value);
        break;
      }
    }
    expect(seen).to.deep.equal([0, 3, 6]);
  });

  it("gives the same objects again and again", () => {
    const groups = new Set<unknown>(Array.from(grouped([[0], [1], [2]], 1), (group) => group));
    expect(groups.size).to.equal(1);
  });

  it("closes the batches with the loop, and not if they have ended", () => {
    let closed = 0;
    const batches = function* (): Generator<[number]> {
      try {
        for (let i = 0; i < 4; i++) yield [i];
      } finally {
        closed++;
      }
    };
    const objective = accumulate((_: Float64Array, g: Float64Array, v: number) => (g.fill(v), v));
    for (const _ of adam(theta.slice(), objective, { batches: grouped(batches(), 2) })) break;
    expect(closed).to.equal(1);
    expect([...adam(theta.slice(), objective, { batches: grouped(batches(), 3) })].length).to.equal(
      2,
    );
    expect(closed).to.equal(2);
  });

  it("steps as one batch of all samples in the group does", () => {
    const cut = (size: number, epochs: number) =>
      minibatches([samples], size, { epochs }) as Iterable<Samples>;
    const [one, many] = [theta.slice(), theta.slice()];
    const whole = adam(one, toMean, { batches: cut(10, 4), stepRate: 0.5 });
    const parts = adam(many, accumulate(toMean), {
      batches: grouped(cut(2, 4), 5),
      stepRate: 0.5,
    });
    for (const info of whole) {
      const { value } = parts.next();
      expect(value.loss).to.be.closeTo(info.loss, 1e-11);
      expect(many[0]).to.be.closeTo(one[0]!, 1e-13);
    }
    expect(parts.next().done).to.equal(true);
  });

  it("continues bit for bit with the batches that a run has not seen", () => {
    const batches = (skip: number) => {
      const random = stream("again");
      const each = minibatches([samples], 3, { random, epochs: 9, skip }) as Iterable<Samples>;
      return grouped(each, 5);
    };
    const [whole, halved] = [theta.slice(), theta.slice()];
    const objective = accumulate(toMean);
    for (const _ of adam(whole, objective, { batches: batches(0) }));
    const first = adam(halved, objective, { batches: batches(0) });
    for (let i = 0; i < 3; i++) first.next();
    const { state } = first.next().value;
    for (const _ of adam(halved, objective, { batches: batches(5 * 4), state }));
    expect(halved[0]).to.equal(whole[0]);
  });

  itRefuses([
    [
      "batches that are not iterable",
      () => grouped(3 as never, 2),
      TypeError,
      "grouped: batches must be an iterable, got 3",
    ],
    [
      "groups of 0",
      () => grouped([], 0),
      RangeError,
      "grouped: n must be a whole number of at least 1, got 0",
    ],
    [
      "to give a group twice, as a line search asks",
      () => lbfgs(theta.slice(), accumulate(toMean), { batches: grouped([[samples]], 1) }).next(),
      RangeError,
      "grouped: a group can be read once, but a line search reads it again",
    ],
    [
      "an iterable without an iterator",
      () => listsOf(grouped({ [Symbol.iterator]: () => null } as never, 1)),
      TypeError,
      "grouped: batches must have an iterator, got null",
    ],
  ]);
});
