/** Checked by tsc; at run time only that the calls go through. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import {
  emptyWithViews,
  layoutOf,
  leaves,
  shapedFromFlat,
  type AnyViews,
  type Template,
  type Views,
} from "ndarray-params";

type Doubles = NdArray<Float64Array>;
type Floats = NdArray<Float32Array>;

describe("the static types", () => {
  it("give a pair for [[784, 10], 10], without `as const`", () => {
    const [flat, [w, b]] = emptyWithViews([[784, 10], 10]);
    expectTypeOf(flat).toEqualTypeOf<Doubles>();
    expectTypeOf(w).toEqualTypeOf<Doubles>();
    expectTypeOf(b).toEqualTypeOf<Doubles>();
    const [, views] = emptyWithViews([[784, 10], 10]);
    expectTypeOf(views).toEqualTypeOf<readonly [Doubles, Doubles]>();
    // @ts-expect-error: the template has two entries
    expectTypeOf(views[2]).toEqualTypeOf<Doubles>();
  });

  it("give Float32Array for float32", () => {
    const [flat, { w }] = emptyWithViews({ w: [3, 2] }, { dtype: "float32" });
    expectTypeOf(flat).toEqualTypeOf<Floats>();
    expectTypeOf(w).toEqualTypeOf<Floats>();
  });

  it("give what `allocate` gives", () => {
    const allocate = (n: number): Float32Array<SharedArrayBuffer> =>
      new Float32Array(new SharedArrayBuffer(4 * n));
    const [flat, [w]] = emptyWithViews([3], { allocate });
    expectTypeOf(flat).toEqualTypeOf<NdArray<Float32Array<SharedArrayBuffer>>>();
    expectTypeOf(w).toEqualTypeOf<NdArray<Float32Array<SharedArrayBuffer>>>();
  });

  it("recurse through records and lists, from a template and from its layout", () => {
    const layout = layoutOf({ hidden: { w: [3, 2], b: 2 }, layers: [{ s: [] }, [[1], [2]]] });
    const [flat, views] = emptyWithViews(layout);
    expectTypeOf(views.hidden.w).toEqualTypeOf<Doubles>();
    expectTypeOf(views.layers[0].s).toEqualTypeOf<Doubles>();
    expectTypeOf(views.layers[1]).toEqualTypeOf<readonly [Doubles, Doubles]>();
    expectTypeOf(shapedFromFlat(flat, layout)).toEqualTypeOf<typeof views>();
    expectTypeOf<Views<typeof layout>>().toEqualTypeOf<typeof views>();
    expectTypeOf<Views<typeof layout.template>>().toEqualTypeOf<typeof views>();
    // @ts-expect-error: the template has no leaf `hidden.weights`
    expectTypeOf(views.hidden.weights).toEqualTypeOf<Doubles>();
  });

  it("are not taken in by a record with the keys of a layout", () => {
    const [, views] = emptyWithViews({ template: [2], size: 3, slots: [[4], [5]] });
    expectTypeOf(views.slots[1]).toEqualTypeOf<Doubles>();
  });

  it("follow the array a flat is made of", () => {
    expectTypeOf(shapedFromFlat([1, 2], [2])[0]).toEqualTypeOf<NdArray<number[]>>();
    const floats = new Float32Array(2);
    expectTypeOf(shapedFromFlat(floats, [2])[0]).toEqualTypeOf<
      NdArray<Float32Array<ArrayBuffer>>
    >();
    const [flat] = emptyWithViews([2], { dtype: "float32" });
    expectTypeOf(shapedFromFlat(flat, [2])[0]).toEqualTypeOf<Floats>();
    expectTypeOf(leaves(shapedFromFlat(flat, [2]), [2])).toEqualTypeOf<[string, Floats][]>();
  });

  it("take templates whose lengths or structure are only known at run time", () => {
    const shapes: number[][] = [[1], [2, 2]];
    expectTypeOf(emptyWithViews(shapes)[1]).toEqualTypeOf<readonly Doubles[]>();
    const layers: { w: number[]; b: number }[] = [{ w: [2, 2], b: 2 }];
    expectTypeOf(emptyWithViews(layers)[1][0]!.b).toEqualTypeOf<Doubles>();
    const wide = (template: Template): void => {
      expectTypeOf(emptyWithViews({ any: template })[1].any).toEqualTypeOf<AnyViews>();
    };
    wide({ w: 2 });
  });

  it("refuse values that are not templates", () => {
    const refuse = (f: () => unknown): unknown => f;
    // @ts-expect-error: a string is not an axis
    refuse(() => emptyWithViews([[784, "10"]]));
    // @ts-expect-error: a number is not a root
    refuse(() => layoutOf(10));
    // @ts-expect-error: no such data type
    refuse(() => emptyWithViews([2], { dtype: "int32" }));
    // @ts-expect-error: an ArrayBuffer is not a flat
    refuse(() => shapedFromFlat(new ArrayBuffer(16), [2]));
  });
});
