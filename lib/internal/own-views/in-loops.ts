/** Views of rank 5 and more: what is spelled out below that is done in loops over the axes. */
import type { NdArray } from "ndarray";
import type { MakeView, Members, ViewClass } from "./class-parts.ts";

type Integers = readonly (number | null | undefined)[];

/** A class as ndarray makes it, and its members that touch elements. */
export const elementsInLoops = (rank: number, isGeneric: boolean) => ({
  View: function (this: NdArray, data: unknown, ...integers: number[]): void {
    this.data = data as number[];
    this.shape = integers.slice(0, rank);
    this.stride = integers.slice(rank, 2 * rank);
    this.offset = integers[2 * rank]! | 0;
  } as unknown as ViewClass,
  set(this: NdArray, ...i: number[]): unknown {
    const p = this.index(...i);
    const data = this.data as number[] & Map<number, number>;
    return isGeneric ? data.set(p, i[rank]!) : (data[p] = i[rank]!);
  },
  get(this: NdArray, ...i: number[]): unknown {
    const p = this.index(...i);
    const data = this.data as number[] & Map<number, number>;
    return isGeneric ? data.get(p) : data[p];
  },
});

export const geometryInLoops = (make: MakeView): Members => ({
  index(this: NdArray, ...i: number[]): number {
    return this.stride.reduce((p, step, k) => p + step * i[k]!, this.offset);
  },
  hi(this: NdArray, ...i: Integers): NdArray {
    const shape = this.shape.map((length, k) =>
      typeof i[k] !== "number" || i[k] < 0 ? length : i[k] | 0,
    );
    return make(this.data, shape, this.stride, this.offset);
  },
  lo(this: NdArray, ...i: Integers): NdArray {
    const shape = this.shape.map((length, k) => (isGiven(i[k]) ? length - (i[k] | 0) : length));
    const offset = this.stride.reduce(
      (p, step, k) => (isGiven(i[k]) ? p + step * (i[k] | 0) : p),
      this.offset,
    );
    return make(this.data, shape, this.stride, offset);
  },
  step(this: NdArray, ...i: Integers): NdArray {
    const [shape, stride] = [[...this.shape], [...this.stride]];
    let { offset } = this;
    for (let k = 0; k < shape.length; k++) {
      if (typeof i[k] !== "number") continue;
      const d = i[k]! | 0;
      if (d < 0) {
        offset += stride[k]! * (shape[k]! - 1);
        shape[k] = -shape[k]!;
      }
      shape[k] = Math.ceil(shape[k]! / d);
      stride[k]! *= d;
    }
    return make(this.data, shape, stride, offset);
  },
  transpose(this: NdArray, ...i: Integers): NdArray {
    const from = this.shape.map((_, k) => (i[k] === undefined ? k : i[k]! | 0));
    const [shape, stride] = [this.shape, this.stride].map((all) => from.map((k) => all[k]!));
    return make(this.data, shape!, stride!, this.offset);
  },
  pick(this: NdArray, ...i: Integers): NdArray {
    const kept = this.shape.map((_, k) => k).filter((k) => !isGiven(i[k]));
    const offset = this.stride.reduce(
      (p, step, k) => (isGiven(i[k]) ? (p + step * i[k]) | 0 : p),
      this.offset,
    );
    const [shape, stride] = [this.shape, this.stride].map((all) => kept.map((k) => all[k]!));
    return make(this.data, shape!, stride!, offset);
  },
});

export const gettersInLoops = {
  size(this: NdArray): number {
    return this.shape.reduce((size, length) => size * length);
  },
  /** The sort is stable, as ndarray's is. */
  order(this: NdArray): number[] {
    const { stride } = this;
    return stride.map((_, k) => k).toSorted((j, k) => Math.abs(stride[j]!) - Math.abs(stride[k]!));
  },
};

export function makerInLoops(View: ViewClass, rank: number): MakeView {
  return (data, shape, stride, offset) => {
    const integers = Array<number>(2 * rank);
    for (let k = 0; k < rank; k++) {
      integers[k] = shape[k]!;
      integers[rank + k] = stride[k]!;
    }
    return new View(data, ...integers, offset);
  };
}

/** Whether an argument changes its axis. NaN does not, though `hi` takes it for 0. */
const isGiven = (i: number | null | undefined): i is number => typeof i === "number" && i >= 0;
