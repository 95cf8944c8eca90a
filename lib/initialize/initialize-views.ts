import type { NdArray } from "ndarray";
import { isNdArray } from "../internal/arrays.ts";
import { checkFunction, sameShape } from "../internal/checks.ts";
import { isThenable } from "../internal/is-thenable.ts";
import { shapeText, wrongKind, wrongNumber } from "../internal/messages.ts";
import { resolve, type Layout, type Slot } from "../layout.ts";
import { leavesIn, type ShownTree, type TreeOf } from "../tree.ts";
import type { Template } from "../template.ts";
import type { DataOf, Views } from "../views.ts";
import type { FloatData } from "./internal/view-checks.ts";
import { seeded, type Random } from "./random/random.ts";

/** A function that fills one leaf: `heNormal`, `zeros`, or a wrapper of another initializer. */
export type Fill<D extends FloatData = FloatData> = (view: NdArray<D>, random: Random) => void;

/** The structure of a template (or of a layout's) with a function for each shape. */
export type Scheme<T, D extends FloatData = FloatData> = TreeOf<T, Fill<D>>;

/**
 * Fills each leaf with its function in the scheme. Each leaf has a stream of its own,
 * `stream(seed, path)`, so its values do not depend on the other leaves, nor on their order.
 *
 * @param scheme the template's structure with a function `(view, random) => void` at each shape
 * @throws TypeError, RangeError with the path at which views or scheme do not fit the template,
 *   before anything is written; an error of a leaf's function has the leaf's path in front
 * @example
 * const template = { hidden: { w: [784, 100], b: 100 } };
 * const [, views] = emptyWithViews(template);
 * initializeViews(views, template, { hidden: { w: heNormal, b: zeros } }, "run 7");
 */
export function initializeViews<const T extends Template | Layout, V extends Views<T, FloatData>>(
  views: V,
  template: T,
  scheme: ShownTree<T, Fill<Extract<DataOf<V>, FloatData>>>,
  seed: string | number,
): void {
  const call = "initializeViews";
  const layout = resolve(call, template);
  const nodes = leavesIn(call, layout, views);
  const fills = leavesIn(call, layout, scheme);
  const jobs = layout.slots.map((slot, i) => {
    const view = checkLeaf(call, slot, nodes[i]);
    const fill = fills[i] as Fill;
    checkFunction(call, `the scheme's ${slot.path}`, fill);
    const random = seeded(call, seed, slot.path);
    return { path: slot.path, run: (): unknown => fill(view, random) };
  });
  for (const { path, run } of jobs) {
    let filled: unknown;
    try {
      filled = run();
    } catch (cause) {
      throw located(`${call}: ${path}`, cause);
    }
    // Its type lets an asynchronous function through, and nobody would wait for that.
    if (isThenable(filled)) {
      throw wrongKind(call, `the scheme's ${path}`, "fill at once", filled);
    }
  }
}

function checkLeaf(call: string, { path, shape }: Slot, view: unknown): NdArray<FloatData> {
  if (!isNdArray<FloatData>(view)) throw wrongKind(call, path, "be an ndarray", view);
  if (sameShape(shape, view.shape)) return view;
  throw wrongNumber(call, path, `have the shape ${shapeText(shape)}`, shapeText(view.shape));
}

/** The error again, of the same kind, with the place in front of its message. */
function located(place: string, cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  const Fault =
    cause instanceof RangeError ? RangeError : cause instanceof TypeError ? TypeError : Error;
  return new Fault(`${place}: ${cause.message}`, { cause });
}
