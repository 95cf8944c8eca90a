/** Resolves a template to integers: the place of each leaf. No array is touched here. */
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

/** The layout of a template. The layout of a layout is the layout itself. */
export type LayoutOf<T> = T extends Layout ? T : T extends Template ? Layout<T> : never;

/** The most elements an ndarray can address: its offsets are int32. */
const MAX_SIZE = 2 ** 31 - 1;

/**
 * The mark of a layout. The symbol is registered, so that a program which loads this package twice,
 * by import and by require, can pass layouts from one copy to the other.
 */
const LAYOUT = Symbol.for("ndarray-params.layout");
interface Marked {
  readonly [LAYOUT]?: true;
}

/**
 * Resolves a template to a frozen layout. A layout is returned as it is, so every function that
 * takes a template takes a layout too. Views are kept by layout, so a loop should pass one.
 *
 * @throws TypeError, RangeError with the path of the first entry that is not allowed
 * @example
 * layoutOf({ w: [3, 2], b: 2 }).slots[1]; //=> { path: "b", shape: [2], offset: 6, size: 2 }
 */
export function layoutOf<const T extends Template | Layout>(template: T): LayoutOf<T>;
export function layoutOf(template: Template | Layout): Layout {
  return resolve("layoutOf", template);
}

/** The layout of a template or of a layout, for the public function `call`. */
export function resolve(call: string, template: Template | Layout): Layout {
  if ((template as Marked | null | undefined)?.[LAYOUT] === true) return template as Layout;
  if (
    (template as Partial<Layout> | null | undefined)?.slots !== undefined &&
    isCopyOfLayout(template)
  ) {
    throw new TypeError(`${call}: got a copy of a layout; pass its template`);
  }
  const { copy, leaves } = readTemplate(call, template);
  let size = 0;
  const slots: Slot[] = [];
  for (const { path, shape } of leaves) {
    const slot = Object.freeze({ path, shape, offset: size, size: sizeOf(shape) });
    size += slot.size;
    if (size > MAX_SIZE) {
      throw new RangeError(
        `${call}: ${path}: the template needs ${size} elements up to here, and an ndarray holds at most ${MAX_SIZE}`,
      );
    }
    slots.push(slot);
  }
  const layout = { template: copy, size, slots: Object.freeze(slots) };
  return Object.freeze(Object.defineProperty(layout, LAYOUT, { value: true }));
}

/** A layout loses its mark when it is cloned, sent to a worker or written as JSON. */
function isCopyOfLayout(value: Template | Layout): boolean {
  if (Object.keys(value).join() !== "template,size,slots") return false;
  const { size, slots } = value as Partial<Layout>;
  return size === 0 || typeof slots?.[0]?.path === "string";
}

/** The number of elements of a shape; an axis of length 0 wins over an overflow of the others. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (const axis of shape) {
    if (axis === 0) return 0;
    size *= axis;
  }
  return size;
}

/** The label of the element at an index of the flat, such as `hidden.w[3,7]`. */
export function labelAt({ slots }: Layout, index: number): string {
  const { path, shape, offset } = lastStartingBy(index, slots);
  let rest = index - offset;
  const indices = shape.map(() => 0);
  for (let i = shape.length - 1; i >= 0; i--) {
    indices[i] = rest % shape[i]!;
    rest = Math.floor(rest / shape[i]!);
  }
  return shape.length === 0 ? path : `${path}[${indices.join(",")}]`;
}

/** The last slot with an offset up to `index`, by bisection. Slots of size 0 come before it. */
function lastStartingBy(index: number, slots: readonly Slot[]): Slot {
  let low = 0;
  let high = slots.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (slots[middle]!.offset <= index) low = middle;
    else high = middle;
  }
  return slots[low]!;
}
