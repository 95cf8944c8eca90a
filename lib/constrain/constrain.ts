import type { Layout } from "../layout.ts";
import type { Template } from "../template.ts";
import type { Constrained } from "./relation/constrained.ts";
import { deltaMethod } from "./relation/delta-method.ts";
import type { Constraints } from "./relation/free-template.ts";
import { planOf } from "./relation/bind-leaves.ts";
import { pullObjective } from "./relation/pull-objective.ts";
import { pullResiduals } from "./relation/pull-residuals.ts";
import { transformsOf } from "./relation/transforms.ts";

/**
 * Relates free flats, in which every number is allowed, to flats of values that are valid: scales
 * above 0, weights that sum to 1, ordered means. An optimizer changes the free flat, and the model
 * sees values.
 *
 * A constraint on a list or a record holds for every leaf below it, and leaves without one are
 * copied. Constraints of elements take leaves of any shape, those of vectors act on the last axis
 * and those of matrices on the last two; all axes before count a batch of vectors or matrices.
 *
 * Take a transform if the solution cannot lie on the limit, and an optimizer's bound if it may: a
 * transform reaches its limit only at infinity. Free coordinates differ between libraries and
 * versions, so save values and not free flats.
 *
 * @param constraints a record of constraints by path, such as `{ "layers.0.scale": positive }`
 * @throws TypeError, RangeError with the path of a leaf that does not have the axes for its
 *   constraint, of one with two constraints, or naming the nearest path if one is unknown
 * @example
 * const c = constrain({ total: [], p: 3 }, { total: positive, p: simplex });
 * const y = new Float64Array(c.free.size); // total and two elements of p
 * for (const info of lbfgs(y, c.objective(f))) if (info.iteration === 100) break;
 * c.forward(y, x); // x holds the total and three probabilities
 */
export function constrain<
  const T extends Template | Layout,
  const C extends Constraints<T, NoInfer<C>>,
>(template: T, constraints: C): Constrained<T, C> {
  const plan = planOf(template, constraints);
  const transforms = transformsOf(plan);
  return Object.freeze({
    free: plan.free,
    values: plan.values,
    constrained: plan.constrained,
    ...transforms,
    objective: pullObjective(plan, transforms),
    residuals: pullResiduals(plan, transforms),
    covariance: deltaMethod(plan, transforms),
  }) as unknown as Constrained<T, C>;
}
