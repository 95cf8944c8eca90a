import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { mapViews } from "../../lib/map-views.ts";
import { blockViews } from "../../lib/block-views.ts";

const template = { layers: [{ w: [3, 2], b: 2 }], scale: [] } as const;
const [flat, views] = emptyWithViews(template);
const [, small] = emptyWithViews(template, { dtype: "float32" });

const sizes = mapViews(
  template,
  (view, other, path) => {
    expectTypeOf(view).toEqualTypeOf<NdArray<Float64Array>>();
    expectTypeOf(other).toEqualTypeOf<NdArray<Float32Array>>();
    expectTypeOf(path).toEqualTypeOf<string>();
    return view.size;
  },
  views,
  small,
);
expectTypeOf(sizes.layers[0].w).toEqualTypeOf<number>();
expectTypeOf(mapViews(template, (path) => path).scale).toEqualTypeOf<string>();

// @ts-expect-error: the template has no leaf `scales`
void sizes.scales;
// @ts-expect-error: a tree of another structure
mapViews(template, (view) => view, { layers: [{ w: 1 }], scale: 2 });

const h = flat as NdArray<Float64Array>;
const blocks = blockViews(h, template);
expectTypeOf(blocks.layers[0].w.layers[0].b).toEqualTypeOf<NdArray<Float64Array>>();
const jac = blockViews(h, { y: 3 }, template);
expectTypeOf(jac.y.scale).toEqualTypeOf<NdArray<Float64Array>>();
// @ts-expect-error
void jac.scale;
