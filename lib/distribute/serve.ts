import type { NdArray } from "ndarray";
import type { DType, DTypes, Floats } from "../internal/arrays.ts";
import { checkDtype, checkFunction } from "../internal/checks.ts";
import { viewMaker } from "../internal/make-view.ts";
import { wrongKind } from "../internal/messages.ts";
import { checkOptions } from "../internal/options.ts";
import { resolve, type Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import type { Shard } from "./part-of.ts";
import { modelOf } from "./rounds/model.ts";
import type { Evaluate, Name, Served, WorkerTransport } from "./transport.ts";

/**
 * Returns the loss of one shard at `flat` and writes every element of its gradient into `gradient`,
 * at once or by a promise. Shards are added: a mean over n samples is a sum, over the samples of
 * the shard, divided by n. `batch` is what the option `batches` of the rule gives.
 */
export type ShardObjective<F, B extends readonly Name[] = readonly Name[]> = (
  flat: F,
  gradient: F,
  shard: Shard,
  ...batch: B
) => number | PromiseLike<number>;

export interface ServeOptions<K extends DType = DType> {
  /** The dtype of the flat; `"float64"` by default. */
  readonly dtype?: K;
}

/**
 * Evaluates the shards of an objective for a coordinator, one after another. `flat` and `gradient`
 * are ndarrays of rank 1, and mostly the same ones in each call, so that views by a layout are found
 * again. An error of the objective ends the coordinator's round with its message; the worker goes
 * on.
 *
 * @param transport the worker's end: `inProcess()`, `thisThread()`, `nats(…)` or one of your own
 * @param template the template of the flat; flats of any other one are refused
 * @throws TypeError, RangeError for wrong arguments
 * @example
 * serve(thisThread(), layout, (flat, gradient, shard) => {
 *   const [from, to] = partOf(50_000, shard);
 *   return lossAndGradient(flat, gradient, images.lo(from).hi(to - from));
 * });
 */
export function serve<K extends DType = "float64", B extends readonly Name[] = readonly Name[]>(
  transport: WorkerTransport,
  template: Template | Layout,
  objective: ShardObjective<NdArray<DTypes[K]>, B>,
  options: ServeOptions<K> = {},
): Served {
  const call = "serve";
  if (typeof transport !== "object" || transport === null) {
    throw wrongKind(call, "transport", "be the worker's end of a transport", transport);
  }
  checkFunction(call, "transport.serve", transport.serve);
  const layout = resolve(call, template);
  checkFunction(call, "objective", objective);
  checkOptions(call, options, ["dtype"]);
  const { dtype = "float64" } = options;
  checkDtype(call, dtype);

  type F = NdArray<DTypes[K]>;
  const flats = new WeakMap<Floats, F>();
  const flatOn = (data: Floats): F => {
    const kept = flats.get(data);
    if (kept !== undefined) return kept;
    const made = viewMaker(data)([data.length], [1], 0) as F;
    flats.set(data, made);
    return made;
  };
  const gradientOn = (data: Floats): F => {
    // An element that the objective forgets is then NaN, not a slope of zero.
    if (!flats.has(data)) data.fill(NaN);
    return flatOn(data);
  };

  const evaluate: Evaluate = async ({ flat, gradient, shard, batch }) => {
    try {
      const given = objective(flatOn(flat), gradientOn(gradient), shard, ...(batch as B));
      const loss: unknown = await given;
      if (typeof loss === "number") return { loss };
      throw wrongKind(call, "objective", "return the loss, a number", loss);
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  return transport.serve(modelOf(layout, dtype), evaluate);
}
