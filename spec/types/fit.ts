/** Checked by the compiler alone: residuals, loops and options of fits. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import { blockViews, layoutOf } from "ndarray-params";
import { constrain, positive } from "ndarray-params/constrain";
import {
  fitReport,
  huber,
  levenbergMarquardt,
  profileInterval,
  uncertainty,
  type FitInfo,
  type LevenbergMarquardtState,
  type Residuals,
  type StepReason,
} from "ndarray-params/fit";
import type { AsyncLoop, Loop } from "ndarray-params/optimize";

const template = layoutOf({ slope: [], intercept: [] });
const rows = layoutOf({ y: 5 });
declare const flat: Float64Array;
declare const view: NdArray<Float32Array>;
declare const residuals: Residuals<Float64Array>;

// Residuals are inferred from the flat, and blocks have the names of both templates.
const loop = levenbergMarquardt(
  flat,
  (x, r, jacobian) => {
    expectTypeOf(x).toEqualTypeOf<Float64Array>();
    expectTypeOf(r).toEqualTypeOf<Float64Array>();
    expectTypeOf(jacobian).toEqualTypeOf<NdArray<Float64Array> | undefined>();
    if (jacobian === undefined) return;
    expectTypeOf(blockViews(jacobian, rows, template).y.slope).toEqualTypeOf<
      NdArray<Float64Array>
    >();
  },
  { rows, template },
);
for (const info of loop) {
  expectTypeOf(info.gradient).toEqualTypeOf<Float64Array>();
  expectTypeOf(info.state).toEqualTypeOf<LevenbergMarquardtState<Float64Array>>();
  levenbergMarquardt(flat, residuals, { rows, state: info.state });
}
for (const info of levenbergMarquardt(view, () => {}, { rows: 3 })) {
  expectTypeOf(info.gradient).toEqualTypeOf<NdArray<Float32Array>>();
}
expectTypeOf(loop.end).not.toEqualTypeOf<undefined>();
expectTypeOf<NonNullable<typeof loop.end>["reason"]>().toEqualTypeOf<
  "converged" | "no lower point" | "zero loss" | "stopped" | "no more batches" | "error"
>();
expectTypeOf(loop).toEqualTypeOf<Loop<FitInfo<Float64Array>, StepReason>>();

// A promise makes it a loop for `for await` alone.
const later = levenbergMarquardt(flat, async () => {}, { rows: 3 });
expectTypeOf(later).toEqualTypeOf<AsyncLoop<FitInfo<Float64Array>, StepReason>>();
// @ts-expect-error: nobody would wait for the residuals
for (const info of later) void info;

// @ts-expect-error: the number of residuals cannot be inferred
levenbergMarquardt(flat, residuals, {});
// @ts-expect-error: no such option
levenbergMarquardt(flat, residuals, { rows: 3, tolerance: 1e-8 });
// @ts-expect-error: a loss is made with its scale
levenbergMarquardt(flat, residuals, { rows: 3, loss: huber });
// @ts-expect-error: no mini-batches
levenbergMarquardt(flat, residuals, { rows: 3, batches: [] });

const u = uncertainty(flat, residuals, { rows, template, loss: huber(1.345) });
expectTypeOf(blockViews(u.covariance, template).slope.intercept).toEqualTypeOf<
  NdArray<Float64Array>
>();
// @ts-expect-error: the results are read-only
u.rank = 2;
const interval = profileInterval(flat, residuals, "slope", { rows, template });
expectTypeOf(interval.reachedLower).toEqualTypeOf<boolean>();
const constraint = constrain(template, { slope: positive });
fitReport({ flat, template, uncertainty: u, constraint, intervals: { slope: interval } });
