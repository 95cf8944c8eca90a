/** A product and its cut as numbers on the board: what the pool writes and its threads read. */
import type { Board } from "./protocol.ts";
import type { Cut } from "./cut.ts";
import type { FloatArray, Operand, Product } from "../../product/product.ts";

export interface Task {
  readonly product: Product;
  readonly cut: Cut;
}

/** Bytes of an element, m, n, k, alpha, beta and the cut; then six numbers for each operand. */
const SCALARS = 9;
const OPERAND = 6;

/** Buffers go by the numbers under which all threads know them. */
export function writeTask(
  { numbers }: Board,
  { product: { m, n, k, alpha, beta, c, a, b }, cut: { axis, each, parts } }: Task,
  numberOf: (buffer: SharedArrayBuffer) => number,
): void {
  numbers.set([c.data.BYTES_PER_ELEMENT, m, n, k, alpha, beta, axis, each, parts]);
  for (const [i, { data, offset, rowStride, columnStride }] of [c, a, b].entries()) {
    const { buffer, byteOffset, length } = data;
    const number = numberOf(buffer as unknown as SharedArrayBuffer);
    const six = [number, byteOffset, length, offset, rowStride, columnStride];
    numbers.set(six, SCALARS + i * OPERAND);
  }
}

export function readTask(
  { numbers }: Board,
  bufferOf: (number: number) => SharedArrayBuffer,
): Task {
  const [bytes, m, n, k, alpha, beta, axis, each, parts] = numbers as unknown as Nine;
  const operand = (i: number): Operand => {
    const six = numbers.subarray(SCALARS + i * OPERAND) as unknown as Six;
    const [number, byteOffset, length, offset, rowStride, columnStride] = six;
    const buffer = bufferOf(number);
    const data: FloatArray =
      bytes === 8
        ? new Float64Array(buffer, byteOffset, length)
        : new Float32Array(buffer, byteOffset, length);
    return { data, offset, rowStride, columnStride };
  };
  const product = { m, n, k, alpha, beta, c: operand(0), a: operand(1), b: operand(2) };
  return { product, cut: { axis, each, parts } };
}

type Six = [number, number, number, number, number, number];
type Nine = [...Six, number, number, number];
