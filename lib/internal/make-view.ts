/** Makes one ndarray, fast: calls the constructor that ndarray generated, without its detection. */
import ndarray from "ndarray";
import type { Data, NdArray } from "ndarray";

type ViewConstructor<D extends Data> = new (data: D, ...integers: number[]) => NdArray<D>;

/** `(shape, stride, offset) => view`, for views on one array. */
export type MakeView<D extends Data> = (
  shape: readonly number[],
  stride: readonly number[],
  offset: number,
) => NdArray<D>;

/** ndarray's generated constructors, by the kind of the array and by rank. */
const constructors = new Map<string, ViewConstructor<Data>[]>();

/**
 * Returns a function that makes views on `data`. `ndarray()` itself spends nine tenths of its time
 * on finding the dtype. Here that happens once for each kind of array, and the constructor that
 * ndarray has generated for dtype and rank is taken from a first view.
 *
 * @throws EvalError if a policy forbids the code generation that ndarray needs
 */
export function viewMaker<D extends Data>(call: string, data: D): MakeView<D> {
  const kind = Object.prototype.toString.call(data);
  let byRank = constructors.get(kind) as ViewConstructor<D>[] | undefined;
  if (byRank === undefined) constructors.set(kind, (byRank = []) as ViewConstructor<Data>[]);
  return (shape, stride, offset) => {
    const View = (byRank[shape.length] ??= generate(call, data, shape.length));
    switch (shape.length) {
      case 1: // spreading costs more than the rest of the view
        return new View(data, shape[0]!, stride[0]!, offset);
      case 2:
        return new View(data, shape[0]!, shape[1]!, stride[0]!, stride[1]!, offset);
      default:
        return new View(data, ...shape, ...stride, offset);
    }
  };
}

function generate<D extends Data>(call: string, data: D, rank: number): ViewConstructor<D> {
  try {
    const zeros = Array<number>(rank).fill(0);
    return ndarray(data, zeros, zeros, 0).constructor as ViewConstructor<D>;
  } catch (cause) {
    const message = `${call}: scijs ndarrays generate code and need a policy that allows it ('unsafe-eval' in a Content-Security-Policy)`;
    throw new EvalError(message, { cause });
  }
}
