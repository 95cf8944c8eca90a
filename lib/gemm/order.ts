/** A product in shared memory, as numbers: what the pool writes and a worker reads. */
import type { FloatArray, Operand, Product } from "./matrix.ts";

/** What a worker does: it waits for an order, multiplies, listens for messages, or has failed. */
export const State = { listens: 0, waits: 1, multiplies: 2, failed: 3 } as const;

export interface Order {
  readonly buffer: SharedArrayBuffer;
  /** The state, and how many messages the worker has received. */
  readonly integers: Int32Array;
  readonly numbers: Float64Array;
}

/** Width of an element, m, n, k, alpha, beta; then six numbers for each operand. */
const SCALARS = 6;
const OPERAND = 6;
const HEADER = 8;

export const makeOrder = (
  buffer = new SharedArrayBuffer(HEADER + (SCALARS + 3 * OPERAND) * 8),
): Order => ({
  buffer,
  integers: new Int32Array(buffer, 0, 2),
  numbers: new Float64Array(buffer, HEADER),
});

/** Buffers go by the numbers under which the worker has received them. */
export function writeOrder(
  { numbers }: Order,
  { m, n, k, alpha, beta, c, a, b }: Product,
  numberOf: (buffer: ArrayBufferLike) => number,
): void {
  numbers.set([c.data.BYTES_PER_ELEMENT, m, n, k, alpha, beta]);
  for (const [i, { data, offset, rowStride, columnStride }] of [c, a, b].entries()) {
    const { buffer, byteOffset, length } = data;
    const place = [numberOf(buffer), byteOffset, length, offset, rowStride, columnStride];
    numbers.set(place, SCALARS + i * OPERAND);
  }
}

export function readOrder(
  { numbers }: Order,
  bufferOf: (number: number) => SharedArrayBuffer,
): Product {
  const [size, m, n, k, alpha, beta, ...places] = numbers as unknown as SixOrMore;
  const operand = (i: number): Operand => {
    const six = places.slice(i * OPERAND, (i + 1) * OPERAND) as unknown as SixOrMore;
    const [number, byteOffset, length, offset, rowStride, columnStride] = six;
    const buffer = bufferOf(number);
    const data: FloatArray =
      size === 8
        ? new Float64Array(buffer, byteOffset, length)
        : new Float32Array(buffer, byteOffset, length);
    return { data, offset, rowStride, columnStride };
  };
  return { m, n, k, alpha, beta, c: operand(0), a: operand(1), b: operand(2) };
}

type SixOrMore = [number, number, number, number, number, number, ...number[]];
