/** Models in several files, as Hugging Face splits them. */
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import {
  loadShards,
  serialize,
  type Loaded,
  type Parsed,
  type ReadShard,
} from "ndarray-params/safetensors";
import { rejection } from "../../support/rejection.ts";

const files: Record<string, Uint8Array> = {
  "a.safetensors": serialize([0, 1, 2, 3, 4, 5], { layers: [{ w: [3, 2] }] }),
  "b.safetensors": serialize(
    Float32Array.of(6, 7, 8),
    { layers: [{ b: 2 }, { b: 1 }] },
    { metadata: { format: "np", step: "1" } },
  ),
};
const map = {
  "layers.0.w": "a.safetensors",
  "layers.0.b": "b.safetensors",
  "layers.1.b": "b.safetensors",
};
const indexOf = (weights: object, metadata: unknown = { total_size: 60 }): string =>
  JSON.stringify({ metadata, weight_map: weights }, undefined, 2);
const read: ReadShard = (name) => files[name]!;
const template = { layers: [{ b: 2, w: [3, 2] }, { b: 1 }] } as const;

describe("loadShards", () => {
  it("fills one template from several files", async () => {
    const loaded = await loadShards(indexOf(map), async (name) => read(name), template);
    expectTypeOf(loaded).toExtend<Loaded<typeof template, Float64Array>>();
    const { flat, views, copied, metadata } = loaded;
    expect([...flat.data]).to.deep.equal([6, 7, 0, 1, 2, 3, 4, 5, 8]);
    expect(views.layers[0].w.get(2, 1)).to.equal(5);
    expect(copied).to.deep.equal(["layers.0.b", "layers.0.w", "layers.1.b"]);
    expect({ ...metadata }).to.deep.equal({ format: "pt", step: "1" });
  });

  it("takes the options of load", async () => {
    const into: Float32Array = new Float32Array(2);
    const { flat, extra } = await loadShards(
      indexOf(map),
      read,
      { b: 2 },
      { into, partial: true, rename: (path) => `layers.0.${path}` },
    );
    expectTypeOf(flat).toEqualTypeOf<NdArray<Float32Array>>();
    expect([...into]).to.deep.equal([6, 7]);
    expect(extra).to.deep.equal(["layers.0.w", "layers.1.b"]);
    const single = await loadShards(indexOf(map), read, template, { dtype: "float32" });
    expect(single.flat.dtype).to.equal("float32");
  });

  it("reads the template from all names together, if none is given", async () => {
    const parsed = await loadShards(indexOf(map), read);
    expectTypeOf(parsed).toExtend<Parsed<Float64Array | Float32Array>>();
    expect(parsed.template).to.deep.equal({ layers: [{ w: [3, 2], b: [2] }, { b: [1] }] });
    expect([...parsed.flat.data]).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([parsed.flat.dtype, parsed.shared]).to.deep.equal(["float64", false]);
    const single = await loadShards(indexOf(map), read, undefined, { dtype: "float32" });
    expectTypeOf(single.flat).toEqualTypeOf<NdArray<Float32Array>>();
    expect(single.flat.dtype).to.equal("float32");
  });

  it("reads each file once, in the order of the index, whatever else the index says", async () => {
    const asked: string[] = [];
    const more = { a: [1.5e3, { "}": '"]' }, [], true], b: null, c: "x" };
    const index = `{"x": -1, "y": "}", ${indexOf(map, more).slice(1, -2)}, "z": [[{}]]}`;
    await loadShards(index, (name) => {
      asked.push(name);
      return read(name);
    });
    expect(asked).to.deep.equal(["a.safetensors", "b.safetensors"]);
    expect((await loadShards('{"weight_map":{}}', read, [])).flat.size).to.equal(0);
  });

  const into = new Float64Array(9).fill(-1);
  const malformed: [string, unknown, typeof RangeError | typeof TypeError, string][] = [
    ["an object for the text", { weight_map: map }, TypeError, "index must be the text of a JSON file, got an Object"],
    ["text that is not JSON", "<!DOCTYPE html>", RangeError, "index: it is not JSON"],
    ["a list", "[]", RangeError, "index: needed '{', got \"[]\", at character 0"],
    ["no weight_map", '{"metadata":{}}', RangeError, "index: it has no weight_map"],
    ["a weight_map that is a list", '{"weight_map":[]}', RangeError, "index: needed '{', got \"[]}\", at character 14"],
    ["a file that is a number", '{"weight_map":{"a":1}}', RangeError, 'index: needed a string for the file of a tensor, got "1}}", at character 19'],
    ["a tensor that comes twice", '{"weight_map":{"a":"b","\\u0061":"c"}}', RangeError, 'index: the name "a" comes a second time, at character 23'],
    ["a weight_map that comes twice", '{"weight_map":{},"weight_map":{}}', RangeError, 'index: the name "weight_map" comes a second time, at character 17'],
    ...["../a", "a/b", "/a", "a\\b", "C:a", "..", ".", ""].map((name): [string, unknown, typeof RangeError, string] => {
      const at = 20 + JSON.stringify(name).length - 1;
      return [`the file ${JSON.stringify(name)}`, JSON.stringify({ weight_map: { a: name } }), RangeError, `index: ${JSON.stringify(name)} is not the name of a file, at character ${at}`];
    }),
    ["a tensor that no file has", indexOf({ ...map, c: "a.safetensors" }), RangeError, 'a.safetensors lacks "c", which the index places there'],
    ["a tensor in another file", indexOf({ ...map, "layers.1.b": "a.safetensors" }), RangeError, 'a.safetensors lacks "layers.1.b", which the index places there'],
    ["a tensor that the index does not have", indexOf({ "layers.0.w": "a.safetensors", "layers.0.b": "b.safetensors" }), RangeError, 'b.safetensors has "layers.1.b", which the index does not place there'],
    ["a file that is not there", indexOf({ ...map, c: "c.safetensors" }), TypeError, "c.safetensors: bytes must be a Uint8Array or an ArrayBuffer, got undefined"],
    ["names that do not fit the template", indexOf({ "layers.0.w": "a.safetensors" }), RangeError, "the file and the template differ: missing: layers.0.b, layers.1.b"],
  ]; // oxfmt-ignore
  for (const [name, index, kind, message] of malformed) {
    it(`refuses ${name}, and writes nothing`, async () => {
      const error = await rejection(loadShards(index as string, read, template, { into }));
      expect(error).to.be.instanceOf(kind);
      expect(error.message).to.equal(`loadShards: ${message}`);
      expect([...into]).to.deep.equal(Array(9).fill(-1));
    });
  }

  it("refuses a malformed file by its name, and a tensor that two files have", async () => {
    const half: ReadShard = (name) => read(name) instanceof Uint8Array ? files[name]!.subarray(0, -1) : new Uint8Array(); // oxfmt-ignore
    expect((await rejection(loadShards(indexOf(map), half))).message).to.equal(
      'loadShards: a.safetensors: header: tensor "layers.0.w": its data ends at 48, the file\'s data at 47',
    );
    const twice = indexOf({ "layers.0.w": "a.safetensors", w: "c.safetensors" });
    const copies: ReadShard = (name) => (name === "c.safetensors" ? serialize([1, 2], { layers: [{ w: 1 }], w: 1 }) : files[name]!); // oxfmt-ignore
    expect((await rejection(loadShards(twice, copies))).message).to.equal(
      'loadShards: c.safetensors has "layers.0.w", which the index does not place there',
    );
  });

  it("refuses memory that is used again, and takes parts of one buffer", async () => {
    const [one, other] = [files["a.safetensors"]!, files["b.safetensors"]!];
    const buffer = new Uint8Array(one.length + other.length);
    const readTo =
      (starts: Record<string, number>): ReadShard =>
      (name) => {
        const place = buffer.subarray(starts[name], starts[name]! + files[name]!.length);
        place.set(files[name]!);
        return place;
      };
    const again = readTo({ "a.safetensors": 0, "b.safetensors": one.length - 1 });
    expect((await rejection(loadShards(indexOf(map), again, template))).message).to.equal(
      "loadShards: b.safetensors: bytes must have memory of their own, got that of a.safetensors",
    );
    const behind = readTo({ "a.safetensors": other.length, "b.safetensors": 0 });
    const { flat } = await loadShards(indexOf(map), behind, template);
    expect([...flat.data]).to.deep.equal([6, 7, 0, 1, 2, 3, 4, 5, 8]);
  });

  it("refuses other arguments before a file is read, and hands on the error of read", async () => {
    const never = (): never => {
      throw new Error("404");
    };
    const refusals: [Promise<unknown>, string][] = [
      [loadShards(indexOf(map), "folder" as never), 'loadShards: read must be a function, got "folder"'], // oxfmt-ignore
      [loadShards(indexOf(map), never, [-1]), "loadShards: 0: axis length must be a non-negative integer, got -1"], // oxfmt-ignore
      [loadShards(indexOf(map), never, undefined, { dtype: "F16" as "float32" }), 'loadShards: dtype must be "float64" or "float32", got "F16"'], // oxfmt-ignore
      [loadShards(indexOf(map), never, undefined, { into } as never), 'loadShards: no option "into"; its options are dtype'], // oxfmt-ignore
      [loadShards(indexOf(map), never), "404"],
    ];
    for (const [promise, message] of refusals) {
      expect((await rejection(promise)).message).to.equal(message);
    }
  });
});
