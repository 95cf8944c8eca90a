import { readFileSync } from "node:fs";
import { expect } from "chai";
import { adam, adamW } from "ndarray-params/optimize";
import { quadratic } from "./support/problems.ts";

const file = new URL("../fixtures/optimize-adam.json", import.meta.url);
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
