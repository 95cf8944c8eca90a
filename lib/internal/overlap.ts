/**
 * Whether two flats or matrices share an element: exact for all that JavaScript can see, and cheap
 * in the usual cases. It cannot see that two SharedArrayBuffer objects are one memory.
 */
import type { GenericArray, NdArray } from "ndarray";
import type { FlatData, Floats } from "./arrays.ts";
import { endOf } from "./checks.ts";

/** An ndarray of rank 1 or 2. A flat is a matrix of one column. */
type Matrix = Pick<
  NdArray<FlatData | GenericArray<number>>,
  "data" | "shape" | "stride" | "offset"
>;

/**
 * A matrix on a line of units. The unit is the size of the smaller elements of two matrices, and an
 * element covers `width` units.
 */
interface Lattice {
  readonly low: number;
  readonly high: number;
  readonly start: number;
  readonly steps: Pair;
  readonly shape: Pair;
  readonly width: number;
}

export function overlaps(x: Matrix, y: Matrix): boolean {
  if (!shareMemory(x.data, y.data) || endsBefore(x, y) || endsBefore(y, x)) return false;
  const unit = Math.min(bytesOf(x), bytesOf(y));
  const one = latticeOf(x, unit);
  const other = latticeOf(y, unit);
  return !areInterleaved(one, other) && !areSideBySide(one, other) && meet(one, other);
}

/**
 * Whether two elements of one matrix coincide: i·rowStride = j·columnStride with |i| < rows and
 * |j| < columns, not both 0. The smallest such i is columnStride / gcd.
 */
export function overlapsItself({ shape, stride }: Matrix): boolean {
  const rows = shape[0]!;
  const columns = shape[1] ?? 1;
  if (rows * columns < 2) return false;
  const rowStride = Math.abs(stride[0]!);
  const columnStride = Math.abs(stride[1] ?? 0);
  // The rows or the columns lie behind each other, as nearly always.
  if (columnStride > 0 && rowStride >= columns * columnStride) return false;
  if (rowStride > 0 && columnStride >= rows * rowStride) return false;
  const divisor = gcd(rowStride, columnStride);
  return divisor === 0 || (columnStride / divisor < rows && rowStride / divisor < columns);
}

/**
 * Whether two arrays lie on one buffer. Two SharedArrayBuffer objects over one memory, as every
 * `postMessage` makes them, cannot be told from two memories.
 */
export const shareMemory = (x: object, y: object): boolean =>
  x === y || (ArrayBuffer.isView(x) && x.buffer === (y as Partial<ArrayBufferView>).buffer);

/** Whether x is empty or ends before y begins, as nearly always in an arena. Nothing is allocated. */
const endsBefore = (x: Matrix, y: Matrix): boolean =>
  x.shape.includes(0) || addressOf(x, 1) + bytesOf(x) <= addressOf(y, -1);

/** The address of the last (1) or the first (-1) element, if there is one. */
const addressOf = (matrix: Matrix, side: 1 | -1): number =>
  startOf(matrix) + endOf(matrix, side) * bytesOf(matrix);

const startOf = ({ data }: Matrix): number => (data as Partial<Floats>).byteOffset ?? 0;

const bytesOf = ({ data }: Matrix): number => (data as Partial<Floats>).BYTES_PER_ELEMENT ?? 1;

function latticeOf(matrix: Matrix, unit: number): Lattice {
  const { shape, stride, offset } = matrix;
  const width = bytesOf(matrix) / unit;
  // Elements that a stride of 0 repeats are looked at once.
  const distinct = (axis: 0 | 1): number => (stride[axis] === 0 ? 1 : (shape[axis] ?? 1));
  return {
    low: addressOf(matrix, -1) / unit,
    high: addressOf(matrix, 1) / unit + width - 1,
    start: startOf(matrix) / unit + offset * width,
    steps: [stride[0]! * width, (stride[1] ?? 0) * width],
    shape: [distinct(0), distinct(1)],
    width,
  };
}

type Pair = readonly [number, number];

/** Whether a divisor of all steps does not divide the distance of the starts: two columns of one matrix. */
function areInterleaved(x: Lattice, y: Lattice): boolean {
  const divisor = [...x.steps, ...y.steps].reduce(gcd);
  return x.width === y.width && divisor > 0 && (x.start - y.start) % divisor !== 0;
}

/**
 * Whether the lines of both matrices repeat at a common distance, and each matrix keeps to its own
 * part of that distance: two blocks of columns of one matrix.
 */
function areSideBySide(x: Lattice, y: Lattice): boolean {
  const period = gcd(lineOf(x), lineOf(y));
  const distance = (((y.low - x.low) % period) + period) % period;
  return distance >= lengthOf(x) && distance + lengthOf(y) <= period;
}

/** The distance between lines. A line runs along the axis of the smaller step. */
const lineOf = ({ steps }: Lattice): number => Math.max(Math.abs(steps[0]), Math.abs(steps[1]));

function lengthOf({ steps, shape, width }: Lattice): number {
  const inner = Math.abs(steps[0]) < Math.abs(steps[1]) ? 0 : 1;
  return Math.abs(steps[inner]) * (shape[inner] - 1) + width;
}

/**
 * Marks the units of one matrix in the span of both, and looks for marks under the other one. An
 * element outside of the array of marks is neither written nor found.
 */
function meet(x: Lattice, y: Lattice): boolean {
  const low = Math.max(x.low, y.low);
  const high = Math.min(x.high, y.high);
  const marks = new Uint8Array(high - low + 1);
  eachUnit(x, (unit) => {
    marks[unit - low] = 1;
  });
  let met = false;
  eachUnit(y, (unit) => {
    met ||= marks[unit - low] === 1;
  });
  return met;
}

function eachUnit({ start, steps, shape, width }: Lattice, visit: (unit: number) => void): void {
  for (let i = 0; i < shape[0]; i++) {
    for (let j = 0; j < shape[1]; j++) {
      const first = start + i * steps[0] + j * steps[1];
      for (let unit = first; unit < first + width; unit++) visit(unit);
    }
  }
}

function gcd(x: number, y: number): number {
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return Math.abs(x);
}
