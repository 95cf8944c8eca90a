/** The checks of operands: those of cwise, in its order, and the length that positions of 32 bits reach. */
import { nameOf, shapeText } from "../../internal/messages.ts";
import type { View } from "./operands.ts";

/** Positions are integers of 32 bits, which makes the loops faster. */
const LONGEST = 2 ** 31;

/** Whether a value is a view that the walk can do. A caller without types may pass anything. */
export const isFine = (view: View | undefined): boolean =>
  view?.shape?.length !== undefined &&
  typeof view.dtype === "string" &&
  !(view.data?.length > LONGEST);

/** Whether `b` is such a view, of the shape of `a`. */
export function isAlike({ shape }: View, b: View): boolean {
  if (!isFine(b)) return false;
  const other = b.shape;
  let axis = shape.length;
  if (other.length !== axis) return false;
  while (axis-- > 0) if (shape[axis] !== other[axis]) return false;
  return true;
}

/**
 * Says what does not fit. The steps are those of cwise, so that the error is of the same class and
 * ends with the same words, which may be the engine's.
 */
export function refuse(call: string, views: readonly View[]): never {
  if (views.length > 1) {
    for (const [k, view] of views.entries()) {
      const rank = read(call, view, k, () => view.shape.length);
      if (rank !== views[0]!.shape.length) refuseShapes(call, views, "dimensionality");
    }
    if (views.some((view) => view.shape.some((length, i) => length !== views[0]!.shape[i]))) {
      refuseShapes(call, views, "shape");
    }
  }
  for (const [k, view] of views.entries()) {
    read(call, view, k, () => view.dtype);
    read(call, view, k, () => view.order.join());
    read(call, view, k, () => view.dtype.match(/\d/));
    read(call, view, k, () => view.shape.length);
    const { length } = view.data;
    if (length > LONGEST) {
      throw new RangeError(
        `${call}: ${NAMES[k]} must be on an array of at most 2^31 elements, got ${length}`,
      );
    }
  }
  throw new Error(`${call}: unreachable`);
}

const NAMES = ["a", "b", "c"];

function read<T>(call: string, view: unknown, k: number, property: () => T): T {
  try {
    return property();
  } catch (cause) {
    const own = (cause as Error).message;
    const message = `${call}: ${NAMES[k]} must be an ndarray, got ${nameOf(view)}; ${own}`;
    throw new TypeError(message, { cause });
  }
}

function refuseShapes(call: string, views: readonly View[], what: string): never {
  const names = NAMES.slice(0, views.length);
  const got = views
    .map((view, k) => `${names[k]} ${isFine(view) ? shapeText(view.shape) : nameOf(view)}`)
    .join(", ");
  throw new Error(
    `${call}: ${names.slice(0, -1).join(", ")} and ${names.at(-1)} must have one shape, got ${got}; cwise: Arrays do not all have the same ${what}!`,
  );
}
