import { nameOf, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { isRecord } from "../../internal/options.ts";
import { uniform, type Random } from "../../internal/random-source.ts";
import type { RunOptions, Scalar } from "../runs.ts";

/** The values of an option, all equally likely, or a function that draws one. */
export type Choice = readonly Scalar[] | ((random: Random) => Scalar);

/** A choice for each option of a run. */
export type Space = Readonly<Record<string, Choice>>;

/** The options that a space draws. */
export type OptionsOf<S extends Space> = {
  readonly [K in keyof S]: S[K] extends readonly (infer T)[]
    ? T
    : S[K] extends (random: Random) => infer T
      ? T
      : never;
};

/** @throws TypeError for what is no space, RangeError for a list without values */
export function checkSpace(call: string, space: unknown): asserts space is Space {
  if (!isRecord(space)) {
    throw wrongKind(call, "space", "be a record of lists and functions", space);
  }
  for (const [name, choice] of Object.entries(space)) {
    if (typeof choice === "function") continue;
    if (!Array.isArray(choice)) {
      throw wrongKind(call, `space.${name}`, "be a list of values or a function", choice);
    }
    if (choice.length === 0) {
      throw wrongNumber(call, `space.${name}`, "have a value", "none");
    }
    choice.forEach((value, i) => checkScalar(call, `space.${name}[${i}]`, "be", value));
  }
}

/** Draws the options of a trial, in the order of the space. */
export function drawOptions(call: string, space: Space, random: Random): RunOptions {
  const drawn: Record<string, Scalar> = {};
  for (const [name, choice] of Object.entries(space)) {
    const value =
      typeof choice === "function"
        ? choice(random)
        : choice[Math.floor(uniform(call, random) * choice.length)];
    checkScalar(call, `space.${name}`, "give", value);
    drawn[name] = value;
  }
  return drawn;
}

/** Options are compared and sent as text, and other numbers would not come back from it. */
function checkScalar(
  call: string,
  name: string,
  verb: string,
  value: unknown,
): asserts value is Scalar {
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return;
  const need = `${verb} a finite number, a string or a boolean`;
  if (typeof value === "number") throw wrongNumber(call, name, need, nameOf(value));
  throw wrongKind(call, name, need, value);
}

/** Whether they have the same names and values. */
export const sameOptions = (a: RunOptions, b: RunOptions): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => value === b[name]);
