import { expect } from "chai";
import ndarray from "ndarray";
import { clipNorm, type Objective } from "ndarray-params/optimize";
import { itRefuses } from "../../support/refuses.ts";

describe("clipNorm", () => {
  const giving =
    (...values: number[]): Objective<Float64Array, [number]> =>
    (_, gradient, loss) => (gradient.set(values), loss);

  for (const [what, values, limit, want] of [
    ["shortens a longer gradient", [3, 4], 1, [0.6, 0.8]],
    ["leaves a shorter one alone", [3, 4], 6, [3, 4]],
    ["leaves zeros alone", [0, 0], 1, [0, 0]],
    ["shortens a gradient whose squares overflow", [3e300, -4e300], 10, [6, -8]],
    ["shortens a gradient whose squares underflow", [3e-300, 4e-300], 5e-301, [3e-301, 4e-301]],
    ["leaves infinities for the rule to find", [Infinity, 1], 1, [Infinity, 1]],
  ] as const) {
    it(what, () => {
      const gradient = new Float64Array(2);
      const loss = clipNorm(giving(...values), limit)(new Float64Array(2), gradient, 7);
      expect(loss).to.equal(7);
      gradient.forEach((v, i) => {
        if (v !== want[i]) expect(v / want[i]!).to.be.closeTo(1, 1e-14);
      });
    });
  }

  it("leaves a NaN for the rule to find", () => {
    const gradient = new Float64Array(2);
    clipNorm(giving(NaN, 5), 1)(new Float64Array(2), gradient, 7);
    expect([...gradient]).to.deep.equal([NaN, 5]);
  });

  it("works on any stride", () => {
    const gradient = ndarray(Float64Array.of(-1, 4, -1, 3, -1), [2], [-2], 3);
    clipNorm(() => 0, 1)(gradient, gradient);
    expect([...gradient.data]).to.deep.equal([-1, 0.8, -1, 0.6000000000000001, -1]);
  });

  it("waits for a promise, because the gradient is written only then", async () => {
    const late = async (_: Float64Array, gradient: Float64Array): Promise<number> => {
      await Promise.resolve();
      gradient.set([3, 4]);
      return 7;
    };
    const gradient = new Float64Array(2);
    const loss = clipNorm(late, 1)(new Float64Array(2), gradient);
    expect([...gradient]).to.deep.equal([0, 0]);
    expect(await loss).to.equal(7);
    expect(gradient[0]! / 0.6).to.be.closeTo(1, 1e-14);
    expect(gradient[1]! / 0.8).to.be.closeTo(1, 1e-14);
  });

  itRefuses([
    [
      "an objective that is not a function",
      () => clipNorm(1 as never, 1),
      TypeError,
      "clipNorm: objective must be a function, got 1",
    ],
    [
      "a limit of 0",
      () => clipNorm(() => 0, 0),
      RangeError,
      "clipNorm: limit must be above 0 and finite, got 0",
    ],
  ]);
});
