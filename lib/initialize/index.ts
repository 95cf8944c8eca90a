// Initializers: they fill ndarray views in place, from numbers that `random` returns.
// Read randomize-normal.ts first; in spectral-radius/ begin with the file of that name.
// This folder may import the core (template, layout, tree, views) and lib/internal.
export { boundSpectralRadius } from "./bound-spectral-radius.ts";
export { constant, ones, zeros } from "./constant.ts";
export { identity } from "./identity.ts";
export { initializeViews, type Fill, type Scheme } from "./initialize-views.ts";
export {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  lecunNormal,
  lecunUniform,
  type GainOptions,
} from "./named-schemes.ts";
export { orthogonal, type OrthogonalOptions } from "./orthogonal.ts";
export { randomizeNormal } from "./randomize-normal.ts";
export { randomizeUniform } from "./randomize-uniform.ts";
export { sparsifyColumns } from "./sparsify-columns.ts";
export { stream } from "./stream.ts";
export { truncatedNormal } from "./truncated-normal.ts";
export { varianceScaling, type VarianceScalingOptions } from "./variance-scaling.ts";
export type { FanAxes } from "./internal/fans.ts";
export type { FloatData } from "./internal/view-checks.ts";
export type { Random } from "./random/random.ts";
