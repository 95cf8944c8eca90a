// Several arrays in NumPy's .npz file, a zip of .npy files, and a flat filled from one.
// Read from-npz.ts first. What a zip holds is in format/; fflate compresses and decompresses.
// May import the core, internal/, files/internal/, npy and safetensors, but no module of Node.
export { fromNpz, type FromNpzOptions } from "./from-npz.ts";
export { loadNpz } from "./load-npz.ts";
export { toNpz, type NpzArrays, type ToNpzOptions } from "./to-npz.ts";
export type { NpyArray } from "../npy/to-npy.ts";
export type { Loaded, LoadOptions } from "../safetensors/load.ts";
export type { Bytes } from "../internal/bytes.ts";
export type { NdData } from "../internal/typed-arrays.ts";
