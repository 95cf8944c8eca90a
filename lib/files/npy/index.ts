export { fromNpy } from "./from-npy.ts";
export { toNpy } from "./to-npy.ts";
export type { NdData } from "../internal/typed-arrays.ts";
