/**
 * The 16-bit floats, decoded exactly: every value of either kind is a float32.
 *
 * F16 is IEEE 754-2019 binary16, (-1)^s 2^(e - 15) (1 + f / 2^10), with subnormals at e = 0 and
 * infinities and NaNs at e = 31; BF16 is the upper half of a float32.
 */

/** Functions from the 16 bits of a float to the 32 bits of the same number as a float32. */
const decoders = { F16: float32BitsOfF16, BF16: (bits: number): number => bits << 16 };

export type Half = keyof typeof decoders;

export const isHalf = (dtype: string): dtype is Half => Object.hasOwn(decoders, dtype);

export function decodeHalf(dtype: Half, bits: Uint16Array): Float32Array<ArrayBuffer> {
  const decode = decoders[dtype];
  const decoded = new Float32Array(bits.length);
  // Written as bits: storing a NaN as a number may change its payload.
  const words = new Uint32Array(decoded.buffer);
  for (let i = 0; i < bits.length; i++) words[i] = decode(bits[i]!);
  return decoded;
}

function float32BitsOfF16(bits: number): number {
  const sign = (bits & 0x8000) << 16;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return sign | 0x7f800000 | (fraction << 13);
  if (exponent > 0) return sign | ((exponent + 112) << 23) | (fraction << 13); // 112 = 127 - 15
  if (fraction === 0) return sign;
  // A subnormal is fraction 2^-24: the highest bit of the fraction becomes the implicit one.
  const shift = Math.clz32(fraction) - 21; // zeros before the highest bit of the eleven
  return sign | ((113 - shift) << 23) | (((fraction << shift) & 0x3ff) << 13);
}
