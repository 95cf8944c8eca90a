/** Files of several arrays, written and read here and by NumPy. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { zipSync } from "fflate";
import { leaves, valuesToFlat } from "ndarray-params";
import { toNpy } from "ndarray-params/npy";
import { fromNpz, loadNpz, toNpz, type NdData } from "ndarray-params/npz";
import { plain } from "../../support/markdown.ts";
import { needsNumpy } from "../../support/needs.ts";
import { python } from "../../support/python.ts";
import { itRefuses, type Refusal } from "../../support/refuses.ts";

const template = { hidden: { w: [3, 2], b: 2 } } as const;
const [, views] = valuesToFlat({ hidden: { w: [[0, 1], [2, 3], [4, 5]], b: [6, 7] } }, template); // oxfmt-ignore

const listed = (arrays: Map<string, NdArray<NdData>>): unknown[] =>
  Array.from(arrays, ([name, view]) => [name, view.dtype, plain(view)]);

describe("toNpz", () => {
  const w = [[0, 1], [2, 3], [4, 5]]; // oxfmt-ignore

  it("writes the views of a template under their paths", () => {
    const arrays = fromNpz(toNpz(leaves(views, template)));
    expectTypeOf(arrays).toEqualTypeOf<Map<string, NdArray<NdData>>>();
    expect(listed(arrays)).to.deep.equal([
      ["hidden.w", "float64", w],
      ["hidden.b", "float64", [6, 7]],
    ]);
  });

  it("writes a record, a Map, and what fromNpz gives", () => {
    const record = { x: Float32Array.of(1, 2), n: BigInt64Array.of(3n), "0": [4, 5] };
    const bytes = toNpz(record);
    expect(listed(fromNpz(bytes))).to.deep.equal([
      ["0", "float64", [4, 5]],
      ["x", "float32", [1, 2]],
      ["n", "bigint64", [3n]],
    ]);
    expect(toNpz(new Map(Object.entries(record)))).to.deep.equal(bytes);
    expect(toNpz(fromNpz(bytes))).to.deep.equal(bytes);
    expect(fromNpz(toNpz({})).size).to.equal(0);
  });

  it("compresses on request", () => {
    const zeros = { x: new Float64Array(10_000) };
    const bytes = toNpz(zeros, { compress: true });
    expect(bytes.length).to.be.below(1000);
    expect(plain(fromNpz(bytes).get("x")!)).to.deep.equal([...zeros.x]);
    expect(toNpz(zeros).length).to.be.above(80_000);
  });

  const refused: Refusal[] = [
    ["no arrays", () => toNpz(undefined as never), TypeError, "toNpz: arrays must be a record, a Map or pairs of names and arrays, got undefined"],
    ["a text", () => toNpz("x" as never), TypeError, 'toNpz: arrays must be a record, a Map or pairs of names and arrays, got "x"'],
    ["an instance of a class", () => toNpz(new (class Model { x = [1]; })() as never), TypeError, "toNpz: arrays must be a record, a Map or pairs of names and arrays, got a Model"],
    ["a tree of views", () => toNpz(views as never), TypeError, "toNpz: hidden: array must be an ndarray or an array of numbers, got an Object"],
    ["bigints in a plain array", () => toNpz({ x: [1n] as never }), TypeError, "toNpz: x: element 0 must be a number, got 1n"],
    ["a name that is no string", () => toNpz([[1, [1]]] as never), TypeError, "toNpz: a name must be a string, got 1"],
    ["views without names", () => toNpz([views.hidden.w] as never), TypeError, "toNpz: each of the arrays must be a pair of a name and an array, got an ndarray on a Float64Array"],
    ["a typed array", () => toNpz(Float64Array.of(5) as never), TypeError, "toNpz: each of the arrays must be a pair of a name and an array, got 5"],
    ["a name that comes twice", () => toNpz([["x", [1]], ["x", [2]]]), RangeError, 'toNpz: the name "x" comes a second time'],
    ["half of a character", () => toNpz({ "x\ud800": [1] }), RangeError, 'toNpz: "x\\ud800" contains half of a character'],
    ["a long name", () => toNpz({ [`é${"x".repeat(65_530)}`]: [1] }), RangeError, "toNpz: a name has at most 65531 bytes, got 65532"],
    ["more arrays than a zip holds", () => toNpz(Array.from({ length: 65_535 }, (_, i) => [`${i}`, []])), RangeError, "toNpz: a zip holds 65534 files and 4 GiB, got 65535 arrays of 20249190 bytes"],
    ["a flag that is no boolean", () => toNpz({}, { compress: "no" as never }), TypeError, 'toNpz: compress must be true or false, got "no"'],
  ]; // oxfmt-ignore
  itRefuses(refused);
});

describe("fromNpz", () => {
  const bytes = toNpz({ x: Float32Array.of(1, 2), n: BigInt64Array.of(3n) });

  it("converts to floats on request, and its type says so", () => {
    const floats = fromNpz(bytes, { dtype: "float64" });
    expectTypeOf(floats).toEqualTypeOf<Map<string, NdArray<Float64Array>>>();
    expect(listed(floats)).to.deep.equal([["x", "float64", [1, 2]], ["n", "float64", [3]]]); // oxfmt-ignore
  });

  it("reads a zip with a comment, inside a larger buffer", () => {
    const commented = new Uint8Array(bytes.length + 20).fill(0x50);
    commented.set(bytes, 10);
    new DataView(commented.buffer).setUint16(10 + bytes.length - 2, 5, true);
    expect(fromNpz(commented.subarray(10, 10 + bytes.length + 5)).size).to.equal(2);
  });

  /** The zip with other bytes; `place` is counted from the first "PK\1\2", or the last "PK\5\6". */
  const changed = (mark: number, place: number, ...values: number[]): Uint8Array => {
    const copy = bytes.slice();
    const head = Buffer.from([0x50, 0x4b, mark, mark + 1]);
    copy.set(values, Buffer.from(copy.buffer).indexOf(head) + place);
    return copy;
  };
  const start = Buffer.from(bytes.buffer).indexOf(Buffer.from("PK\x01\x02", "latin1"));
  const second = Buffer.from(bytes.buffer).indexOf(Buffer.from("PK\x01\x02", "latin1"), start + 1);
  const stored = 128 + 8;
  const twice = changed(1, 46, ...Buffer.from("n.npy"));
  const large = "a zip of more than 4 GiB or 65,534 files is not read here";
  const max = [0xff, 0xff, 0xff, 0xff];
  const packed = toNpz({ x: new Float64Array(100).map((_, i) => i * i) }, { compress: true });
  const broken = packed.slice();
  broken.fill(0xff, 40, 60);
  const read = (zip: Uint8Array) => () => fromNpz(zip);
  const refused: Refusal[] = [
    ["a text in place of bytes", () => fromNpz("x" as never), TypeError, 'fromNpz: bytes must be a Uint8Array or an ArrayBuffer, got "x"'],
    ["an unknown dtype", () => fromNpz(bytes, { dtype: "int8" as "float32" }), TypeError, 'fromNpz: dtype must be "float64" or "float32", got "int8"'],
    ["an empty file", read(new Uint8Array()), RangeError, "fromNpz: a zip ends with its directory, and this file does not"],
    ["a .npy file", read(toNpy([1])), RangeError, "fromNpz: a zip ends with its directory, and this file does not"],
    ["a file cut off", read(bytes.subarray(0, -1)), RangeError, "fromNpz: a zip ends with its directory, and this file does not"],
    ["a directory elsewhere", read(changed(5, 16, 1)), RangeError, `fromNpz: the zip's directory is damaged at byte ${(start & ~0xff) + 1}`],
    ["a directory past the end", read(changed(5, 16, 0, 0, 0, 0x7f)), RangeError, "fromNpz: the zip's directory is damaged at byte 2130706432"],
    ["more files than the directory has", read(changed(5, 10, 3)), RangeError, `fromNpz: the zip's directory is damaged at byte ${bytes.length - 22}`],
    ["a name past the end", read(changed(1, 28, 0xff, 0xff)), RangeError, `fromNpz: the zip's directory is damaged at byte ${start}`],
    ["65,535 files", read(changed(5, 10, 0xff, 0xff)), RangeError, `fromNpz: ${large}`],
    ["a directory beyond 4 GiB", read(changed(5, 16, ...max)), RangeError, `fromNpz: ${large}`],
    ["a file beyond 4 GiB", read(changed(1, 20, ...max)), RangeError, `fromNpz: ${large}`],
    ["a file of more than 4 GiB", read(changed(1, 24, ...max)), RangeError, `fromNpz: ${large}`],
    ["an encrypted file", read(changed(1, 8, 1)), RangeError, 'fromNpz: "x.npy": it is encrypted'],
    ["another compression", read(changed(1, 10, 12)), RangeError, 'fromNpz: "x.npy": compression must be 0 or 8, got 12'],
    ["data elsewhere", read(changed(1, 42, 1)), RangeError, 'fromNpz: "x.npy": its data are not in the zip'],
    ["data past the end", read(changed(1, 42, 0, 0, 0, 0x7f)), RangeError, 'fromNpz: "x.npy": its data are not in the zip'],
    ["data that reach into the directory", read(changed(1, 20, 0xff, 0x0f)), RangeError, 'fromNpz: "x.npy": its data are not in the zip'],
    ["a size that the data cannot have", read(changed(1, 24, 0xff, 0xff)), RangeError, `fromNpz: "x.npy": ${stored} bytes cannot hold 65535`],
    ["a size that the data do not have", read(changed(1, 24, stored - 1)), RangeError, 'fromNpz: "x.npy": its bytes are damaged'],
    ["another checksum", read(changed(1, 16, 1, 2, 3, 4)), RangeError, 'fromNpz: "x.npy": its bytes are damaged'],
    ["damaged compression", read(broken), RangeError, 'fromNpz: "x.npy": its bytes are damaged'],
    ["a name that comes twice", read(twice), RangeError, 'fromNpz: two files are called "n.npy"'],
    ["a file that is no array", read(changed(1, 46, ...Buffer.from("x.txt"))), RangeError, 'fromNpz: an .npz holds .npy files, got "x.txt"'],
  ]; // oxfmt-ignore
  itRefuses(refused);

  it("refuses files that share their data, which would take more than the zip has", () => {
    const both = bytes.slice();
    const view = new DataView(both.buffer);
    view.setUint32(start + 20, start - 30 - 5, true); // both reach from their headers to the end
    view.setUint32(second + 42, 0, true);
    view.setUint32(second + 20, start - 30 - 5, true);
    expect(read(both)).to.throw(RangeError, 'fromNpz: "n.npy": its data are not in the zip');
  });

  it("names the array that is malformed", () => {
    expect(read(zipSync({ "x.npy": new Uint8Array(1) }))).to.throw(
      RangeError,
      'fromNpz: x: a .npy file begins with "\\x93NUMPY", got "\\u0000"',
    );
  });

  it("takes names that are not UTF-8 for Latin-1", () => {
    const other = changed(1, 46, 0xe9);
    expect([...fromNpz(other).keys()]).to.deep.equal(["é", "n"]);
  });
});

describe("loadNpz", () => {
  const bytes = toNpz(leaves(views, template), { compress: true });

  it("fills a flat by path", () => {
    const loaded = loadNpz(bytes, { hidden: { b: 2, w: [3, 2] } });
    expectTypeOf(loaded.views.hidden.w).toEqualTypeOf<NdArray<Float64Array>>();
    expect([...loaded.flat.data]).to.deep.equal([6, 7, 0, 1, 2, 3, 4, 5]);
    expect(loaded.copied).to.deep.equal(["hidden.b", "hidden.w"]);
  });

  it("takes the options of load, and reports as it does", () => {
    const arrays = { "m.w": ndarray(Float64Array.of(1, 2, 3, 4), [2, 2], [1, 2]), n: [Int32Array.of(1)][0]! }; // oxfmt-ignore
    const zip = toNpz(arrays);
    const into: Float32Array = new Float32Array(5);
    const options = { into, partial: true, rename: (path: string) => (path === "w" ? "m.w" : path) }; // oxfmt-ignore
    const { flat, mismatched } = loadNpz(zip, { w: [2, 2], n: 1 }, options);
    expectTypeOf(flat).toEqualTypeOf<NdArray<Float32Array>>();
    expect([...into]).to.deep.equal([1, 3, 2, 4, 0]);
    expect(mismatched).to.deep.equal([{ path: "n", from: [1], to: [1], dtype: "I32" }]);
    expect(() => loadNpz(zip, { w: [2, 2], k: 1 })).to.throw(
      RangeError,
      "loadNpz: the file and the template differ: missing: w, k; extra: m.w, n",
    );
    const { flat: single } = loadNpz(bytes, template, { dtype: "float32" });
    expect(single.dtype).to.equal("float32");
  });

  // Half floats lie on a Uint16Array in a safetensors file, and an .npz may have integers on one.
  for (const [dtype, array] of [
    ["U8", Uint8Array.of(1)],
    ["U16", Uint16Array.of(1)],
    ["U32", Uint32Array.of(1)],
    ["U64", BigUint64Array.of(1n)],
    ["I8", Int8Array.of(1)],
    ["I16", Int16Array.of(1)],
    ["I32", Int32Array.of(1)],
    ["I64", BigInt64Array.of(1n)],
  ] as const) {
    it(`refuses integers of the type ${dtype}, as load does`, () => {
      expect(() => loadNpz(toNpz({ n: array }), { n: 1 })).to.throw(
        RangeError,
        `loadNpz: the file and the template differ: mismatched: n needs [1], the file has ${dtype} [1]`,
      );
    });
  }
});

describe("NumPy", () => {
  const folder = mkdtempSync(join(tmpdir(), "npz-"));
  after(() => rmSync(folder, { recursive: true }));

  it("reads what toNpz writes", function () {
    needsNumpy(this);
    const paths = [false, true].map((compress) => {
      const path = join(folder, `here-${compress}.npz`);
      writeFileSync(path, toNpz([...leaves(views, template), ["größe", Float32Array.of(0.5)]], { compress })); // oxfmt-ignore
      return path;
    });
    const code = `
import sys, json, numpy
print(json.dumps([[[k, str(v.dtype), v.tolist()] for k, v in numpy.load(p).items()] for p in sys.argv[1:]]))
`;
    const expected = [
      ["hidden.w", "float64", [[0, 1], [2, 3], [4, 5]]],
      ["hidden.b", "float64", [6, 7]],
      ["größe", "float32", [0.5]],
    ]; // oxfmt-ignore
    expect(python("-c", code, ...paths)).to.deep.equal([expected, expected]);
  });

  for (const name of ["plain", "compressed"]) {
    it(`wrote ${name}.npz, which is read here`, () => {
      const zip = readFileSync(`spec/fixtures/files/${name}.npz`);
      expect(listed(fromNpz(zip))).to.deep.equal([
        ["hidden.w", "float64", [[0, 0.25, 0.5], [0.75, 1, 1.25]]],
        ["hidden.b", "float32", [6, 7]],
        ["half", "float32", [0, -0, 1, -2.5, 65504, 2 ** -24, Infinity, -Infinity]],
        ["größe", "float64", 2.5],
        ["arr_0", "bigint64", [1n, -2n]],
      ]); // oxfmt-ignore
      const { flat } = loadNpz(zip, { hidden: { b: 2, w: [2, 3] } }, { partial: true });
      expect([...flat.data]).to.deep.equal([6, 7, 0, 0.25, 0.5, 0.75, 1, 1.25]);
    });
  }
});
