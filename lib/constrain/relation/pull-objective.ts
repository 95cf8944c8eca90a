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
  const makeMemory = (): Memory => ({
    values: keptFlats(values.size),
    gradients: keptFlats(values.size),
  });
  const objective = (
    f: (values: Flat, gradient: Flat, ...batch: readonly unknown[]) => unknown,
    options: ObjectiveOptions = {},
  ) => {
    const call = "constrain: objective";
    checkFunction(call, "f", f);
    checkOptions(call, options, ["logJacobian"]);
    const { logJacobian: subtracts = false } = options;
    checkBoolean(call, "logJacobian", subtracts);
    let idle: Memory | undefined; // not while a promise is waited for: another run may come between

    const finish = (
      y: Flat,
      gx: Flat,
      gradient: Flat,
      logJacobian: number,
      loss: unknown,
    ): number => {
      if (typeof loss !== "number") throw wrongKind(call, "f", "return a number", loss);
      transforms.pullBack(y, gx, gradient);
      if (!subtracts) return loss;
      transforms.pullBackJacobian(y, gradient, -1);
      return loss - logJacobian;
    };
    /**
     * Ends a call whose loss is a promise. This is a function of its own because its closures cost
     * memory.
     */
    const later = (
      memory: Memory,
      y: Flat,
      gx: Flat,
      gradient: Flat,
      logJacobian: number,
      loss: PromiseLike<unknown>,
    ) =>
      loss.then(
        (own) => {
          idle = memory;
          return finish(y, gx, gradient, logJacobian, own);
        },
        (error: unknown) => {
          idle = memory;
          throw error;
        },
      );

    return (y: Flat, gradient: Flat, ...batch: readonly unknown[]): unknown => {
      readInto(call, y, yPlace);
      readInto(call, gradient, gradientPlace);
      refuseOverlap(call, yPlace, gradientPlace);
      const memory = idle ?? makeMemory();
      idle = undefined;
      let isPending = false;
      try {
        const x = memory.values(y);
        const gx = memory.gradients(gradient);
        const logJacobian = transforms.forward(y, x.flat);
        gx.data.fill(Number.NaN);
        const loss = f(x.flat, gx.flat, ...batch);
        isPending = isThenable(loss);
        return isThenable(loss)
          ? later(memory, y, gx.flat, gradient, logJacobian, loss)
          : finish(y, gx.flat, gradient, logJacobian, loss);
      } finally {
        if (!isPending) idle = memory;
      }
    };
  };
  return objective as PullObjective;
}

/** The flats that f gets. */
interface Memory {
  readonly values: (like: Flat) => KeptFlat;
  readonly gradients: (like: Flat) => KeptFlat;
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
