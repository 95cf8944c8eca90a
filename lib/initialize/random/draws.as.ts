/**
 * The WebAssembly kernel of streams, in AssemblyScript: blocks of uniform and of normal numbers.
 * `npm run build:kernel` compiles it into `draws.generated.ts`. xoshiro.ts, ziggurat.ts and
 * portable-log.ts have the same steps in JavaScript, and say what they are. The memory holds the
 * state of the generator, the tables of the ziggurat, and the block.
 */

const HEIGHTS: usize = 64;
const EDGES: usize = HEIGHTS + 257 * 8;
const INNER: usize = EDGES + 512 * 8;
const BLOCK: usize = INNER + 512 * 8 + 56;

const TRIES: i32 = 128;
const R: f64 = 3.654152885361009;
const UNIT: f64 = 1.0 / 9007199254740992.0; // 2⁻⁵³

/** Writes `count` numbers of 53 bits to the block: as integers, or divided by 2⁵³. */
// @ts-ignore: decorator
@inline
function draw(count: i32, asIntegers: bool): void {
  let a = load<u32>(0);
  let b = load<u32>(4);
  let c = load<u32>(8);
  let d = load<u32>(12);
  const end = BLOCK + (count << 3);
  for (let at = BLOCK; at < end; at += 8) {
    const high = rotl<u32>(b * 5, 7) * 9;
    let shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<u32>(d, 11);
    const low = rotl<u32>(b * 5, 7) * 9;
    shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<u32>(d, 11);
    const bits = ((high as u64) << 21) | ((low >>> 11) as u64);
    if (asIntegers) store<u64>(at, bits);
    else store<f64>(at, (bits as i64 as f64) * UNIT);
  }
  store<u32>(0, a);
  store<u32>(4, b);
  store<u32>(8, c);
  store<u32>(12, d);
}

/** One number in [0, 1). It borrows the first place of the block. */
function next(): f64 {
  const kept = load<u64>(BLOCK);
  draw(1, false);
  const drawn = load<f64>(BLOCK);
  store<u64>(BLOCK, kept);
  return drawn;
}

function logarithm(x: f64): f64 {
  let m = x;
  let k: f64 = 0;
  for (; m < 0.7071067811865476 && m > 0; k--) m *= 2;
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum: f64 = 0;
  for (let n: f64 = 21; n > 1; n -= 2) sum = (sum + 1 / n) * square;
  return k * 0.6931471805599453 + 2 * (s + s * sum);
}

function tail(): f64 {
  let beyond: f64 = 0;
  for (let tries = 0; tries < TRIES; tries++) {
    beyond = -logarithm(1 - next()) / R;
    if (-2 * logarithm(1 - next()) > beyond * beyond) break;
  }
  return R + beyond;
}

function outside(strip: i32, x: f64): f64 {
  for (let tries = 0; tries < TRIES; tries++) {
    const i = strip & 255;
    if (i == 0) return x < 0 ? -tail() : tail();
    const height = load<f64>(HEIGHTS + (i << 3));
    const y = height + (load<f64>(HEIGHTS + (i << 3), 8) - height) * next();
    if (logarithm(y) < -0.5 * x * x) return x;
    const u = next() * 512;
    strip = u as i32;
    const part = u - (strip as f64);
    x = part * load<f64>(EDGES + (strip << 3));
    if (part < load<f64>(INNER + (strip << 3))) return x;
  }
  return x;
}

/** Numbers low + width·u within [smallest, largest]. */
export function uniforms(count: i32, low: f64, width: f64, smallest: f64, largest: f64): void {
  draw(count, false);
  const end = BLOCK + (count << 3);
  for (let at = BLOCK; at < end; at += 8) {
    store<f64>(at, min<f64>(max<f64>(low + width * load<f64>(at), smallest), largest));
  }
}

/** Numbers mean + std·x. */
export function normals(count: i32, mean: f64, std: f64): void {
  draw(count, true);
  const end = BLOCK + (count << 3);
  for (let at = BLOCK; at < end; at += 8) {
    const bits = load<u64>(at);
    const strip = (bits >> 44) as i32;
    const part = ((bits & 0xfffffffffff) as i64 as f64) * (1.0 / 17592186044416.0); // 2⁻⁴⁴
    let x = part * load<f64>(EDGES + (strip << 3));
    if (!(part < load<f64>(INNER + (strip << 3)))) x = outside(strip, x);
    store<f64>(at, mean + std * x);
  }
}
