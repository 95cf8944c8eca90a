/** Rows for kernels: drawn numbers and strange ones, wherever a flat may lie. */
import { arena } from "ndarray-params/optimize";
import { source } from "../../support/golden/draw.ts";

export type Floats = Float64Array | Float32Array;
export type Kind = Float64ArrayConstructor | Float32ArrayConstructor;
export const kinds: readonly Kind[] = [Float64Array, Float32Array];

/** Around the shortest row of a kernel, the pairs of a vector, and the chunks of a copy. */
export const sizes = [255, 256, 257, 4096, 4097, 8199];

const strange = [NaN, Infinity, -Infinity, -0, 0, 5e-324, -1e-310, 1e-45, 1e300, -1e38, 3e-39];

const known = new Map<string, Float64Array>();

/** Numbers for a row. Some are strange if that is asked for. The same are drawn once. */
export function drawn(seed: number, size: number, isStrange: boolean): Float64Array {
  const key = `${seed} ${size} ${isStrange}`;
  let numbers = known.get(key);
  if (numbers === undefined) {
    const { number, integer } = source(seed);
    numbers = Float64Array.from({ length: size }, () =>
      isStrange && integer(5) === 0 ? strange[integer(strange.length)]! : number(),
    );
    known.set(key, numbers);
  }
  return numbers.slice();
}

/** Makes row number `row` of a call, with these numbers. */
export type Maker = (Data: Kind, numbers: Float64Array, row: number) => Floats;

const filled = (row: Floats, numbers: Float64Array): Floats => {
  row.set(numbers);
  return row;
};

const ordinary: Maker = (Data, numbers) => new Data(numbers);

const part: Maker = (Data, numbers) => {
  const { length } = numbers;
  return filled(new Data(length + 9).subarray(3, 3 + length), numbers);
};

const shared: Maker = (Data, numbers) => {
  const { BYTES_PER_ELEMENT: width } = Data;
  const buffer = new SharedArrayBuffer((numbers.length + 1) * width) as ArrayBufferLike;
  return filled(new Data(buffer as ArrayBuffer, width), numbers);
};

const arenas = [arena(2 ** 19), arena(2 ** 19)] as const;

/** Rows in one of the arenas, which then has no others. */
function inArena(which: 0 | 1): Maker {
  const { float64, float32, clear } = arenas[which];
  clear();
  return (Data, numbers) =>
    filled((Data === Float64Array ? float64 : float32)(numbers.length), numbers);
}

/** The places of rows, by name. */
export const places: Readonly<Record<string, () => Maker>> = {
  "ordinary arrays": () => ordinary,
  "parts of arrays": () => part,
  "shared memory": () => shared,
  "an arena": () => inArena(0),
  "two arenas and none": () => {
    const [first, second] = [inArena(0), inArena(1)];
    return (Data, numbers, row) =>
      [first, ordinary, second, first, part][row % 5]!(Data, numbers, row);
  },
};

/** The places of the first elements that have other bits, of all rows. Every NaN is the same. */
export const differences = (found: readonly Floats[], want: readonly Floats[]): string[] =>
  found.flatMap((row, k) => {
    const i = row.findIndex((v, at) => !Object.is(v, want[k]![at]));
    return i === -1 ? [] : [`row ${k}, element ${i}: ${row[i]} and not ${want[k]![i]}`];
  });
