// All functions of ndarray-ops without generated code: element by element, in place, on any views.
// Read table.ts first: ops.generated.ts is made from it, walk/ leads its kernels over the views.
// It may import lib/internal only.
export * from "./ops.generated.ts";
// oxlint-disable-next-line import/no-default-export -- ndarray-ops has it
export { default } from "./ops.generated.ts";
export { arena } from "./simd/ops-arena.ts";
export type { Arena, ArenaOptions } from "../internal/wasm/arena.ts";
