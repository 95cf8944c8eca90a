import type { NdArray } from "ndarray";
import { dtypeOf, floatKinds, isFloats, type DType, type Floats } from "../../internal/arrays.ts";
import { checkBoolean, checkFunction } from "../../internal/checks.ts";
import { viewMaker } from "../../internal/make-view.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkOptions } from "../../internal/options.ts";
import type { Flat } from "../../internal/read-flat.ts";
import type { Transforms } from "./batch-transforms.ts";
import type { Constrained, ObjectiveOptions } from "./constrained.ts";
import { placeFor, readInto, refuseOverlap } from "./place.ts";
import type { Plan } from "./bind-leaves.ts";

type PullObjective = Constrained<unknown, unknown>["objective"];

/** Objectives of values become objectives of free flats. */
export function pullObjective({ free, values }: Plan, transforms: Transforms): PullObjective {
  const yPlace = placeFor("y", free.size);
  const gradientPlace = placeFor("gradient", free.size);
  const objective = (
    f: (values: Flat, gradient: Flat, ...batch: readonly unknown[]) => unknown,
    options: ObjectiveOptions = {},
  ) => {
    const call = "constrain: objective";
    checkFunction(call, "f", f);
    checkOptions(call, options, ["logJacobian"]);
    const { logJacobian: subtracts = false } = options;
    checkBoolean(call, "logJacobian", subtracts);
    const valuesLike = keptFlats(values.size);
    const gradientLike = keptFlats(values.size);

    return (y: Flat, gradient: Flat, ...batch: readonly unknown[]): unknown => {
      readInto(call, y, yPlace);
      readInto(call, gradient, gradientPlace);
      refuseOverlap(call, yPlace, gradientPlace);
      const x = valuesLike(y);
      const gx = gradientLike(gradient);
      const logJacobian = transforms.forward(y, x.flat);
      gx.data.fill(Number.NaN);
      const finish = (loss: unknown): number => {
        if (typeof loss !== "number") throw wrongKind(call, "f", "return a number", loss);
        transforms.pullBack(y, gx.flat, gradient);
        if (!subtracts) return loss;
        transforms.pullBackJacobian(y, gradient, -1);
        return loss - logJacobian;
      };
      const loss = f(x.flat, gx.flat, ...batch);
      return isPromise(loss) ? loss.then(finish) : finish(loss);
    };
  };
  return objective as PullObjective;
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === "function";

interface KeptFlat {
  readonly data: Floats;
  readonly flat: Flat;
}

/** Flats that are made once for each kind: an array or an ndarray, of each data type. */
export function keptFlats(size: number): (like: Flat) => KeptFlat {
  const kept = new Map<DType, { data: Floats; view?: NdArray<Floats> }>();
  return (like) => {
    const dtype = dtypeOf(isFloats(like) ? like : like.data);
    let own = kept.get(dtype);
    if (own === undefined) kept.set(dtype, (own = { data: new floatKinds[dtype].Data(size) }));
    if (isFloats(like)) return { data: own.data, flat: own.data };
    own.view ??= viewMaker<Floats>(own.data)([size], [1], 0);
    return { data: own.data, flat: own.view as Flat };
  };
}
