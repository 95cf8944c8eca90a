/** Residuals of a model at points, with a Jacobian from the caller's gradient or from differences. */
import type { NdArray } from "ndarray";
import { eachValue, nested } from "../../algebra/internal/leaf-values.ts";
import { isFlatData } from "../../internal/arrays.ts";
import { isThenable } from "../../internal/is-thenable.ts";
import { nameOf, refusal, wrongNumber } from "../../internal/messages.ts";
import { labelAt, type Layout } from "../../layout.ts";
import type { Residuals } from "../../optimize/run/contract.ts";
import { leavesIn, treeOf } from "../../tree.ts";
import { numericJacobian } from "../numeric-jacobian.ts";
import type { Points } from "./read-data.ts";
import type { Parameters } from "./read-parameters.ts";

/** The caller's functions, without types. */
export interface Model {
  readonly model: (parameters: object, x: unknown) => unknown;
  readonly gradient: ((parameters: object, x: unknown) => unknown) | undefined;
}

type Own = Residuals<Float64Array>;

/** Numbers in the order of a layout, as the tree that models get and results have. */
export const valuesIn = (layout: Layout, numbers: ArrayLike<number>): object => {
  const rest = Array.from(numbers).values();
  return treeOf(layout, ({ shape }) => nested(rest, shape));
};

/** The same, frozen: one tree is there for all x, and a model that changes it would change the next r. */
const frozenIn = (layout: Layout, numbers: ArrayLike<number>): object => {
  const rest = Array.from(numbers).values();
  return freeze(treeOf(layout, ({ shape }) => nested(rest, shape)));
};

function freeze<Tree extends object>(tree: Tree): Tree {
  for (const child of Object.values(tree) as unknown[]) {
    if (typeof child === "object" && child !== null) freeze(child);
    else if (Array.isArray(tree)) break; // a row of numbers
  }
  return Object.freeze(tree);
}

/**
 * r = (model - y)/σ as a function of the free side. At the points where the Jacobian is asked for,
 * which a fit has accepted, both have to be finite.
 */
export function modelResiduals(
  call: string,
  { model, gradient }: Model,
  { values, free, bounds, constraints }: Parameters,
  points: Points,
): Own {
  const { xs, rows, y, sigma } = points;
  const outputs = rows.slots[0]!.shape[1];
  const label = (row: number): string => labelAt(rows, row);

  const evaluate = (parameters: object, r: Float64Array): void => {
    let next = 0;
    const take = (value: unknown): void => {
      if (typeof value !== "number") {
        throw new TypeError(
          refusal(call, "model", "return numbers", `${nameOf(value)} at ${label(next)}`),
        );
      }
      r[next] = (value - y[next]!) / sigma[next]!;
      next++;
    };
    for (const x of xs) {
      const value = model(parameters, x);
      if (outputs === undefined) take(value);
      else for (const one of listOf(call, "model", value, outputs, label(next))) take(one);
    }
  };

  const differentiate = (parameters: object, jacobian: NdArray<Float64Array>): void => {
    let row = 0;
    const place = `${call}: gradient`;
    const take = (tree: unknown): void => {
      if (isThenable(tree)) {
        const got = `${nameOf(tree)} at ${label(row)}`;
        throw new TypeError(refusal(call, "gradient", "return its derivatives at once", got));
      }
      const leaves = leavesIn(place, values, tree);
      let column = 0;
      values.slots.forEach(({ path, shape }, i) => {
        eachValue(place, path, shape, leaves[i], (slope) => {
          jacobian.set(row, column++, slope / sigma[row]!);
        });
      });
      row++;
    };
    for (const x of xs) {
      const trees = gradient!(parameters, x);
      if (outputs === undefined) take(trees);
      else for (const tree of listOf(call, "gradient", trees, outputs, label(row))) take(tree);
    }
  };

  const refuse = (name: string, got: number, row: number): RangeError =>
    wrongNumber(call, name, "be finite", `${got} at ${label(row)}`);

  const check = (r: Float64Array, jacobian: NdArray<Float64Array>): void => {
    const bad = r.findIndex((v) => !Number.isFinite(v));
    if (bad !== -1) throw refuse("the model", r[bad]!, bad);
    for (let i = 0; i < r.length; i++) {
      for (let j = 0; j < free.size; j++) {
        const slope = jacobian.get(i, j);
        if (!Number.isFinite(slope))
          throw refuse(`its derivative by ${labelAt(free, j)}`, slope, i);
      }
    }
  };

  const x = new Float64Array(values.size);
  const differenced = (at: Float64Array, r: Float64Array): void => {
    if (constraints !== undefined) constraints.forward(at, x);
    evaluate(frozenIn(values, constraints === undefined ? at : x), r);
  };
  const exact: Own = (at, r, jacobian) => {
    const parameters = frozenIn(values, at);
    evaluate(parameters, r);
    if (jacobian !== undefined) differentiate(parameters, jacobian);
  };
  const own =
    gradient === undefined
      ? numericJacobian(differenced, { bounds })
      : (constraints?.residuals(exact) ?? exact);
  return (flat, r, jacobian) => {
    own(flat, r, jacobian);
    if (jacobian !== undefined) check(r, jacobian);
  };
}

/** The list that the caller's function returns for several outputs. */
function listOf(
  call: string,
  name: string,
  value: unknown,
  length: number,
  place: string,
): readonly unknown[] {
  const list: ArrayLike<unknown> | undefined = isFlatData(value) ? value : undefined;
  if (list?.length === length) return Array.from(list);
  const got = list?.length ?? nameOf(value);
  throw new TypeError(refusal(call, name, `return ${length} entries`, `${got} at ${place}`));
}
