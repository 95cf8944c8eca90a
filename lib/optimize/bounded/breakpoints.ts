/** The points at which a path along the projected gradient bends, drawn in order of length. */

export interface Breakpoints {
  /** Begins anew, without any. */
  clear(): void;
  /** Adds one before the first is drawn. */
  add(length: number, index: number): void;
  /** Puts all of them in order as far as the first; comes once after the last `add`. */
  order(): void;
  /** The length of the next one; Infinity if there is none. */
  next(): number;
  /** Removes the next one, and returns its index. */
  draw(): number;
}

/** A binary heap: mostly few of the n points are drawn, and to sort all would cost n·log n. */
export function openBreakpoints(size: number): Breakpoints {
  const lengths = new Float64Array(size);
  const indices = new Int32Array(size);
  let count = 0;

  /** Moves the entry at `at` down to its place. */
  const sink = (at: number): void => {
    const [length, index] = [lengths[at]!, indices[at]!];
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < count && lengths[child + 1]! < lengths[child]!) child++;
      if (child >= count || !(lengths[child]! < length)) break;
      lengths[at] = lengths[child]!;
      indices[at] = indices[child]!;
      at = child;
    }
    lengths[at] = length;
    indices[at] = index;
  };

  return {
    clear: () => {
      count = 0;
    },
    add: (length, index) => {
      lengths[count] = length;
      indices[count++] = index;
    },
    order: () => {
      for (let at = (count >> 1) - 1; at >= 0; at--) sink(at);
    },
    next: () => (count > 0 ? lengths[0]! : Infinity),
    draw: () => {
      const first = indices[0]!;
      count--;
      lengths[0] = lengths[count]!;
      indices[0] = indices[count]!;
      sink(0);
      return first;
    },
  };
}
