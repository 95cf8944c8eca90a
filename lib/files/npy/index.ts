export { fromNpy } from "./from-npy.ts";
export { toNpy } from "./to-npy.ts";
