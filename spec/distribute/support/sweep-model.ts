/** A space and a run whose losses need nothing but + - *, for programs that are killed. */
import { setTimeout as pause } from "node:timers/promises";
import { logUniform, uniform, type Run } from "ndarray-params/distribute";
import { stream } from "ndarray-params/initialize";

export const space = {
  rate: logUniform(1e-3, 1),
  start: uniform(0.1, 0.9),
  steps: [100, 200, 400],
} as const;

export const randomOf = (trial: number): (() => number) => stream("killed", `trial ${trial}`);

/** The logistic map from `start`: one trial in seven throws, and another one has no finite loss. */
export const run: Run<{ readonly rate: number; readonly start: number; readonly steps: number }> = (
  { rate, start, steps },
  trial,
) => {
  if (trial % 7 === 3) throw new Error(`no loss for trial ${trial}`);
  let x = start;
  for (let i = 0; i < steps; i++) x = (3 + rate) * x * (1 - x);
  return { loss: trial % 7 === 5 ? NaN : x, steps };
};

/** The same, in so many milliseconds. */
export const slowly =
  (milliseconds: number): typeof run =>
  async (options, trial) => {
    await pause(milliseconds);
    return run(options, trial);
  };
