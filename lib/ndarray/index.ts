// The constructor of ndarray, also under a policy that forbids generated code.
// Read ndarray.ts first; the classes themselves are in lib/internal/own-views.
// It may import lib/internal.
export type { Data, DataType, GenericArray, NdArray, TypedArray } from "ndarray";
// oxlint-disable-next-line import/no-default-export -- An import of ndarray is of its default.
export { ndarray, ndarray as default } from "./ndarray.ts";
