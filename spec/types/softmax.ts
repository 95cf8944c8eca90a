/** Checked by the compiler alone: which views and labels softmax takes. */
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import { softmax, softmaxCrossEntropy } from "ndarray-params/softmax";

declare const doubles: NdArray<Float64Array>;
declare const floats: NdArray<Float32Array>;
declare const either: NdArray<Float64Array | Float32Array>;
declare const bytes: NdArray<Uint8Array>;
declare const bigs: NdArray<BigInt64Array<ArrayBuffer>>;

/** Compiled, never called. */
export function calls(): void {
  expectTypeOf(softmaxCrossEntropy(doubles, bytes)).toEqualTypeOf<number>();
  expectTypeOf(softmax(either, { bias: floats })).toEqualTypeOf<void>();
  softmaxCrossEntropy(floats, new Int32Array(3), { bias: either, biasGradient: doubles, scale: 1 });
  softmaxCrossEntropy(either, [1, 2], { bias: new Float32Array(3) });
  softmaxCrossEntropy(doubles, floats);
  // @ts-expect-error: scores are floats
  softmaxCrossEntropy(bytes, [1]);
  // @ts-expect-error: bigints are no classes
  softmaxCrossEntropy(doubles, bigs);
  // @ts-expect-error: it has another name
  softmaxCrossEntropy(doubles, [1], { biases: floats });
  // @ts-expect-error: only the loss has a scale
  softmax(doubles, { scale: 1 });
}
