// One view, or one flat, as NumPy's .npy file and back.
// Read from-npy.ts first. What the bytes mean is in format/.
// May import the core, internal/ and files/internal/, but no module of Node: it runs in browsers.
export { fromNpy, type FromNpyOptions } from "./from-npy.ts";
export { toNpy, type NpyArray } from "./to-npy.ts";
export type { Bytes } from "../internal/bytes.ts";
export type { NdData } from "../internal/typed-arrays.ts";
