/** NumPy wrote the fixtures (spec/fixtures/files/make.py). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { emptyWithViews } from "ndarray-params";
import { fromNpy, toNpy } from "ndarray-params/npy";
import { plain } from "../../support/markdown.ts";
import { needsNumpy } from "../../support/needs.ts";
import { python } from "../../support/python.ts";

const fixture = (name: string): Uint8Array => readFileSync(`spec/fixtures/files/${name}.npy`);
const matrix = [
  [0, 0.25, 0.5],
  [0.75, 1, 1.25],
];

describe("fromNpy", () => {
  const files: [string, string, number[], unknown][] = [
    ["c", "float64", [3, 1], matrix],
    ["fortran", "float64", [1, 2], matrix],
    ["big-endian", "float64", [3, 1], matrix],
    ["version-2", "float64", [3, 1], matrix],
    ["version-3", "float64", [3, 1], matrix],
    ["big-endian-fortran", "int16", [1, 2], [[0, 1, 2], [3, 4, 5]]], // oxfmt-ignore
    [
      "cube-fortran",
      "float32",
      [1, 2, 6],
      [0, 12].map((i) => [0, 4, 8].map((j) => [0, 1, 2, 3].map((k) => i + j + k))),
    ],
    ["scalar", "float64", [], 2.5],
    ["empty", "float32", [3, 1], []],
    ["half", "float32", [1], [0, -0, 1, -2.5, 65504, 2 ** -24, Infinity, -Infinity]],
    ["int64", "bigint64", [1], [-(2n ** 63n), 2n ** 63n - 1n]],
    ["uint64", "biguint64", [1], [0n, 2n ** 64n - 1n]],
    ["bool", "uint8", [1], [1, 0]],
    ["bytes", "int8", [1], [-1, 2]],
  ];
  for (const [name, dtype, stride, values] of files) {
    it(`reads ${name}.npy`, () => {
      const view = fromNpy(fixture(name));
      expect(view.dtype).to.equal(dtype);
      expect(view.stride).to.deep.equal(stride);
      expect(plain(view)).to.deep.equal(values);
    });
  }

  it("shares aligned bytes and copies others", () => {
    const bytes = new Uint8Array(fixture("c"));
    expect(fromNpy(bytes).data.buffer).to.equal(bytes.buffer);
    expect(fromNpy(bytes, { dtype: "float64" }).data.buffer).to.equal(bytes.buffer);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(plain(fromNpy(shifted.subarray(1)))).to.deep.equal(matrix);
  });

  it("converts to floats on request, and its type says so", () => {
    const doubles = fromNpy(fixture("int64"), { dtype: "float64" });
    expectTypeOf(doubles).toEqualTypeOf<NdArray<Float64Array>>();
    expect([...doubles.data]).to.deep.equal([-(2 ** 63), 2 ** 63]);
    const floats = fromNpy(fixture("fortran"), { dtype: "float32" });
    expectTypeOf(floats).toEqualTypeOf<NdArray<Float32Array>>();
    expect(plain(floats)).to.deep.equal(matrix);
    expect(fromNpy(fixture("half"), { dtype: "float32" }).dtype).to.equal("float32");
    expect(() => fromNpy(fixture("c"), { dtype: "int8" as "float32" })).to.throw(
      TypeError,
      'fromNpy: dtype must be "float64" or "float32", got "int8"',
    );
  });

  it("rounds integers of 64 bits to float32 once, as NumPy's astype does", () => {
    // Beside the middle of two float32, which the nearest double is.
    const integers = BigInt64Array.of(
      2n ** 54n + 2n ** 30n + 1n,
      2n ** 54n + 2n ** 30n,
      2n ** 54n + 3n * 2n ** 30n - 1n,
      -(2n ** 54n) - 2n ** 30n - 1n,
      -(2n ** 62n) - 2n ** 38n - 1n,
      2n ** 63n - 1n,
      -7n,
    );
    expect([...fromNpy(toNpy(integers), { dtype: "float32" }).data]).to.deep.equal([
      2 ** 54 + 2 ** 31,
      2 ** 54,
      2 ** 54 + 2 ** 31,
      -(2 ** 54) - 2 ** 31,
      -(2 ** 62) - 2 ** 39,
      2 ** 63,
      -7,
    ]);
    const unsigned = BigUint64Array.of(2n ** 63n + 2n ** 39n + 1n, 2n ** 64n - 1n);
    expect([...fromNpy(toNpy(unsigned), { dtype: "float32" }).data]).to.deep.equal([
      2 ** 63 + 2 ** 40,
      2 ** 64,
    ]);
  });

  /** A file of version 1 with any dictionary. */
  const headed = (text: string, data = 0): Uint8Array => {
    const bytes = Buffer.alloc(10 + text.length + data);
    bytes.write(`\x93NUMPY\x01\x00`, "latin1");
    bytes.writeUInt16LE(text.length, 8);
    bytes.write(text, 10);
    return bytes;
  };

  it("reads the dictionary in the spelling of other writers", () => {
    for (const text of [
      `{"shape":(2,),"fortran_order":False,"descr":"<f8"}`,
      `{'descr' : '=f8' , 'shape' : (2L, ) , 'fortran_order' : True , }   \n`,
    ]) {
      expect(plain(fromNpy(headed(text, 16))), text).to.deep.equal([0, 0]);
    }
  });

  const dictionary = (descr: string, shape: string): string =>
    `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }`;
  const c = fixture("c");
  const malformed = (text: string): [string, Uint8Array, string] => [
    text,
    headed(text, 16),
    `fromNpy: malformed header ${JSON.stringify(text.slice(0, 40))}`,
  ];
  const refused: [string, Uint8Array, string][] = [
    ["an empty file", new Uint8Array(), 'fromNpy: a .npy file begins with "\\x93NUMPY", got ""'],
    ["an .npz", Buffer.from("PK\x03\x04"), "fromNpy: this is an .npz, a zip of .npy files: fromNpz of ndarray-params/npz reads it"], // oxfmt-ignore
    ["records", fixture("structured"), `fromNpy: elements must be numbers, got records "[('x', '<f8'), ('y', '<i4')]"`], // oxfmt-ignore
    ["version 4", Buffer.from("\x93NUMPY\x04\x00", "latin1"), "fromNpy: version must be 1, 2 or 3, got 4"], // oxfmt-ignore
    [
      "a file that ends before its version",
      c.subarray(0, 6),
      "fromNpy: version must be 1, 2 or 3, got undefined",
    ],
    [
      "a file that ends in the length of its header",
      c.subarray(0, 9),
      "fromNpy: the file ends in its header, at byte 9",
    ],
    [
      "a header cut off",
      c.subarray(0, 20),
      "fromNpy: the header ends at byte 128, the file has 20",
    ],
    ["data cut off", c.subarray(0, -1), "fromNpy: <f8 [2, 3] takes 48 bytes, the file has 47"],
    ["bytes after the data", headed(dictionary("'|u1'", "(2,)"), 3), "fromNpy: |u1 [2] takes 2 bytes, the file has 3"], // oxfmt-ignore
    ["an enormous shape", headed(dictionary("'<f8'", "(99999999999,)"), 8), "fromNpy: <f8 [99999999999] takes 799999999992 bytes, the file has 8"], // oxfmt-ignore
    ["an axis past 2^53", headed(dictionary("'<f8'", "(9007199254740992,)"), 8), "fromNpy: axis length must be a non-negative integer, got 9007199254740992"], // oxfmt-ignore
    ["an axis past 2^53 beside an axis of 0", headed(dictionary("'<f8'", "(0, 99999999999999999999)")), "fromNpy: axis length must be a non-negative integer, got 100000000000000000000"], // oxfmt-ignore
    [
      "complex numbers",
      fixture("complex"),
      'fromNpy: JavaScript has no numbers of the type "<c16"',
    ],
    ["text", fixture("text"), 'fromNpy: JavaScript has no numbers of the type "<U1"'],
    ["objects", headed(dictionary("'|O'", "(2,)"), 16), 'fromNpy: JavaScript has no numbers of the type "|O"'], // oxfmt-ignore
    ["an unknown byte order", headed(dictionary("'!f8'", "(2,)"), 16), 'fromNpy: JavaScript has no numbers of the type "!f8"'], // oxfmt-ignore
    ["a type called like an inherited property", headed(dictionary("'<constructor'", "()"), 8), 'fromNpy: JavaScript has no numbers of the type "<constructor"'], // oxfmt-ignore
    ["a shape that is not a tuple", headed(dictionary("'<f8'", "(2)"), 16), 'fromNpy: shape must be a tuple of integers, got "(2)"'], // oxfmt-ignore
    ["a negative axis", headed(dictionary("'<f8'", "(-2,)"), 16), 'fromNpy: shape must be a tuple of integers, got "(-2,)"'], // oxfmt-ignore
    ["rank 33", headed(dictionary("'<f8'", `(${"1,".repeat(33)})`), 8), "fromNpy: rank must be at most 32, got 33"], // oxfmt-ignore
    malformed("{}"),
    malformed("2"),
    malformed(`{'descr': '<f8', 'fortran_order': False}`),
    malformed(`{'descr': '<f8', 'fortran_order': False, 'order': (2,)}`),
    malformed(`{'descr': '<f8', 'order': False, 'shape': (2,)}`),
    malformed(`{'descr': True, 'fortran_order': False, 'shape': (2,)}`),
    malformed(`{'descr': '<f8', 'fortran_order': 'C', 'shape': (2,)}`),
    malformed(`{'descr': '<f8', 'fortran_order': False, 'shape': '(2,)'}`),
    malformed(`{'descr': '<f8', 'descr': '<f8', 'fortran_order': False, 'shape': (2,)}`),
    malformed(`{'descr': '<f8' 'fortran_order': False, 'shape': (2,)}`),
  ];
  for (const [name, bytes, message] of refused) {
    it(`refuses ${name}`, () => {
      expect(() => fromNpy(bytes)).to.throw(RangeError, message);
    });
  }
});

describe("toNpy", () => {
  it("writes NumPy's own bytes", () => {
    const view = ndarray(Float64Array.from(matrix.flat()), [2, 3]);
    expect(Buffer.from(toNpy(view)).equals(Buffer.from(c()))).to.equal(true);
    const single = ndarray(Float64Array.of(2.5), []);
    expect(Buffer.from(toNpy(single)).equals(Buffer.from(fixture("scalar")))).to.equal(true);
    const big = BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n);
    expect(Buffer.from(toNpy(big)).equals(Buffer.from(fixture("int64")))).to.equal(true);
    expect(Buffer.from(toNpy(Int8Array.of(-1, 2))).equals(Buffer.from(fixture("bytes")))).to.equal(
      true,
    );
    const none = ndarray(new Float32Array(0), [0, 3]);
    expect(Buffer.from(toNpy(none)).equals(Buffer.from(fixture("empty")))).to.equal(true);
  });

  const c = (): Uint8Array => fixture("c");

  it("writes views of any strides in C order, bit by bit", () => {
    expect(Buffer.from(toNpy(fromNpy(fixture("fortran")))).equals(Buffer.from(c()))).to.equal(true);
    const bits = new Uint32Array(24).map((_, i) => 0x7ff00001 + i); // NaNs, each with a payload of its own
    const doubles = new Float64Array(bits.buffer);
    const view = ndarray(doubles, [3, 4], [-4, 1], 8);
    const written = new Uint32Array(fromNpy(toNpy(view)).data.buffer, 128);
    expect([...written]).to.deep.equal([16, 8, 0].flatMap((i) => [...bits.subarray(i, i + 8)]));
  });

  it("writes a flat, and the views of one", () => {
    const [flat, { w }] = emptyWithViews({ b: 2, w: [3, 2] }, { dtype: "float32" });
    w.set(2, 1, 7);
    expect(plain(fromNpy(toNpy(flat)))).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 7]);
    expect(plain(fromNpy(toNpy(w)))).to.deep.equal([[0, 0], [0, 0], [0, 7]]); // oxfmt-ignore
  });

  it("writes plain arrays, and views on them, as float64", () => {
    const flat = matrix.flat();
    expect(Buffer.from(toNpy(ndarray(flat, [2, 3]))).equals(Buffer.from(c()))).to.equal(true);
    expect(toNpy(flat)).to.deep.equal(toNpy(Float64Array.from(flat)));
    // oxlint-disable-next-line no-sparse-arrays
    const every = ndarray([7, , 8, "x"] as number[], [2], [2], 0);
    expect(plain(fromNpy(toNpy(every)))).to.deep.equal([7, 8]);
  });

  it("writes clamped bytes as bytes", () => {
    expect(toNpy(Uint8ClampedArray.of(0, 255))).to.deep.equal(toNpy(Uint8Array.of(0, 255)));
  });

  it("writes a Float16Array, where the engine has one, as NumPy's half", () => {
    /** Not every engine has it, but an array is known by its tag, which this one has. */
    class Float16Array extends Uint16Array {
      override get [Symbol.toStringTag](): "Uint16Array" {
        return "Float16Array" as "Uint16Array";
      }
    }
    const halves = Float16Array.from([0, 0x8000, 0x3c00, 0xc100, 0x7bff, 1, 0x7c00, 0xfc00]);
    expect(Buffer.from(toNpy(halves)).equals(Buffer.from(fixture("half")))).to.equal(true);
  });

  it("writes a view without elements at once, however long its first axis is", () => {
    const view = ndarray(new Float64Array(0), [2 ** 31 - 1, 0], [0, 0]);
    expect(fromNpy(toNpy(view)).shape).to.deep.equal([2 ** 31 - 1, 0]);
  });

  it("refuses values that NumPy has no array for", () => {
    const call = (value: unknown) => () => toNpy(value as Float64Array);
    expect(call([1, [2]])).to.throw(TypeError, "toNpy: element 1 must be a number, got an Array");
    // oxlint-disable-next-line no-sparse-arrays
    expect(call(ndarray([0, 1, , 3] as never, [2], [2], 0))).to.throw(
      TypeError,
      "toNpy: element 2 must be a number, got undefined",
    );
    expect(call(undefined)).to.throw(
      TypeError,
      "toNpy: array must be an ndarray or an array of numbers, got undefined",
    );
    expect(call(ndarray({ length: 2, get: () => 1, set: () => 1 } as never, [2]))).to.throw(
      TypeError,
      "toNpy: NumPy has no elements like those of an Object",
    );
    expect(call(ndarray(new Float64Array(3), [2, 2]))).to.throw(
      RangeError,
      "toNpy: the view must lie within its array of 3 elements, got elements 0 to 3",
    );
  });

  it("is read by NumPy", function () {
    needsNumpy(this);
    const folder = mkdtempSync(join(tmpdir(), "npy-"));
    const path = join(folder, "view.npy");
    writeFileSync(path, toNpy(ndarray(Float32Array.of(1, 2, 3, 4, 5, 6), [3, 2], [1, 3])));
    const code = `
import sys, json, numpy
array = numpy.load(sys.argv[1])
print(json.dumps([str(array.dtype), array.tolist()]))
`;
    const read = python("-c", code, path);
    rmSync(folder, { recursive: true });
    expect(read).to.deep.equal(["float32", [[1, 4], [2, 5], [3, 6]]]); // oxfmt-ignore
  });
});
