/** Rates such as stepRate are a number, a flat or a series. Gradient descent shows them. */
import { expect } from "chai";
import ndarray from "ndarray";
import {
  adadelta,
  adam,
  adamW,
  gradientDescent,
  lbfgs,
  rmsProp,
  rprop,
  type GradientDescentOptions,
  type Rate,
} from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";

/** The gradient is always 1, so that a step is the rate itself. */
const slope = (_: Float64Array, gradient: Float64Array): number => (gradient.fill(1), 0);

function steps(n: number, stepRate: Rate): number[][] {
  const flat = new Float64Array(3);
  const loop = gradientDescent(flat, slope, { stepRate });
  return Array.from({ length: n }, () => {
    flat.fill(0);
    loop.next();
    return Array.from(flat, (v) => -v);
  });
}

describe("a stepRate", () => {
  it("that is a number holds for all elements and iterations", () => {
    expect(steps(2, 0.5)).to.deep.equal([
      [0.5, 0.5, 0.5],
      [0.5, 0.5, 0.5],
    ]);
  });

  it("that is a flat has a number for each element", () => {
    const backwards = ndarray(Float32Array.of(3, 0, 2, 0, 1), [3], [-2], 4);
    for (const rate of [Float64Array.of(1, 2, 3), backwards]) {
      expect(steps(1, rate)).to.deep.equal([[1, 2, 3]]);
    }
  });

  it("that is another iterable has a number or a flat for each iteration", () => {
    const rate = [0.5, Float64Array.of(1, 2, 3), ndarray(Float64Array.of(4, 5, 6)), 0.25];
    expect(steps(4, rate)).to.deep.equal([
      [0.5, 0.5, 0.5],
      [1, 2, 3],
      [4, 5, 6],
      [0.25, 0.25, 0.25],
    ]);
  });

  it("that is a generator is closed with the loop", () => {
    let closed = false;
    const rates = function* (): Generator<number> {
      try {
        for (;;) yield 1;
      } finally {
        closed = true;
      }
    };
    for (const _ of gradientDescent(new Float64Array(3), slope, { stepRate: rates() })) break;
    expect(closed).to.equal(true);
  });

  it("goes on where a continued run was", () => {
    const flat = new Float64Array(3);
    const options = { stepRate: [1, 2, 4, 8], momentum: [0, 0, 0, 0] };
    const first = gradientDescent(flat, slope, options);
    first.next();
    const { state } = first.next().value;
    gradientDescent(flat, slope, { ...options, state }).next();
    expect([...flat]).to.deep.equal([-7, -7, -7]);
  });

  it("that ends is an error, and flat is not touched", () => {
    const flat = new Float64Array(3);
    const options = { momentum: 0.5, nesterov: true, stepRate: [1, 2] };
    const loop = gradientDescent(flat, slope, options);
    loop.next();
    loop.next();
    const before = [...flat];
    expect(() => loop.next())
      .to.throw(RangeError)
      .with.property("message", "gradientDescent: stepRate has no value for iteration 3");
    expect([...flat]).to.deep.equal(before);
  });
});

describe("what a loop draws from", () => {
  /**
   * Iterables for batches, stepRate and momentum. Those named in `faulty` throw when closed; the one
   * named `failing` throws when first drawn from.
   */
  const sources = (faulty: readonly string[], failing?: string) => {
    const closed: string[] = [];
    const source = <V>(name: string, value: V): Iterable<V> => ({
      [Symbol.iterator]: () => ({
        next: () => {
          if (name === failing) throw new Error(`${name} fails`);
          return { value, done: false };
        },
        return: () => {
          closed.push(name);
          if (faulty.includes(name)) throw new Error(name);
          return { value: undefined, done: true };
        },
      }),
    });
    const batches = source<readonly []>("batches", []);
    const options = { batches, stepRate: source("stepRate", 1), momentum: source("momentum", 0) };
    return { options, closed };
  };
  const all = ["batches", "stepRate", "momentum"];

  for (const [failing, others] of [
    ["batches", []],
    ["stepRate", ["batches"]],
    ["momentum", ["batches", "stepRate"]],
  ] as const) {
    it(`is closed if ${failing} fails, except ${failing} itself, as for...of does`, () => {
      const { options, closed } = sources(all, failing);
      const loop = gradientDescent(new Float64Array(3), slope, options);
      expect(() => loop.next()).to.throw(`${failing} fails`);
      expect(closed).to.deep.equal(others);
      expect(loop.return!()).to.deep.equal({ value: undefined, done: true });
      expect(closed).to.deep.equal(others);
    });
  }

  for (const [faulty, first] of [
    [["batches"], "batches"],
    [["stepRate"], "stepRate"],
    [["momentum", "stepRate"], "stepRate"],
    [all, "batches"],
  ] as const) {
    it(`is closed even if closing ${faulty.join(" and ")} fails, and the error is thrown`, () => {
      const { options, closed } = sources(faulty);
      const loop = gradientDescent(new Float64Array(3), slope, options);
      loop.next();
      expect(() => loop.return!()).to.throw(first);
      expect(closed).to.deep.equal(all);
      expect(loop.return!()).to.deep.equal({ value: undefined, done: true });
      expect(loop.next()).to.deep.equal({ value: undefined, done: true });
      expect(closed).to.deep.equal(all);
    });

    it(`is closed after an error that closing ${faulty.join(" and ")} does not hide`, () => {
      const { options, closed } = sources(faulty);
      const objective = (): number => {
        throw new Error("objective");
      };
      const loop = gradientDescent(new Float64Array(3), objective, options);
      expect(() => loop.next()).to.throw("objective");
      expect(closed).to.deep.equal(all);
    });
  }

  for (const name of ["batches", "stepRate"]) {
    it(`may not close ${name} by a promise, whose failure would end the process`, async () => {
      const faults: unknown[] = [];
      const hear = (reason: unknown): void => void faults.push(reason);
      const own = process.listeners("unhandledRejection");
      process.removeAllListeners("unhandledRejection").on("unhandledRejection", hear);
      const values = {
        [Symbol.iterator]: () => ({
          next: () => ({ value: name === "batches" ? [] : 1, done: false }),
          return: async () => Promise.reject(new Error("late")),
        }),
      };
      try {
        const loop = gradientDescent(new Float64Array(3), slope, { [name]: values });
        loop.next();
        expect(() => loop.return!()).to.throw(
          TypeError,
          `gradientDescent: ${name} must have an iterator whose return is done at once, got a Promise`,
        );
        expect(loop.next().done).to.equal(true);
        await new Promise((resolve) => setImmediate(resolve));
      } finally {
        process.removeListener("unhandledRejection", hear);
        for (const each of own) process.on("unhandledRejection", each);
      }
      expect(faults).to.deep.equal([]);
    });
  }
});

describe("a rule's options", () => {
  const flat = Float64Array.of(1, 2, 3);
  const number = "must be at least 0 and finite, got";
  const part = "must be at least 0 and below 1, got";
  const descend = (options: GradientDescentOptions<Float64Array>) => () =>
    gradientDescent(flat, slope, options).next();

  afterEach(() => expect([...flat]).to.deep.equal([1, 2, 3]));

  itRefuses([
    [
      "a negative step",
      descend({ stepRate: -1 }),
      RangeError,
      `gradientDescent: stepRate ${number} -1`,
    ],
    ["a NaN", descend({ stepRate: NaN }), RangeError, `gradientDescent: stepRate ${number} NaN`],
    [
      "a negative step in a series",
      descend({ stepRate: [-1] }),
      RangeError,
      `gradientDescent: stepRate ${number} -1`,
    ],
    [
      "a negative step of an element",
      descend({ stepRate: Float64Array.of(1, 2, -3) }),
      RangeError,
      `gradientDescent: stepRate ${number} -3 at element 2`,
    ],
    [
      "rates of another size",
      descend({ stepRate: Float64Array.of(1, 2) }),
      RangeError,
      "gradientDescent: flat has 3 elements, stepRate has 2",
    ],
    [
      "a rate that is a string",
      descend({ stepRate: "fast" as never }),
      TypeError,
      `gradientDescent: stepRate must be a number, a flat or an iterable of them, got "fast"`,
    ],
    [
      "a rate that is null",
      descend({ stepRate: [null as never] }),
      TypeError,
      "gradientDescent: stepRate must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got null",
    ],
    [
      "a flag that is neither true nor false",
      descend({ nesterov: "yes" as never }),
      TypeError,
      'gradientDescent: nesterov must be true or false, got "yes"',
    ],
    [
      "a momentum of 1",
      descend({ momentum: 1 }),
      RangeError,
      `gradientDescent: momentum ${part} 1`,
    ],
    ["a beta1 of 1", () => adam(flat, slope, { beta1: 1 }), RangeError, `adam: beta1 ${part} 1`],
    [
      "a negative beta2",
      () => adamW(flat, slope, { beta2: -0.1 }),
      RangeError,
      `adamW: beta2 ${part} -0.1`,
    ],
    [
      "an epsilon of 0",
      () => adadelta(flat, slope, { epsilon: 0 }),
      RangeError,
      "adadelta: epsilon must be above 0 and finite, got 0",
    ],
    [
      "a decay that is a string",
      () => rmsProp(flat, slope, { decay: "0.9" as never }),
      TypeError,
      `rmsProp: decay must be a number, got "0.9"`,
    ],
    [
      "a negative bound",
      () => rmsProp(flat, slope, { maxStepRate: -1 }),
      RangeError,
      "rmsProp: maxStepRate must be at least 0, got -1",
    ],
    [
      "step rates with no room between their bounds",
      () => rmsProp(flat, slope, { minStepRate: 0.2, maxStepRate: 0.1 }),
      RangeError,
      "rmsProp: minStepRate must be at most maxStepRate, got 0.2 and 0.1",
    ],
    [
      "steps with no room between their bounds",
      () => rprop(flat, slope, { minStep: 2 }),
      RangeError,
      "rprop: minStep must be at most maxStep, got 2 and 1",
    ],
    [
      "a schedule of rates that adapt themselves",
      () => rmsProp(flat, slope, { stepRate: [0.1], adaptStepRate: 0.1 }),
      TypeError,
      "rmsProp: stepRate must be a number or a flat here, got an Array",
    ],
    [
      "steps that shrink as they grow",
      () => rprop(flat, slope, { growStep: 0.5 }),
      RangeError,
      "rprop: growStep must be at least 1 and finite, got 0.5",
    ],
    [
      "a memory of 0",
      () => lbfgs(flat, slope, { memory: 0 }),
      RangeError,
      "lbfgs: memory must be a whole number of at least 1, got 0",
    ],
    [
      "a state with another memory",
      () => lbfgs(flat, slope, { memory: 2, state: { iteration: 0, steps: [], changes: [] } }),
      RangeError,
      "lbfgs: state.steps must be a list of 2, got one of 0",
    ],
    [
      "a state whose memory is no list",
      () => lbfgs(flat, slope, { memory: 2, state: { iteration: 0, steps: 3 } }),
      RangeError,
      "lbfgs: state.steps must be a list of 2, got 3",
    ],
    [
      "a state with a flat of another size",
      () => adam(flat, slope, { state: { iteration: 1, firstMoment: new Float64Array(2) } }),
      RangeError,
      "adam: flat has 3 elements, state.firstMoment has 2",
    ],
  ]);
});

describe("flat and gradient", () => {
  const whole = new Float64Array(12);
  const slopeOf = (): number => 0;
  const view = (offset: number, stride: number) => ndarray(whole, [3], [stride], offset);

  it("may be rows or columns of one matrix", () => {
    for (const [a, b] of [
      [view(0, 1), view(3, 1)],
      [view(0, 2), view(1, 2)],
      [view(4, -2), view(1, 2)],
      [ndarray(whole.subarray(0, 3)), ndarray(whole.subarray(3, 6))],
    ] as const) {
      expect(() => gradientDescent(a, slopeOf, { gradient: b })).not.to.throw();
    }
  });

  for (const [a, b] of [
    [view(0, 1), view(2, 1)],
    [view(0, 2), view(2, 2)],
    [view(4, -1), view(0, 3)],
    [ndarray(whole.subarray(0, 3)), ndarray(whole.subarray(2, 5))],
    [new Float64Array(whole.buffer, 0, 3), new Float32Array(whole.buffer, 8, 3)],
  ] as const) {
    it(`may not share elements, ${JSON.stringify([a, b].map((v) => ("stride" in v ? [v.offset, v.stride[0]] : v.constructor.name)))}`, () => {
      expect(() => gradientDescent(a as never, slopeOf, { gradient: b as never }))
        .to.throw(RangeError)
        .with.property("message", "gradientDescent: flat and gradient must not share elements");
    });
  }
});
