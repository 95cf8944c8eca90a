/** Every case of every family, in the order in which they run. */
import { algebra } from "./algebra.ts";
import { core } from "./core.ts";
import type { Cases, Part } from "./draw.ts";
import { files } from "./files.ts";
import { products } from "./gemm.ts";
import { initializers } from "./initialize.ts";
import { rules } from "./optimize.ts";
import { radii } from "./radius.ts";

const groups: readonly Cases[] = [core, algebra, initializers, radii, products, rules, files];

/** The cases with their names; no two have the same. */
export function allCases(): [name: string, run: Cases[string]][] {
  const cases = groups.flatMap((group) => Object.entries(group));
  const names = new Set<string>();
  for (const [name] of cases) {
    if (names.has(name)) throw new Error(`two cases are called ${name}`);
    names.add(name);
  }
  return cases;
}

/** The results of a case, as a list; a plain array of numbers is one part. */
export const partsIn = (result: Part | readonly Part[]): readonly Part[] =>
  isList(result) ? result : [result];

const isList = (result: Part | readonly Part[]): result is readonly Part[] =>
  Array.isArray(result) && result.some((part) => typeof part !== "number");

/** A part as an array: text as UTF-8, plain numbers as float64. */
export function arrayOf(part: Part): ArrayBufferView {
  if (typeof part === "string") return new TextEncoder().encode(part);
  return ArrayBuffer.isView(part) ? part : Float64Array.from(part);
}
