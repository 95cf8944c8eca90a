/** Every rule refuses what only JavaScript can hand over, and says what it needs. */
import { expect } from "chai";
import type { Objective } from "ndarray-params/optimize";
import {
  afterIterations,
  afterSeconds,
  converged,
  notBelow,
  patience,
} from "ndarray-params/optimize";
import { itRefuses, type Refusal } from "../support/refuses.ts";
import { rules } from "./support/rules.ts";

const template = { w: [2, 1], b: 1 };
const quadratic: Objective<Float64Array> = (x, gradient) => {
  gradient.set(x);
  return x.reduce((sum, v) => sum + (v * v) / 2, 0);
};

for (const { name, rule, tuned, state: names } of rules) {
  describe(`${name} and strange arguments`, () => {
    const flat = Float64Array.of(1, 2, 3);
    const refuses = (
      what: string,
      options: object,
      message: string,
      kind: Refusal[2] = TypeError,
    ): Refusal => [
      what,
      () => {
        try {
          rule(flat, quadratic, options).next();
        } finally {
          expect([...flat]).to.deep.equal([1, 2, 3]);
        }
      },
      kind,
      `${name}: ${message}`,
    ];
    const iterable = (iterator: unknown): object => ({ [Symbol.iterator]: () => iterator });
    /** The promise of somebody who has forgotten to wait. Its failure must not end the process. */
    const failing = async (): Promise<never> => {
      throw new Error("nobody waits for this");
    };
    // A getter, so that the promise is not there before the call.
    const lazily = (option: string): object =>
      Object.defineProperty({}, option, { get: failing, enumerable: true });
    async function* later(): AsyncGenerator<[]> {
      yield await Promise.resolve([]);
    }

    itRefuses([
      refuses("null as state", { state: null }, "state must be the state of a run, got null"),
      refuses("a text as state", { state: "s" }, 'state must be the state of a run, got "s"'),
      refuses(
        "null as gradient",
        { gradient: null },
        "gradient must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got null",
      ),
      refuses(
        "null as template",
        { template: null },
        "the template must be a list or a record, got null",
      ),
      refuses("null as batches", { batches: null }, "batches must be an iterable, got null"),
      refuses(
        "an object without a prototype as batches",
        { batches: Object.create(null) as object },
        "batches must be an iterable, got an object",
      ),
      refuses(
        "an asynchronous generator as batches",
        { batches: later() },
        "batches must be an iterable, got an AsyncGenerator",
      ),
      refuses(
        "batches without an iterator",
        { batches: iterable(null) },
        "batches must have an iterator, got null",
      ),
      refuses(
        "batches whose iterator cannot move on",
        { batches: iterable({}) },
        "batches must have an iterator, got an Object",
      ),
      refuses(
        "batches whose iterator returns nothing",
        { batches: iterable({ next: () => undefined }) },
        "batches must have an iterator that returns { done, value }, got undefined",
      ),
      refuses(
        "batches whose iterator returns promises",
        { batches: iterable({ next: failing }) },
        "batches must have an iterator that returns { done, value }, got a Promise",
      ),
      refuses(
        "the promise of a gradient",
        lazily("gradient"),
        "gradient must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got a Promise",
      ),
      refuses(
        "the promise of a state",
        lazily("state"),
        "state must be the state of a run, got a Promise",
      ),
      [
        "the promise of a flat",
        () => rule(failing() as object as Float64Array, quadratic, {}),
        TypeError,
        `${name}: flat must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got a Promise`,
      ],
      refuses(
        "half an iteration more than is counted",
        { state: { iteration: Infinity } },
        "state.iteration must be a whole number of at least 0, got Infinity",
        RangeError,
      ),
    ]);

    /** The state of a run, and the first of its flats with the name that errors give it. */
    const savedState = (): { state: Record<string, unknown>; row: Float64Array; what: string } => {
      const own = flat.slice();
      const state = structuredClone(tuned(own, quadratic).next().value!.state) as object;
      const entry = names.find((one) => one !== "iteration")!;
      const held = (state as Record<string, Float64Array | Float64Array[]>)[entry]!;
      const row = Array.isArray(held) ? held[0]! : held;
      const what = Array.isArray(held) ? `state.${entry}.0` : `state.${entry}`;
      return { state: state as Record<string, unknown>, row, what };
    };

    for (const value of names.length > 1 ? [NaN, Infinity, -Infinity] : []) {
      it(`refuse a saved state with ${value}, by label`, () => {
        const { state, row, what } = savedState();
        row[1] = value;
        const own = flat.slice();
        for (const [options, place] of [
          [{ state }, "element 1"],
          [{ state, template }, "w[1,0]"],
        ] as const) {
          expect(() => tuned(own, quadratic, options as object))
            .to.throw(RangeError)
            .with.property("message")
            .match(new RegExp(`^${name}: ${what} must be .*finite, got ${value} at `))
            .and.satisfy((message: string) => message.endsWith(` at ${place}`));
          expect([...own]).to.deep.equal([...flat]);
        }
      });
    }

    it("refuse a saved state in which squares or sizes are negative", () => {
      for (const entry of names.filter((one) =>
        /Square|secondMoment|stepSize|stepRate/.test(one),
      )) {
        const { state } = savedState();
        (state[entry] as Float64Array)[2] = -1;
        expect(() => tuned(flat.slice(), quadratic, { state: state as never, template }))
          .to.throw(RangeError)
          .with.property(
            "message",
            `${name}: state.${entry} must be at least 0 and finite, got -1 at b[0]`,
          );
      }
    });
  });
}

describe("options of rules", () => {
  for (const { name, rule } of rules) {
    const own: Record<string, string> = {
      rprop: "initialStep",
      lbfgs: "memory",
      lineSearch: "firstLength",
    };
    const option = own[name] ?? "stepRate";
    if (name === "conjugateGradient") continue;
    it(`of ${name} have no default in place of null`, () => {
      const need = option === "memory" ? "be a number" : "be a ";
      expect(() => rule(Float64Array.of(1), quadratic, { [option]: null }))
        .to.throw(TypeError)
        .with.property("message")
        .satisfy((message: string) => message.startsWith(`${name}: ${option} must ${need}`))
        .and.satisfy((message: string) => message.endsWith("got null"));
    });
  }
});

describe("stops that see something strange", () => {
  const info = { iteration: 3, loss: 1 };
  itRefuses([
    [
      "no info",
      () => afterIterations(3)(undefined as never),
      TypeError,
      "afterIterations: info.iteration must be a number, got undefined",
    ],
    [
      "an iteration that is a text",
      () => afterIterations(3)({ iteration: "3" } as never),
      TypeError,
      'afterIterations: info.iteration must be a number, got "3"',
    ],
    [
      "no iteration after which to give up",
      () => notBelow(1, 2)({ loss: 2 } as never),
      TypeError,
      "notBelow: info.iteration must be a number, got undefined",
    ],
    [
      "no iteration to grant",
      () => patience({ initial: 5 })({ loss: 2 } as never),
      TypeError,
      "patience: info.iteration must be a number, got undefined",
    ],
    [
      "a gradient that is missing",
      () => converged()(info as never),
      TypeError,
      "converged: info.gradient must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got undefined",
    ],
    [
      "no gradient at all",
      () => converged()(undefined as never),
      TypeError,
      "converged: info.gradient must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got undefined",
    ],
    [
      "a clock that counts in bigints",
      () => afterSeconds(1, (() => 5n) as never),
      TypeError,
      "afterSeconds: the time that now returns must be a number, got 5n",
    ],
    [
      "a clock without a time",
      () => afterSeconds(1, () => NaN),
      RangeError,
      "afterSeconds: the time that now returns must be finite, got NaN",
    ],
  ]);
});
