/** Every row of docs/coming-from.md about schedules and averages. */
import { readFileSync } from "node:fs";
import { expect } from "chai";
import fc from "fast-check";
import {
  cosineAnnealing,
  decaying,
  linearAnnealing,
  movingAverage,
  reduceOnPlateau,
  type PlateauOptions,
} from "ndarray-params/optimize";
import { rowsOf } from "./tables.ts";

const file = new URL("../../fixtures/torch/torch.json", import.meta.url);
const torch = JSON.parse(readFileSync(file, "utf8")) as {
  iterates: { [name: string]: number[][] };
  schedules: { [name: string]: [rate: number, momentum: number][] };
  plateaus: { losses: number[]; rates: number[] }[];
  averages: { [name: string]: number[][] };
};

function first(n: number, values: Iterable<number>): number[] {
  const taken: number[] = [];
  for (const value of values) if (taken.push(value) === n) break;
  return taken;
}

function closeTo(got: readonly number[], want: readonly number[]): void {
  expect(got).to.have.length(want.length);
  got.forEach((value, i) => expect(value).to.be.closeTo(want[i]!, 1e-12));
}

const ratesOf = (name: string): number[] => torch.schedules[name]!.map(([rate]) => rate);

/** The rates after each loss. */
function ratesAfter(losses: readonly number[], options: PlateauOptions): number[] {
  const rate = reduceOnPlateau(1, options);
  const drawn = rate[Symbol.iterator]();
  return losses.map((loss) => {
    rate.observe(loss);
    return drawn.next().value as number;
  });
}

/** Keras's callback, with min_delta 0. */
function kerasPlateau(losses: readonly number[], factor: number, patience: number, rest: number) {
  let [best, wait, cooldown, rate] = [Infinity, 0, 0, 1];
  return losses.map((loss) => {
    if (cooldown > 0) {
      cooldown--;
      wait = 0;
    }
    if (loss < best) [best, wait] = [loss, 0];
    else if (cooldown === 0 && ++wait >= patience)
      [rate, cooldown, wait] = [rate * factor, rest, 0];
    return rate;
  });
}

/** optax's transformation, with atol 0. */
function optaxPlateau(
  losses: readonly number[],
  factor: number,
  patience: number,
  rest: number,
  rtol: number,
) {
  let [best, count, cooldown, scale] = [Infinity, 0, 0, 1];
  return losses.map((loss) => {
    const improved = loss < (1 - rtol) * best;
    if (improved) best = loss;
    const now = improved ? 0 : count + 1;
    if (cooldown > 0) [count, cooldown] = [0, cooldown - 1];
    else if (now === patience) [scale, count, cooldown] = [scale * factor, 0, rest];
    else count = now;
    return scale;
  });
}

/** The loss at which Keras's EarlyStopping stops, or Infinity. */
function kerasStop(losses: readonly number[], patience: number): number {
  let [best, wait] = [Infinity, 0];
  const at = losses.findIndex((loss, epoch) => {
    wait++;
    if (loss < best) [best, wait] = [loss, 0];
    else if (wait >= patience && epoch > 0) return true;
    return false;
  });
  return at === -1 ? Infinity : at;
}

// Few different losses, so that many are no improvement. All are above 0.
const losses = fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 });
const count = fc.integer({ min: 1, max: 4 });

/** The average after each of PyTorch's iterates. */
function averages(options: object): number[][] {
  const flat = new Float64Array(5);
  const average = movingAverage(flat, options);
  return torch.iterates["SGD, momentum"]!.map((x) => {
    flat.set(x);
    average.update();
    return Array.from(average.flat);
  });
}

const rows: { readonly [row: string]: () => void } = {
  "CosineAnnealingLR(T_max=n, eta_min=b)": () => {
    const theirs = ratesOf("CosineAnnealingLR");
    const ours = first(15, cosineAnnealing(0.1, 0.01, 10));
    closeTo(ours.slice(0, 11), theirs.slice(0, 11));
    expect(theirs[14]).to.be.above(theirs[10]! + 0.01);
    expect(ours[14]).to.equal(ours[10]);
  },
  "OneCycleLR(max_lr=a, total_steps=n)": () => {
    const cycle = (from: number, top: number, to: number): number[] => [
      ...first(5, cosineAnnealing(from, top, 5)), // 0.3·20 - 1
      ...first(15, cosineAnnealing(top, to, 14)),
    ];
    closeTo(cycle(0.1 / 25, 0.1, 0.1 / 25 / 1e4), ratesOf("OneCycleLR"));
    const momenta = torch.schedules["OneCycleLR"]!.map(([, momentum]) => momentum);
    closeTo(cycle(0.95, 0.85, 0.95), momenta);
  },
  "ExponentialLR(gamma=c)": () => closeTo(first(15, decaying(0.1, 0.9)), ratesOf("ExponentialLR")),
  "LinearLR(start_factor=c, total_iters=n)": () =>
    closeTo(first(9, linearAnnealing(0.1 / 3, 0.1, 5)), ratesOf("LinearLR")),
  "StepLR(step_size=n, gamma=c)": () =>
    closeTo(
      Array.from({ length: 9 }, (_, i) => 0.1 * 0.5 ** Math.floor(i / 3)),
      ratesOf("StepLR"),
    ),
  "ReduceLROnPlateau(factor, patience, threshold, cooldown, min_lr)": () => {
    const { losses: given, rates } = torch.plateaus[0]!; // by PyTorch's defaults
    closeTo(
      ratesAfter(given, {}),
      rates.map((rate) => rate / 0.4),
    );
  },
  "keras.callbacks.ReduceLROnPlateau(patience=p), optax.contrib.reduce_on_plateau": () => {
    const rests = fc.tuple(losses, count, fc.nat(3));
    const law = fc.property(rests, ([given, p, cooldown]) => {
      const own = { factor: 0.5, patience: p - 1 };
      const keras = kerasPlateau(given, 0.5, p, cooldown);
      const rest = Math.max(0, cooldown - 1);
      expect(ratesAfter(given, { ...own, cooldown: rest, threshold: 0 })).to.deep.equal(keras);
      const optax = optaxPlateau(given, 0.5, p, cooldown, 0.1);
      expect(ratesAfter(given, { ...own, cooldown, threshold: 0.1 })).to.deep.equal(optax);
    });
    fc.assert(law, { seed: 31, numRuns: 300 });
  },
  "keras.callbacks.EarlyStopping(patience=p)": () => {
    const law = fc.property(losses, count, (given, p) => {
      const rate = reduceOnPlateau(1, { patience: p - 1, threshold: 0 });
      const at = given.findIndex((loss) => {
        rate.observe(loss);
        return rate.state.reductions > 0;
      });
      expect(at === -1 ? Infinity : at).to.equal(kerasStop(given, p));
    });
    fc.assert(law, { seed: 32, numRuns: 300 });
  },
  "AveragedModel(model)": () =>
    averages({ decay: 1 }).forEach((x, t) => closeTo(x, torch.averages["AveragedModel"]![t]!)),
  "AveragedModel with an avg_fn of decay c; Keras's use_ema=True, ema_momentum=c": () =>
    averages({ decay: 0.9, biasCorrection: false }).forEach((x, t) =>
      closeTo(x, torch.averages["AveragedModel, avg_fn"]![t]!),
    ),
  "optax.ema(decay=c)": () => {
    const ema = new Float64Array(5);
    averages({ decay: 0.9 }).forEach((x, t) => {
      torch.iterates["SGD, momentum"]![t]!.forEach((v, i) => (ema[i] = 0.1 * v + 0.9 * ema[i]!));
      closeTo(
        x,
        Array.from(ema, (v) => v / (1 - 0.9 ** (t + 1))),
      );
    });
  },
};

describe("docs/coming-from.md: Schedules and averages", () => {
  it("has these rows and no others", () => {
    expect(rowsOf("Schedules and averages").map(([there]) => there)).to.deep.equal(
      Object.keys(rows),
    );
  });

  for (const [there, holds] of Object.entries(rows)) it(`${there} is so here`, holds);
});
