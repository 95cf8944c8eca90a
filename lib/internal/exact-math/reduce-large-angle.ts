/** Bits behind the point: 1024 for the largest n, 62 that may cancel, and 130 to keep. */
const BITS = 1216n;
/** Bits that are dropped before the remainder becomes a number. */
const SPARE = 1000n;
const UNIT = 1 / Number(1n << (BITS - SPARE));

let halfPi: bigint | undefined;

/**
 * Writes x - n·π/2 and what its rounding left out, and returns n mod 4, for x of at least 2²⁰. The
 * steps are exact in fixed point with 1216 bits behind the point, and take some microseconds. If x
 * is not finite, the remainder is NaN.  Payne & Hanek 1983, by whole numbers.
 */
export function reduceLargeAngle(x: number, remainder: Float64Array): number {
  if (!(x < Infinity)) {
    remainder.fill(NaN);
    return 0;
  }
  // Machin 1706: π/4 = 4·arctan(1/5) - arctan(1/239)
  halfPi ??= (8n * arctanOfInverse(5n) - 2n * arctanOfInverse(239n)) >> 32n;
  const whole = Math.floor(x);
  const angle = (BigInt(whole) << BITS) + (BigInt((x - whole) * 0x100000000) << (BITS - 32n));
  const n = (2n * angle + halfPi) / (2n * halfPi);
  const rest = (angle - n * halfPi) >> SPARE;
  const rounded = Number(rest);
  remainder[0] = rounded * UNIT;
  remainder[1] = Number(rest - BigInt(rounded)) * UNIT;
  return Number(n & 3n);
}

/** arctan(1/k), with 32 more bits than are kept: 1/k - 1/(3k³) + 1/(5k⁵) - …  Gregory 1671. */
function arctanOfInverse(k: bigint): bigint {
  let power = (1n << (BITS + 32n)) / k;
  let sum = power;
  for (let i = 3n; power !== 0n; i += 2n) {
    power /= -k * k;
    sum += power / i;
  }
  return sum;
}
