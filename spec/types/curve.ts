/** Checked by the compiler alone: the names and the shapes of fitted curves. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import { layoutOf, type Template } from "ndarray-params";
import { constrain, positive } from "ndarray-params/constrain";
import { fitCurve, huber } from "ndarray-params/fit";

declare const view: NdArray<Float64Array>;
const [x, y] = [
  [1, 2, 3],
  [4, 5, 6],
];
const common = { x, y, start: { vm: 1, k: 1 } };

// Parameters have their names in the model, and scalars are numbers.
const fit = fitCurve({
  template: { vm: [], k: [] },
  model: (parameters, at) => {
    expectTypeOf(parameters).toEqualTypeOf<{ readonly vm: number; readonly k: number }>();
    expectTypeOf(at).toEqualTypeOf<number>();
    return (parameters.vm * at) / (parameters.k + at);
  },
  gradient: ({ vm, k }, at) => ({ vm: at / (k + at), k: vm }),
  ...common,
  bounds: { k: { lower: 0 } },
  fixed: ["vm"],
  loss: huber(1),
});
expectTypeOf(fit.values).toEqualTypeOf<{ readonly vm: number; readonly k: number }>();
expectTypeOf(fit.standardErrors.k).toEqualTypeOf<number>();
expectTypeOf(fit.covariance).toEqualTypeOf<NdArray<Float64Array>>();
expectTypeOf(fit.confidenceBand([1])[0]!.lower).toEqualTypeOf<number>();
expectTypeOf(fit.end.reason).toEqualTypeOf<
  "converged" | "no lower point" | "zero loss" | "stopped" | "no more batches" | "error"
>();
fit.profileInterval("k");
// @ts-expect-error: no such parameter
void fit.values.kk;
// @ts-expect-error: no such parameter
fit.profileInterval("kk");
// @ts-expect-error: results are read-only
fit.values.k = 2;

const model = ({ vm, k }: { vm: number; k: number }, at: number): number => (vm * at) / (k + at);
const template = { vm: [], k: [] } as const;
fitCurve({ template, model, x: view, y: view, sigma: view, start: { vm: 1, k: 1 } });
fitCurve({ template, model, x: Float32Array.of(1), y: Float64Array.of(1), start: { vm: 1, k: 1 } });
fitCurve({ template: layoutOf(template), model, ...common });
const constraints = constrain(template, { k: positive });
fitCurve({ template, model, ...common, constraints });
fitCurve({ template: constraints.values, model, ...common, constraints });
fitCurve({ template: { vm: [], k: [] }, model, ...common, constraints });

// @ts-expect-error: a start is missing
fitCurve({ template, model, x, y, start: { vm: 1 } });
// @ts-expect-error: a misspelt start
fitCurve({ template, model, x, y, start: { vm: 1, kk: 1 } });
// @ts-expect-error: a scalar starts at a number
fitCurve({ template, model, x, y, start: { vm: 1, k: [1] } });
// @ts-expect-error: a misspelt bound
fitCurve({ template, model, ...common, bounds: { kk: { lower: 0 } } });
// @ts-expect-error: a misspelt side
fitCurve({ template, model, ...common, bounds: { k: { low: 0 } } });
// @ts-expect-error: a misspelt path
fitCurve({ template, model, ...common, fixed: ["kk"] });
// @ts-expect-error: constraints of another template
fitCurve({ template, model, ...common, constraints: constrain({ vm: [] }, { vm: positive }) });
// @ts-expect-error: a derivative is missing
fitCurve({ template, model, ...common, gradient: () => ({ vm: 1 }) });
// @ts-expect-error: no such option
fitCurve({ template, model, ...common, method: "lm" });
// @ts-expect-error: a loss is made with its scale
fitCurve({ template, model, ...common, loss: huber });
// @ts-expect-error: the model has one output
fitCurve({ template, model, x, y: [[1], [2], [3]], start: { vm: 1, k: 1 } });
// @ts-expect-error: x are words, and the model takes numbers
fitCurve({ template, model, x: ["a", "b", "c"], y, start: { vm: 1, k: 1 } });

// Leaves of other shapes, several outputs, and an x that is a record.
const several = fitCurve({
  template: { peaks: [{ at: [], width: [] }], w: [2, 2] },
  model: ({ peaks, w }, { t }) => [t * peaks[0].at, w[0]![1]! * t],
  x: [{ t: 1 }, { t: 2 }],
  y: [
    [1, 2],
    [2, 4],
  ],
  start: {
    peaks: [{ at: 1, width: 1 }],
    w: [
      [1, 2],
      [3, 4],
    ],
  },
  bounds: { "peaks.0.width": { lower: 0 }, w: { upper: 5 }, peaks: {} },
  fixed: ["peaks.0"],
});
expectTypeOf(several.values.w).toEqualTypeOf<number[][]>();
expectTypeOf(several.predictionBand([{ t: 1 }])[0]!.value).toEqualTypeOf<readonly number[]>();
several.profileInterval("w[0,1]");

// A template of run time.
declare const wide: Template;
declare const anywhere: never;
fitCurve({ template: wide, model: () => 1, x, y, start: anywhere, fixed: ["any"] });
