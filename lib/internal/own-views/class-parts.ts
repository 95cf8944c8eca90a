/** The parts of which the class of a rank and a dtype is put together. */
import type { NdArray } from "ndarray";

/** The class of a rank; its arguments are those of the classes that ndarray generates. */
export type ViewClass = new (data: unknown, ...integers: number[]) => NdArray;

/** Makes a view of any rank, all of one dtype. */
export type MakeView = (
  data: unknown,
  shape: ArrayLike<number>,
  stride: ArrayLike<number>,
  offset: number,
) => NdArray;

export type Members = Readonly<Record<string, unknown>>;
export type Getters = Readonly<Record<string, (this: NdArray) => unknown>>;

/** The class of each rank from 0 on, with the members that touch elements. */
export type ElementsOf = (isGeneric: boolean) => readonly Elements[];

export interface Elements {
  readonly View: ViewClass;
  readonly set: unknown;
  readonly get: unknown;
}

/** The members that make one view from another. `pick` uses `make`, as it changes the rank. */
export type Geometry = (View: ViewClass, make: MakeView) => Members;

export type MakerOf = (View: ViewClass) => MakeView;
