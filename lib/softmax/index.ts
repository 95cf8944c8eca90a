// Softmax of rows, and the loss of a classifier with its error, in place.
// Read softmax-cross-entropy.ts first: rows/ checks, goes over blocks of rows, and has the kernel.
// It may import lib/internal only.
export { softmax } from "./softmax.ts";
export { softmaxCrossEntropy, type CrossEntropyOptions } from "./softmax-cross-entropy.ts";
export type { Labels, Numbers } from "./rows/read-labels.ts";
export type { Columns } from "./rows/read-scores.ts";
export { arena, type Arena } from "../internal/wasm/arena.ts";
