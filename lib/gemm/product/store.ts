import type { GenericArray } from "ndarray";

/** A store of numbers behind `get` and `set`, on which ndarray makes views of dtype "generic". */
export type Store = GenericArray<number>;

export function isStore(data: unknown): data is Store {
  const { get, set, length } = (data ?? {}) as Partial<Store>;
  return typeof get === "function" && typeof set === "function" && typeof length === "number";
}
