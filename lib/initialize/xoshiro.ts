/**
 * A number in [0, 1) of 53 bits, made of the next two outputs of a xoshiro128** generator.
 * Blackman & Vigna 2021.
 */
export const xoshiro = (state: Int32Array): number =>
  (step(state) >>> 0) * 2 ** -32 + (step(state) >>> 11) * 2 ** -53;

function step(s: Int32Array): number {
  const s1 = s[1]!;
  const output = Math.imul(rotated(Math.imul(s1, 5), 7), 9);
  const s2 = s[2]! ^ s[0]!;
  const s3 = s[3]! ^ s1;
  s[1] = s1 ^ s2;
  s[0]! ^= s3;
  s[2] = s2 ^ (s1 << 9);
  s[3] = rotated(s3, 11);
  return output;
}

const rotated = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));
