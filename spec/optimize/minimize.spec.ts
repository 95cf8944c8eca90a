/** Runs in one call. */
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import {
  adam,
  afterIterations,
  conjugateGradient,
  converged,
  gradientDescent,
  lbfgs,
  minimize,
  minimizeAsync,
  type LbfgsState,
} from "ndarray-params/optimize";
import { itRefuses } from "../support/refuses.ts";
import { quadratic, rosenbrock } from "./support/problems.ts";

describe("minimize", () => {
  it("runs a rule that ends by itself", () => {
    for (const rule of [lbfgs, conjugateGradient]) {
      const x = Float64Array.of(-1.2, 1);
      const { info, end, reason, iterations, evaluations } = minimize(
        rule as typeof lbfgs,
        x,
        rosenbrock,
      );
      expect(x[0]).to.be.closeTo(1, 1e-9);
      expect(reason).to.equal(end.reason);
      expect(["no lower point", "zero gradient"]).to.include(reason);
      expect([end.iteration, end.evaluations]).to.deep.equal([iterations, evaluations]);
      expect(info).to.include({ iteration: iterations, evaluations });
    }
  });

  it("takes a stop and the options of the rule, and tells the reason", () => {
    const x = Float64Array.of(-1.2, 1);
    const given = { memory: 5, stop: converged(1e-3) };
    const { info, end, reason } = minimize(lbfgs, x, rosenbrock, given);
    expectTypeOf(info!.state).toEqualTypeOf<LbfgsState<typeof x>>();
    expect(info!.state.steps).to.have.length(5);
    expect(reason).to.match(/^the largest \|gradient\| is .*, at most 0.001$/);
    expect(end.reason).to.equal("stopped");
    const own = minimize(lbfgs, x, rosenbrock, {
      stop: function enough() {
        return true;
      },
    });
    expect(own.reason).to.equal("enough");
  });

  it("ends with the iteration that reaches maxEvaluations", () => {
    const x = Float64Array.of(-1.2, 1);
    const { reason, evaluations } = minimize(adam, x, rosenbrock, { maxEvaluations: 7 });
    expect([reason, evaluations]).to.deep.equal(["there were 7 evaluations", 7]);
  });

  it("says if there was no iteration", () => {
    const { info, reason } = minimize(lbfgs, Float64Array.of(1, -2), quadratic([1, 2], [1, -2]));
    expect([info, reason]).to.deep.equal([undefined, "zero gradient"]);
  });

  it("ends with the batches", () => {
    const { reason, iterations } = minimize(adam, Float64Array.of(1, -2), rosenbrock, {
      batches: [[], [], []] as [][],
      maxEvaluations: 100,
    });
    expect([reason, iterations]).to.deep.equal(["no more batches", 3]);
  });

  it("stops as `if (stop(info)) break` does, and names a stop that has no reason", () => {
    const untyped = (answer: unknown) => {
      const stop = [() => answer][0] as () => boolean; // in a list a function gets no name
      return minimize(adam, Float64Array.of(1, -2), rosenbrock, { stop, maxEvaluations: 5 });
    };
    for (const answer of [true, 1, "enough"]) {
      const { iterations, reason } = untyped(answer);
      expect([iterations, reason]).to.deep.equal([1, "a stop without a name"]);
    }
    for (const answer of [false, 0, undefined]) expect(untyped(answer).iterations).to.equal(5);
  });

  const x = Float64Array.of(1);
  itRefuses([
    [
      "a stop that returns a promise, even one that fails",
      () =>
        minimize(adam, Float64Array.of(1, -2), rosenbrock, {
          stop: (async () => Promise.reject(new Error("late"))) as never,
        }),
      TypeError,
      "minimize: stop must answer at once, got a Promise",
    ],
    [
      "a rule that returns no loop",
      () => minimize((() => undefined) as never, x, rosenbrock),
      TypeError,
      "minimize: rule must return a loop, as lbfgs does, got undefined",
    ],
    [
      "a rule that never ends, without a stop",
      () => minimize(gradientDescent, x, rosenbrock),
      RangeError,
      "minimize: this rule does not end by itself: give a stop, or maxEvaluations",
    ],
    [
      "a rule that is none",
      () => minimize("lbfgs" as never, x, rosenbrock),
      TypeError,
      'minimize: rule must be a function, got "lbfgs"',
    ],
    [
      "a stop that is none",
      () => minimize(adam, x, rosenbrock, { stop: 7 as never }),
      TypeError,
      "minimize: stop must be a function, got 7",
    ],
    [
      "no evaluation",
      () => minimize(adam, x, rosenbrock, { maxEvaluations: 0 }),
      RangeError,
      "minimize: maxEvaluations must be a whole number of at least 1, got 0",
    ],
    [
      "null as options",
      () => minimize(adam, x, rosenbrock, null as never),
      TypeError,
      "minimize: options must be an object, got null",
    ],
    [
      "an option that the rule does not have",
      () => minimize(lbfgs, x, rosenbrock, { stepRate: 1 }),
      RangeError,
      'lbfgs: no option "stepRate"; its options are memory, initialDiagonal, bounds, batches, gradient, state, template',
    ],
  ]);
});

describe("minimizeAsync", () => {
  it("does the same with an objective that returns a promise", async () => {
    const [a, b] = [Float64Array.of(-1.2, 1), Float64Array.of(-1.2, 1)];
    const want = minimize(lbfgs, a, rosenbrock);
    const got = await minimizeAsync(lbfgs, b, async (x, g) => rosenbrock(x, g));
    expect([...b]).to.deep.equal([...a]);
    expect(got.end).to.deep.equal(want.end);
    const c = Float64Array.of(-1.2, 1);
    const few = await minimizeAsync(adam, c, rosenbrock, { stop: afterIterations(4) });
    expect(few.reason).to.equal("this is iteration 4");
  });

  it("rejects if nothing would end it", async () => {
    const error: unknown = await minimizeAsync(adam, Float64Array.of(1), rosenbrock).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.have.property(
      "message",
      "minimizeAsync: this rule does not end by itself: give a stop, or maxEvaluations",
    );
  });
});
