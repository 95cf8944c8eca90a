/** Views without axes: those of rank 0, and the trivial ones of rank -1 that ndarray also has. */
import type { NdArray } from "ndarray";
import type { Members, ViewClass } from "./class-parts.ts";

/** All views of a class share one empty array. The order of the members is that of ndarray. */
function shared(copy: (this: NdArray) => NdArray): Members {
  const none: number[] = [];
  return {
    order: none,
    stride: none,
    shape: none,
    step: copy,
    transpose: copy,
    hi: copy,
    lo: copy,
  };
}

export const scalarMembers = (
  View: ViewClass,
  Trivial: ViewClass,
  { set, get }: Members,
): Members => ({
  index(this: NdArray): number {
    return this.offset;
  },
  dimension: 0,
  size: 1,
  ...shared(function (this: NdArray) {
    return new View(this.data, this.offset);
  }),
  pick(this: NdArray): NdArray {
    return new Trivial(this.data);
  },
  get,
  valueOf: get,
  set,
});

export const trivialClass = (): ViewClass =>
  function (this: NdArray, data: unknown): void {
    this.data = data as number[];
  } as unknown as ViewClass;

export const trivialMembers = (View: ViewClass): Members => ({
  index: () => -1,
  size: 0,
  dimension: -1,
  ...shared(function (this: NdArray) {
    return new View(this.data);
  }),
  set() {},
  get() {},
  pick: () => null,
});
