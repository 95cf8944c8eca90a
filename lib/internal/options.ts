/** Options by name. JavaScript would silently ignore a misspelt one, so unknown names are refused. */
import { isIterable } from "./is-iterable.ts";
import { isThenable } from "./is-thenable.ts";
import { nameOf, wrongKind } from "./messages.ts";

/** Whether a value can be a record by name. A Map, a list or a promise would look like an empty one. */
export const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !isThenable(value) && !isIterable(value);

/** @throws TypeError if something else stands in the place of the options */
export function checkIsOptions(call: string, options: unknown): asserts options is object {
  if (!isRecord(options)) throw wrongKind(call, "options", "be an object", options);
}

/** @throws TypeError if `options` is not an object, RangeError if one of its names is unknown */
export function checkOptions(call: string, options: unknown, known: readonly string[]): void {
  checkIsOptions(call, options);
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new RangeError(`${call}: no option ${nameOf(name)}; its options are ${known.join(", ")}`);
  }
}
