// The functions that follow from names: labels, parts, batches, blocks, maps and values of views.
// Read subflat.ts first: it finds a part of the flat by its path, as most of these do.
// May import the core (views, layout, template, tree, kept-views) and internal; no family.
export { blockViews, type Blocks } from "./block-views.ts";
export { broadcast } from "./broadcast.ts";
export { flatFunction } from "./flat-function.ts";
export { indexOf, labelOf } from "./label.ts";
export { leaves } from "./leaves.ts";
export { mapViews } from "./map-views.ts";
export { partition, type Partition } from "./partition.ts";
export { perPart, type Numbers } from "./per-part.ts";
export { subflat, sublayout } from "./subflat.ts";
export { tableOf } from "./table-of.ts";
export { templateOf, type TemplateOf, type Values } from "./template-of.ts";
export { tie, type Tie } from "./tie.ts";
export { transfer, type Transferred } from "./transfer.ts";
export { valuesOf } from "./values-of.ts";
export { valuesToFlat } from "./values-to-flat.ts";
export type { LeafValues, Nested } from "./internal/leaf-values.ts";
export type { BranchPath, Label, LeafPath, Path, SubtreeAt } from "./internal/path-types.ts";
