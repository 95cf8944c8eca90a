/** Static types: the type check of the suite tests them. */
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import {
  adam,
  afterIterations,
  allOf,
  anyNaN,
  anyOf,
  converged,
  gradientDescent,
  lbfgs,
  minibatches,
  patience,
  rmsProp,
  type Signal,
} from "ndarray-params/optimize";

describe("the static types", () => {
  const flat = new Float32Array(2);
  const objective = (_: Float32Array, gradient: Float32Array): number => (gradient.fill(0), 0);

  it("know what is in info, and that flats in the state are of flat's kind", () => {
    for (const info of adam(flat, objective)) {
      expectTypeOf(info.gradient).toEqualTypeOf<typeof flat>();
      expectTypeOf(info.state.secondMoment).toEqualTypeOf<typeof flat>();
      expectTypeOf(info.state.iteration).toEqualTypeOf<number>();
      expectTypeOf(info.state).toEqualTypeOf<{
        readonly iteration: number;
        readonly firstMoment: typeof flat;
        readonly secondMoment: typeof flat;
        readonly step?: typeof flat;
      }>();
      // @ts-expect-error: adam has no such state
      expect(info.state.velocity).to.equal(undefined);
      // @ts-expect-error: info is read-only
      info.iteration = 5;
      break;
    }
    for (const { state, stepLength } of lbfgs(flat, objective)) {
      expectTypeOf(state.steps).toEqualTypeOf<readonly (typeof flat)[]>();
      expectTypeOf(stepLength).toEqualTypeOf<number>();
    }
  });

  it("know what stops look at together", () => {
    const stop = anyOf(afterIterations(10), converged(1e-6), allOf(anyNaN("loss")));
    for (const info of adam(flat, objective)) if (stop(info) || info.iteration > 0) break;
    const early = anyOf(patience({ key: "validationLoss", initial: 1 }), converged(1e-6));
    // @ts-expect-error: patience needs the validation loss
    expect(() => early({ iteration: 1, gradient: flat })).to.throw(TypeError);
  });

  it("know Node's signals, but for those that no process can catch", () => {
    type Uncatchable = "SIGKILL" | "SIGSTOP";
    type Obsolete = "SIGLOST" | "SIGUNUSED";
    expectTypeOf<Signal>().toEqualTypeOf<Exclude<NodeJS.Signals, Uncatchable | Obsolete>>();
  });

  it("check options by name", () => {
    // @ts-expect-error: it is called stepRate
    expect(() => adam(flat, objective, { learningRate: 0.1 })).to.throw(RangeError);
    // @ts-expect-error: rmsProp has one decay
    expect(() => rmsProp(flat, objective, { beta1: 0.9 })).to.throw(RangeError);
    // @ts-expect-error: a rate is not a string
    expect(() => gradientDescent(flat, objective, { stepRate: "0.1" })).to.throw(TypeError);
  });

  it("check batches against the objective", () => {
    const x = ndarray(new Float64Array(4), [2, 2]);
    const batches = minibatches([x, new Uint8Array(2)], 1, { epochs: 1 });
    const wants = (
      _: Float32Array,
      g: Float32Array,
      images: NdArray<Float64Array>,
      t: Uint8Array,
    ) => g.fill(images.get(0, 0))[0]! + t[0]!;
    expect([...adam(flat, wants, { batches })]).to.have.length(2);
    // @ts-expect-error: the batches lack the labels
    adam(flat, wants, { batches: minibatches([x], 1) });
    const bytes = ndarray(new Uint8Array(4), [2, 2]);
    const options = { scales: [1 / 255, undefined], epochs: 1 } as const;
    expect([
      ...adam(flat, wants, { batches: minibatches([bytes, new Uint8Array(2)], 1, options) }),
    ]).to.have.length(2);
    // @ts-expect-error: the images are bytes
    adam(flat, wants, { batches: minibatches([bytes, new Uint8Array(2)], 1) });
    const single = { ...options, dtype: "float32" } as const;
    // @ts-expect-error: the images are float32
    adam(flat, wants, { batches: minibatches([bytes, new Uint8Array(2)], 1, single) });
    const near = { ...options, allocate: (size: number) => new Float64Array(size) };
    adam(flat, wants, { batches: minibatches([bytes, new Uint8Array(2)], 1, near) }).next();
    // @ts-expect-error: the objective is of another kind of flat
    adam(new Float64Array(2), wants, { batches });
    // @ts-expect-error: a flat holds floats
    expect(() => adam(new Int32Array(2), objective)).to.throw(TypeError);
  });
});
