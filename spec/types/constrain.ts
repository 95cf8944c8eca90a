/** Checked by the compiler alone: the free templates, and the constraints that a template takes. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import {
  emptyWithViews,
  labelOf,
  layoutOf,
  partition,
  shapedFromFlat,
  type Layout,
  type Template,
} from "ndarray-params";
import {
  affine,
  choleskyCorrelation,
  choleskyCovariance,
  constrain,
  interval,
  lower,
  ordered,
  positive,
  positiveOrdered,
  simplex,
  sumToZero,
  unit,
  unitVector,
  upper,
  type Constraint,
  type FreeTemplate,
  type Residuals,
} from "ndarray-params/constrain";
import { adam, lbfgs } from "ndarray-params/optimize";

// Lengths are computed, and a leaf without a constraint keeps its shape.
const c = constrain(
  {
    total: [],
    p: 3,
    rates: [4, 3],
    zero: [2, 5],
    way: [3],
    rho: [3, 3],
    sigma: [2, 3, 3],
    angle: [2, 2],
    rest: { a: 7, b: [] },
  },
  {
    total: positive,
    p: simplex,
    rates: positiveOrdered,
    zero: sumToZero,
    way: unitVector,
    rho: choleskyCorrelation,
    sigma: choleskyCovariance,
    angle: interval(-1, 1),
    "rest.b": lower(2),
  },
);
expectTypeOf(c.free).toEqualTypeOf<
  Layout<{
    readonly total: readonly [];
    readonly p: readonly [2];
    readonly rates: readonly [4, 3];
    readonly zero: readonly [2, 4];
    readonly way: readonly [3];
    readonly rho: readonly [3];
    readonly sigma: readonly [2, 6];
    readonly angle: readonly [2, 2];
    readonly rest: { readonly a: readonly [7]; readonly b: readonly [] };
  }>
>();
expectTypeOf(c.values.template.p).toEqualTypeOf<3>();

// The free layout is one as any other: views, labels and parts follow from it.
const [, views] = emptyWithViews(c.free);
expectTypeOf(views.rest.a).toEqualTypeOf<NdArray<Float64Array>>();
// @ts-expect-error: there is no such leaf
void views.rest.c;
expectTypeOf(labelOf(c.free, 0)).toExtend<string>();
partition(c.free, ["rest.a"]);
void shapedFromFlat(new Float64Array(40), c.free).sigma;

// A record or a list constrains what is below it.
const below = constrain(
  { mix: [{ p: 3 }, { p: [2, 4] }], q: { m: [2, 2], n: [4, 4] } },
  { mix: simplex, "q.m": choleskyCorrelation, "q.n": choleskyCovariance },
);
expectTypeOf(below.free.template).toEqualTypeOf<{
  readonly mix: readonly [{ readonly p: readonly [2] }, { readonly p: readonly [2, 3] }];
  readonly q: { readonly m: readonly [1]; readonly n: readonly [10] };
}>();

// A list at the root has its indices as paths, as numbers or as strings.
const list = constrain([3, [2, 2]], { 0: simplex, "1": choleskyCovariance });
expectTypeOf(list.free.template).toEqualTypeOf<readonly [readonly [2], readonly [3]]>();

// The edges of the arithmetic: 1 leaves 0, and long axes keep their rank.
const edges = constrain(
  { one: 1, long: [2, 1000], m1: [1, 1], m40: [40, 40], c0: [0, 0] },
  {
    one: simplex,
    long: sumToZero,
    m1: choleskyCorrelation,
    m40: choleskyCovariance,
    c0: choleskyCorrelation,
  },
);
expectTypeOf(edges.free.template).toEqualTypeOf<{
  readonly one: readonly [0];
  readonly long: readonly [2, number];
  readonly m1: readonly [0];
  readonly m40: readonly [number];
  readonly c0: readonly [0];
}>();

// Some templates are known at run time only.
declare const n: number;
const rank = constrain({ p: [2, n] }, { p: simplex });
expectTypeOf(rank.free.template).toEqualTypeOf<{ readonly p: readonly [2, number] }>();
declare const wide: Template;
const loose = constrain(wide, { anything: simplex, "at.all": choleskyCovariance });
expectTypeOf(loose.values).toExtend<Layout>();
expectTypeOf(loose.free).toExtend<Layout>();
declare const byName: Record<string, Constraint>;
expectTypeOf(constrain({ p: 3 }, byName).free).toEqualTypeOf<Layout>();
expectTypeOf(constrain(layoutOf({ p: 3 }), { p: simplex }).free.template).toEqualTypeOf<{
  readonly p: readonly [2];
}>();
declare const some: Constraint;
expectTypeOf<FreeTemplate<{ p: 3 }, { p: typeof some }>>().toEqualTypeOf<{
  readonly p: readonly number[];
}>();

// A path that is not there.
// @ts-expect-error: no entry totl
void constrain({ total: [], p: 3 }, { totl: positive });
// @ts-expect-error: no entry layers.2
void constrain({ layers: [{ w: 2 }, { w: 2 }] }, { "layers.2": positive });
// @ts-expect-error: no entry w.0
void constrain({ w: [3, 2] }, { "w.0": positive });
// @ts-expect-error: what is no constraint
void constrain({ total: [] }, { total: 0 });
// @ts-expect-error: a function that makes constraints
void constrain({ total: [] }, { total: lower });

// A rank that does not fit.
// @ts-expect-error: a scalar has no last axis
void constrain({ total: [] }, { total: simplex });
// @ts-expect-error: the same for a vector
void constrain({ total: [] }, { total: ordered });
// @ts-expect-error: a vector has no two last axes
void constrain({ p: 3 }, { p: choleskyCorrelation });
// @ts-expect-error: the same spelled as a list
void constrain({ p: [3] }, { p: choleskyCovariance });
// @ts-expect-error: one leaf below the record is a scalar
void constrain({ q: { a: 3, b: [] } }, { q: unitVector });
// @ts-expect-error: one leaf of the list is a vector
void constrain({ q: [{ m: [2, 2] }, { m: 2 }] }, { q: choleskyCovariance });
void constrain({ q: [{ m: [2, 2] }, { m: 2 }] }, { q: upper(1), "q.0.m": unit });
void constrain({ q: { a: [], b: [2, 2] } }, { q: affine(0, 1) });

// @ts-expect-error: a bound is no text
void lower("0");
// @ts-expect-error: a bound on both sides takes two
void interval(0);
const bounds: Constraint<"elements">[] = [lower([1, 2]), upper(new Float32Array(2)), unit];
void bounds;

// Objectives keep the kind of their flats and their batches.
const f = (_values: Float64Array, gradient: Float64Array, weight: number): number =>
  (gradient[0] = weight);
expectTypeOf(c.objective(f)).toEqualTypeOf<
  (y: Float64Array, gradient: Float64Array, weight: number) => number
>();
const promised = (x: NdArray<Float32Array>, g: NdArray<Float32Array>): Promise<number> =>
  Promise.resolve(x.get(0) + g.get(0));
expectTypeOf(c.objective(promised)).toEqualTypeOf<
  (y: NdArray<Float32Array>, gradient: NdArray<Float32Array>) => Promise<number>
>();
for (const info of adam(new Float64Array(3), c.objective(f), { batches: [[1]] })) {
  expectTypeOf(info.gradient).toEqualTypeOf<Float64Array<ArrayBuffer>>();
}
void lbfgs(
  new Float64Array(3),
  c.objective((x: Float64Array, g: Float64Array) => (g[0] = x[0]!), { logJacobian: true }),
);
// @ts-expect-error: an objective returns a loss
void c.objective((_values: Float64Array, _gradient: Float64Array) => "1");
// @ts-expect-error: no such option
void c.objective(f, { jacobian: true });

const residuals = c.residuals((x: Float64Array, r: Float64Array, jacobian) => {
  r[0] = x[0]!;
  expectTypeOf(jacobian).toEqualTypeOf<NdArray<Float64Array> | undefined>();
});
expectTypeOf(residuals).toEqualTypeOf<Residuals<Float64Array>>();
expectTypeOf(c.covariance(new Float64Array(3), new Float64Array(9))).toEqualTypeOf<
  NdArray<Float64Array>
>();
