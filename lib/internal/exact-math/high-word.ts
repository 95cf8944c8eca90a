const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/** The index of the half with the exponent. In the number 1, only that half has bits set. */
const HIGH = new Int32Array(new Float64Array([1]).buffer).indexOf(0x3ff00000);

/** The upper 32 bits of a number: its sign, 11 bits of the exponent, 20 of the fraction. */
export function highWord(x: number): number {
  number[0] = x;
  return words[HIGH]!;
}
