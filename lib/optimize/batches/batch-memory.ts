/** The memory that batches are gathered into. */
import type { TypedArray } from "ndarray";
import { floatDtypeOf, floatKinds, type DType } from "../../internal/arrays.ts";
import { nameOf, refusal } from "../../internal/messages.ts";
import { sizeOfSample, type Samples } from "./samples.ts";

/** Makes the memory of floats; an arena's `float64` is one. */
export type Allocate = (size: number, dtype: DType) => TypedArray;

/**
 * Asks the caller for the memory of `count` samples. It is undefined for integers that stay what
 * they are. Scaled samples have the type of what comes if they are asked for no `dtype`.
 */
export function allocated(
  call: string,
  allocate: Allocate,
  samples: Samples,
  count: number,
  scale: number | undefined,
  dtype: DType | undefined,
): TypedArray | undefined {
  const kind = scale === undefined ? floatDtypeOf(samples.data) : dtype;
  if (kind === undefined && scale === undefined) return undefined;
  const size = count * sizeOfSample(samples);
  const memory: unknown = allocate(size, kind ?? "float64");
  const got = floatDtypeOf(memory);
  const length = got && (memory as TypedArray).length;
  if (got !== undefined && length === size && (kind ?? got) === got) return memory as TypedArray;
  const name = kind === undefined ? "Float64Array or Float32Array" : floatKinds[kind].Data.name;
  const came = got === undefined ? nameOf(memory) : `${nameOf(memory)} of ${length}`;
  throw new TypeError(refusal(call, "allocate", `return a ${name} of ${size}`, came));
}

/** New memory of the samples' own type; of `dtype` if they have a scale. */
export function ownMemory(
  samples: Samples,
  count: number,
  scale: number | undefined,
  dtype: DType = "float64",
): TypedArray {
  const Own = samples.data.constructor as new (size: number) => TypedArray;
  const Data = scale === undefined ? Own : floatKinds[dtype].Data;
  return new Data(count * sizeOfSample(samples));
}
