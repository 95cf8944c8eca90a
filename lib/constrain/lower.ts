import { finite } from "../internal/numbers.ts";
import { constraint, type Constraint } from "./maps/constraint.ts";
import { oneSidedMap } from "./maps/one-sided-map.ts";
import { checkParameter, valuesFor, type Parameter } from "./maps/parameter.ts";

/**
 * Values above a bound: x = a + e^y. Take it for scales and rates, which cannot lie on the bound
 * itself. For values that can, take an optimizer's `bounds`.
 *
 * @param bound a number, or an array or ndarray with a bound for each element of the leaf
 * @throws TypeError, RangeError if the bound is not finite
 * @example
 * const c = constrain({ age: [] }, { age: lower(18) });
 */
export function lower(bound: Parameter): Constraint<"elements"> {
  checkParameter("lower", "bound", bound, finite);
  return constraint("lower", "elements", (leaf, n) =>
    oneSidedMap(valuesFor("lower", "bound", bound, leaf, finite), 1, n),
  );
}

/** Values above 0: x = e^y, the same as `lower(0)`. */
export const positive: Constraint<"elements"> = /* @__PURE__ */ lower(0);
