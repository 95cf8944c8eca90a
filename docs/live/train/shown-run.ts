/** A run as the page sees it: views of the flat that the worker writes. */
import { shapedFromFlat, subflat, type Layout } from "ndarray-params";
import { models, type Layer, type ModelName, type Vector } from "./models.ts";
import { runLayouts, type RunViews } from "./run-layout.ts";
import type { Settings } from "./settings.ts";

export interface ShownRun extends RunViews {
  readonly settings: Settings;
  /** All of the run: what the worker and the page share. */
  readonly data: Float64Array;
  /** The layout of the parameters alone. */
  readonly layout: Layout;
  readonly parameters: Vector;
  readonly gradient: Vector;
  readonly layers: readonly Layer[];
}

export function shownRun(settings: Settings, memory: ArrayBufferLike): ShownRun {
  const name: ModelName = settings.model;
  const whole = runLayouts[name] as typeof runLayouts.softmax;
  const data = new Float64Array(memory);
  const { course, board } = shapedFromFlat(data, whole);
  const parameters = subflat(data, whole, "parameters");
  const { layout } = models[name];
  return {
    settings,
    data,
    layout,
    course,
    board,
    parameters,
    gradient: subflat(data, whole, "gradient"),
    layers: models[name].layersOf(parameters),
  };
}
