export { layoutOf, type Layout, type LayoutOf, type Slot } from "./layout.ts";
export { emptyWithViews, shapedFromFlat, type AnyViews, type DTypes, type Views } from "./views.ts";
export { broadcast } from "./broadcast.ts";
export { describe } from "./describe.ts";
export { leaves } from "./leaves.ts";
export type { FlatData } from "./incoming.ts";
export type { Shape, Subtree, Template } from "./template.ts";
