/**
 * The generator xoshiro128** on a state of four words: writes the next `count` numbers to the start
 * of `block`. Two outputs of 32 bits make one number in [0, 1) of 53 bits.  Blackman & Vigna 2021.
 */
export function xoshiro(state: Int32Array, block: Float64Array, count: number): void {
  // The words are local variables, so the engine keeps them in registers.
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let j = 0; j < 2 * count; j++) {
    const fives = Math.imul(b, 5);
    const output = Math.imul((fives << 7) | (fives >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    if ((j & 1) === 0) block[j >> 1] = (output >>> 0) * 2 ** -32;
    else block[j >> 1]! += (output >>> 11) * 2 ** -53;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
