// The table of contents: templates, layouts and views, and the algebra that follows from names.
// Read views.ts first: it follows one template through layout.ts and template.ts to its ndarrays.
// May import everything in lib/ but the families; nobody imports an index but a user.
export { layoutOf, type Layout, type LayoutOf, type Slot } from "./layout.ts";
export { emptyWithViews, shapedFromFlat, type AnyViews, type Views } from "./views.ts";
export * from "./algebra/index.ts";
export type { Shape, Subtree, Template } from "./template.ts";
export type { AnyTree, TreeOf } from "./tree.ts";
export type { DTypes, FlatData } from "./internal/arrays.ts";
