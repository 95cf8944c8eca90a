import { expect } from "chai";
import fc from "fast-check";
import ndarray from "ndarray";
import { emptyWithViews, layoutOf, type Template } from "ndarray-params";
import { load, parse, serialize } from "ndarray-params/safetensors";
import { flatCases } from "../../support/flats.ts";
import { randomTemplate } from "../../support/random-templates.ts";
import { readNaively } from "../../support/files/safetensors.ts";
import { cases } from "../../support/templates.ts";

const kinds = [
  { dtype: "F64", constructor: Float64Array, bits: BigUint64Array },
  { dtype: "F32", constructor: Float32Array, bits: Uint32Array },
] as const;

/** Random bits: among them are NaNs of many payloads, subnormals and infinities. */
function randomBits(size: number, bytesPerElement: 4 | 8, seed = 1): ArrayBuffer {
  const words = new Uint32Array((size * bytesPerElement) / 4);
  for (let i = 0; i < words.length; i++) words[i] = seed = (seed * 1664525 + 1013904223) >>> 0;
  return words.buffer;
}

const bitsOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): number[] => [
  ...new Uint8Array(buffer, byteOffset, byteLength),
];

describe("serialize", () => {
  it("writes the bytes that the format asks for", () => {
    const text =
      '{"__metadata__":{"format":"pt","k":"v"},"w":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}';
    const expected = Buffer.concat([
      Buffer.from([96, 0, 0, 0, 0, 0, 0, 0]),
      Buffer.from(text.padEnd(96)),
      Buffer.from([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]), // 1 and -2
    ]);
    const bytes = serialize(Float32Array.of(1, -2), { w: [1, 2] }, { metadata: { k: "v" } });
    expect(Buffer.from(bytes).equals(expected)).to.equal(true);
  });

  for (const { name, template, leaves, size } of cases) {
    for (const { dtype, constructor } of kinds) {
      it(`names each leaf by its path, in layout order, for ${name} in ${dtype}`, () => {
        const flat = new constructor(Array.from({ length: size }, (_, i) => i));
        const { tensors, metadata } = readNaively(serialize(flat, template));
        const found = tensors.map((each) => {
          const values = new constructor(each.data);
          return [each.name, each.dtype, each.shape, values.length === 0 ? "none" : values[0]];
        });
        const expected = leaves.map(([path, shape, offset]) => {
          const isEmpty = shape.includes(0);
          return [path, dtype, shape, isEmpty ? "none" : offset];
        });
        expect(found).to.deep.equal(expected);
        expect(metadata).to.deep.equal({ format: "pt" });
      });
    }
  }

  for (const { name, make } of flatCases) {
    it(`writes the elements of ${name}`, () => {
      const { tensors } = readNaively(serialize(make(8).flat, { w: [3, 2], b: 2 }));
      const found = tensors.map(({ data }) => [...new Float64Array(data)]);
      expect(found).to.deep.equal([[0, 1, 2, 3, 4, 5], [6, 7]]); // oxfmt-ignore
    });
  }

  it("aligns the data to 8 bytes, whatever the length of the header is", () => {
    for (let length = 1; length < 20; length++) {
      const bytes = serialize(Float64Array.of(1), { ["x".repeat(length)]: 1 });
      expect(bytes.byteLength % 8).to.equal(0);
      expect(bytes[0]! % 8).to.equal(0);
    }
  });

  it("gives the same bytes each time", () => {
    const template = { hidden: { w: [3, 2], b: 2 } };
    const once = (): Uint8Array =>
      serialize(new Float64Array(8), template, { metadata: { a: "1", b: "2" } });
    expect(once()).to.deep.equal(once());
  });

  it("leaves the format to the caller's metadata", () => {
    const { metadata } = readNaively(serialize([], [], { metadata: { a: "1", format: "np" } }));
    expect(metadata).to.deep.equal({ a: "1", format: "np" });
  });

  type Wrong = [string, () => unknown, typeof TypeError | typeof RangeError, string];
  const wrong: Wrong[] = [
    [
      "a flat that is too short",
      () => serialize(new Float64Array(7), { w: [3, 2], b: 2 }),
      RangeError,
      "serialize: template needs 8 elements, flat has 7",
    ],
    [
      "a batch of flats",
      () => serialize(ndarray(new Float64Array(8), [2, 4]), [4]),
      RangeError,
      "serialize: flat must have rank 1, got rank 2",
    ],
    [
      "integers",
      () => serialize(new Int32Array(4), [[4]]),
      TypeError,
      "serialize: flat must be floats or an array of numbers, got an Int32Array",
    ],
    [
      "a hole",
      () => serialize([1, , 3] as number[], { a: 3 }), // oxlint-disable-line no-sparse-arrays
      TypeError,
      "serialize: flat[1] must be a number, got undefined",
    ],
    [
      "metadata that are not strings",
      () => serialize([1], [[1]], { metadata: { step: 100 } } as never),
      TypeError,
      "serialize: metadata.step must be a string, got 100",
    ],
    [
      "metadata that are not a record",
      () => serialize([1], [[1]], { metadata: ["a"] } as never),
      TypeError,
      "serialize: metadata must be a record of strings, got an Array",
    ],
    ...[
      ["a Map", new Map([["a", "b"]]), "a Map"],
      ["a Date", new Date(0), "a Date"],
      [
        "an instance of a class",
        new (class Step {
          a = "b";
        })(),
        "a Step",
      ],
      ["a text", "step", '"step"'],
    ].map(([what, metadata, got]): Wrong => [
      `metadata that are ${what as string}`,
      () => serialize([1], [[1]], { metadata } as never),
      TypeError,
      `serialize: metadata must be a record of strings, got ${got as string}`,
    ]),
    [
      "metadata under a symbol",
      () => serialize([1], [[1]], { metadata: { [Symbol("a")]: "b" } }),
      TypeError,
      "serialize: metadata must have strings for names, got Symbol(a)",
    ],
    [
      "an unknown dtype",
      () => serialize([1], [[1]], { dtype: "F16" as never }),
      TypeError,
      'serialize: dtype must be "float64", "float32", "float16" or "bfloat16", got "F16"',
    ],
    [
      "null for metadata",
      () => serialize([1], [[1]], { metadata: null } as never),
      TypeError,
      "serialize: metadata must be a record of strings, got null",
    ],
    [
      "metadata in the place of the options",
      () => serialize([1], [[1]], { step: "100" } as never),
      RangeError,
      'serialize: no option "step"; its options are metadata, dtype',
    ],
    [
      "a name that is half of a character",
      () => serialize([1], { "a\ud800": 1 }),
      RangeError,
      'serialize: "a\\ud800" contains half of a character',
    ],
    [
      "a header past the format's limit",
      () => serialize([1], { a: 1 }, { metadata: { k: "\u20ac".repeat(33_333_334) } }),
      RangeError,
      "serialize: a header has at most 100000000 bytes, this one has 100000096",
    ],
  ];
  for (const [name, call, kind, message] of wrong) {
    it(`refuses ${name}`, () => expect(call).to.throw(kind, message));
  }
});

describe("a file read again", () => {
  for (const { dtype, constructor } of kinds) {
    it(`is the same flat for every template of the table, in ${dtype}`, () => {
      for (const { name, template, size } of cases) {
        const flat = new constructor(Array.from({ length: size }, (_, i) => Math.sin(i)));
        const bytes = serialize(flat, template);
        const {
          flat: loaded,
          copied,
          missing,
        } = load(bytes, template, {
          into: new constructor(size) as Float64Array,
        });
        expect([...loaded.data], name).to.deep.equal([...flat]);
        expect(copied).to.deep.equal(layoutOf(template).slots.map(({ path }) => path));
        expect(missing).to.deep.equal([]);
        const parsed = parse(bytes, { dtype: dtype === "F64" ? "float64" : "float32" });
        expect([...parsed.flat.data], name).to.deep.equal([...flat]);
      }
    });

    it(`is the same flat for random templates, bit by bit, in ${dtype}`, () => {
      const law = (template: Template): void => {
        const { size, slots } = layoutOf(template);
        const flat = new constructor(randomBits(size, dtype === "F64" ? 8 : 4));
        const bytes = serialize(flat, template);
        const loaded = load(bytes, template, { into: new constructor(size) as Float64Array }).flat
          .data;
        expect(bitsOf(loaded)).to.deep.equal(bitsOf(flat));
        const parsed = parse(bytes, { dtype: dtype === "F64" ? "float64" : "float32" });
        expect(parsed.shared).to.equal(true);
        expect(bitsOf(parsed.flat.data)).to.deep.equal(bitsOf(flat));
        expect(layoutOf(parsed.template).slots).to.deep.equal(slots);
      };
      fc.assert(fc.property(randomTemplate, law), { seed: 6, numRuns: 100 });
    });

    it(`keeps NaN payloads and signed zeros through strides, in ${dtype}`, () => {
      const size = 50;
      const contiguous = new constructor(randomBits(size, dtype === "F64" ? 8 : 4));
      const { bits } = kinds.find((kind) => kind.dtype === dtype)!;
      const spread = new constructor(3 * size);
      const source = new bits(contiguous.buffer) as Uint32Array;
      const target = new bits(spread.buffer) as Uint32Array;
      for (let i = 0; i < size; i++) target[3 * (size - 1 - i)] = source[i]!;
      const flat = ndarray(spread, [size], [-3], 3 * (size - 1));
      const bytes = serialize(flat, { w: [5, 10] });
      expect(bitsOf(parse(bytes, { dtype: flat.dtype }).flat.data)).to.deep.equal(
        bitsOf(contiguous),
      );
      const into = ndarray(new constructor(3 * size), [size], [-3], 3 * (size - 1));
      load(bytes, { w: [5, 10] }, { into: into as never });
      expect(bitsOf(into.data)).to.deep.equal(bitsOf(spread));
    });
  }

  it("may have 10,000 leaves", () => {
    const template = Array.from({ length: 10_000 }, () => [1, 2]);
    const flat = Float64Array.from({ length: 20_000 }, (_, i) => i);
    const { flat: parsed, template: found } = parse(serialize(flat, template));
    expect(parsed.data).to.deep.equal(flat);
    expect(found).to.deep.equal(template);
  });

  it("keeps metadata with names that JavaScript also uses", () => {
    const metadata = JSON.parse('{"constructor":"a","__proto__":"b","":"é\\n\\"\\\\","10":"c"}');
    const parsed = parse(serialize([], [], { metadata })).metadata;
    const { 10: first, ...others } = metadata;
    expect(Object.entries(parsed)).to.deep.equal([
      ["10", first],
      ["format", "pt"],
      ...Object.entries(others),
    ]);
    expect(parsed["toString"]).to.equal(undefined);
  });

  it("shares the bytes, and writing to the flat changes them", () => {
    const bytes = serialize([1, 2], { a: 2 });
    const { flat, views, shared } = parse(bytes);
    expect(shared).to.equal(true);
    expect(flat.data.buffer).to.equal(bytes.buffer);
    (views as { a: typeof flat }).a.set(1, 5);
    expect(load(bytes, { a: 2 }).views.a.get(1)).to.equal(5);
  });

  it("is copied if the bytes are not aligned, and is read from a Buffer or an ArrayBuffer", () => {
    const [flat] = emptyWithViews({ a: 2 });
    flat.set(1, 5);
    const bytes = serialize(flat, { a: 2 });
    const shifted = Buffer.alloc(bytes.length + 1)
      .fill(bytes, 1)
      .subarray(1);
    shifted.set(bytes);
    const parsed = parse(shifted);
    expect(parsed.shared).to.equal(false);
    expect([...parsed.flat.data]).to.deep.equal([0, 5]);
    expect(parse(bytes.buffer).shared).to.equal(true);
    const memory = new SharedArrayBuffer(bytes.length);
    new Uint8Array(memory).set(bytes);
    expect(parse(memory).flat.get(1)).to.equal(5);
  });
});
