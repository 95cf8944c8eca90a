/** Files that NumPy wrote (spec/fixtures/files/make.py), and files that NumPy reads. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import ndarray from "ndarray";
import {
  headerByteLength,
  load,
  loadShards,
  parse,
  parseHeader,
  serialize,
  tensorOf,
  tensors,
  toFloat32,
} from "ndarray-params/safetensors";
import { save } from "ndarray-params/checkpoint";
import { needsNumpy } from "../../support/needs.ts";
import { python } from "../../support/python.ts";
import { fileOf, tensor } from "../../support/files/safetensors.ts";
import { cases } from "../../support/templates.ts";

const fixture = (name: string): Uint8Array => readFileSync(`spec/fixtures/files/${name}`);

describe("a file that NumPy wrote", () => {
  const floats = fixture("floats.safetensors");

  it("becomes one flat of float64 if it has both floats, with its names in any order", () => {
    const { template, flat, views, metadata, shared } = parse(floats);
    const layers = [{ w: [3, 2] }, { w: [2, 2] }];
    expect(template).to.deep.equal({ b: [2], layers, scale: [], none: [0, 3] });
    // oxfmt-ignore
    expect([...flat.data]).to.deep.equal([
      3, 3.5, // b
      0, 0.125, 0.25, 0.375, 0.5, 0.625, // layers.0.w
      5, 5.25, 5.5, 5.75, // layers.1.w
      0.125, // scale
    ]);
    expect((views as { layers: { w: typeof flat }[] }).layers[1]!.w.get(1, 0)).to.equal(5.5);
    expect({ ...metadata }).to.deep.equal({ "made by": "NumPy", größe: 'é\n"\\' });
    expect(shared).to.equal(false);
  });

  it("fills a template by path, whatever its order and floats are", () => {
    const template = {
      scale: [],
      layers: [{ w: [3, 2] }, { w: [2, 2] }],
      none: [0, 3],
      b: 2,
    } as const;
    const { flat, views } = load(floats, template);
    expect(flat.dtype).to.equal("float64");
    expect(views.scale.get()).to.equal(0.125);
    expect(views.layers[1].w.get(0, 1)).to.equal(5.25);
    const single = load(floats, template, { into: new Float32Array(13) }).flat;
    expect([...single.data]).to.deep.equal([...flat.data]);
    const strided = ndarray(new Float32Array(26), [13], [-2], 24);
    load(floats, template, { into: strided });
    expect([...strided.data].filter((_, i) => i % 2 === 0).toReversed()).to.deep.equal([
      ...flat.data,
    ]);
  });

  it("is decoded on request if it holds halves", () => {
    const halves = fixture("halves.safetensors");
    expect(() => parse(halves)).to.throw(
      RangeError,
      'parse: "h" is F16; to decode it, ask for { dtype: "float32" }',
    );
    const { flat, shared } = parse(halves, { dtype: "float32" });
    const single = [0, -0, 1, -2.5, Math.fround(3e38), Math.fround(1e-40), Infinity, -Infinity];
    // BF16 keeps the upper half of the bits: 3e38 is 0x7f61b1e6, 1e-40 is 0x000116c2.
    const brain = [0, -0, 1, -2.5, 0xe1 * 2 ** 120, 2 ** -133, Infinity, -Infinity];
    const half = [0, -0, 1, -2.5, 65504, 2 ** -24, Infinity, -Infinity];
    expect([...flat.data]).to.deep.equal([...half, ...brain, ...single]);
    expect(shared).to.equal(false);
    const { flat: doubles } = load(halves, { b: 8, h: 8, s: 8 });
    expect([...doubles.data]).to.deep.equal([...brain, ...half, ...single]);
    const { flat: singles } = load(halves, { b: 8, h: 8, s: 8 }, { dtype: "float32" });
    expect(singles.dtype).to.equal("float32");
    expect([...singles.data]).to.deep.equal([...brain, ...half, ...single]);
  });

  it("gives tensors of every data type by name", () => {
    const all = tensors(fixture("all.safetensors"));
    const found = [...all].map(([name, { dtype, shape, view }]) => {
      const { data } = view;
      return [name, dtype, shape, data.constructor.name, Array.from<unknown>(data)];
    });
    expect(found).to.deep.equal([
      ["i8", "I8", [2], "Int8Array", [-128, 127]],
      ["bool", "BOOL", [3], "Uint8Array", [1, 0, 1]],
      ["u8", "U8", [2], "Uint8Array", [0, 255]],
      ["pad", "U8", [1], "Uint8Array", [9]],
      ["i16", "I16", [2], "Int16Array", [-32768, 32767]],
      ["u16", "U16", [2], "Uint16Array", [0, 65535]],
      ["i32", "I32", [2], "Int32Array", [-(2 ** 31), 2 ** 31 - 1]],
      ["u32", "U32", [2], "Uint32Array", [0, 2 ** 32 - 1]],
      ["i64", "I64", [2], "BigInt64Array", [-(2n ** 63n), 2n ** 63n - 1n]],
      ["u64", "U64", [2], "BigUint64Array", [0n, 2n ** 64n - 1n]],
      ["f64", "F64", [1], "Float64Array", [Math.PI]],
      ["c64", "C64", [1], "Uint8Array", [0, 0, 128, 63, 0, 0, 0, 64]],
      ["e4m3", "F8_E4M3", [2, 2], "Uint8Array", [1, 2, 3, 4]],
    ]);
    expect(all.get("e4m3")!.view.shape).to.deep.equal([4]);
    expect(() => parse(fixture("all.safetensors"))).to.throw(
      RangeError,
      'parse: a flat holds floats, but "i8" is I8; read the file with tensors()',
    );
  });

  it("can be read a tensor at a time", () => {
    const start = headerByteLength(floats.subarray(0, 8));
    const { entries, byteLength } = parseHeader(floats.subarray(0, start), floats.length);
    expect(byteLength).to.equal(start);
    const entry = entries.find(({ name }) => name === "layers.1.w")!;
    const own = floats.subarray(entry.byteOffset, entry.byteOffset + entry.byteLength);
    expect(tensorOf(own, entry).view.get(1, 1)).to.equal(5.75);
    expect(() => tensorOf(own.subarray(1), entry)).to.throw(
      RangeError,
      'tensorOf: "layers.1.w" has 32 bytes, got 31',
    );
    expect(() => parseHeader(floats.subarray(0, start - 1), floats.length)).to.throw(
      RangeError,
      `parseHeader: the header ends at byte ${start}, got the first ${start - 1}`,
    );
    expect(() => parseHeader(floats, 1.5)).to.throw(
      RangeError,
      "parseHeader: fileByteLength must be a whole number of at least 0, got 1.5",
    );
    expect(() => parseHeader(floats, "9" as never)).to.throw(
      TypeError,
      'parseHeader: fileByteLength must be a number, got "9"',
    );
  });

  it("is copied where its data is not aligned", () => {
    const data = Buffer.from("0000000000f03f0000000000000040", "hex");
    const header = `{${tensor("a", "U8", "1", 0, 1)},${tensor("b", "F64", "1", 1, 9)}}`;
    const view = tensors(fileOf(header, new Uint8Array([7, ...data.subarray(0, 8)]))).get("b")!;
    expect(view.view.data.byteLength).to.equal(8);
  });
});

describe("toFloat32", () => {
  it("decodes each of the 65536 half floats exactly", () => {
    const bits = Uint16Array.from({ length: 65536 }, (_, i) => i);
    const file = fileOf(`{${tensor("h", "F16", "65536", 0, 131072)}}`, new Uint8Array(bits.buffer));
    const { data } = toFloat32(tensors(file).get("h")!);
    const words = new Uint32Array(data.buffer);
    // IEEE 754-2019, 3.4: (-1)^s 2^(e - 15) (1 + f / 2^10), and for e = 0 (-1)^s 2^-14 (f / 2^10).
    for (let i = 0; i < 65536; i++) {
      const [sign, e, f] = [i < 32768 ? 1 : -1, (i >> 10) & 31, i & 1023];
      if (e === 31 && f > 0) {
        expect(data[i], `${i}`).to.be.NaN;
        expect(words[i]! & 0x7fffff, `${i}`).to.equal(f << 13);
        expect(words[i]! >>> 31, `${i}`).to.equal(i >> 15);
      } else {
        const size = e === 31 ? Infinity : e > 0 ? 2 ** (e - 15) * (1 + f / 1024) : 2 ** -24 * f;
        if (!Object.is(data[i], sign * size)) expect(data[i], `${i}`).to.equal(sign * size);
      }
    }
  });

  it("decodes each of the 65536 bfloat16 exactly", () => {
    const bits = Uint16Array.from({ length: 65536 }, (_, i) => i);
    const file = fileOf(
      `{${tensor("b", "BF16", "256,256", 0, 131072)}}`,
      new Uint8Array(bits.buffer),
    );
    const floats = toFloat32(tensors(file).get("b")!);
    expect(floats.shape).to.deep.equal([256, 256]);
    const halves = new Uint16Array(floats.data.buffer);
    for (let i = 0; i < 65536; i++) {
      if (halves[2 * i] !== 0 || halves[2 * i + 1] !== i) expect.fail(`${i}`);
    }
  });

  it("and tensorOf refuse values that are neither tensors nor entries", () => {
    for (const [value, got] of [
      [undefined, "undefined"],
      [null, "null"],
      [{ dtype: "F3" }, "an Object"],
    ]) {
      // oxfmt-ignore
      expect(() => toFloat32(value as never)).to.throw(
        TypeError,
        `toFloat32: tensor must be one of those of tensors() or tensorOf(), got ${got as string}`,
      );
      expect(() => tensorOf(new Uint8Array(8), value as never)).to.throw(
        TypeError,
        `tensorOf: entry must be one of parseHeader's entries, got ${got as string}`,
      );
    }
  });

  it("copies float32 and refuses other data types", () => {
    const named = tensors(serialize(Float32Array.of(1, 2), { a: [1, 2] }));
    const floats = toFloat32(named.get("a")!);
    expect([floats.shape, [...floats.data]]).to.deep.equal([[1, 2], [1, 2]]); // oxfmt-ignore
    expect(floats.data.buffer).not.to.equal(named.get("a")!.view.data.buffer);
    expect(() => toFloat32(tensors(serialize([1], { a: 1 })).get("a")!)).to.throw(
      TypeError,
      "toFloat32: dtype must be F16, BF16 or F32, got F64",
    );
  });
});

/** A reader with NumPy alone, as docs/files.md prints it; then every tensor of each file. */
const reader = /```python numpy\n(?<code>.*?)```/s.exec(readFileSync("docs/files.md", "utf8"))!;
const readerOfDocs = `${reader.groups!["code"]}
import sys
def listed(path):
    return [[k, str(t.dtype), list(t.shape), t.ravel().tolist()] for k, t in load_file(path).items()]
print(json.dumps([listed(path) for path in sys.argv[1:]]))
`;

const bytesIn = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

describe("a file written here", () => {
  const folder = mkdtempSync(join(tmpdir(), "safetensors-"));
  after(() => rmSync(folder, { recursive: true }));

  /** A file for each template of the table, and the tensors it must have. */
  const written = (constructor: typeof Float64Array | typeof Float32Array, dtype: string) => {
    const sine = new constructor(1);
    const sineOf = (x: number): number => {
      sine[0] = Math.sin(x);
      return sine[0];
    };
    return cases.map(({ template, size, leaves }, i) => {
      const path = join(folder, `${dtype}-${i}.safetensors`);
      const flat = new constructor(Array.from({ length: size }, (_, k) => Math.sin(k)));
      writeFileSync(path, serialize(flat, template, { metadata: { step: "1" } }));
      const expected = leaves.map(([leaf, shape, offset]) => {
        const length = shape.reduce((product, axis) => product * axis, 1);
        const values = Array.from({ length }, (_, k) => sineOf(offset + k));
        return [leaf, dtype, shape, values];
      });
      return { path, expected };
    });
  };

  it("is read by the reader of docs/files.md, for every template of the table", function () {
    needsNumpy(this);
    const files = written(Float64Array, "float64");
    const read = python("-c", readerOfDocs, ...files.map(({ path }) => path));
    expect(read).to.deep.equal(files.map(({ expected }) => expected));
  });

  it("keeps every rule of the format, for every template of the table", function () {
    needsNumpy(this);
    const files = [...written(Float64Array, "F64"), ...written(Float32Array, "F32")];
    const paths = files.map(({ path }) => path);
    const read = python("spec/support/files/read-safetensors.py", ...paths);
    const metadata = { format: "pt", step: "1" };
    expect(read).to.deep.equal(files.map(({ expected }) => ({ metadata, tensors: expected })));
  });

  it("keeps every rule of the format with F16, BF16, F32, F64 and I64, and in shards", async function () {
    needsNumpy(this);
    const exact = [1, -2.5, 2 ** -14, 65504]; // BF16 has 8 bits: it rounds 65504 to 65536
    const dtypes = ["float16", "bfloat16", "float32", "float64"] as const;
    const names: Record<string, string> = { float16: "F16", bfloat16: "BF16", float32: "F32", float64: "F64" }; // oxfmt-ignore
    const weights: Record<string, string> = {};
    const expected: Record<string, unknown> = {};
    for (const dtype of dtypes) {
      const template = { [dtype]: { w: [2, 2], s: [] } };
      writeFileSync(
        join(folder, `${dtype}.safetensors`),
        serialize([...exact, 3], template, { dtype, metadata: { step: "1" } }),
      );
      const last = dtype === "bfloat16" ? 65536 : 65504;
      for (const leaf of ["w", "s"]) weights[`${dtype}.${leaf}`] = `${dtype}.safetensors`;
      expected[`${dtype}.w`] = [names[dtype], [2, 2], [...exact.slice(0, 3), last]];
      expected[`${dtype}.s`] = [names[dtype], [], [3]];
    }
    // A flat holds floats, so the file with integers is put together of the others' tensors.
    const big = BigInt64Array.of(-(2n ** 53n), 7n, 0n, 1n);
    const parts = [
      { name: "int64", dtype: "I64", data: big as ArrayBufferView },
      ...dtypes.toReversed().map((dtype) => {
        const own = tensors(readFileSync(join(folder, `${dtype}.safetensors`)));
        return { name: dtype, dtype: names[dtype]!, data: own.get(`${dtype}.w`)!.view.data };
      }),
    ].map((part) => ({ ...part, bytes: bytesIn(part.data) }));
    let end = 0;
    const header = parts.map(({ name, dtype, bytes }) =>
      tensor(name, dtype, "2,2", end, (end += bytes.length)),
    );
    const data = Buffer.concat(parts.map(({ bytes }) => bytes));
    const text = `{${header.join()}}`;
    const mixed = join(folder, "mixed.safetensors");
    writeFileSync(mixed, fileOf(text.padEnd(Math.ceil(text.length / 8) * 8), data));
    const index = join(folder, "model.safetensors.index.json");
    writeFileSync(index, JSON.stringify({ metadata: { total_size: 85 }, weight_map: weights }));

    const [one, all] = python("spec/support/files/read-safetensors.py", mixed, index) as {
      metadata: unknown;
      tensors: [string, ...unknown[]][];
    }[];
    const byName = new Map(one!.tensors.map(([name, ...rest]) => [name, rest]));
    expect(byName.get("int64")).to.deep.equal(["I64", [2, 2], [-(2 ** 53), 7, 0, 1]]);
    for (const dtype of dtypes) expect(byName.get(dtype)).to.deep.equal(expected[`${dtype}.w`]);
    expect(all!.tensors).to.deep.equal(
      Object.entries(expected).map(([name, rest]) => [name, ...(rest as unknown[])]),
    );
    const { flat } = await loadShards(
      readFileSync(index, "utf8"),
      (name) => readFileSync(join(folder, name)),
      { bfloat16: { w: [2, 2], s: [] }, float64: { w: [2, 2], s: [] } },
      { partial: true },
    );
    expect([...flat.data]).to.deep.equal([...exact.slice(0, 3), 65536, 3, ...exact, 3]);
  });

  it("keeps every rule of the format as a checkpoint", async function () {
    needsNumpy(this);
    const path = join(folder, "checkpoint.safetensors");
    const metadata = { größe: 'é\n"\\' };
    await save(path, Float32Array.of(1, 2, 3), { w: [1, 2], b: 1 }, { metadata });
    const [read] = python("spec/support/files/read-safetensors.py", path) as [
      { metadata: Record<string, string>; tensors: unknown },
    ];
    const { crc32, ...own } = read.metadata;
    expect(crc32).to.match(/^[0-9a-f]{8}$/);
    expect(own).to.deep.equal({ format: "pt", ...metadata });
    expect(read.tensors).to.deep.equal([
      ["w", "F32", [1, 2], [1, 2]],
      ["b", "F32", [1], [3]],
    ]);
  });
});
