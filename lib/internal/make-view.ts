/** Makes ndarrays: scijs's own, or, under a policy that forbids generated code, those of our classes. */
import ndarray from "ndarray";
import type { Data, NdArray } from "ndarray";
import { ndarrayDtypeOf } from "./own-views/ndarray-dtype.ts";
import { ownNdarray } from "./own-views/own-ndarray.ts";

type ViewConstructor<D extends Data> = new (data: D, ...integers: number[]) => NdArray<D>;

/** `(shape, stride, offset) => view`, for views on one array. */
export type MakeView<D extends Data> = (
  shape: readonly number[],
  stride: readonly number[],
  offset: number,
) => NdArray<D>;

/** The constructors of views, by the kind of the array and by rank. */
const constructors = new Map<string, ViewConstructor<Data>[]>();

/**
 * Returns a function that makes views on `data`. `ndarray()` itself spends nine tenths of its time
 * on finding the dtype. Here that happens once for each kind of array, and the constructor of dtype
 * and rank is taken from a first view.
 */
export function viewMaker<D extends Data>(data: D): MakeView<D> {
  // Not by its tag: a Buffer has that of a Uint8Array, and ndarray has a class of its own for it.
  const kind = ndarrayDtypeOf(data);
  let byRank = constructors.get(kind) as ViewConstructor<D>[] | undefined;
  if (byRank === undefined) constructors.set(kind, (byRank = []) as ViewConstructor<Data>[]);
  return (shape, stride, offset) => {
    const View = byRank[shape.length];
    if (View === undefined) {
      const view = makeNdarray(data, shape, stride, offset);
      byRank[shape.length] = view.constructor as ViewConstructor<D>;
      return view;
    }
    // To spread the integers costs more than the rest of the view.
    switch (shape.length) {
      case 1:
        return new View(data, shape[0]!, stride[0]!, offset);
      case 2:
        return new View(data, shape[0]!, shape[1]!, stride[0]!, stride[1]!, offset);
      // oxfmt-ignore
      case 3:
        return new View(
          data, shape[0]!, shape[1]!, shape[2]!, stride[0]!, stride[1]!, stride[2]!, offset,
        );
      // oxfmt-ignore
      case 4:
        return new View(
          data, shape[0]!, shape[1]!, shape[2]!, shape[3]!,
          stride[0]!, stride[1]!, stride[2]!, stride[3]!, offset,
        );
      default:
        return new View(data, ...shape, ...stride, offset);
    }
  };
}

let isRefused = false;

/**
 * `ndarray` by whichever classes can be had. The first refusal of a policy decides for all views to
 * come, so that a page reports one violation at most and no call meets two makes of views.
 */
export function makeNdarray<D extends Data>(...args: Parameters<typeof ownNdarray<D>>): NdArray<D> {
  if (isRefused) return ownNdarray(...args);
  try {
    return ndarray(...(args as Parameters<typeof ndarray<D>>));
  } catch {
    // Ours refuses all that ndarray refuses on its own: only a policy leads past the next line.
    const view = ownNdarray(...args);
    isRefused = true;
    return view;
  }
}
