import { expect } from "chai";
import fc from "fast-check";
import type { NdArray } from "ndarray";
import seedrandom from "seedrandom";
import { blockViews, layoutOf, numericGradient, numericHessian } from "ndarray-params";
import { itRefuses } from "../support/refuses.ts";
import { elementsOf, placesOf, randomLie, smallTemplate, strided } from "../support/strided.ts";

/** A drawn sum of waves and exponentials, f = Σₖ aₖ·φₖ(bₖ·x), with its derivatives by the chain rule. */
function drawn(
  seed: string,
  n: number,
): {
  at: Float64Array;
  objective: (x: ArrayLike<number>, gradient: { [i: number]: number }) => number;
  second: (x: ArrayLike<number>) => number[];
} {
  const random = seedrandom(seed);
  const size = Array.from({ length: n }, () => 10 ** (6 * random() - 4));
  const terms = Array.from({ length: 4 }, (_, k) => ({
    a: random() - 0.5,
    b: size.map((s) => (2 * random() - 1) / s),
    isWave: k % 2 === 0,
  }));
  const along = (b: readonly number[], x: ArrayLike<number>): number =>
    b.reduce((sum, v, i) => sum + v * x[i]!, 0);
  return {
    at: Float64Array.from(size, (s) => s * (2 * random() - 1)),
    objective: (x, gradient) => {
      let loss = 0;
      const sums = size.map(() => 0);
      for (const { a, b, isWave } of terms) {
        const z = along(b, x);
        loss += a * (isWave ? Math.sin(z) : Math.exp(z));
        const slope = a * (isWave ? Math.cos(z) : Math.exp(z));
        b.forEach((v, i) => (sums[i]! += slope * v));
      }
      sums.forEach((sum, i) => (gradient[i] = sum));
      return loss;
    },
    second: (x) =>
      size.flatMap((_, i) =>
        size.map((__, j) =>
          terms.reduce((sum, { a, b, isWave }) => {
            const z = along(b, x);
            return sum + a * (isWave ? -Math.sin(z) : Math.exp(z)) * b[i]! * b[j]!;
          }, 0),
        ),
      ),
  };
}

const template = { w: [2, 2], b: 2 } as const;

/** f = ½·Σᵢ (i+1)·xᵢ² + x₀·x₅ has the second derivatives 1 to 6, and 1 for x₀ and x₅. */
const quadratic = (x: ArrayLike<number>, gradient: { [i: number]: number }): number => {
  let loss = x[0]! * x[5]!;
  for (let i = 0; i < 6; i++) {
    loss += ((i + 1) * x[i]! * x[i]!) / 2;
    gradient[i] = (i + 1) * x[i]! + (i === 0 ? x[5]! : i === 5 ? x[0]! : 0);
  }
  return loss;
};

const rounded = (view: NdArray<Float64Array>): number[] =>
  elementsOf(view).map((x) => Math.round(x * 1e5) / 1e5 + 0);

describe("numericHessian", () => {
  for (const gradient of [true, false]) {
    it(`has named blocks, ${gradient ? "from a gradient" : "from the loss alone"}`, () => {
      const flat = Float64Array.of(1, -2, 3, 0, 0.5, 2);
      const { hessian, errors } = numericHessian(quadratic, flat, template, { gradient });
      expect(hessian.shape).to.deep.equal([6, 6]);
      const { w, b } = blockViews(hessian, template);
      expect(rounded(w.b)).to.deep.equal([0, 1, 0, 0, 0, 0, 0, 0]);
      expect(rounded(b.b)).to.deep.equal([5, 0, 0, 6]);
      expect(rounded(b.w)).to.deep.equal([0, 0, 0, 0, 1, 0, 0, 0]);
      expect(w.w.get(1, 1, 1, 1)).to.be.closeTo(4, errors.get(3, 3));
      expect([...flat]).to.deep.equal([1, -2, 3, 0, 0.5, 2]);
    });

    it(`is symmetric and knows its errors, ${gradient ? "with" : "without"} a gradient`, () => {
      const ratios: number[] = [];
      const relative: number[] = [];
      for (let seed = 0; seed < 60; seed++) {
        const n = 1 + (seed % 5);
        const { at, objective, second } = drawn(`hessian ${seed}`, n);
        const { hessian, errors } = numericHessian(objective, at, [n], { gradient });
        const [found, allowed] = [elementsOf(hessian), elementsOf(errors)];
        second(at).forEach((exact, k) => {
          const mirror = (k % n) * n + Math.floor(k / n);
          expect([found[k], allowed[k]]).to.deep.equal([found[mirror], allowed[mirror]]);
          ratios.push(Math.abs(found[k]! - exact) / allowed[k]!);
          relative.push(Math.abs(found[k]! / exact - 1));
        });
      }
      const share = ratios.filter((ratio) => ratio <= 1).length / ratios.length;
      expect(share).to.be.above(0.95);
      expect(Math.max(...ratios)).to.be.below(10);
      relative.sort((a, b) => a - b);
      expect(relative[relative.length >> 1]).to.be.below(gradient ? 1e-9 : 1e-6);
    });
  }

  it("takes 4 evaluations of the gradient for each element, and one", () => {
    let calls = 0;
    const counted: typeof quadratic = (x, gradient) => (calls++, quadratic(x, gradient));
    numericHessian(counted, Float64Array.of(1, 1, 1, 1, 1, 1), template);
    expect(calls).to.equal(25);
    calls = 0;
    numericHessian(counted, Float64Array.of(1, 1, 1, 1, 1, 1), template, { gradient: false });
    expect(calls).to.equal(1 + 12 + 25 * 12);
  });

  it("takes larger steps without a gradient, where the rounding counts twice", () => {
    const reach = (gradient: boolean): number => {
      const places = new Set<number>();
      const objective = (x: Float64Array, slopes: Float64Array): number => {
        places.add(x[0]!);
        slopes[0] = 2 * x[0]!;
        return x[0]! ** 2;
      };
      numericHessian(objective, Float64Array.of(1), [1], { gradient });
      return Math.min(...[...places].filter((x) => x > 1)) - 1;
    };
    expect(reach(true)).to.be.closeTo(6.0554544523933395e-6, 1e-15);
    // The places nearest to x are a step beyond it, and a step beyond a step before it.
    expect(reach(false)).to.be.closeTo(1.2345e-4, 1.2345e-4 / 8);
  });

  it("takes a loss that has no second argument", () => {
    const loss = (x: Float64Array): number => x[0]! ** 3;
    const { hessian } = numericHessian(loss, Float64Array.of(2), [1], { gradient: false });
    expect(hessian.get(0, 0)).to.be.closeTo(12, 1e-5);
    // A gradient by differences is an objective too, of a third of the digits.
    const twice = numericHessian(numericGradient(loss), Float64Array.of(2), [1]);
    expect(twice.hessian.get(0, 0)).to.be.closeTo(12, 1e-3);
  });

  it("keeps the steps of a loss while the flat is moved, about an element that is 0 as well", () => {
    const loss = (x: Float64Array): number => Math.cos(x[0]!) + x[1]!;
    const { hessian, errors } = numericHessian(loss, new Float64Array(2), [2], { gradient: false });
    expect(hessian.get(0, 0)).to.be.closeTo(-1, errors.get(0, 0));
    expect(errors.get(0, 0)).to.be.below(0.01);
  });

  it("shows by its errors that two halves of a gradient disagree", () => {
    const wrong: typeof quadratic = (x, gradient) => {
      const loss = quadratic(x, gradient);
      gradient[5]! -= x[0]! / 2; // ∂²f/∂x₅∂x₀ is 1/2 from here, and 1 from the other side
      return loss;
    };
    const { errors } = numericHessian(wrong, Float64Array.of(1, 1, 1, 1, 1, 1), template);
    expect(errors.get(0, 5)).to.be.closeTo(0.5, 1e-6);
    expect(errors.get(5, 0)).to.equal(errors.get(0, 5));
    expect(errors.get(0, 4)).to.be.below(1e-6);
    const other: typeof quadratic = (x, gradient) => {
      const loss = quadratic(x, gradient);
      gradient[0]! -= x[5]! / 2;
      return loss;
    };
    const swapped = numericHessian(other, Float64Array.of(1, 1, 1, 1, 1, 1), template);
    expect(swapped.errors.get(0, 5)).to.be.closeTo(0.5, 1e-6);
  });

  it("finds a gradient that is not written at some place", () => {
    let calls = 0;
    const lazy: typeof quadratic = (x, gradient) => quadratic(x, ++calls === 2 ? [] : gradient);
    const { hessian, errors } = numericHessian(lazy, Float64Array.of(1, 1, 1, 1, 1, 1), template);
    expect(hessian.get(0, 0)).to.be.NaN;
    expect(errors.get(0, 0)).to.equal(Infinity);
    expect(hessian.get(1, 1)).to.be.closeTo(2, 1e-9);
  });

  it("gives both elements the value of the side that is wrong by less", () => {
    // ∂f/∂x₁ is rounded to multiples of 1e-4, so the change of ∂f/∂x₀ with x₁ is the better one.
    const coarse = (x: Float64Array, gradient: Float64Array): number => {
      gradient.set([Math.sin(x[1]!), 1e12 + x[0]! * Math.cos(x[1]!) - 1e12]);
      return x[0]! * Math.sin(x[1]!);
    };
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const swapped = (x: Float64Array, gradient: Float64Array): number => {
        const own = new Float64Array(2);
        const loss = coarse(
          Float64Array.from(order, (i) => x[i]!),
          own,
        );
        gradient.set(order.map((i) => own[i]!));
        return loss;
      };
      const { hessian, errors } = numericHessian(swapped, Float64Array.of(0.7, 0.7), [2]);
      expect(hessian.get(0, 1)).to.be.closeTo(Math.cos(0.7), 1e-8);
      expect(hessian.get(1, 0)).to.equal(hessian.get(0, 1));
      expect(errors.get(0, 1)).to.be.below(1e-6);
      expect(errors.get(1, 0)).to.equal(errors.get(0, 1));
    }
  });

  it("has the same errors for the negative of a function", () => {
    for (const gradient of [true, false]) {
      const negative: typeof quadratic = (x, slopes) => {
        const loss = quadratic(x, slopes);
        for (let i = 0; i < 6; i++) slopes[i] = -slopes[i]!;
        return -loss;
      };
      const flat = Float64Array.of(1, -2, 3, 0, 0.5, 2);
      const one = numericHessian(quadratic, flat, template, { gradient });
      const other = numericHessian(negative, flat, template, { gradient });
      expect(other.errors.data).to.deep.equal(one.errors.data);
      const [values, negatives] = [one.hessian.data, other.hessian.data]; // 0 may have any sign
      expect(negatives.map((x) => x + 0)).to.deep.equal(values.map((x) => 0 - x));
    }
  });

  it("takes the change of the first slope if nothing is known of the errors of both", () => {
    // Only the smaller steps give numbers: ∂²f/∂x₀∂x₁ is 2 from one slope and 3 from the other.
    const broken = (x: Float64Array, gradient: Float64Array): number => {
      const isNear = x.every((value) => Math.abs(value - 1) < 1e-5);
      gradient.set(isNear ? [2 * x[1]!, 3 * x[0]!] : [NaN, NaN]);
      return 0;
    };
    const { hessian, errors } = numericHessian(broken, Float64Array.of(1, 1), [2]);
    expect(hessian.get(0, 1)).to.be.closeTo(2, 1e-8);
    expect(hessian.get(1, 0)).to.equal(hessian.get(0, 1));
    expect([errors.get(0, 1), errors.get(1, 0)]).to.deep.equal([Infinity, Infinity]);
  });

  it("keeps the errors of a side that is known if the other one is not finite", () => {
    // f = x·y has no value for y < 1: nothing is known about a change of y at y = 1.
    const walled = ([x, y]: readonly number[], gradient: number[]): number => {
      const isBeyond = y! < 1;
      gradient[0] = isBeyond ? NaN : y!;
      gradient[1] = isBeyond ? NaN : x!;
      return isBeyond ? NaN : x! * y!;
    };
    const { hessian, errors } = numericHessian(walled, [2, 1], [1, 1]);
    expect([...hessian.data]).to.deep.equal([0, 1, 1, NaN]);
    const [, xy, yx, yy] = errors.data;
    expect([xy, yy]).to.deep.equal([yx, Infinity]);
    expect(xy).to.be.within(0, 1e-9);
  });

  it("works on drawn templates with drawn strides, and gives every flat back", () => {
    fc.assert(
      fc.property(smallTemplate, randomLie, fc.boolean(), (other, lie, isSingle) => {
        const { size } = layoutOf(other);
        const flat = strided(
          [size],
          lie,
          (n) => (isSingle ? new Float32Array(n) : new Float64Array(n)) as Float64Array,
        );
        placesOf(flat).forEach((place, i) => (flat.data[place] = Math.cos(3 * i) || -0));
        const before = flat.data.slice();
        const objective = (x: typeof flat, gradient: typeof flat): number => {
          const values = elementsOf(x);
          values.forEach((v, i) => gradient.set(i, 3 * (i + 1) * v * v));
          return values.reduce((sum, v, i) => sum + (i + 1) * v ** 3, 0);
        };
        const { hessian } = numericHessian(objective, flat, other);
        expect(flat.data).to.deep.equal(before);
        elementsOf(flat).forEach((x, i) => {
          expect(hessian.get(i, i)).to.be.closeTo(6 * (i + 1) * x, (isSingle ? 1e-3 : 1e-7) * size);
          if (i > 0) expect(hessian.get(i, 0)).to.be.closeTo(0, 1e-9);
        });
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it("gives the flat back when the objective throws", () => {
    const flat = Float64Array.of(1, 2, 3, 4, 5, 6);
    for (const broken of [1, 2, 3, 4, 5, 9]) {
      let calls = 0;
      const breaks: typeof quadratic = (x, gradient) => {
        if (++calls === broken) throw new Error("broken");
        return quadratic(x, gradient);
      };
      expect(() => numericHessian(breaks, flat, template)).to.throw("broken");
      expect([...flat]).to.deep.equal([1, 2, 3, 4, 5, 6]);
    }
  });

  it("of no elements is empty", () => {
    const { hessian, errors } = numericHessian(() => 1, [], {});
    expect([hessian.shape, errors.shape]).to.deep.equal([
      [0, 0],
      [0, 0],
    ]);
  });

  itRefuses([
    [
      "an element of the gradient that is not written",
      () =>
        numericHessian(
          (_: Float64Array, gradient) => {
            gradient[0] = 1;
            return 1;
          },
          Float64Array.of(1, 1, 1, 1, 1, 1),
          template,
        ),
      RangeError,
      "numericHessian: the gradient is NaN at w[0,1]",
    ],
    [
      "a loss alone that is not finite",
      () => numericHessian(() => Infinity, [1], [1], { gradient: false }),
      RangeError,
      "numericHessian: the gradient is NaN at 0[0]",
    ],
    [
      "an objective that is not a function",
      () => numericHessian(null as never, [1], [1]),
      TypeError,
      "numericHessian: objective must be a function, got null",
    ],
    [
      "an option that it does not know",
      () => numericHessian(() => 1, [1], [1], { bounds: 1 } as never),
      RangeError,
      'numericHessian: no option "bounds"; its options are typicalSize, gradient',
    ],
    [
      "a flag that only looks false",
      () => numericHessian(() => 1, [1], [1], { gradient: 0 as never }),
      TypeError,
      "numericHessian: gradient must be true or false, got 0",
    ],
    [
      "a flat of another length",
      () => numericHessian(() => 1, [1], [2]),
      RangeError,
      "numericHessian: template needs 2 elements, flat has 1",
    ],
    [
      "typical sizes of another length",
      () => numericHessian(() => 1, [1], [1], { typicalSize: [1, 1] }),
      RangeError,
      "numericHessian: template needs 1 elements, typicalSize has 2",
    ],
    [
      "a loss that is not a number",
      () => numericHessian(() => undefined as never, [1], [1]),
      TypeError,
      "numericHessian: the objective must return a number, got undefined",
    ],
  ]);
});
