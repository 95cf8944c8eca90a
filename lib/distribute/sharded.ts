import type { DType } from "../internal/arrays.ts";
import { checkDtype, checkFunction } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import { aboveZero, checkNumber, count } from "../internal/numbers.ts";
import { checkOptions } from "../internal/options.ts";
import { readFloats, type Flat } from "../internal/read-flat.ts";
import { copyFloats } from "../internal/wasm/copy-shared.ts";
import { resolve, type Layout } from "../layout.ts";
import { load, rowOf, store } from "../optimize/run/flats.ts";
import type { Template } from "../template.ts";
import { coordinate } from "./rounds/coordinate.ts";
import { checkDtypeOf, modelOf } from "./rounds/model.ts";
import type { Name, Transport } from "./transport.ts";

export interface ShardedOptions {
  /** The number of parts of the objective. Other numbers round differently in the last bits. */
  readonly shards: number;
  /** The dtype of the flat; `"float64"` by default. */
  readonly dtype?: DType;
  /** The milliseconds in which a worker has to answer; 60,000 by default. */
  readonly deadline?: number;
  /** The milliseconds that a round waits while there is no worker; 60,000 by default. */
  readonly patience?: number;
  /** How often a shard may be lost in one round, with its worker or by its deadline; 5 by default. */
  readonly attempts?: number;
}

/**
 * An objective whose shards are evaluated by workers, as an objective that returns a promise: for
 * rules under `for await` and for `minimizeAsync`. The flat goes to all workers once; each
 * idle worker gets a shard; losses and gradients are added in float64 in the order of the shards.
 *
 *     loss = Σₖ lossₖ,  g = Σₖ gₖ                         k = 0, …, shards - 1
 *
 * So the result depends on the number of shards alone, and not on how many workers there are, who
 * is slow, who dies or who joins in the middle. The shard of a worker that dies or does not answer
 * in time is given to another.
 *
 * @param transport `inProcess()`, `threads(…)`, `nats(…)` or one of your own
 * @param template the template of the flat, as the workers have it
 * @throws TypeError, RangeError for wrong arguments. The promise rejects with the message of an
 *   error of the objective; if a shard is lost `attempts` times; and if there is no worker for
 *   `patience` ms
 * @example
 * const objective = sharded(threads(2, file), layout, { shards: 8 });
 * for await (const info of adam(flat, objective)) if (stop(info)) break;
 */
export function sharded(
  transport: Transport,
  template: Template | Layout,
  options: ShardedOptions,
): (flat: Flat, gradient: Flat, ...batch: readonly Name[]) => Promise<number> {
  const call = "sharded";
  if (typeof transport !== "object" || transport === null) {
    throw wrongKind(call, "transport", "be a transport", transport);
  }
  checkFunction(call, "transport.open", transport.open);
  const layout = resolve(call, template);
  const known = ["shards", "dtype", "deadline", "patience", "attempts"];
  checkOptions(call, options, known);
  const { shards, dtype = "float64" } = options;
  const { deadline = 60_000, patience = 60_000, attempts = 5 } = options;
  checkDtype(call, dtype);
  for (const [name, value] of Object.entries({ shards, attempts })) {
    checkNumber(call, name, value, count);
  }
  for (const [name, value] of Object.entries({ deadline, patience })) {
    checkNumber(call, name, value, aboveZero);
  }
  const { size } = layout;
  const model = modelOf(layout, dtype);
  const settings = { call, size, shards, deadline, patience, attempts };
  const run = coordinate(settings, (events) => transport.open(model, events));

  const objective = async (
    flat: Flat,
    gradient: Flat,
    ...batch: readonly Name[]
  ): Promise<number> => {
    const x = readFloats(call, "flat", flat, size);
    const g = readFloats(call, "gradient", gradient, size);
    checkDtypeOf(call, x.data, model);
    batch.forEach((name, i) => {
      if (typeof name === "string" || Number.isFinite(name)) return;
      throw wrongKind(call, `batch[${i}]`, "be a string or a finite number", name);
    });
    const [point, slope] = [rowOf(x), rowOf(g)];
    load(point, x);
    const sum = await run(point, batch);
    copyFloats(sum.gradient, slope);
    store(slope, g);
    return sum.loss();
  };
  transports.set(objective, transport);
  return objective;
}

/** Keeps a transport as long as its objective, because a transport may close when it is collected. */
const transports = new WeakMap<object, Transport>();
