/** Flats of every kind over arrays with sentinels around and between their elements. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";

export const SENTINEL = -7.25;

export interface FlatCase {
  readonly name: string;
  /** A flat of n elements that hold 0..n-1, and the array it lies in. */
  readonly make: (n: number) => { flat: Float64Array | number[] | NdArray<Float64Array> } & Placed;
}

interface Placed {
  readonly data: Float64Array | number[];
  /** The index in the array of element i of the flat. */
  readonly at: (i: number) => number;
}

/** An ndarray flat of n elements every `stride` from `offset`, in an array with room around it. */
function stepped(n: number, stride: number): { flat: NdArray<Float64Array> } & Placed {
  const room = 3;
  const data = new Float64Array(2 * room + n * Math.abs(stride)).fill(SENTINEL);
  const offset = stride > 0 ? room : data.length - 1 - room;
  const at = (i: number): number => offset + i * stride;
  for (let i = 0; i < n; i++) data[at(i)] = i;
  return { flat: ndarray(data, [n], [stride], offset), data, at };
}

export const flatCases: readonly FlatCase[] = [
  {
    name: "a typed array",
    make: (n) => {
      const data = Float64Array.from({ length: n }, (_, i) => i);
      return { flat: data, data, at: (i) => i };
    },
  },
  {
    name: "a subarray",
    make: (n) => {
      const whole = new Float64Array(n + 4).fill(SENTINEL);
      const data = whole.subarray(2, 2 + n);
      for (let i = 0; i < n; i++) data[i] = i;
      return { flat: data, data, at: (i) => i };
    },
  },
  {
    name: "shared memory",
    make: (n) => {
      const data = new Float64Array(new SharedArrayBuffer(8 * n)).map((_, i) => i);
      return { flat: data, data, at: (i) => i };
    },
  },
  {
    name: "a plain Array",
    make: (n) => {
      const data = Array.from({ length: n }, (_, i) => i);
      return { flat: data, data, at: (i) => i };
    },
  },
  { name: "an ndarray", make: (n) => stepped(n, 1) },
  { name: "an ndarray of stride 3", make: (n) => stepped(n, 3) },
  { name: "an ndarray of stride -1", make: (n) => stepped(n, -1) },
  { name: "an ndarray of stride -2", make: (n) => stepped(n, -2) },
];
