/** The sentences of errors: the call, what was needed, and what came instead. */
import { isNdArray } from "./arrays.ts";
import { letGo } from "./is-thenable.ts";

/**
 * `call: name must need, got value`, for a value of the wrong kind.
 *
 * @example
 * throw wrongKind("gemm", "alpha", "be a number", "2"); // gemm: alpha must be a number, got "2"
 */
export const wrongKind = (call: string, name: string, need: string, value: unknown): TypeError =>
  new TypeError(refusal(call, name, need, nameOf(value)));

/** The same for a value of the right kind that is out of range; `got` is printed as it is. */
export const wrongNumber = (
  call: string,
  name: string,
  need: string,
  got: string | number,
): RangeError => new RangeError(refusal(call, name, need, got));

/** The sentence alone, for a caller that describes what came in words of its own. */
export const refusal = (call: string, name: string, need: string, got: string | number): string =>
  `${call}: ${name} must ${need}, got ${got}`;

/** A shape as errors and tables print it. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/**
 * A short name for a value that is refused: the value itself if it is short, else its class, which
 * for an ndarray is that of its array. A promise is let go, because nobody else will wait for it.
 */
export function nameOf(value: unknown): string {
  letGo(value);
  if (typeof value === "string") return JSON.stringify(value.slice(0, 40));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return String(value);
  if (isNdArray(value) && !isNdArray(value.data)) return `an ndarray on ${nameOf(value.data)}`;
  const { constructor } = value as { constructor?: { name?: unknown } };
  const own = constructor?.name;
  // Generators have no constructor with a name, but a tag.
  const name = typeof own === "string" && own !== "" ? own : kindOf(value);
  return name === "Object" && name !== own ? "an object" : `${article(name)} ${name}`;
}

/** The kind of any value in one word, as JavaScript itself prints it: "Array", "Number", "Null". */
export const kindOf = (value: unknown): string =>
  Object.prototype.toString.call(value).slice(8, -1);

const article = (name: string): string => (/^[AEIO]/.test(name) ? "an" : "a");
