import type { NdArray } from "ndarray";
import { checkFunction, checkReach } from "../../internal/checks.ts";
import { isFloat64, isNdArray } from "../../internal/arrays.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { viewMaker } from "../../internal/make-view.ts";
import { shapeText, wrongKind, wrongNumber } from "../../internal/messages.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";
import { columnOf, type Flat } from "../../internal/read-flat.ts";
import type { Transforms } from "./batch-transforms.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import type { Constrained } from "./constrained.ts";
import { overlapError, placeFor, readInto, type Place } from "./place.ts";
import type { Plan } from "./bind-leaves.ts";
import { keptFlats } from "./pull-objective.ts";

type PullResiduals = Constrained<unknown, unknown>["residuals"];

/** Residuals of values become residuals of free flats: each row of the Jacobian is pulled back. */
export function pullResiduals({ free, values }: Plan, transforms: Transforms): PullResiduals {
  const place = placeFor("y", free.size);
  const residuals = (f: Residuals<Flat, unknown, unknown>): Residuals<Flat, unknown, unknown> => {
    const call = "constrain: residuals";
    checkFunction(call, "f", f);
    let idle: Memory | undefined; // not while a promise is waited for: another run may come between

    return (y, r, jacobian) => {
      readInto(call, y, place);
      if (jacobian !== undefined) checkJacobian(call, jacobian, place);
      const memory = idle ?? { values: keptFlats(values.size), jacobian: undefined };
      idle = undefined;
      let isPending = false;
      const giveBack = (): void => {
        idle = memory;
      };
      const finish = (own: NdArray<Float64Array> | undefined): void => {
        if (own === undefined) return;
        for (let i = 0; i < own.shape[0]!; i++) {
          transforms.pullBack(y, own.pick(i, null), jacobian!.pick(i, null));
        }
      };
      try {
        const x = memory.values(y).flat;
        transforms.forward(y, x);
        const own = jacobian && jacobianIn(memory, jacobian.shape[0]!, values.size);
        own?.data.fill(Number.NaN);
        const given = f(x, r, own);
        isPending = isThenable(given);
        if (!isThenable(given)) {
          finish(own);
          return given;
        }
        return given.then(
          () => {
            giveBack();
            finish(own);
          },
          (error: unknown) => {
            giveBack();
            throw error;
          },
        );
      } finally {
        if (!isPending) giveBack();
      }
    };
  };
  return residuals as PullResiduals;
}

/** The flats and the Jacobian that f gets. */
interface Memory {
  readonly values: ReturnType<typeof keptFlats>;
  jacobian: NdArray<Float64Array> | undefined;
}

function jacobianIn(memory: Memory, rows: number, columns: number): NdArray<Float64Array> {
  if (memory.jacobian?.shape[0] === rows) return memory.jacobian;
  const data = new Float64Array(rows * columns);
  return (memory.jacobian = viewMaker(data)([rows, columns], [columns, 1], 0));
}

function checkJacobian(call: string, jacobian: unknown, y: Place): void {
  if (!isNdArray<Float64Array>(jacobian) || !isFloat64(jacobian.data)) {
    const need = "be an ndarray on a Float64Array, or undefined";
    throw wrongKind(call, "jacobian", need, jacobian);
  }
  const { shape } = jacobian;
  if (shape.length !== 2 || shape[1] !== y.size) {
    const need = `have rank 2 and ${y.size} columns`;
    throw wrongNumber(call, "jacobian", need, `the shape ${shapeText(shape)}`);
  }
  checkReach(call, "jacobian", jacobian);
  if (overlapsItself(jacobian)) {
    throw new RangeError(`${call}: jacobian must have distinct elements`);
  }
  if (overlaps(jacobian, columnOf(y))) throw overlapError(call, y, { name: "jacobian" });
}
