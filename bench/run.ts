/** Runs one bench by name with the options of Node it needs; without a name it lists them. */
import { runOneOf } from "../spec/support/run-one-of.ts";

const gc = "--expose-gc";
const relaxed = "--experimental-wasm-relaxed-simd";

runOneOf("bench", new URL(".", import.meta.url), {
  checkpoint: [gc],
  "flat-function": [gc, "--max-semi-space-size=512"],
  gemm: [relaxed],
  gradient: [relaxed],
  initialize: [gc],
  optimize: [gc],
  products: [relaxed],
  views: [gc],
});
