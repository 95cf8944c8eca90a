/**
 * The WebAssembly kernel that makes floats of bytes, in AssemblyScript. `npm run build:kernel`
 * compiles it into `scale-bytes.generated.ts`. A byte is exact in both types, so each product is
 * rounded once, as `scaleInLoop` rounds it.
 */

/** Lanes 2 and 3 in the places of lanes 0 and 1. */
// @ts-ignore: decorator
@inline
function upper(x: v128): v128 {
  return i8x16.shuffle(x, x, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
}

// @ts-ignore: decorator
@inline
function four<T>(to: usize, x: v128, scale: v128): void {
  if (sizeof<T>() == 4) {
    v128.store(to, f32x4.mul(f32x4.convert_i32x4_s(x), scale));
  } else {
    v128.store(to, f64x2.mul(f64x2.convert_low_i32x4_s(x), scale));
    v128.store(to, f64x2.mul(f64x2.convert_low_i32x4_s(upper(x)), scale), 16);
  }
}

/** to = from · scale for n bytes. Addresses are unsigned: an arena may have 4 GiB. */
// @ts-ignore: decorator
@inline
function scaleBytes<T>(n: usize, from: usize, to: usize, scale: T): void {
  const factor = v128.splat<T>(scale);
  let left = n;
  for (; left >= 16; left -= 16, from += 16, to += 16 * sizeof<T>()) {
    const x = v128.load(from);
    const low = i16x8.extend_low_i8x16_u(x);
    const high = i16x8.extend_high_i8x16_u(x);
    four<T>(to, i32x4.extend_low_i16x8_u(low), factor);
    four<T>(to + 4 * sizeof<T>(), i32x4.extend_high_i16x8_u(low), factor);
    four<T>(to + 8 * sizeof<T>(), i32x4.extend_low_i16x8_u(high), factor);
    four<T>(to + 12 * sizeof<T>(), i32x4.extend_high_i16x8_u(high), factor);
  }
  for (; left > 0; left--, from++, to += sizeof<T>()) {
    store<T>(to, (load<u8>(from) as T) * scale);
  }
}

/** Bytes that go through the scratch at once: with their floats they fit the second-level cache. */
const LOT: i32 = 16 * 1024;

/**
 * Does the samples from `first` up to `end`: each is `size` bytes, at the address that is in the list
 * `addresses`, and its floats go to their place in `to`. Many samples are copied to the scratch before
 * any is made floats, so that a processor waits for the memory of several at a time.
 */
// @ts-ignore: decorator
@inline
function samples<T>(
  first: i32, end: i32, scratch: usize, addresses: usize, size: i32, to: usize, scale: T,
): void {
  const most = max(1, LOT / size);
  while (first < end) {
    const count = min(most, end - first);
    const start = to + (first as usize) * size * sizeof<T>();
    if (count == 1) scaleBytes<T>(size, load<u32>(addresses + (first << 2)), start, scale);
    else {
      let at = scratch;
      for (let i = 0; i < count; i++, at += size) {
        const from = load<u32>(addresses + ((first + i) << 2)) as usize;
        // The next sample overwrites the excess of the last vector. Behind all data is a scratch.
        for (let b = 0; b < size; b += 16) v128.store(at + b, v128.load(from + b));
      }
      scaleBytes<T>(count * size, scratch, start, scale);
    }
    first += count;
  }
}

export function samples64(
  first: i32, end: i32, scratch: usize, addresses: usize, size: i32, to: usize, scale: f64,
): void {
  samples<f64>(first, end, scratch, addresses, size, to, scale);
}
export function samples32(
  first: i32, end: i32, scratch: usize, addresses: usize, size: i32, to: usize, scale: f32,
): void {
  samples<f32>(first, end, scratch, addresses, size, to, scale);
}

export function float64(n: usize, from: usize, to: usize, scale: f64): void {
  scaleBytes<f64>(n, from, to, scale);
}
export function float32(n: usize, from: usize, to: usize, scale: f32): void {
  scaleBytes<f32>(n, from, to, scale);
}
