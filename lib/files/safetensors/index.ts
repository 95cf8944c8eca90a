// Flats as safetensors files and back: the bytes that PyTorch, JAX and Hugging Face open.
// Read parse.ts first. What the bytes mean is in format/, one idea a file.
// May import the core, internal/ and files/internal/, but no module of Node: it runs in browsers.
export { serialize, type SerializeOptions } from "./serialize.ts";
export { parse, type Parsed, type ParseOptions } from "./parse.ts";
export { load, type Loaded, type LoadOptions } from "./load.ts";
export { loadShards, type ReadShard } from "./load-shards.ts";
export { headerByteLength, parseHeader } from "./parse-header.ts";
export { tensorOf, tensors, toFloat32, type Tensor } from "./tensors.ts";
export type { Entry } from "./format/entries.ts";
export type { FileDType } from "./format/dtypes.ts";
export type { Header } from "./format/read-header.ts";
export type { Metadata } from "./format/write-header.ts";
export type { Bytes } from "../internal/bytes.ts";
export type { NdData } from "../internal/typed-arrays.ts";
export type { Floats } from "../../internal/arrays.ts";
export type { Mismatch, Transferred } from "../../internal/transfer-report.ts";
