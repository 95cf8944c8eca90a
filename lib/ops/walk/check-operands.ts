/** The checks of operands: those of cwise, in its order, and the length that positions of 32 bits reach. */
import { kindOf, refusal, shapeText } from "../../internal/messages.ts";
import type { View } from "./operands.ts";

/** Positions are integers of 32 bits, which makes the loops faster. */
const LONGEST = 2 ** 31;

/** Whether a value is a view that the walk can do. A caller without types may pass anything. */
export const isFine = (view: View | undefined): boolean =>
  view?.shape?.length !== undefined &&
  typeof view.dtype === "string" &&
  !(view.data?.length > LONGEST);

/** Whether `b` is such a view, of the shape of `a`, which is one. */
export function isAlike(a: View, b: View): boolean {
  if (a === b) return true;
  if (!isFine(b)) return false;
  const { shape } = a;
  const other = b.shape;
  return shape.length === other.length && shape.every((n, i) => n === other[i]);
}

/**
 * Says what does not fit. The steps are those of cwise, so that the error is of the same class and
 * ends with the same words, which may be the engine's.
 */
export function refuse(call: string, views: readonly View[]): never {
  let k = 0;
  let differ = "";
  const isSome = (step: (view: View) => boolean): boolean =>
    views.some((view, i) => {
      k = i;
      return step(view);
    });
  try {
    if (views.length > 1) {
      const shape = views[0]!.shape; // destructuring would be another error for null
      if (isSome((view) => view.shape.length !== shape.length)) differ = "dimensionality";
      else if (isSome((view) => view.shape.some((n, i) => n !== shape[i]))) differ = "shape";
    }
    if (differ === "") {
      isSome((view) => {
        const dtype = view.dtype;
        view.order.join();
        dtype.match(/x/);
        view.shape.length.toFixed();
        return view.data.length > LONGEST;
      });
    }
  } catch (cause) {
    const need = refusal(call, "abc"[k]!, "be an ndarray", kindOf(views[k]));
    throw new TypeError(`${need}; ${(cause as Error).message}`, { cause });
  }
  if (differ === "") {
    const need = "have at most 2^31 elements";
    throw new RangeError(refusal(call, "abc"[k]!, need, views[k]!.data.length));
  }
  const got = views.map((view) => (isFine(view) ? shapeText(view.shape) : kindOf(view))).join(", ");
  const text = refusal(call, "all views", "have one shape", got);
  throw new Error(`${text}; cwise: Arrays do not all have the same ${differ}!`);
}
