/** The elements of a flat moved bit by bit: a NaN keeps its payload, a zero its sign. */
import { checkNumbers, type Elements } from "../../internal/read-flat.ts";
import { nameOf } from "../../internal/messages.ts";
import { bitsOf } from "./bytes.ts";

/** The arrays that hold a flat of parameters. */
export type Floats = Float64Array | Float32Array;

export const isFloats = (data: unknown): data is Floats =>
  data instanceof Float64Array || data instanceof Float32Array;

/** A flat's elements one after the other: its own memory where they lie so, a copy elsewhere. */
export function elementsOf(call: string, run: Elements): Floats {
  checkNumbers(call, "flat", run);
  const { data, size, offset, stride } = run;
  if (Array.isArray(data)) {
    return Float64Array.from({ length: size }, (_, i) => data[offset + i * stride]!);
  }
  if (!isFloats(data)) {
    const need = "floats or an array of numbers";
    throw new TypeError(`${call}: flat must be ${need}, got ${nameOf(data)}`);
  }
  if (stride === 1) return data.subarray(offset, offset + size);
  const elements = arrayLike(data, size);
  copyBits({ data: elements, offset: 0, stride: 1 }, { data, offset, stride }, size);
  return elements;
}

/** Writes `elements` into a flat from its element `at` on, converted where the floats differ. */
export function writeElements(
  { data, offset, stride }: Elements<Floats>,
  at: number,
  elements: Floats,
) {
  const start = offset + at * stride;
  if (stride === 1) return data.set(elements, start);
  const from = { data: converted(elements, data), offset: 0, stride: 1 };
  copyBits({ data, offset: start, stride }, from, elements.length);
}

const converted = (elements: Floats, like: Floats): Floats =>
  elements.BYTES_PER_ELEMENT === like.BYTES_PER_ELEMENT ? elements : arrayLike(like, elements);

const arrayLike = (like: Floats, from: number | Floats): Floats =>
  like instanceof Float64Array
    ? new Float64Array(from as Floats)
    : new Float32Array(from as Floats);

type Stretch = Pick<Elements<Floats>, "data" | "offset" | "stride">;

function copyBits(to: Stretch, from: Stretch, size: number): void {
  const target = bitsOf(to.data);
  const source = bitsOf(from.data);
  for (let i = 0; i < size; i++) {
    target[to.offset + i * to.stride] = source[from.offset + i * from.stride]!;
  }
}
