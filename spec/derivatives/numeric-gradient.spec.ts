import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { emptyWithViews, layoutOf, numericGradient, shapedFromFlat } from "ndarray-params";
import { gradientDescent, lbfgs } from "ndarray-params/optimize";
import { nistProblems } from "../support/nist.ts";
import { itRefuses, type Refusal } from "../support/refuses.ts";
import { elementsOf, placesOf, randomLie, smallTemplate, strided } from "../support/strided.ts";

const rosenbrock = (x: ArrayLike<number>): number =>
  100 * (x[1]! - x[0]! * x[0]!) ** 2 + (1 - x[0]!) ** 2;

describe("numericGradient", () => {
  it("writes the gradient and returns the loss", () => {
    const gradient = new Float64Array(2);
    // -400·x·(y - x²) - 2·(1 - x), 200·(y - x²)
    expect(numericGradient(rosenbrock)(Float64Array.of(-1.2, 1), gradient)).to.equal(
      rosenbrock([-1.2, 1]),
    );
    expect(gradient[0]).to.be.closeTo(-215.6, 1e-7);
    expect(gradient[1]).to.be.closeTo(-88, 1e-7);
  });

  it("agrees with the derivatives of NIST's models at all starts", () => {
    const errors = nistProblems.flatMap(({ objective, starts }) =>
      starts.flatMap((start) => {
        const [exact, numeric] = [new Float64Array(start.length), new Float64Array(start.length)];
        objective(start, exact);
        numericGradient((b: number[]) => objective(b, []))([...start], numeric as never);
        return Array.from(exact, (slope, i) => Math.abs(numeric[i]! / slope - 1));
      }),
    );
    errors.sort((a, b) => a - b);
    expect(errors.length).to.equal(240);
    expect(errors[120]).to.be.below(1e-9);
    expect(errors.at(-1)).to.be.below(0.01);
  });

  it("takes its steps relative to the elements, as a fit to six digits needs", () => {
    // NIST's Misra1a with b2 = 5.5e-4: a step of ε^(1/3)·max(1, |x|) is wrong by 1e-7 here.
    const misra = nistProblems.find(({ name }) => name === "Misra1a")!;
    const numeric = numericGradient((b: Float64Array) => misra.objective(b, []));
    const flat = Float64Array.from(misra.starts[1]!);
    let count = 0;
    for (const { gradient } of lbfgs(flat, numeric)) {
      if (++count === 300 || Math.hypot(gradient[0]!, gradient[1]! * 1e-6) < 1e-9) break;
    }
    for (const [i, certified] of misra.certified.entries()) {
      expect(flat[i]! / certified).to.be.closeTo(1, 1e-6);
    }
  });

  it("of flats on drawn templates with drawn strides gives every flat back, and agrees", () => {
    fc.assert(
      fc.property(
        smallTemplate,
        randomLie,
        randomLie,
        fc.boolean(),
        (template, lie, other, is32) => {
          const { size } = layoutOf(template);
          const make = (n: number): Float64Array =>
            (is32 ? new Float32Array(n) : new Float64Array(n)) as Float64Array;
          const flat = strided([size], lie, make);
          const gradient = strided([size], other, make);
          placesOf(flat).forEach((place, i) => (flat.data[place] = Math.sin(i + 1)));
          const [before, edges] = [flat.data.slice(), gradient.data.slice()];
          const loss = (x: typeof flat): number =>
            elementsOf(x).reduce((sum, v, i) => sum + (i + 1) * v * v, 1);
          const returned = numericGradient(loss)(flat, gradient);
          expect(returned).to.equal(loss(flat));
          expect(flat.data).to.deep.equal(before);
          const slopes = elementsOf(gradient);
          elementsOf(flat).forEach((x, i) => {
            const exact = 2 * (i + 1) * x;
            expect(slopes[i]).to.be.closeTo(exact, is32 ? 1e-3 : 1e-5);
          });
          const own = new Set(placesOf(gradient));
          edges.forEach((edge, i) => own.has(i) || expect(gradient.data[i]).to.equal(edge));
        },
      ),
      { numRuns: 60, seed: 2 },
    );
  });

  it("passes the batches of an optimizer through to the loss", () => {
    const seen: number[] = [];
    const loss = (x: Float64Array, target: number, weight: number): number => {
      seen.push(target);
      return weight * (x[0]! - target) ** 2;
    };
    const flat = Float64Array.of(0);
    const batches: [number, number][] = [
      [1, 0.5],
      [3, 0.5],
    ];
    for (const _ of gradientDescent(flat, numericGradient(loss), { stepRate: 1, batches }));
    expect(flat[0]).to.be.closeTo(3, 1e-9);
    expect([...new Set(seen)]).to.deep.equal([1, 3]);
  });

  it("does not read the gradient that it writes, which may have holes or text", () => {
    for (const gradient of [Array<number>(2), ["a", null] as never as number[]]) {
      expect(numericGradient(([x, y]: number[]) => x! * y!)([2, 4], gradient)).to.equal(8);
      expect(gradient.map((slope) => Number(slope.toFixed(6)))).to.deep.equal([4, 2]);
    }
  });

  it("hands over the flat itself, so that views of it are found again", () => {
    const layout = layoutOf({ w: [2], b: [] });
    const [flat, { w }] = emptyWithViews(layout);
    w.set(0, 3);
    const seen = new Set<unknown>();
    const loss = (x: typeof flat): number => {
      const views = shapedFromFlat(x, layout);
      seen.add(x).add(views.w);
      return views.w.get(0) ** 2 + views.b.get();
    };
    const gradient = ndarray(new Float64Array(3));
    numericGradient(loss)(flat, gradient);
    expect([...seen]).to.deep.equal([flat, w]);
    expect(gradient.get(0)).to.be.closeTo(6, 1e-8);
    expect([gradient.get(1), gradient.get(2)].map(Math.round)).to.deep.equal([0, 1]);
  });

  it("takes 2 evaluations for each element, and one", () => {
    let calls = 0;
    const loss = (x: number[]): number => (calls++, rosenbrock(x));
    numericGradient(loss)([-1.2, 1], [0, 0]);
    expect(calls).to.equal(5);
  });

  it("takes one evaluation where the loss is not finite, and the gradient is NaN", () => {
    for (const bad of [NaN, Infinity]) {
      let calls = 0;
      const gradient = [0, 0];
      expect(numericGradient(() => (calls++, bad))([1, 2], gradient)).to.deep.equal(bad);
      expect([calls, ...gradient]).to.deep.equal([1, NaN, NaN]);
    }
  });

  it("finds steps for elements that are 0, and takes larger ones for a typical size", () => {
    const gradient = [0, 0];
    numericGradient((x: number[]) => 1000 + 2 * x[0]! - 1e-3 * x[1]!)([0, 0], gradient);
    expect(gradient[0]).to.be.closeTo(2, 1e-5);
    expect(gradient[1]).to.be.closeTo(-1e-3, 1e-8);
    const places: number[] = [];
    const loss = (x: number[]): number => (places.push(x[0]!), x[0]!);
    numericGradient(loss, { typicalSize: [100] })([0], [0]);
    expect(places[1]).to.equal(100 * 6.0554544523933395e-6);
  });

  it("never leaves the bounds, which are numbers or flats of any kind", () => {
    for (const make of [Float64Array, Float32Array] as (typeof Float64Array)[]) {
      for (const bounds of [
        { lower: 0, upper: 0.1 },
        { lower: [0, 0, 0], upper: Float64Array.of(0.1, 0.1, 0.1) },
        { lower: ndarray(Float32Array.of(9, 0, 0, 0), [3], [-1], 3), upper: 0.1 },
      ]) {
        const flat = make.of(0, 0.05, 0.0999999);
        const before = [...flat];
        const gradient = new make(3);
        const loss = (x: Float64Array): number => {
          for (const v of x) expect(v).to.be.within(0, 0.1);
          return x[0]! - x[1]! ** 2 + (1 + x[2]!) ** 3;
        };
        numericGradient(loss, { bounds })(flat, gradient);
        const within = make === Float64Array ? 1e-7 : 1e-3;
        expect(gradient[0]).to.be.closeTo(1, within);
        expect(gradient[1]).to.be.closeTo(-0.1, within);
        expect(gradient[2]).to.be.closeTo(3 * 1.0999999 ** 2, within);
        expect([...flat]).to.deep.equal(before);
      }
    }
  });

  it("lets lbfgs end on a bound beyond which the loss is NaN", () => {
    // The second element is least at (2/3)².
    const loss = (x: Float64Array): number => x[0]! ** 1.5 + x[0]! + x[1]! ** 1.5 - x[1]!;
    const [x, bounds] = [Float64Array.of(1, 1), { lower: 0 }];
    for (const { evaluations } of lbfgs(x, numericGradient(loss, { bounds }), { bounds })) {
      expect(evaluations).to.be.below(50);
    }
    expect(x[0]).to.equal(0);
    expect(x[1]).to.be.closeTo(4 / 9, 1e-9);
  });

  it("has a slope of 0 for elements that their bounds fix, up to rounding", () => {
    const gradient = [7, 7, 7];
    const next = 1 + Number.EPSILON;
    const bounds = { lower: [2, 1, 1 - Number.EPSILON / 2], upper: [2, next, next] };
    let calls = 0;
    const loss = (x: number[]): number => (calls++, x[0]! + x[1]! + x[2]!);
    numericGradient(loss, { bounds })([2, 1, 1 - Number.EPSILON / 2], gradient);
    expect([calls, ...gradient]).to.deep.equal([5, 0, 0, 0]);
  });

  it("writes nothing and gives the flat back if the loss throws", () => {
    const [flat, gradient] = [Float64Array.of(0.1, -0), Float64Array.of(7, 7)];
    let calls = 0;
    const breaks = (): number => {
      if (++calls === 4) throw new Error("broken");
      return calls;
    };
    expect(() => numericGradient(breaks)(flat, gradient)).to.throw("broken");
    expect([...flat, ...gradient].map((x) => Object.is(x, -0) || x)).to.deep.equal([
      0.1,
      true,
      7,
      7,
    ]);
  });

  it("of no elements returns the loss", () => {
    expect(numericGradient(() => 3)([], [])).to.equal(3);
  });

  it("may write over the flat, whose elements all slopes are taken of", () => {
    const flat = [1, 2];
    numericGradient((x: number[]) => x[0]! ** 2 + x[1]! ** 2)(flat, flat);
    expect(flat.map((x) => Number(x.toFixed(6)))).to.deep.equal([2, 4]);
  });

  it("lets go of a promise that it refuses, whose rejection would end the process", async () => {
    const unhandled: unknown[] = [];
    const listener = (error: unknown): void => void unhandled.push(error);
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", listener);
    try {
      const later = (() => Promise.reject(new Error("later"))) as never;
      expect(() => numericGradient(later)([1], [1])).to.throw(
        TypeError,
        "numericGradient: loss must return a number, got a Promise",
      );
      await new Promise((resolve) => setTimeout(resolve, 0));
    } finally {
      process.off("unhandledRejection", listener);
      for (const other of others) process.on("unhandledRejection", other);
    }
    expect(unhandled).to.deep.equal([]);
  });

  itRefuses([
    [
      "a loss that is not a function",
      () => numericGradient([1] as never),
      TypeError,
      "numericGradient: loss must be a function, got an Array",
    ],
    [
      "an option that it does not know",
      () => numericGradient(rosenbrock, { step: 1 } as never),
      RangeError,
      'numericGradient: no option "step"; its options are typicalSize, bounds',
    ],
    [
      "a typical size below 0",
      () => numericGradient(rosenbrock, { typicalSize: -1 })([1, 1], [1, 1]),
      RangeError,
      "numericGradient: typicalSize must be above 0 and finite, got -1",
    ],
    [
      "typical sizes of another length",
      () => numericGradient(rosenbrock, { typicalSize: [1] })([1, 1], [1, 1]),
      RangeError,
      "numericGradient: flat has 2 elements, typicalSize has 1",
    ],
    ...(
      [
        [null, TypeError, "bounds must be an object with lower and upper, got null"],
        [
          ndarray([1]),
          TypeError,
          "bounds must be an object with lower and upper, got an ndarray on an Array",
        ],
        [{ low: 1 }, RangeError, 'bounds must have no entry but lower and upper, got "low"'],
        [{ lower: NaN }, RangeError, "bounds.lower must be a number and not NaN, got NaN"],
        [{ upper: [9, NaN] }, RangeError, "bounds.upper[1] must be a number and not NaN, got NaN"],
        [{ upper: [9, "9"] }, TypeError, 'bounds.upper[1] must be a number, got "9"'],
        [{ upper: [9] }, RangeError, "flat has 2 elements, bounds.upper has 1"],
        [
          { upper: "9" },
          TypeError,
          'bounds.upper must be a typed array, an array or an ndarray of rank 1 or more, got "9"',
        ],
        [
          { lower: [0, 2], upper: 3 },
          RangeError,
          "flat must lie within its bounds, from 2 to 3 at element 1, got 1",
        ],
      ] as [unknown, typeof RangeError, string][]
    ).map(([bounds, kind, text]): Refusal => [
      `bounds: ${text}`,
      () => numericGradient(rosenbrock, { bounds: bounds as never })([1, 1], [1, 1]),
      kind,
      `numericGradient: ${text}`,
    ]),
    [
      "a gradient of another length",
      () => numericGradient(rosenbrock)([1, 1], [1]),
      RangeError,
      "numericGradient: flat has 2 elements, gradient has 1",
    ],
    [
      "a gradient of integers",
      () => numericGradient(rosenbrock)([1, 1], new Int32Array(2)),
      TypeError,
      "numericGradient: gradient must hold floating-point numbers, got an Int32Array",
    ],
    [
      "a flat that is nothing",
      () => numericGradient(rosenbrock)(undefined as never, [1]),
      TypeError,
      "numericGradient: flat must be a typed array, an array or an ndarray of rank 1 or more, got undefined",
    ],
    [
      "a matrix",
      () => numericGradient(() => 1)(ndarray([1, 2, 3, 4, 5, 6], [3, 2]), ndarray([1, 2])),
      RangeError,
      "numericGradient: flat must have rank 1, got rank 2",
    ],
    [
      "a loss that is not a number",
      () => numericGradient(() => "1" as never)([1], [1]),
      TypeError,
      'numericGradient: loss must return a number, got "1"',
    ],
  ]);
});
