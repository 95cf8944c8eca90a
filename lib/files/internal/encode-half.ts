/**
 * Writes 16-bit floats. Each number is rounded to the nearest of them, with ties to even. It is
 * rounded only once, even if it is a float64. A number that is too large becomes an infinity, and a
 * NaN stays a NaN.
 *
 * IEEE 754-2019, 4.3.1 (roundTiesToEven) and 7.4 (overflow).
 */
import { isFloat64, type Floats } from "../../internal/arrays.ts";
import type { Half } from "./half.ts";

interface Format {
  /** The bits of the fraction. */
  readonly fraction: number;
  /** The largest exponent, which is also what is added to an exponent before it is stored. */
  readonly bias: number;
}

const formats: Readonly<Record<Half, Format>> = {
  F16: { fraction: 10, bias: 15 },
  BF16: { fraction: 7, bias: 127 },
};

/** Added and subtracted again it rounds a smaller number to an integer, ties to even: 2^52. */
const ROUNDER = 4503599627370496;

/** The bits of a float64: index 1 has the sign, the exponent and the upper 20 bits. */
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

export function encodeHalf(dtype: Half, floats: Floats): Uint16Array<ArrayBuffer> {
  const format = formats[dtype];
  const bits = new Uint16Array(floats.length);
  for (let i = 0; i < floats.length; i++) bits[i] = nearest(floats[i]!, format);
  keepNaNs(floats, bits, format);
  return bits;
}

function nearest(x: number, { fraction, bias }: Format): number {
  double[0] = x;
  const high = words[1]!;
  const sign = (high >>> 16) & 0x8000;
  const exponent = ((high >>> 20) & 0x7ff) - 1023;
  if (exponent > bias) return sign | ((2 * bias + 1) << fraction);
  // Numbers below 2^(1 - bias) are subnormal: they all have the units of the smallest normal ones.
  const step = Math.max(exponent, 1 - bias);
  const units = Math.abs(x) * powerOfTwo(fraction - step);
  const rounded = units + ROUNDER - ROUNDER;
  // The leading bit of a normal number, and a carry out of the fraction, count the exponent up.
  return sign | (((step + bias - 1) << fraction) + rounded);
}

function powerOfTwo(exponent: number): number {
  words[0] = 0;
  words[1] = (exponent + 1023) << 20;
  return double[0]!;
}

/** A NaN keeps its sign and the upper bits of its payload; if those are 0, it becomes quiet. */
function keepNaNs(floats: Floats, bits: Uint16Array, { fraction, bias }: Format): void {
  const [width, stride] = isFloat64(floats) ? [20, 2] : [23, 1];
  const source = new Uint32Array(floats.buffer, floats.byteOffset, floats.length * stride);
  const infinity = (2 * bias + 1) << fraction;
  for (let i = 0; i < floats.length; i++) {
    if (!Number.isNaN(floats[i])) continue;
    const top = source[(i + 1) * stride - 1]!;
    const payload = (top >>> (width - fraction)) & ((1 << fraction) - 1);
    bits[i] = ((top >>> 16) & 0x8000) | infinity | (payload || 1 << (fraction - 1));
  }
}
