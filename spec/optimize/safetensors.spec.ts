import { expect } from "chai";
import { templateOf, valuesToFlat } from "ndarray-params";
import { load, serialize } from "ndarray-params/safetensors";
import { rosenbrock } from "./support/problems.ts";
import { rules } from "./support/rules.ts";

type Floats = Float64Array | Float32Array;

function objective(flat: Floats, gradient: Floats): number {
  const g = new Float64Array(flat.length);
  const loss = rosenbrock(Float64Array.from(flat), g);
  gradient.set(g);
  return loss;
}

describe("a state in a safetensors file of flat's own type", () => {
  for (const { name, tuned } of rules) {
    for (const Data of [Float64Array, Float32Array]) {
      it(`continues ${name} on a ${Data.name} bit for bit`, () => {
        const flat: Floats = Data.from([-1.2, 1, -0.5, 0.8]);
        const loop = tuned(flat, objective);
        for (let i = 0; i < 12; i++) loop.next();
        const { state } = loop.next().value;
        const template = templateOf(state);
        const dtype = Data === Float64Array ? "float64" : "float32";
        const [saved] = valuesToFlat(state, template, { dtype });
        const { views } = load(serialize(saved, template), template);

        const again = flat.slice();
        const continued = tuned(again, objective, { state: views });
        for (let i = 0; i < 15; i++) {
          loop.next();
          continued.next();
          expect([...again]).to.deep.equal([...flat]);
        }
      });
    }
  }
});
