/** Where each leaf goes: a template resolved to integers. No array is touched here. */
import { readTemplate, type Template } from "./template.ts";

/** One leaf with its place in the flat. `offset` and `size` count elements. */
export interface Slot {
  readonly path: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly size: number;
}

/** A template resolved: `slots` in layout order, row-major inside a leaf, no padding. */
export interface Layout<T extends Template = Template> {
  readonly template: T;
  readonly size: number;
  readonly slots: readonly Slot[];
}

/** The layout of a template; a layout's is itself. */
export type LayoutOf<T> = T extends Layout ? T : T extends Template ? Layout<T> : never;

/** The most elements an ndarray can address: its offsets are int32. */
const MAX_SIZE = 2 ** 31 - 1;

const layouts = new WeakSet<object>();

/**
 * Resolves a template to a frozen layout. A layout is returned as it is, so every function that
 * takes a template takes a layout too, and the caches hang on it.
 *
 * @throws TypeError, RangeError with the path of the first entry that is not allowed
 * @example
 * layoutOf({ w: [3, 2], b: 2 }).slots[1]; //=> { path: "b", shape: [2], offset: 6, size: 2 }
 */
export function layoutOf<const T extends Template | Layout>(template: T): LayoutOf<T>;
export function layoutOf(template: Template | Layout): Layout {
  if (isLayout(template)) return template;
  const { copy, leaves } = readTemplate(template);
  let size = 0;
  const slots = leaves.map(({ path, shape }) => {
    const slot = Object.freeze({ path, shape, offset: size, size: sizeOf(shape) });
    size += slot.size;
    if (size > MAX_SIZE) {
      throw new RangeError(
        `layoutOf: ${path}: the template needs ${size} elements up to here, an ndarray holds at most ${MAX_SIZE}`,
      );
    }
    return slot;
  });
  const layout = Object.freeze({ template: copy, size, slots: Object.freeze(slots) });
  layouts.add(layout);
  return layout;
}

const isLayout = (value: Template | Layout): value is Layout => layouts.has(value);

/** The number of elements of a shape; 0 wins over an overflow of the other axes. */
export const sizeOf = (shape: readonly number[]): number =>
  shape.includes(0) ? 0 : shape.reduce((size, axis) => size * axis, 1);
