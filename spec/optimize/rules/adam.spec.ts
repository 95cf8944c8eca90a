import { readFileSync } from "node:fs";
import { expect } from "chai";
import { adam, adamW } from "ndarray-params/optimize";
import { quadratic } from "../support/problems.ts";

const file = new URL("../../fixtures/optimize-adam.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as {
  cases: { rule: "adam" | "adamW"; beta1: number; beta2: number; iterates: number[][] }[];
};

describe("the first steps of Adam", () => {
  const objective = quadratic([1, 3, 10, 0.5], [0.25, -0.5, 0.125, 0.75]);

  for (const { rule, beta1, beta2, iterates } of cases) {
    // 1 - 0.999ᵗ loses ten bits, whatever computes the power.
    const tolerance = beta2 === 0.999 ? 5e-15 : 1e-15;
    it(`by ${rule} with beta2 = ${beta2} agree with 60 digits to ${tolerance}`, () => {
      const flat = Float64Array.of(0.5, 0.25, -0.25, 0);
      const options = { stepRate: 0.05, beta1, beta2 };
      const loop =
        rule === "adam"
          ? adam(flat, objective, options)
          : adamW(flat, objective, { ...options, weightDecay: 0.1 });
      expect(iterates).to.have.length(8);
      for (const want of iterates) {
        loop.next();
        want.forEach((w, i) => expect(flat[i]).to.be.closeTo(w, tolerance));
      }
    });
  }
});

describe("adamW's iterates", () => {
  const objective = quadratic([1, 3, 10, 0.5, 2], [1, -2, 0.5, 3, -1]);

  it("are those of the published algorithm in NumPy", () => {
    const own = new URL("../../fixtures/optimize-adamw.json", import.meta.url);
    const { iterates } = JSON.parse(readFileSync(own, "utf8")) as { iterates: number[][] };
    const flat = Float64Array.of(2, 1, -1, 0, 0.5);
    const options = { stepRate: 0.05, beta1: 0.8, beta2: 0.95, epsilon: 1e-6, weightDecay: 0.1 };
    const loop = adamW(flat, objective, options);
    for (const want of iterates) {
      loop.next();
      want.forEach((w, i) => expect(flat[i]).to.be.closeTo(w, 1e-13));
    }
  });

  it("decay only the elements that have a decay in a flat of decays", () => {
    const flat = Float64Array.of(2, 1, -1, 0, 0.5);
    const weightDecay = Float64Array.of(0, 0.5, 0, 0, 0.25);
    // With a gradient of 0 only the decay is left: x ← x - α·λ·x.
    const loop = adamW(flat, (_, gradient) => (gradient.fill(0), 0), {
      stepRate: 0.1,
      weightDecay,
    });
    loop.next();
    expect([...flat]).to.deep.equal([2, 1 - 0.1 * 0.5, -1, 0, 0.5 - 0.1 * (0.25 * 0.5)]);
  });
});

describe("adam's momentum", () => {
  it("gives each of many elements, which kernels step, the bits of one alone", () => {
    const objective = (x: Float64Array, g: Float64Array): number => {
      x.forEach((v, i) => (g[i] = v - 1));
      return 0;
    };
    for (const options of [{}, { momentum: 0.9 }]) {
      const [one, many] = [new Float64Array(1).fill(3), new Float64Array(1000).fill(3)];
      const [a, b] = [one, many].map((x) => adam(x, objective, { stepRate: 0.1, ...options }));
      for (let i = 0; i < 5; i++) {
        a!.next();
        b!.next();
        expect(new Set(many)).to.deep.equal(new Set(one));
      }
    }
  });
});
