/** The kinds of data that views lie on, with elements that each kind can hold. */
import type { GenericArray } from "ndarray";

type Draw = (below: number) => number;

export interface Kind {
  readonly name: string;
  readonly bytes: number;
  readonly draw: (draw: Draw) => unknown;
  readonly make: (elements: readonly unknown[]) => unknown;
  /** The same kind of integers on a buffer that is there already. */
  readonly on?: (buffer: ArrayBufferLike, size: number) => unknown;
}

const specials = [NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, 1e308, 5e-324, 709.5, -745, 1e17, 2 ** 31, 1 + 2 ** -52]; // oxfmt-ignore
const float = (draw: Draw): number =>
  draw(6) === 0 ? specials[draw(specials.length)]! : (draw(2 ** 30) / 2 ** 29 - 1) * 10 ** draw(4);
const integer = (draw: Draw): number => (draw(5) === 0 ? draw(2 ** 32) - 2 ** 31 : draw(21) - 10);
const anything = (draw: Draw): unknown =>
  draw(8) === 0 ? ["3", "", "b", true, false, null, undefined, -0][draw(8)] : float(draw);

/** A store behind get and set, which keeps every set in its order. */
export class Store implements GenericArray<unknown> {
  readonly elements: unknown[];
  readonly sets: [index: number, value: unknown][] = [];

  constructor(elements: readonly unknown[]) {
    this.elements = [...elements];
  }

  get length(): number {
    return this.elements.length;
  }

  get(index: number): unknown {
    return this.elements[index];
  }

  set(index: number, value: unknown): void {
    this.sets.push([index, value]);
    this.elements[index] = value;
  }
}

interface TypedClass {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  from(elements: readonly never[]): unknown;
  new (buffer: ArrayBufferLike, byteOffset: number, size: number): unknown;
}

const typed = (Class: TypedClass, draw: (draw: Draw) => unknown): Kind => ({
  name: Class.name,
  bytes: Class.BYTES_PER_ELEMENT,
  draw,
  make: (elements) => Class.from(elements as never[]),
  ...(draw === integer && { on: (buffer, size) => new Class(buffer, 0, size) }),
});

const kinds: readonly Kind[] = [
  typed(Float64Array, float),
  typed(Float64Array, float),
  typed(Float32Array, float),
  typed(Float32Array, float),
  typed(Int8Array, integer),
  typed(Int32Array, integer),
  typed(Uint32Array, integer),
  typed(Uint8ClampedArray, float),
  typed(BigInt64Array, (draw) => BigInt(draw(21) - 10)),
  { name: "array", bytes: 0, draw: float, make: (elements) => [...elements] },
  { name: "anything", bytes: 0, draw: anything, make: (elements) => [...elements] },
  { name: "store", bytes: 0, draw: anything, make: (elements) => new Store(elements) },
  { name: "numbers", bytes: 0, draw: float, make: (elements) => new Store(elements) },
  {
    name: "Buffer",
    bytes: 1,
    draw: integer,
    // Unlike `from`, this does not take a part of a pool that other Buffers share.
    make: (elements) => Buffer.alloc(elements.length).map((_, i) => elements[i] as number),
  },
];

/** Sums of strings into themselves would soon fill the memory, so those have numbers only. */
export const kindsFor = (name: string): readonly Kind[] =>
  name.startsWith("add") ? kinds.filter(({ draw }) => draw !== anything) : kinds;
