import { dtypeOf, type DType, type Floats } from "../../internal/arrays.ts";
import { crc32 } from "../../internal/crc-32.ts";
import type { Layout } from "../../layout.ts";
import type { Model } from "../transport.ts";

/** A layout as both ends compare it. The checksum tells apart templates of one size. */
export function modelOf({ size, slots }: Layout, dtype: DType): Model {
  const text = JSON.stringify(slots.map(({ path, shape }) => [path, shape]));
  return { template: crc32(new Uint8Array(Uint16Array.from(unitsOf(text)).buffer)), size, dtype };
}

const unitsOf = (text: string): number[] =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** The difference in words; undefined if there is none. */
export function mismatch(own: Model, other: Model): string | undefined {
  for (const name of ["size", "dtype", "template"] as const) {
    if (own[name] === other[name]) continue;
    if (name === "template") return "another template";
    return `${name} ${other[name]} instead of ${own[name]}`;
  }
  return undefined;
}

/** Refuses a flat that its workers would not take. */
export function checkDtypeOf(call: string, data: Floats, { dtype }: Model): void {
  if (dtypeOf(data) === dtype) return;
  throw new TypeError(`${call}: flat must be of ${dtype}, got ${dtypeOf(data)}; see option dtype`);
}
