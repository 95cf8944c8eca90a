/** A product and its cut as numbers in shared memory: the calling thread writes, the others read. */
import type { DType, Floats } from "../../../internal/arrays.ts";
import type { Operand, Product } from "../../product/product.ts";
import type { Cut } from "./choose-cut.ts";
import type { PoolMemory } from "./protocol.ts";

export interface CutProduct {
  readonly product: Product;
  readonly cut: Cut;
}

/** Bytes of an element, m, n, k, alpha, beta and the cut come first; then six for each operand. */
const SCALARS = 9;
const OPERAND = 6;

/** Buffers are written as the numbers by which all threads know them. */
export function writeProduct(
  { numbers }: PoolMemory,
  { product: { m, n, k, alpha, beta, c, a, b }, cut: { axis, each, parts } }: CutProduct,
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

export function readProduct(
  { numbers }: PoolMemory,
  bufferOf: (number: number) => ArrayBufferLike,
): CutProduct {
  const [bytes, m, n, k, alpha, beta, axis, each, parts] = numbers as unknown as Nine;
  const dtype: DType = bytes === 8 ? "float64" : "float32";
  const operand = (i: number): Operand => {
    const six = numbers.subarray(SCALARS + i * OPERAND) as unknown as Six;
    const [number, byteOffset, length, offset, rowStride, columnStride] = six;
    const buffer = bufferOf(number);
    const data: Floats =
      dtype === "float64"
        ? new Float64Array(buffer, byteOffset, length)
        : new Float32Array(buffer, byteOffset, length);
    return { data, offset, rowStride, columnStride };
  };
  const product = { dtype, m, n, k, alpha, beta, c: operand(0), a: operand(1), b: operand(2) };
  return { product, cut: { axis, each, parts } };
}

type Six = [number, number, number, number, number, number];
type Nine = [...Six, number, number, number];
