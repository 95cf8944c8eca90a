/** The elements of a flat, moved bit by bit: a NaN keeps its payload, a zero its sign. */
import { isFloats, zerosOf, type Floats } from "../../internal/arrays.ts";
import { wrongKind } from "../../internal/messages.ts";
import { checkNumbers, type Elements } from "../../internal/read-flat.ts";
import { bitsOf } from "./bytes.ts";

/**
 * A flat's elements in one piece: the flat's own memory if they lie there without gaps, else a
 * copy.
 */
export function elementsOf(call: string, flat: Elements): Floats {
  checkNumbers(call, "flat", flat);
  const { data, size, offset, stride } = flat;
  if (Array.isArray(data)) {
    return Float64Array.from({ length: size }, (_, i) => data[offset + i * stride]!);
  }
  if (!isFloats(data)) {
    throw wrongKind(call, "flat", "be floats or an array of numbers", data);
  }
  if (stride === 1) return data.subarray(offset, offset + size);
  const elements = zerosOf(data, size);
  copyBits({ data: elements, offset: 0, stride: 1 }, { data, offset, stride }, size);
  return elements;
}

/** Writes `elements` into a flat from its element `at` on, converted if the floats differ. */
export function writeElements(
  { data, offset, stride }: Elements<Floats>,
  at: number,
  elements: Floats,
): void {
  const start = offset + at * stride;
  if (stride === 1) return data.set(elements, start);
  const from = { data: converted(elements, data), offset: 0, stride: 1 };
  copyBits({ data, offset: start, stride }, from, elements.length);
}

function converted(elements: Floats, like: Floats): Floats {
  if (elements.BYTES_PER_ELEMENT === like.BYTES_PER_ELEMENT) return elements;
  const copy = zerosOf(like, elements.length);
  copy.set(elements);
  return copy;
}

type Stretch = Pick<Elements<Floats>, "data" | "offset" | "stride">;

function copyBits(to: Stretch, from: Stretch, size: number): void {
  const target = bitsOf(to.data);
  const source = bitsOf(from.data);
  for (let i = 0; i < size; i++) {
    target[to.offset + i * to.stride] = source[from.offset + i * from.stride]!;
  }
}
