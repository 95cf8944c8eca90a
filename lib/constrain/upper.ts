import { finite } from "../internal/numbers.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { oneSidedMap } from "./maps/one-sided-map.ts";
import { checkParameter, valuesFor, type Parameter } from "./maps/parameter.ts";

/**
 * Values below a bound: x = b - e^y.
 *
 * @param bound a number, or an array or ndarray with a bound for each element of the leaf
 * @throws TypeError, RangeError if the bound is not finite
 * @example
 * const c = constrain({ energy: [] }, { energy: upper(0) });
 */
export function upper(bound: Parameter): Constraint<"elements"> {
  checkParameter("upper", "bound", bound, finite);
  return constraint("upper", "elements", (leaf, n) =>
    oneSidedMap(valuesFor("upper", "bound", bound, leaf, finite), -1, n),
  );
}
