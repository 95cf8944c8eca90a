import { wrongKind } from "../../internal/messages.ts";
import type { Figures, Run, RunOptions, RunOutcome, Scalar } from "../runs.ts";

/** Calls a run; what it throws, at once or by its promise, is an outcome too. */
export async function evaluateRun(
  call: string,
  run: Run,
  trial: number,
  options: RunOptions,
): Promise<RunOutcome> {
  try {
    return { figures: figuresOf(call, await run(options, trial)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function figuresOf(call: string, result: unknown): Figures {
  const { loss } = (result ?? {}) as { readonly loss?: unknown };
  if (typeof loss !== "number") {
    throw wrongKind(
      call,
      "run",
      "return { loss } with a number",
      loss === undefined ? result : loss,
    );
  }
  const figures: Record<string, Scalar> = {};
  for (const [name, value] of Object.entries(result as object) as [string, unknown][]) {
    if (value === undefined) continue;
    if (!isScalar(value)) {
      throw wrongKind(call, `run().${name}`, "be a number, a string or a boolean", value);
    }
    figures[name] = value;
  }
  return figures as Figures;
}

export const isScalar = (value: unknown): value is Scalar =>
  typeof value === "number" || typeof value === "string" || typeof value === "boolean";
