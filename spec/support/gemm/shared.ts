/** Matrices on shared memory. */
import ndarray from "ndarray";
import type { FloatMatrix, Floats } from "./matrices.ts";

export function sharedFloats(like: Floats): Floats {
  const buffer: ArrayBufferLike = new SharedArrayBuffer(like.byteLength);
  const data: Floats =
    like instanceof Float64Array ? new Float64Array(buffer) : new Float32Array(buffer);
  data.set(like);
  return data;
}

/** Copies a matrix, together with its whole array, to shared memory of its own. */
export const shared = ({ data, shape, stride, offset }: FloatMatrix): FloatMatrix =>
  ndarray(sharedFloats(data), [...shape], [...stride], offset);

/** All bytes of an array, by which two arrays are told apart. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: Floats): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
