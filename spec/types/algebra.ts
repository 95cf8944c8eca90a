/** Checked by the compiler alone: each function of the algebra keeps names exact. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import ops from "ndarray-ops";
import {
  blockViews,
  checkGradient,
  emptyWithViews,
  flatFunction,
  indexOf,
  labelOf,
  layoutOf,
  mapViews,
  numericGradient,
  numericHessian,
  partition,
  perPart,
  shapedFromFlat,
  subflat,
  sublayout,
  templateOf,
  tie,
  valuesToFlat,
  type AnyTree,
  type FlatData,
  type Layout,
  type Template,
  type Views,
} from "ndarray-params";
import { gradientDescent, lbfgs } from "ndarray-params/optimize";

type View64 = NdArray<Float64Array>;
type Flat<D extends FlatData = FlatData> = D | NdArray<D>;

const template = { layers: [{ w: [3, 2], b: 2 }], scale: [] } as const;
const unknownTemplate: Template = template;
const [flat, views] = emptyWithViews(template);
const [, small] = emptyWithViews(template, { dtype: "float32" });
declare const matrix: View64;

/** Compiled, never called. */
export function labels(): void {
  expectTypeOf(labelOf(template, 3)).toEqualTypeOf<
    `layers.0.w[${number},${number}]` | `layers.0.b[${number}]` | "scale"
  >();
  expectTypeOf(labelOf(layoutOf(template), 3)).toEqualTypeOf(labelOf(template, 3));
  expectTypeOf(labelOf(unknownTemplate, 3)).toEqualTypeOf<string>();
  indexOf(template, "layers.0.w[2,1]");
  indexOf(template, "scale");
  indexOf(template, labelOf(template, 3));
  indexOf(unknownTemplate, "anything");
  // @ts-expect-error: a misspelt path
  indexOf(template, "layers.0.x[2,1]");
  // @ts-expect-error: one index for a matrix
  indexOf(template, "layers.0.w[2]");
  // @ts-expect-error: a scalar has no index
  indexOf(template, "scale[0]");
}

export function parts(): void {
  expectTypeOf(perPart(template, { layers: 1, "layers.0.b": 0, scale: 2 })).toEqualTypeOf<View64>();
  perPart(template, ({ shape }) => shape.length);
  perPart(unknownTemplate, { anything: 1 }, 0);
  // @ts-expect-error: a misspelt path
  perPart(template, { "layers.0.x": 1 }, 0);
  expectTypeOf(subflat(flat, template, "layers.0")).toEqualTypeOf<View64>();
  subflat(flat, template, "layers.0.w");
  subflat([1, 2, 3], unknownTemplate, "anything");
  // @ts-expect-error: a misspelt path
  subflat(flat, template, "layer");
  const layer = sublayout(template, "layers.0");
  expectTypeOf(layer).toEqualTypeOf<Layout<{ readonly w: readonly [3, 2]; readonly b: 2 }>>();
  expectTypeOf(shapedFromFlat(matrix, layer).w).toEqualTypeOf<View64>();
  // @ts-expect-error: a leaf has no layout
  sublayout(template, "scale");
  // @ts-expect-error: the layer has no leaf `weights`
  void shapedFromFlat(matrix, layer).weights;
}

export function blocks(): void {
  const hessian = blockViews(matrix, template);
  expectTypeOf(hessian.layers[0].w.layers[0].b).toEqualTypeOf<View64>();
  // @ts-expect-error: no such column leaf
  void hessian.layers[0].w.layers[0].weights;
  const jacobian = blockViews(matrix, { y: 3 }, template);
  expectTypeOf(jacobian.y.scale).toEqualTypeOf<View64>();
  // @ts-expect-error: the rows have no leaf `scale`
  void jacobian.scale;
}

export function maps(): void {
  const sizes = mapViews(
    template,
    (view, other, path) => {
      expectTypeOf(view).toEqualTypeOf<View64>();
      expectTypeOf(other).toEqualTypeOf<NdArray<Float32Array>>();
      expectTypeOf(path).toEqualTypeOf<string>();
      return view.size;
    },
    views,
    small,
  );
  expectTypeOf(sizes.layers[0].w).toEqualTypeOf<number>();
  expectTypeOf(mapViews(layoutOf(template), (path) => path).scale).toEqualTypeOf<string>();
  expectTypeOf(mapViews(unknownTemplate, (path) => path.length)).toExtend<AnyTree<number>>();
  // A function that says what it takes, with and without the path.
  const sum = (view: View64, other: NdArray<Float32Array>): number => view.size + other.size;
  expectTypeOf(mapViews(template, sum, views, small).scale).toEqualTypeOf<number>();
  expectTypeOf(
    mapViews(template, (view: View64, path: string) => path.length + view.size, views).scale,
  ).toEqualTypeOf<number>();
  // @ts-expect-error: no such leaf
  void sizes.scales;
  // @ts-expect-error: a tree of another structure
  mapViews(template, (view) => view, { layers: [{ w: 1 }], scale: 2 });
}

export function values(): void {
  const t = templateOf({ w: [[1, 2]], b: new Float64Array(2), scale: 1, list: [{ v: [1] }] });
  expectTypeOf(t).toEqualTypeOf<{
    readonly w: readonly [number, number];
    readonly b: readonly [number];
    readonly scale: readonly [];
    readonly list: readonly [{ readonly v: readonly [number] }];
  }>();
  expectTypeOf(templateOf({ view: matrix }).view).toEqualTypeOf<readonly number[]>();
  const [own, inferred] = valuesToFlat({ w: [[1, 2]], list: [{ v: [1] }] });
  expectTypeOf(own).toEqualTypeOf<View64>();
  expectTypeOf(inferred.list[0].v).toEqualTypeOf<View64>();
  // @ts-expect-error: no such value
  void inferred.v;
  const [, checked] = valuesToFlat(views, template, { dtype: "float32" });
  expectTypeOf(checked.layers[0].b).toEqualTypeOf<NdArray<Float32Array>>();
  // @ts-expect-error: the template has no leaf `scales`
  valuesToFlat({ layers: [{ w: [[1, 2]], b: [1, 2] }], scales: 1 }, template);
  // @ts-expect-error: a string is not a value
  templateOf({ w: "1" });
}

export function functions(): void {
  const one = flatFunction(template, ({ scale }) => scale.get());
  expectTypeOf(one).parameters.branded.toEqualTypeOf<[Flat]>();
  const two = flatFunction(
    template,
    (theta, gradient, t: number) => {
      ops.addeq(theta.scale, gradient.scale);
      return t;
    },
    2,
  );
  expectTypeOf(two).parameters.branded.toEqualTypeOf<[Flat, Flat, t: number]>();
  expectTypeOf(two).returns.toEqualTypeOf<number>();

  type Model = Views<typeof template, Float32Array>;
  const model = (theta: Model, x: string): string => theta.scale.dtype + x;
  const exact = flatFunction(template, model);
  expectTypeOf(exact).parameters.branded.toEqualTypeOf<[Flat<Float32Array>, x: string]>();
  // @ts-expect-error: the function takes float32
  exact(flat, "");

  // A leaf may have the name of a field of ndarrays.
  const named = { data: [3], deep: { data: 2, shape: [] } } as const;
  type Named = Views<typeof named, Float32Array>;
  const ofNamed = flatFunction(named, (theta: Named) => theta.deep.data.get(0));
  expectTypeOf(ofNamed).parameters.branded.toEqualTypeOf<[Flat<Float32Array>]>();
  type Other = Views<{ readonly data: readonly [3]; readonly extra: 3 }>;
  const ofOther = (theta: Other): number => theta.extra.get(0);
  // @ts-expect-error: the function needs a leaf that the template does not have
  flatFunction(named, ofOther);

  const objective = flatFunction(template, (_, gradient) => gradient.scale.get(), 2);
  expectTypeOf(checkGradient(objective, flat, template).label).toBeString();
  checkGradient((theta, gradient) => (gradient[0] = theta[0]!), new Float64Array(9), template);
  // @ts-expect-error: a typical size is a number or a flat
  checkGradient(objective, flat, template, { typicalSize: "large" });
}

export function differences(): void {
  const theta = new Float64Array(9);
  const numeric = numericGradient((x: Float64Array, t: number) => x[0]! * t);
  expectTypeOf(numeric).toEqualTypeOf<
    (flat: Float64Array, gradient: Float64Array, t: number) => number
  >();
  for (const info of lbfgs(
    theta,
    numericGradient((x) => x[0]!),
  )) {
    info.gradient satisfies Float64Array;
    break;
  }
  const loss = (x: ArrayLike<number>): number => x[0]!;
  lbfgs(theta, numericGradient(loss));
  // @ts-expect-error: the batches are numbers
  gradientDescent(theta, numeric, { stepRate: 0.1, batches: [["1"]] });

  const { hessian } = numericHessian(loss, theta, template, { gradient: false });
  expectTypeOf(blockViews(hessian, template).scale.scale).toEqualTypeOf<View64>();
}

export function freezing(): void {
  const { free, fixed, join } = partition(template, ["layers.0.w"]);
  const [, theta] = emptyWithViews(free);
  const [, frozen] = emptyWithViews(fixed);
  expectTypeOf(theta.layers[0].b).toEqualTypeOf<View64>();
  expectTypeOf(frozen.layers[0].w).toEqualTypeOf<View64>();
  expectTypeOf(join(theta, frozen)).toEqualTypeOf<Views<typeof template>>();
  expectTypeOf(labelOf(free, 0)).toEqualTypeOf<`layers.0.b[${number}]` | "scale">();
  // @ts-expect-error: the frozen leaf has no view among the free ones
  theta.layers[0].w.get(0, 0);
  // @ts-expect-error: the parts the wrong way round
  join(frozen, theta);
  // @ts-expect-error: a misspelt path
  partition(template, ["layers.0.v"]);

  const branch = partition(template, ["layers"]);
  expectTypeOf(emptyWithViews(branch.fixed)[1].layers[0].w).toEqualTypeOf<View64>();
  expectTypeOf(emptyWithViews(branch.free)[1].scale).toEqualTypeOf<View64>();
  const none = partition(template, []);
  expectTypeOf(emptyWithViews(none.free)[1].layers[0].w).toEqualTypeOf<View64>();

  const layers: readonly { readonly w: readonly [2, 2]; readonly b: 2 }[] = [];
  const some = partition({ layers, scale: [] }, ["layers.0.w"]);
  const [, { layers: own, scale }] = emptyWithViews(some.free);
  expectTypeOf(scale).toEqualTypeOf<View64>();
  expectTypeOf(own[0]!.b).toEqualTypeOf<View64>();
  // @ts-expect-error: frozen or not, by the length
  own[0]!.w.get(0, 0);
  const dynamic = partition(unknownTemplate, ["a", "b"]);
  expectTypeOf(dynamic.free).toEqualTypeOf<Layout>();
}

export function ties(): void {
  const { free, join } = tie(
    { encoder: { w: [4, 2] }, decoder: { w: [2, 4] } },
    "decoder.w",
    "encoder.w",
    { transpose: true },
  );
  const [, own] = emptyWithViews(free);
  expectTypeOf(join(own).decoder.w).toEqualTypeOf<View64>();
  // @ts-expect-error: the tied leaf has no elements of its own
  own.decoder.w.get(0, 0);
  // @ts-expect-error: a misspelt path
  tie({ a: 1, b: 1 }, "a", "c");
}
