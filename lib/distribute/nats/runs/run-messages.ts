/**
 * The messages of a sweep, as JSON: tasks with options, and outcomes with figures or an error. A
 * number that JSON does not have is `{ "number": "NaN" }`.
 */
import type { Figures, RunOptions, RunOutcome, Scalar } from "../../runs.ts";
import { isScalar } from "../../sweeps/evaluate-run.ts";
import { parsed } from "../ends/disconnects.ts";

const VERSION = 1;

/** The longest message of an error that is sent. */
const LONGEST = 1000;

const encoded = (members: object): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ version: VERSION, ...members }));

export const encodeTask = (options: RunOptions): Uint8Array => encoded({ options });

export const encodeOutcome = (outcome: RunOutcome): Uint8Array =>
  "error" in outcome
    ? encoded({ error: outcome.error.slice(0, LONGEST) })
    : encoded({
        figures: Object.fromEntries(
          Object.entries(outcome.figures).map(([name, value]) => [name, toJson(value)]),
        ),
      });

const toJson = (value: Scalar): Scalar | { readonly number: string } =>
  typeof value === "number" && !Number.isFinite(value) ? { number: String(value) } : value;

/** The options of a task; undefined if the bytes are something else. */
export function decodeTask(bytes: Uint8Array): RunOptions | undefined {
  const { version, options } = membersIn(bytes);
  return version === VERSION && isRecord(options) && Object.values(options).every(isScalar)
    ? (options as RunOptions)
    : undefined;
}

/** An outcome; undefined if the bytes are something else. */
export function decodeOutcome(bytes: Uint8Array): RunOutcome | undefined {
  const { version, error, figures } = membersIn(bytes);
  if (version !== VERSION) return undefined;
  if (typeof error === "string") return { error };
  if (!isRecord(figures)) return undefined;
  const own: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(figures)) own[name] = fromJson(value);
  if (typeof own["loss"] !== "number" || !Object.values(own).every(isScalar)) return undefined;
  return { figures: own as Figures };
}

function fromJson(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { number } = value;
  const text = String(number);
  return /^(NaN|-?Infinity)$/.test(text) ? Number(text) : undefined;
}

const membersIn = (bytes: Uint8Array): Readonly<Record<string, unknown>> =>
  parsed(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
