// The table of contents: templates, layouts and views, the algebra of names, and derivatives.
// Read views.ts first: it follows one template through layout.ts and template.ts to its ndarrays.
// May import everything in lib/ but the families; nobody imports an index but a user.
export { layoutOf, type Layout, type LayoutOf, type Slot } from "./layout.ts";
export { emptyWithViews, shapedFromFlat, type AnyViews, type Views } from "./views.ts";
export * from "./algebra/index.ts";
export * from "./derivatives/index.ts";
export type { Shape, Subtree, Template } from "./template.ts";
export type { AnyTree, TreeOf } from "./tree.ts";
export type { DTypes, FlatData } from "./internal/arrays.ts";
