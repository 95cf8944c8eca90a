import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import ops from "ndarray-ops";
import { checkGradient, emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import { randomizeNormal, stream } from "ndarray-params/initialize";
import { figuresOf, layout, lossAndGradient } from "../../examples/logistic-regression.ts";
import { readDigits } from "../../examples/support/mnist.ts";
import { epochsOf } from "../../examples/support/rules.ts";
import { run } from "../support/run.ts";

describe("examples/logistic-regression", () => {
  it("writes the gradient that central differences give, in each leaf", () => {
    const random = stream("gradient");
    const images = ndarray(
      Float64Array.from({ length: 3 * 784 }, () => random()),
      [3, 784],
    );
    const labels = ndarray(Uint8Array.from({ length: 3 }, () => 10 * random()));
    const [flat] = emptyWithViews(layout);
    randomizeNormal(flat, 0, 0.1, random);
    // Every 49th pixel is enough, and b.
    const slope = flat.data.slice();
    const every = layoutOf([[16, 10], 10]);
    const parts = (whole: typeof flat): typeof views => {
      const [w, b] = shapedFromFlat(whole, layout);
      return [w.step(49, 1), b];
    };
    const [theta, views] = emptyWithViews(every);
    const copy = (from: typeof views, to: typeof views): void => {
      for (const i of [0, 1] as const) ops.assign(to[i], from[i]);
    };
    copy(parts(flat), views);
    const objective = (own: typeof theta, gradient: typeof theta): number => {
      copy(shapedFromFlat(own, every), parts(flat));
      const loss = lossAndGradient(flat, ndarray(slope), images, labels);
      copy(parts(ndarray(slope)), shapedFromFlat(gradient, every));
      return loss;
    };
    const { leaves } = checkGradient(objective, theta, every);
    expect(leaves.map(({ path }) => path)).to.deep.equal(layout.slots.map(({ path }) => path));
    for (const { label, worst } of leaves) expect(worst, label).to.be.below(1e-7);
  });

  it("reaches a test accuracy of 0.920 in two epochs", () => {
    const printed = run("examples/logistic-regression.ts", "--epochs", "2");
    expect(Number(/test: loss \S+ accuracy (\S+)/.exec(printed)?.[1])).to.be.at.least(0.92);
  });

  it("learns as well as SciPy's L-BFGS from 4,000 digits in 30 iterations", async () => {
    const { train, iterations, runs } = JSON.parse(
      readFileSync(new URL("../fixtures/logistic-regression.json", import.meta.url), "utf8"),
    ) as Record<"train" | "iterations", number> & { runs: Record<string, number>[] };
    const [flat] = emptyWithViews(layout);
    randomizeNormal(flat, 0, 0.1, stream("42", "weights"));
    const task = { flat, objective: lossAndGradient, shared: undefined, state: undefined };
    const digits = readDigits("train", 0, train);
    const loop = epochsOf("lbfgs", { ...task, digits, seed: "42", epochs: iterations });
    let last = 0;
    for await (const { epoch } of loop) last = epoch;
    expect(last).to.equal(iterations);
    const validation = figuresOf(flat, readDigits("train", 50_000, 60_000));
    const test = figuresOf(flat, readDigits("test", 0, 10_000));
    const numbers = { validation: validation.loss, test: test.loss, accuracy: test.accuracy };
    // SciPy's runs differ in their starts, which come from the same distribution as ours.
    for (const [name, number] of Object.entries(numbers)) {
      const theirs = runs.map((one) => one[name]!);
      const [low, high] = [Math.min(...theirs), Math.max(...theirs)];
      expect(number, name).to.be.within(low - 0.002, high + 0.002);
    }
  });

  it("prints the same numbers for the same seed by two threads and by three, and by none if it takes all digits", () => {
    const by = (threads: number, ...rule: string[]): string => {
      const small = ["--train", "300", "--epochs", "1"];
      return run("examples/logistic-regression.ts", ...small, "--threads", `${threads}`, ...rule);
    };
    expect(by(3)).to.equal(by(2));
    // Other sums round differently, far behind the digits that are printed.
    expect(by(2, "--optimizer", "lbfgs")).to.equal(by(1, "--optimizer", "lbfgs"));
  });

  it("goes on after a break with the numbers of a run without one", () => {
    const folder = mkdtempSync(join(tmpdir(), "resume-"));
    const file = join(folder, "model.safetensors");
    const train = (...args: string[]): string[] => {
      const small = ["--train", "500", "--epochs", "2", "--optimizer", "gradientDescent"];
      return run("examples/logistic-regression.ts", ...small, ...args)
        .trim()
        .split("\n");
    };
    const whole = train("--save", file);
    const resumed = train("--resume", `${file}.~1~`);
    expect(resumed.slice(-3)).to.deep.equal(whole.slice(-3));
    rmSync(folder, { recursive: true });
  });
});
