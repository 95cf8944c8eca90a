/** A rule without options does what it does with the defaults that its documentation gives. */
import { expect } from "chai";
import * as optimize from "ndarray-params/optimize";
import { rosenbrock, type Problem } from "../support/problems.ts";
import type { Rule } from "../support/rules.ts";

const documented: { readonly [rule: string]: object } = {
  gradientDescent: { stepRate: 0.1, momentum: 0, nesterov: false },
  rmsProp: {
    stepRate: 0.001,
    decay: 0.9,
    momentum: 0,
    epsilon: 1e-8,
    adaptStepRate: 0,
    minStepRate: 0,
    maxStepRate: Infinity,
  },
  adam: { stepRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, momentum: 0 },
  adamW: { stepRate: 0.001, weightDecay: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  adadelta: { stepRate: 1, decay: 0.9, momentum: 0, epsilon: 1e-4 },
  rprop: { initialStep: 0.1, minStep: 1e-6, maxStep: 1, growStep: 1.2, shrinkStep: 0.5 },
  lbfgs: { memory: 20 },
};

/** Gradients of one sign and then of changing signs, of very different sizes. */
function signs(): Problem {
  let calls = 0;
  return (_, g) => {
    const sign = ++calls < 25 || calls % 2 === 0 ? 1 : -1;
    g.forEach((_v, i) => (g[i] = sign * 10 ** -(3 * i)));
    return 0;
  };
}

/** The gradient of 1/2 Σ xᵢ²/10, which no rule leaves. */
const bowl: Problem = (x, g) => {
  let loss = 0;
  x.forEach((v, i) => {
    g[i] = v / 10;
    loss += (v * v) / 20;
  });
  return loss;
};

describe("the defaults of", () => {
  for (const [name, options] of Object.entries(documented)) {
    const rule = (optimize as unknown as Record<string, Rule>)[name]!;
    const searches = name === "lbfgs";
    const problems: [string, () => Problem][] = searches
      ? [["Rosenbrock's function", () => rosenbrock]]
      : [
          ["a bowl", () => bowl],
          ["gradients of all sizes", signs],
        ];
    for (const [what, problem] of problems) {
      it(`${name} are those that are documented, on ${what}`, () => {
        const [a, b] = [0, 1].map(() => Float64Array.of(-1.2, 1, -0.5, 0.8, 1.5));
        const bare = rule(a!, problem());
        const full = rule(b!, problem(), options);
        for (let i = 0; i < 60; i++) {
          if (bare.next().done === true) break;
          full.next();
          expect([...a!]).to.deep.equal([...b!]);
        }
      });
    }
  }
});

/** One element whose gradients are given, one for each iteration; returns x after each. */
function path(name: string, gradients: readonly number[], options: object = {}): number[] {
  const x = Float64Array.of(0);
  let i = 0;
  const rule = (optimize as unknown as Record<string, Rule>)[name]!;
  const loop = rule(x, (_, g) => ((g[0] = gradients[i++]!), 0), options);
  return gradients.map(() => {
    loop.next();
    return x[0]!;
  });
}

describe("the first steps, worked by hand, of", () => {
  const steps: [rule: string, gradients: number[], options: object, xs: number[]][] = [
    // x ← x - α·g
    ["gradientDescent", [1, -2], {}, [-0.1, 0.1]],
    // step ← α·g + β·step: 1, 0.5 + 1
    ["gradientDescent", [1, 1], { stepRate: 1, momentum: 0.5 }, [-1, -2.5]],
    // r: 0.9 + 0.1·4 = 1.3, 0.9·1.3 + 0.1 = 1.27
    [
      "rmsProp",
      [2, 1],
      { stepRate: 1, epsilon: 1e-18 },
      [-2 / Math.sqrt(1.3), -2 / Math.sqrt(1.3) - 1 / Math.sqrt(1.27)],
    ],
    // The rate is 1, then 0.5, since no step came before, then 0.75 and, as the sign changes, 0.375.
    [
      "rmsProp",
      [1, 1, -1, 1],
      { stepRate: 1, adaptStepRate: 0.5, epsilon: 1e-18 },
      [-1, -1.5, -0.75, -1.125],
    ],
    // The same from the rate that is the default.
    ["rmsProp", [1, 1], { adaptStepRate: 0.5, epsilon: 1e-18 }, [-1e-3, -1.5e-3]],
    // m̂ and √v̂ are 1, then -0.01/0.19 and 1
    ["adam", [1, -1], {}, [-1e-3, -1e-3 + (1e-3 * 0.01) / 0.19]],
    // The same without decay from x = 0; then λ·x = 0.5·(-0.001)
    ["adamW", [1, -1], { weightDecay: 0.5 }, [-1e-3, -1e-3 + 1e-3 * (0.01 / 0.19 + 0.0005)]],
    // √(s + ε)/√(r + ε)·g, s = 0, r = 0.1·g²
    ["adadelta", [1], {}, [-0.01 / Math.sqrt(0.1001)]],
    // 0.1, 0.12 as the sign stays, 0.06 as it changes
    ["rprop", [3, 1, -2], {}, [-0.1, -0.22, -0.16]],
    // A gradient of 0 moves nothing, and keeps the size of the step.
    ["rprop", [1, 0, 1], {}, [-0.1, -0.1, -0.2]],
  ];
  for (const [rule, gradients, options, xs] of steps) {
    const how = Object.keys(options).length === 0 ? "" : `, ${JSON.stringify(options)}`;
    it(`${rule} along the gradients ${gradients.join(", ")}${how}`, () => {
      path(rule, gradients, options).forEach((x, i) => expect(x).to.be.closeTo(xs[i]!, 1e-9));
    });
  }
});
