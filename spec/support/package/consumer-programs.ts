/** A consumer's program for the compiler alone: it exports the results of the entries. */
import { entries, specifierOf } from "./consumer.ts";

const importsOf = (names: readonly string[]): string =>
  [
    ...names.map((entry, i) => `import * as entry${i} from "${specifierOf(entry)}";`),
    `export const all = [${names.map((_, i) => `entry${i}`).join(", ")}];`,
  ].join("\n");

export const program = `
${importsOf(entries)}
import { open, save } from "ndarray-params/checkpoint";
import { blockViews, emptyWithViews, layoutOf, partition, shapedFromFlat } from "ndarray-params";
import { constrain, positive, simplex } from "ndarray-params/constrain";
import { gemm } from "ndarray-params/gemm";
import { heNormal, initializeViews } from "ndarray-params/initialize";
import { fromNpy } from "ndarray-params/npy";
import { adam } from "ndarray-params/optimize";
import { load, parse, serialize } from "ndarray-params/safetensors";
import type { NdArray } from "ndarray";

export const [flat, [w, b]] = emptyWithViews([[784, 10], 10]);
export const doubles: NdArray<Float64Array> = w;
export const layout = layoutOf({ hidden: { w: [3, 2], b: 2 } });
export const views = shapedFromFlat(flat, layout);
views.hidden.b.set(0, 1);
// @ts-expect-error: the template has no such leaf
views.hidden.weights;
export const relation = constrain(layout, { "hidden.w": positive, "hidden.b": simplex });
export const one: 1 = relation.free.template.hidden.b[0];
export const blocks = blockViews(w, layout, layout);
export const parts = partition(layout, ["hidden.b"]);
export const bytes = serialize(flat, layout);
export const parsed = parse(bytes);
export const loaded = load(bytes, layout);
export const array = fromNpy(bytes);
export const run = adam(flat.data, (x, gradient) => (gradient[0] = x[0]!));
gemm(w, w, w);
initializeViews(views, layout, { hidden: { w: heNormal, b: heNormal } }, "seed");
export const saved = save("file", new Float64Array(8), { w: [3, 2], b: 2 });
export const opened = open("file", { template: { w: [3, 2], b: 2 } });
`;
