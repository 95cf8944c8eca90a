import { checkFunction } from "../internal/checks.ts";
import { isIterable } from "../internal/is-iterable.ts";
import { wrongKind, wrongNumber } from "../internal/messages.ts";
import { checkNumber, count, whole } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { checkRandom, type Random } from "../internal/random-source.ts";
import type { Figures, Run, RunOptions, RunOutcome, RunQueue } from "./runs.ts";
import {
  checkSpace,
  drawOptions,
  sameOptions,
  type OptionsOf,
  type Space,
} from "./sweeps/draw-options.ts";
import { evaluateRun } from "./sweeps/evaluate-run.ts";

export interface SweepOptions {
  /** The number of runs. A longer sweep begins with the runs of a shorter one. */
  readonly trials: number;
  /** The source of random numbers for the options of a trial, such as ``stream(seed, `${trial}`)``. */
  readonly randomOf: (trial: number) => Random;
  /**
   * How many runs are under way at once: by default 1 for a function, and all of them for a queue,
   * whose workers take one each.
   */
  readonly parallel?: number;
  /** Rows of an earlier sweep. Those with a loss are not run again. */
  readonly finished?: Iterable<Trial>;
}

/** A row of the table. */
export interface Trial<O = RunOptions> {
  /** Counts from 0. */
  readonly trial: number;
  readonly options: O;
  /** NaN if the run has thrown. */
  readonly loss: number;
  /** The other figures of the run. */
  readonly figures: Omit<Figures, "loss">;
  /** The message of the error that has ended the run. */
  readonly error?: string;
}

/**
 * Random search: draws options for each trial, runs it, and gives a row when it is over. The options
 * of a trial depend on the space and on `randomOf(trial)` alone, so the table is the same whoever
 * has taken the runs, in whichever order. `break` ends the sweep: no further run begins.
 *
 * @param space for each option a list of values, or a function that draws one: `uniform`,
 *   `logUniform`, `integer` or your own
 * @param runs a function from options to `{ loss, … }`, or a queue from which workers take runs
 * @throws TypeError, RangeError for wrong arguments, and in the loop if `finished` has other options
 *   than the space draws. An error of a run is a row and ends nothing.
 * @example
 * const space = { stepRate: logUniform(1e-4, 1), batchSize: [32, 64, 128] };
 * const rows = [];
 * for await (const row of sweep(space, train, { trials: 50, randomOf: (k) => stream("7", `${k}`) })) {
 *   rows.push(row);
 * }
 * console.log(sweepTable(rows));
 */
export function sweep<const S extends Space>(
  space: S,
  runs: Run<OptionsOf<S>> | RunQueue,
  options: SweepOptions,
): AsyncIterableIterator<Trial<OptionsOf<S>>> {
  const call = "sweep";
  checkSpace(call, space);
  const submit = submitOf(call, runs as Run | RunQueue);
  checkOptions(call, options, ["trials", "randomOf", "parallel", "finished"]);
  const { trials, randomOf, finished = [] } = options;
  const { parallel = typeof runs === "function" ? 1 : Infinity } = options;
  checkNumber(call, "trials", trials, count);
  checkFunction(call, "randomOf", randomOf);
  if (parallel !== Infinity) checkNumber(call, "parallel", parallel, count);
  const optionsOf = (trial: number): RunOptions => {
    const random: unknown = randomOf(trial);
    checkRandom(call, random);
    return drawOptions(call, space, random);
  };
  const known = new Set<number>();
  if (!isIterable(finished)) throw wrongKind(call, "finished", "be rows of a sweep", finished);
  for (const [i, row] of [...finished].entries()) {
    if (typeof (row as Trial | null)?.options !== "object" || row.options === null) {
      throw wrongKind(call, `finished[${i}]`, "be a row of a sweep", row);
    }
    checkNumber(call, `finished[${i}].trial`, row.trial, whole);
    // JSON has no NaN: a row that comes from there without a loss is run again.
    if (typeof row.loss !== "number") continue;
    if (!sameOptions(row.options, optionsOf(row.trial))) {
      const need = `have the options that the space draws for trial ${row.trial}`;
      throw wrongNumber(call, `finished[${i}]`, need, "others");
    }
    known.add(row.trial);
  }
  return rowsOf(trials, parallel, known, optionsOf, submit) as AsyncIterableIterator<
    Trial<OptionsOf<S>>
  >;
}

type Submit = RunQueue["submit"];

function submitOf(call: string, runs: Run | RunQueue): Submit {
  if (typeof runs === "function") {
    return (trial, options) => evaluateRun(call, runs, trial, options);
  }
  if (typeof runs !== "object" || runs === null) {
    throw wrongKind(call, "runs", "be a function or a queue", runs);
  }
  checkFunction(call, "runs.submit", runs.submit);
  return (trial, options) => runs.submit(trial, options);
}

/** Begins runs as long as there is room for them, and gives each row when its run is over. */
async function* rowsOf(
  trials: number,
  parallel: number,
  known: ReadonlySet<number>,
  optionsOf: (trial: number) => RunOptions,
  submit: Submit,
): AsyncGenerator<Trial, void, undefined> {
  const over: (() => Trial)[] = [];
  let wake: (() => void) | undefined;
  const begin = async (trial: number): Promise<void> => {
    let row: () => Trial;
    try {
      const options = optionsOf(trial);
      const outcome = await submit(trial, options);
      row = () => rowOf(trial, options, outcome);
    } catch (error) {
      row = () => {
        throw error;
      };
    }
    over.push(row);
    wake?.();
  };
  let [next, open] = [0, 0];
  for (;;) {
    for (; open < parallel && next < trials; next++) {
      if (known.has(next)) continue;
      open++;
      void begin(next);
    }
    if (open === 0) return;
    if (over.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    open--;
    yield over.shift()!();
  }
}

function rowOf(trial: number, options: RunOptions, outcome: RunOutcome): Trial {
  if ("error" in outcome) return { trial, options, loss: NaN, figures: {}, error: outcome.error };
  const { loss, ...figures } = outcome.figures;
  return { trial, options, loss, figures };
}
