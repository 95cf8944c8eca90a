/** The typed arrays that the data of a file may become, and the views on them. */
import type { NdArray, TypedArray } from "ndarray";
import { viewMaker } from "../../internal/make-view.ts";
import { rowMajor } from "../../views.ts";

/** Any typed array that the data of a file may become. */
export type FileArray = TypedArray | BigInt64Array | BigUint64Array;

/** The same arrays, on the buffers that the types of ndarray name. */
export type NdData = TypedArray | BigInt64Array<ArrayBuffer> | BigUint64Array<ArrayBuffer>;

export interface ArrayConstructor<D extends FileArray = FileArray> {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): D;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): D;
}

/** A row-major view on all elements of an array. */
export const viewOfAll = <D extends NdData>(data: D, shape: readonly number[]): NdArray<D> =>
  viewMaker(data)(shape, rowMajor(shape, 1), 0);
