/** Every row of docs/coming-from.md about rules and their defaults. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import * as optimize from "ndarray-params/optimize";
import { quadratic, type Problem } from "../support/problems.ts";
import * as formulas from "./formulas.ts";
import type { Formula } from "./formulas.ts";
import { rowsOf } from "./tables.ts";

const file = new URL("../../fixtures/torch/torch.json", import.meta.url);
const torch = JSON.parse(readFileSync(file, "utf8")) as {
  rates: number[];
  defaults: { [rule: string]: { [option: string]: unknown } };
  iterates: { [name: string]: number[][] };
};

// As in make.py beside the fixture.
const scale = [1, 3, 10, 0.5, 2];
const target = [1, -2, 0.5, 3, -1];
const start = [2, 1, -1, 0, 0.5];
const iterations = 25;
const objective = quadratic(scale, target);

/** The iterates of a formula. */
function wanted(formula: Formula): number[][] {
  const x = [...start];
  const steps = start.map(() => formula());
  return Array.from({ length: iterations }, (_, i) => {
    steps.forEach((step, k) => (x[k] = step(x[k]!, scale[k]! * (x[k]! - target[k]!), i + 1)));
    return [...x];
  });
}

type Loop = Iterable<{ readonly state: { iteration: number; readonly step?: Float64Array } }>;

/** A rule of this library, and how much of its last step is to be taken from the flat. */
type Own = readonly [loop: (flat: Float64Array) => Loop, ahead?: number];

function found([loop, ahead = 0]: Own): number[][] {
  const flat = Float64Array.from(start);
  const iterates: number[][] = [];
  for (const { state } of loop(flat)) {
    iterates.push(Array.from(flat, (v, i) => v - ahead * (state.step?.[i] ?? 0)));
    if (iterates.length === iterations) break;
  }
  return iterates;
}

/** The largest difference between two runs. */
const apart = (one: number[][], other: number[][]): number =>
  Math.max(...one.flatMap((x, t) => x.map((v, i) => Math.abs(v - other[t]![i]!))));

/** With weights that decay through the gradient. */
const coupled: Problem = (x, g) => {
  let loss = objective(x, g);
  x.forEach((v, i) => {
    g[i]! += 0.1 * v;
    loss += 0.05 * v * v;
  });
  return loss;
};

const each = (value: (t: number) => number): number[] =>
  Array.from({ length: iterations }, (_, i) => value(i + 1));

const [a, m, w, e] = [0.05, 0.8, 0.1, 1e-2];
const always = (): number => a;
const rate = (t: number): number => torch.rates[t - 1]!;
const betas = { beta1: 0.8, beta2: 0.95 };
const ofAdam = { a, b1: 0.8, b2: 0.95, e };
const { gradientDescent, adam, adamW, rmsProp, adadelta, rprop } = optimize;
const zeros = { iteration: 0, meanSquare: new Float64Array(5), step: new Float64Array(5) };

/** One row: the formula, what PyTorch gave if it is PyTorch's, and the rule of this library. */
interface Row {
  readonly formula: Formula;
  readonly torch?: string;
  readonly own: Own;
}

const same: { readonly [row: string]: Row } = {
  "torch.optim.SGD(lr=a, momentum=m)": {
    formula: formulas.sgd(always, m),
    torch: "SGD, momentum",
    own: [(x) => gradientDescent(x, objective, { stepRate: a, momentum: m })],
  },
  "torch.optim.SGD(momentum=m), optax.sgd with rates aₜ": {
    formula: formulas.sgd(rate, m),
    torch: "SGD, momentum, rates",
    own: [
      (x) =>
        gradientDescent(x, objective, {
          stepRate: torch.rates,
          momentum: each((t) => (t === 1 ? 0 : (m * rate(t)) / rate(t - 1))),
        }),
    ],
  },
  "torch.optim.SGD(momentum=m, dampening=d)": {
    formula: formulas.sgd(always, m, { dampening: 0.3 }),
    torch: "SGD, dampening",
    own: [
      (x) =>
        gradientDescent(x, objective, {
          stepRate: each((t) => (t === 1 ? a : 0.7 * a)),
          momentum: m,
        }),
    ],
  },
  "torch.optim.SGD(momentum=m, nesterov=True)": {
    formula: formulas.sgd(always, m, { nesterov: true }),
    torch: "SGD, nesterov",
    own: [(x) => gradientDescent(x, objective, { stepRate: a, momentum: m, nesterov: true }), m],
  },
  "keras.optimizers.SGD(momentum=m)": {
    formula: formulas.kerasSgd(rate, m),
    own: [(x) => gradientDescent(x, objective, { stepRate: torch.rates, momentum: m })],
  },
  "torch.optim.SGD(weight_decay=w)": {
    formula: formulas.sgd(always, m, { decay: w }),
    torch: "SGD, weight_decay",
    own: [(x) => gradientDescent(x, coupled, { stepRate: a, momentum: m })],
  },
  "torch.optim.Adam(eps=e), optax.adam": {
    formula: formulas.adam(ofAdam),
    torch: "Adam",
    own: [(x) => adamW(x, objective, { stepRate: a, ...betas, epsilon: e, weightDecay: 0 })],
  },
  "torch.optim.Adam(weight_decay=w)": {
    formula: formulas.adam(ofAdam, w),
    torch: "Adam, weight_decay",
    own: [(x) => adamW(x, coupled, { stepRate: a, ...betas, epsilon: e, weightDecay: 0 })],
  },
  "torch.optim.AdamW(weight_decay=w), optax.adamw": {
    formula: formulas.adam(ofAdam, w, false),
    torch: "AdamW",
    own: [(x) => adamW(x, objective, { stepRate: a, ...betas, epsilon: e, weightDecay: w })],
  },
  "keras.optimizers.Adam(epsilon=e)": {
    formula: formulas.kerasAdam(ofAdam),
    own: [(x) => adam(x, objective, { stepRate: a, ...betas, epsilon: e })],
  },
  "torch.optim.RMSprop(alpha=b, eps=e)": {
    formula: formulas.rmsProp(a, 0.9, e),
    torch: "RMSprop",
    own: [
      (x) =>
        adam(x, objective, {
          beta1: 0,
          beta2: 0.9,
          epsilon: e,
          stepRate: each((t) => a / Math.sqrt(1 - 0.9 ** t)),
        }),
    ],
  },
  "keras.optimizers.RMSprop(rho=b, epsilon=e), optax.rmsprop": {
    formula: formulas.rootedRmsProp(a, 0.9, e),
    own: [(x) => rmsProp(x, objective, { stepRate: a, decay: 0.9, epsilon: e, state: zeros })],
  },
  "optax.rmsprop(momentum=m, nesterov=True)": {
    formula: formulas.rootedRmsProp(0.02, 0.9, e, 0.5, true),
    own: [
      (x) =>
        rmsProp(x, objective, {
          stepRate: 0.02,
          decay: 0.9,
          epsilon: e,
          momentum: 0.5,
          state: zeros,
        }),
      0.5,
    ],
  },
  "torch.optim.Adadelta(lr=1, rho=b, eps=e)": {
    formula: formulas.adadelta(1, 0.8, 1e-3),
    torch: "Adadelta",
    own: [(x) => adadelta(x, objective, { decay: 0.8, epsilon: 1e-3 })],
  },
};

const rooted = { stepRate: 0.02, decay: 0.9, epsilon: e, momentum: 0.5, state: zeros };
const differs: { readonly [row: string]: Row } = {
  "momentum, PyTorch and optax": {
    formula: formulas.sgd(rate, m),
    torch: "SGD, momentum, rates",
    own: [(x) => gradientDescent(x, objective, { stepRate: torch.rates, momentum: m })],
  },
  "Adam's ε, PyTorch and optax": {
    formula: formulas.adam(ofAdam),
    torch: "Adam",
    own: [(x) => adam(x, objective, { stepRate: a, ...betas, epsilon: e })],
  },
  "Adam's ε, Keras": {
    formula: formulas.kerasAdam({ ...ofAdam, e: 1e-7 }),
    own: [(x) => adam(x, objective, { stepRate: a, ...betas })],
  },
  "weight decay of SGD and Adam, PyTorch": {
    formula: formulas.adam(ofAdam, w),
    torch: "Adam, weight_decay",
    own: [(x) => adamW(x, objective, { stepRate: a, ...betas, epsilon: e, weightDecay: w })],
  },
  "weight decay of AdamW, Keras": {
    formula: formulas.kerasAdam(ofAdam, w),
    own: [(x) => adamW(x, objective, { stepRate: a, ...betas, epsilon: e, weightDecay: w })],
  },
  "RMSprop's ε, PyTorch": {
    formula: formulas.rmsProp(a, 0.9, e),
    torch: "RMSprop",
    own: [(x) => rmsProp(x, objective, { stepRate: a, decay: 0.9, epsilon: e, state: zeros })],
  },
  "RMSprop's first mean square, everywhere": {
    formula: formulas.rootedRmsProp(a, 0.9, e),
    own: [(x) => rmsProp(x, objective, { stepRate: a, decay: 0.9, epsilon: e })],
  },
  "RMSprop's momentum, PyTorch": {
    formula: formulas.rmsProp(0.02, 0.9, e, 0.5),
    torch: "RMSprop, momentum",
    own: [(x) => rmsProp(x, objective, rooted)],
  },
  "RMSprop's momentum, Keras and optax": {
    formula: formulas.rootedRmsProp(0.02, 0.9, e, 0.5),
    own: [(x) => rmsProp(x, objective, rooted)],
  },
  "RMSprop, centered": {
    formula: formulas.rmsProp(0.02, 0.9, e, 0, true),
    torch: "RMSprop, centered",
    own: [(x) => rmsProp(x, objective, { ...rooted, momentum: 0 })],
  },
  "Adadelta's rate, everywhere": {
    formula: formulas.adadelta(0.5, 0.8, 1e-3),
    torch: "Adadelta, lr",
    own: [(x) => adadelta(x, objective, { stepRate: 0.5, decay: 0.8, epsilon: 1e-3 })],
  },
  "Rprop, PyTorch and optax": {
    formula: formulas.rprop(0.1, [0.5, 1.2], [1e-6, 1]),
    torch: "Rprop",
    own: [(x) => rprop(x, objective, { initialStep: 0.1 })],
  },
};

for (const [heading, rows, isSame] of [
  ["The same iterates", same, true],
  ["What differs", differs, false],
] as const) {
  describe(`docs/coming-from.md: ${heading}`, () => {
    it("has these rows and no others", () => {
      expect(rowsOf(heading).map(([there]) => there)).to.deep.equal(Object.keys(rows));
    });

    for (const [there, row] of Object.entries(rows)) {
      if (row.torch !== undefined) {
        it(`${there}: the formula gives PyTorch's iterates`, () => {
          expect(apart(wanted(row.formula), torch.iterates[row.torch!]!)).to.be.below(1e-12);
        });
      }

      it(`${there}: ${isSame ? "the options give the iterates" : "the iterates are others here"}`, () => {
        const distance = apart(wanted(row.formula), found(row.own));
        if (isSame) expect(distance).to.be.below(1e-12);
        else expect(distance).to.be.above(1e-7);
      });
    }
  });
}

describe("docs/coming-from.md on Rprop", () => {
  it("has the same iterates until an element changes the sign of its gradient", () => {
    const [their, ours] = [
      wanted(differs["Rprop, PyTorch and optax"]!.formula),
      found(differs["Rprop, PyTorch and optax"]!.own),
    ];
    start.forEach((from, i) => {
      const signs = [from, ...their.map((x) => x[i]!)].map((x) => Math.sign(x - target[i]!));
      const change = signs.findIndex((sign) => sign !== signs[0]);
      expect(change).to.be.above(0); // every element does it once
      for (let t = 0; t < change; t++) expect(ours[t]![i]).to.equal(their[t]![i]);
      expect(ours[change]![i]).not.to.equal(their[change]![i]);
    });
  });
});

describe("docs/coming-from.md on clipping", () => {
  it("has PyTorch's factor but for the 1e-6 that it adds to the norm", () => {
    for (const [limit, values] of [
      [1, [3, 4]],
      [10, [3, 4]],
    ] as const) {
      const gradient = new Float64Array(2);
      const clipped = optimize.clipNorm(
        (_: Float64Array, g: Float64Array) => (g.set(values), 0),
        limit,
      );
      clipped(gradient, gradient);
      const factor = Math.min(1, limit / (5 + 1e-6)); // clip_grad_norm_
      values.forEach((v, i) => expect(gradient[i]! / (v * factor)).to.be.closeTo(1, 3e-7));
    }
  });
});

describe("docs/coming-from.md: Defaults", () => {
  /** The rule here, its option, and PyTorch's name for that; a number picks one of a pair. */
  const options: {
    readonly [row: string]: readonly [rule: string, option: string, theirs: string, of?: number];
  } = {
    "SGD: rate": ["gradientDescent", "stepRate", ""],
    "SGD: momentum": ["gradientDescent", "momentum", "momentum"],
    "Adam: rate": ["adam", "stepRate", "lr"],
    "Adam: beta1": ["adam", "beta1", "betas", 0],
    "Adam: beta2": ["adam", "beta2", "betas", 1],
    "Adam: epsilon": ["adam", "epsilon", "eps"],
    "AdamW: rate": ["adamW", "stepRate", "lr"],
    "AdamW: weight decay": ["adamW", "weightDecay", "weight_decay"],
    "AdamW: epsilon": ["adamW", "epsilon", "eps"],
    "RMSprop: rate": ["rmsProp", "stepRate", "lr"],
    "RMSprop: decay": ["rmsProp", "decay", "alpha"],
    "RMSprop: epsilon": ["rmsProp", "epsilon", "eps"],
    "Adadelta: rate": ["adadelta", "stepRate", "lr"],
    "Adadelta: decay": ["adadelta", "decay", "rho"],
    "Adadelta: epsilon": ["adadelta", "epsilon", "eps"],
    "Rprop: first step": ["rprop", "initialStep", "lr"],
    "Rprop: smallest step": ["rprop", "minStep", "step_sizes", 0],
    "Rprop: largest step": ["rprop", "maxStep", "step_sizes", 1],
    "Rprop: shrink": ["rprop", "shrinkStep", "etas", 0],
    "Rprop: grow": ["rprop", "growStep", "etas", 1],
    "L-BFGS: memory": ["lbfgs", "memory", "history_size"],
  };
  const rows = rowsOf("Defaults");

  it("has these rows and no others", () => {
    expect(rows.map(([what]) => what)).to.deep.equal(Object.keys(options));
  });

  for (const [what, pyTorch, , , here] of rows) {
    const [rule, option, theirs, of] = options[what!]!;
    it(`${what}: PyTorch's is that of its version 1.13`, () => {
      const value = torch.defaults[what!.split(":")[0]!.replace("-", "")]![theirs];
      const one = of === undefined ? value : (value as number[])[of];
      if (theirs === "") expect(pyTorch).to.equal("");
      else expect(Number(pyTorch)).to.equal(one);
    });

    it(`${what}: ours is that of the rule`, () => {
      const run = (optimize as unknown as { [name: string]: typeof adam })[rule]!;
      const large: Problem = (x, g) => quadratic([1, 3, 10, 0.5, 200], target)(x, g);
      const after = (own: object): Float64Array => {
        const flat = Float64Array.from(start);
        const loop = run(flat, rule === "lbfgs" ? large : objective, own);
        for (let i = 0; i < 60; i++) if (loop.next().done === true) break;
        return flat;
      };
      const value = Number(here);
      expect(after({ [option]: value })).to.deep.equal(after({}));
      if (rule === "lbfgs") return; // its memory is never full here
      const near = value === 0 ? 0.01 : value === 1e-6 ? 1e-2 : value * 0.9;
      if (option !== "maxStep" && option !== "growStep") {
        expect(after({ [option]: near })).not.to.deep.equal(after({}));
      }
    });
  }
});
