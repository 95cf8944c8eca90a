import { expect } from "chai";
import * as optimizers from "ndarray-params/optimize";
import {
  copyOfLib,
  lacking,
  underPolicy,
  withoutWebAssembly,
  type Change,
} from "../../support/lacking.ts";

/** The memory for kernels is refused; other memory is there. */
function smallMemories(): Change {
  const { Memory } = WebAssembly;
  const value = function (pages: ConstructorParameters<typeof Memory>[0]): WebAssembly.Memory {
    if (pages.initial === 292) throw new RangeError("no memory");
    return new Memory(pages);
  };
  return [WebAssembly, "Memory", value];
}

type Floats = Float64Array | Float32Array;

const objective = (x: Floats, g: Floats): number => {
  let loss = 0;
  for (const [i, v] of x.entries()) {
    g[i] = (1 + (i % 3)) * (v - Math.sqrt(i));
    loss += (g[i] * (v - Math.sqrt(i))) / 2;
  }
  return loss;
};

const rules = ["adam", "rmsProp", "rprop", "lbfgs", "conjugateGradient"] as const;

/** Runs every kind of step on enough elements for kernels. */
function bitsBy(of: typeof optimizers): string[] {
  const { float64 } = of.arena(2e6);
  return rules.flatMap((name) =>
    [(n: number) => new Float64Array(n), (n: number) => new Float32Array(n), float64].map(
      (make) => {
        const x = make(1001);
        const steps =
          name === "rmsProp"
            ? of.rmsProp(x, objective, { adaptStepRate: 0.1 })
            : of[name](x, objective);
        for (const { iteration } of steps) if (iteration === 5) break;
        return Buffer.from(x.slice().buffer).toString("base64");
      },
    ),
  );
}

describe("rules without their kernels", () => {
  const bits = bitsBy(optimizers);

  for (const [name, change] of [
    ["without WebAssembly", withoutWebAssembly],
    ["under a policy that forbids it", underPolicy],
    ["without memory for them", smallMemories()],
  ] as const) {
    it(`give the same bits ${name}`, async () => {
      const copy = await copyOfLib()<typeof optimizers>("optimize/index.ts");
      expect(await lacking([change], () => bitsBy(copy))).to.deep.equal(bits);
    });
  }
});
