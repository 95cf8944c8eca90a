/** Options by name. JavaScript ignores a name that a function does not have, and so its default holds. */
import { nameOf } from "./checks.ts";

/** @throws TypeError where what stands in the place of options is no object */
export function checkIsOptions(call: string, options: unknown): asserts options is object {
  if (typeof options === "object" && options !== null) return;
  throw new TypeError(`${call}: options must be an object, got ${nameOf(options)}`);
}

/** @throws TypeError where `options` is no object, RangeError where it has a name that is not known */
export function checkOptions(call: string, options: unknown, known: readonly string[]): void {
  checkIsOptions(call, options);
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const names = known.join(", ");
    throw new RangeError(`${call}: no option ${nameOf(name)}; its options are ${names}`);
  }
}
