import type { NdArray } from "ndarray";
import { checkFunction, checkReach, isNdArray } from "../../internal/checks.ts";
import { isFloat64 } from "../../internal/arrays.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { viewMaker } from "../../internal/make-view.ts";
import { nameOf, refusal, shapeText } from "../../internal/messages.ts";
import { overlaps, overlapsItself } from "../../internal/overlap.ts";
import type { Flat } from "../../internal/read-flat.ts";
import type { Transforms } from "./batch-transforms.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import type { Constrained } from "./constrained.ts";
import { columnOf, overlapError, placeFor, readInto, type Place } from "./place.ts";
import type { Plan } from "./bind-leaves.ts";
import { keptFlats } from "./pull-objective.ts";

type PullResiduals = Constrained<unknown, unknown>["residuals"];

/** Residuals of values become residuals of free flats: each row of the Jacobian is pulled back. */
export function pullResiduals({ free, values }: Plan, transforms: Transforms): PullResiduals {
  const place = placeFor("y", free.size);
  const residuals = (f: Residuals<Flat, unknown, unknown>): Residuals<Flat, unknown, unknown> => {
    const call = "constrain: residuals";
    checkFunction(call, "f", f);
    const valuesLike = keptFlats(values.size);
    let kept: NdArray<Float64Array> | undefined;

    const jacobianOf = (rows: number): NdArray<Float64Array> => {
      if (kept?.shape[0] === rows) return kept;
      const data = new Float64Array(rows * values.size);
      return (kept = viewMaker(data)([rows, values.size], [values.size, 1], 0));
    };
    return (y, r, jacobian) => {
      readInto(call, y, place);
      const x = valuesLike(y).flat;
      if (jacobian === undefined) {
        transforms.forward(y, x);
        return f(x, r, undefined);
      }
      checkJacobian(call, jacobian, place);
      transforms.forward(y, x);
      const rows = jacobian.shape[0]!;
      const own = jacobianOf(rows);
      own.data.fill(Number.NaN);
      const pull = (): void => {
        for (let i = 0; i < rows; i++) {
          transforms.pullBack(y, own.pick(i, null), jacobian.pick(i, null));
        }
      };
      const given = f(x, r, own);
      if (isThenable(given)) return given.then(pull);
      pull();
      return given;
    };
  };
  return residuals as PullResiduals;
}

function checkJacobian(call: string, jacobian: unknown, y: Place): void {
  if (!isNdArray<Float64Array>(jacobian) || !isFloat64(jacobian.data)) {
    const need = "be an ndarray on a Float64Array, or undefined";
    throw new TypeError(refusal(call, "jacobian", need, nameOf(jacobian)));
  }
  const { shape } = jacobian;
  if (shape.length !== 2 || shape[1] !== y.size) {
    const need = `have rank 2 and ${y.size} columns`;
    throw new RangeError(refusal(call, "jacobian", need, `the shape ${shapeText(shape)}`));
  }
  checkReach(call, "jacobian", jacobian);
  if (overlapsItself(jacobian)) {
    throw new RangeError(`${call}: jacobian must have distinct elements`);
  }
  if (overlaps(jacobian, columnOf(y))) throw overlapError(call, y, { name: "jacobian" });
}
