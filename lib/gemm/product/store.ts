import type { GenericArray } from "ndarray";
import type { Matrix } from "./product.ts";

/** A store of numbers behind `get` and `set`, on which ndarray makes views of dtype "generic". */
export type Store = GenericArray<number>;

export function isStore(data: unknown): data is Store {
  const { get, set, length } = (data ?? {}) as Partial<Store>;
  return typeof get === "function" && typeof set === "function" && typeof length === "number";
}

interface Access {
  readonly get: (at: number) => number;
  readonly set: (at: number, value: number) => void;
}

/** Reads and writes the elements of a matrix by their places, in an array or in a store. */
export function accessTo({ data }: Matrix): Access {
  if (isStore(data)) return { get: (at) => data.get(at), set: (at, value) => data.set(at, value) };
  return { get: (at) => data[at]!, set: (at, value) => void (data[at] = value) };
}
