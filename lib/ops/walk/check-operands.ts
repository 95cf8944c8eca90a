/** The checks of operands: those of cwise, in its order, and the length that positions of 32 bits reach. */
import { kindOf, refusal, shapeText } from "../../internal/messages.ts";
import type { View } from "./operands.ts";

/** Positions are integers of 32 bits, which makes the loops faster. */
const LONGEST = 2 ** 31;

/**
 * The shape of a view; undefined if the walk cannot do the view. A caller without types may pass
 * anything. A program's views are of many classes, so that each look at one takes long.
 */
export function shapeIn(view: View | undefined): readonly number[] | undefined {
  const shape = view?.shape;
  const isFine =
    shape?.length !== undefined &&
    typeof view!.dtype === "string" &&
    !(view!.data?.length > LONGEST);
  return isFine ? shape : undefined;
}

/** Whether two shapes are the same. */
export const isSame = (shape: readonly number[], other: readonly number[] | undefined): boolean =>
  shape.length === other?.length && shape.every((n, i) => n === other[i]);

/**
 * Says what does not fit. The steps are those of cwise, so that the error is of the same class and
 * ends with the same words, which may be the engine's.
 */
export function refuse(call: string, views: readonly View[]): never {
  let k = 0;
  const isSome = (step: (view: View) => boolean): boolean =>
    views.some((view, i) => {
      k = i;
      return step(view);
    });
  const text = (need: string, got: string | number): string => refusal(call, "abc"[k]!, need, got);
  let differ;
  try {
    if (views.length > 1) {
      if (isSome((view) => view.shape.length !== views[0]!.shape.length)) differ = "dimensionality";
      else if (isSome((view) => !isSame(view.shape, views[0]!.shape))) differ = "shape";
    }
    differ ??= isSome((view) => {
      const dtype = view.dtype;
      view.order.join();
      dtype.match(/x/);
      view.shape.length.toFixed();
      return view.data.length > LONGEST;
    });
  } catch (cause) {
    throw new TypeError(`${text("be an ndarray", kindOf(views[k]))}; ${(cause as Error).message}`, {
      cause,
    });
  }
  if (differ === true) {
    throw new RangeError(text("have at most 2^31 elements", views[k]!.data.length));
  }
  const got = views
    .map((view) => (shapeIn(view) ? shapeText(view.shape) : kindOf(view)))
    .join(", ");
  throw new Error(
    `${refusal(call, "all views", "have one shape", got)}; cwise: Arrays do not all have the same ${differ}!`,
  );
}
