import { dtypeOf, floatKinds, isFloats, type DType, type Floats } from "../../internal/arrays.ts";
import { checkBoolean, checkFunction } from "../../internal/checks.ts";
import { isThenable } from "../../internal/is-thenable.ts";
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

    const finish = (
      y: Flat,
      gx: Flat,
      gradient: Flat,
      logJacobian: number,
      loss: number,
    ): number => {
      transforms.pullBack(y, gx, gradient);
      if (!subtracts) return loss;
      transforms.pullBackJacobian(y, gradient, -1);
      return loss - logJacobian;
    };
    /** The end of a call whose loss is no number yet. It is apart because its closure costs memory. */
    const later = (y: Flat, gx: Flat, gradient: Flat, logJacobian: number, loss: unknown) => {
      const end = (own: unknown): number => {
        if (typeof own !== "number") throw wrongKind(call, "f", "return a number", own);
        return finish(y, gx, gradient, logJacobian, own);
      };
      return isThenable(loss) ? loss.then(end) : end(loss);
    };

    return (y: Flat, gradient: Flat, ...batch: readonly unknown[]): unknown => {
      readInto(call, y, yPlace);
      readInto(call, gradient, gradientPlace);
      refuseOverlap(call, yPlace, gradientPlace);
      const x = valuesLike(y);
      const gx = gradientLike(gradient);
      const logJacobian = transforms.forward(y, x.flat);
      gx.data.fill(Number.NaN);
      const loss = f(x.flat, gx.flat, ...batch);
      if (typeof loss === "number") return finish(y, gx.flat, gradient, logJacobian, loss);
      return later(y, gx.flat, gradient, logJacobian, loss);
    };
  };
  return objective as PullObjective;
}

interface KeptFlat {
  readonly data: Floats;
  readonly flat: Flat;
}

/** Flats that are made once for each kind: an array or an ndarray, of each data type. */
export function keptFlats(size: number): (like: Flat) => KeptFlat {
  const arrays = new Map<DType, KeptFlat>();
  const views = new Map<DType, KeptFlat>();
  return (like) => {
    const dtype = dtypeOf(isFloats(like) ? like : like.data);
    let own = arrays.get(dtype);
    if (own === undefined) {
      const data = new floatKinds[dtype].Data(size);
      arrays.set(dtype, (own = { data, flat: data }));
    }
    if (isFloats(like)) return own;
    let view = views.get(dtype);
    if (view === undefined) {
      const { data } = own;
      view = { data, flat: viewMaker<Floats>(data)([size], [1], 0) as Flat };
      views.set(dtype, view);
    }
    return view;
  };
}
