/** A run of training, step by step: what the worker of the page does, and a function in Node too. */
import {
  emptyWithViews,
  shapedFromFlat,
  subflat,
  templateOf,
  valuesToFlat,
  type Template,
  type Values,
} from "ndarray-params";
import { randomizeNormal, stream, type Random } from "ndarray-params/initialize";
import { minibatches, type Objective, type SavedState } from "ndarray-params/optimize";
import type { Digits, PackedDigits } from "./digits.ts";
import {
  accuracy,
  crossEntropy,
  evaluationOf,
  models,
  type Model,
  type ModelName,
  type Vector,
} from "./models.ts";
import { onAll, onBatches, type Batch, type Steps } from "./rules.ts";
import { append, runLayouts, type RunLayout, type RunViews } from "./run-layout.ts";
import { stepRates, stepsPerEpoch, type RuleName, type Settings } from "./settings.ts";

export interface Training {
  readonly settings: Settings;
  readonly flat: Vector;
  readonly perEpoch: number;
  /** How many steps the epoch has left; all of them at its start. */
  readonly stepsLeft: () => number;
  /** Takes one step. Returns false, and nothing has changed, if the rule has ended. */
  readonly step: () => boolean;
  /** Why the rule has ended; undefined while it goes on. */
  readonly end: string | undefined;
  /** The run as run-file.ts writes it to a file. */
  readonly save: () => RunContents;
}

type Allocate = (size: number) => Float64Array;

export function openTraining(
  settings: Settings,
  digits: PackedDigits,
  allocate: Allocate = (size) => new Float64Array(size),
  saved?: SavedRun,
): Training {
  const { model, rule: name, batchSize, seed } = settings;
  const layout: RunLayout = runLayouts[model];
  const [flat, views] = emptyWithViews(layout as typeof runLayouts.softmax, { allocate });
  const { course, board }: RunViews = views;
  const parameters = subflat(flat, layout as typeof runLayouts.softmax, "parameters");
  const gradient = subflat(flat, layout as typeof runLayouts.softmax, "gradient");
  const { predict, objective } = evaluationOf(models[model]);
  const { train, test } = digits;
  const perEpoch = stepsPerEpoch(settings, train.labels.size);

  const state: SavedState | undefined = saved?.state;
  if (saved === undefined) draw(models[model], parameters, stream(seed, "weights"));
  else flat.data.set(saved.flat);

  const steps = ((): Steps => {
    const common = { gradient, ...(state === undefined ? {} : { state }) };
    const whole: Objective<Vector> = (at, slope) =>
      objective(at, slope, train.images, train.labels);
    const start = onBatches[name];
    if (start === undefined) return onAll[name]!(parameters, whole, common);
    const skip = board.iteration.get();
    const random = stream(seed, "batches");
    const batches: Iterable<Batch> = minibatches([train.images, train.labels], batchSize, {
      random,
      skip,
    });
    const stepRate = {
      *[Symbol.iterator]() {
        for (;;) yield settings.stepRate;
      },
    };
    return start(parameters, objective, { ...common, batches, stepRate });
  })();
  const iterator = steps[Symbol.iterator]();
  let last: SavedState = state ?? {};
  let end: string | undefined;

  /** The loss and the accuracy on digits that the run does not learn from. */
  const heldOut = ({ images, labels }: Digits): void => {
    const p = predict(parameters, images);
    board.testLoss.set(crossEntropy(p, labels));
    board.accuracy.set(accuracy(p, labels));
    append(course.testLoss, board.testLoss.get());
    append(course.accuracy, board.accuracy.get());
  };

  return {
    settings,
    flat,
    perEpoch,
    stepsLeft: () => perEpoch - (board.iteration.get() % perEpoch),
    get end() {
      return end;
    },
    step: () => {
      const { done, value } = iterator.next();
      if (done === true) {
        end ??= steps.end?.reason ?? "done";
        return false;
      }
      last = value.state;
      board.iteration.set(board.iteration.get() + 1);
      board.loss.set(value.loss);
      append(course.loss, value.loss);
      if (board.iteration.get() % perEpoch === 0) heldOut(test);
      board.epoch.set(board.iteration.get() / perEpoch); // last: a page sees a whole epoch
      return true;
    },
    save: () => {
      const values = { run: shapedFromFlat(flat, layout), state: last } as unknown as Values;
      const { stepRate } = settings;
      const metadata = { model, rule: name, seed, ...texts({ batchSize, stepRate }) };
      return { flat: valuesToFlat(values)[0].data, template: templateOf(values), metadata };
    },
  };
}

/** w ~ N(0, 2/m) for m inputs, b = 0.  He, Zhang, Ren & Sun 2015 */
function draw({ layersOf }: Model, parameters: Vector, random: Random): void {
  for (const { w } of layersOf(parameters)) {
    randomizeNormal(w, 0, Math.sqrt(2 / w.shape[0]!), random);
  }
}

const texts = (numbers: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, String(number)]));

export interface SavedRun {
  readonly settings: Settings;
  readonly flat: Float64Array;
  readonly state: SavedState;
}

/** The contents of the file of a run. */
export interface RunContents {
  readonly flat: Float64Array;
  readonly template: Template;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Reads what `save` gave. */
export function readRun({ flat, template, metadata }: RunContents): SavedRun {
  const { model, rule, seed, batchSize, stepRate } = metadata;
  if (model === undefined || !(model in models) || rule === undefined || !(rule in stepRates)) {
    throw new TypeError("this file holds no run of this page");
  }
  const { run, state } = shapedFromFlat(flat, template) as unknown as {
    run: Values;
    state: SavedState;
  };
  const layout: RunLayout = runLayouts[model as ModelName];
  return {
    settings: {
      model: model as ModelName,
      rule: rule as RuleName,
      seed: seed ?? "",
      batchSize: Number(batchSize),
      stepRate: Number(stepRate),
    },
    flat: valuesToFlat(run, layout as never)[0].data,
    state,
  };
}
