import { checkFunction } from "../internal/checks.ts";
import { wrongKind } from "../internal/messages.ts";
import type { Run, RunOptions, RunWorker } from "./runs.ts";
import { evaluateRun } from "./sweeps/evaluate-run.ts";
import type { Served } from "./transport.ts";

/**
 * Takes runs of a sweep, one after another. An error of a run is a row in the sweep's table, and the
 * worker goes on.
 *
 * @param queue the worker's end: `runQueue(…)` or one of your own
 * @param run gets the options of a trial, and returns its loss and other figures, at once or by a
 *   promise
 * @throws TypeError for wrong arguments
 * @example
 * serveRuns(runQueue(connection, jetstream(connection), { subject: "sweep-7" }), train);
 */
export function serveRuns<O extends RunOptions = RunOptions>(
  queue: RunWorker,
  run: Run<O>,
): Served {
  const call = "serveRuns";
  if (typeof queue !== "object" || queue === null) {
    throw wrongKind(call, "queue", "be the worker's end of a queue", queue);
  }
  checkFunction(call, "queue.take", queue.take);
  checkFunction(call, "run", run);
  return queue.take((trial, options) => evaluateRun(call, run as Run, trial, options));
}
