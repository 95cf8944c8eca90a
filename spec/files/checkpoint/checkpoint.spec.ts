import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { generations, open, save } from "ndarray-params/checkpoint";
import { parse, serialize } from "ndarray-params/safetensors";
import { mapKeys } from "../../support/files/map-keys.ts";
import { rejection } from "../../support/rejection.ts";
import { cases } from "../../support/templates.ts";

const template = { hidden: { w: [3, 2], b: 2 } };
const flat = Float64Array.from({ length: 8 }, (_, i) => i);

describe("a checkpoint", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
    path = join(folder, "model.safetensors");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const { name, template: each, size } of cases) {
    for (const constructor of [Float64Array, Float32Array]) {
      it(`comes back for ${name}, as a ${constructor.name}`, async () => {
        const saved = new constructor(Array.from({ length: size }, (_, i) => Math.sin(i)));
        await save(path, saved, each);
        const into = new constructor(size);
        expect((await open(path, { template: each, into })).flat.data).to.deep.equal(saved);
        expect([...(await open(path)).flat.data]).to.deep.equal([...saved]);
      });
    }
  }

  it("is a safetensors file with its checksum as the first of its metadata", async () => {
    await save(path, flat, template, { metadata: { step: "100" } });
    const bytes = readFileSync(path);
    const { metadata, flat: parsed } = parse(bytes);
    expect([...parsed.data]).to.deep.equal([...flat]);
    const digits = metadata["crc32"]!;
    expect({ ...metadata }).to.deep.equal({ crc32: digits, format: "pt", step: "100" });
    expect(digits).to.match(/^[0-9a-f]{8}$/);
    const at = bytes.indexOf(digits);
    bytes.fill("0", at, at + 8);
    expect(crc32(bytes).toString(16).padStart(8, "0")).to.equal(digits);
  });

  it("gives the metadata that was saved and the format, and no more", async () => {
    const metadata = JSON.parse('{"step":"1","__proto__":"x","constructor":"y"}');
    await save(path, flat, template, { metadata });
    const { metadata: opened } = await open(path);
    expect(Object.entries(opened)).to.deep.equal([["format", "pt"], ...Object.entries(metadata)]);
    expect(opened["toString"]).to.equal(undefined);
    await save(path, flat, template, { metadata: { step: "2", format: "np" } });
    expect({ ...(await open(path)).metadata }).to.deep.equal({ step: "2", format: "np" });
  });

  it("spans several chunks", async () => {
    const large = new Float32Array(9e6);
    const period = Float32Array.from({ length: 8191 }, (_, i) => i);
    for (let at = 0; at < 9e6; at += 8191) large.set(period.subarray(0, 9e6 - at), at);
    await save(path, large, { w: [3, 3e6] });
    const { flat: opened, shared } = await open(path);
    expect(shared).to.equal(true);
    expect(Buffer.compare(Buffer.from(opened.data.buffer), Buffer.from(large.buffer))).to.equal(0);
  });

  it("takes strided flats, arrays and file URLs", async () => {
    const spread = ndarray(new Float32Array(16), [8], [-2], 15);
    for (let i = 0; i < 8; i++) spread.set(i, i);
    await save(pathToFileURL(path), spread, template);
    const into = new Float64Array(8);
    await open(pathToFileURL(path), { template, into });
    expect([...into]).to.deep.equal([...flat]);
    await save(path, [...flat], template);
    expect((await open(path)).flat.data).to.deep.equal(flat);
  });

  it("holds the flat as it was at the time of the call", async () => {
    const changing = Float64Array.from(flat);
    const saving = save(path, changing, template);
    changing.fill(-1);
    await saving;
    expect((await open(path)).flat.data).to.deep.equal(flat);
  });

  it("holds what the last call saved, whatever the sizes are", async () => {
    const sizes = [1e6, 1, 1e5, 3, 1e4, 2];
    const saves = sizes.map((size, i) => save(path, new Float64Array(size).fill(i), [[size]]));
    await Promise.all(saves);
    expect([...(await open(path)).flat.data]).to.deep.equal([5, 5]);
    expect(readdirSync(folder)).to.deep.equal(["model.safetensors"]);
  });

  it("leaves nothing of a save in the queue of saves, whether it failed or not", async () => {
    mkdirSync(join(folder, "directory"));
    const names = ["a", "b", "directory", "a", "directory"];
    const counts = await mapKeys(folder, () =>
      Promise.allSettled(names.map((name) => save(join(folder, name), flat, template))),
    );
    expect(counts).to.deep.equal({ most: 3, left: 0 });
  });

  it("is saved although the save before it failed", async () => {
    const missing = join(folder, "later", "model.safetensors");
    const failed = rejection(save(missing, flat, template));
    const next = save(path, flat, template);
    expect((await failed).message).to.match(/^save: .*model\.safetensors: ENOENT/);
    await next;
    expect((await open(path)).flat.data).to.deep.equal(flat);
  });

  it("is typed by its template", async () => {
    await save(path, flat, template);
    const opened = await open(path, { template: { hidden: { w: [3, 2], b: 2 } } });
    expectTypeOf(opened.views.hidden.w).toEqualTypeOf<NdArray<Float64Array>>();
    expect(opened.views.hidden.b.get(1)).to.equal(7);
    const halved = await open(path, {
      template: { hidden: { w: [3, 2], b: 2 } },
      dtype: "float32",
    });
    expectTypeOf(halved.views.hidden.w).toEqualTypeOf<NdArray<Float32Array>>();
    expect([...halved.flat.data]).to.deep.equal([...flat]);
    expect(halved.flat.dtype).to.equal("float32");
    const single = await open(path, { dtype: "float32" });
    expectTypeOf(single.flat).toEqualTypeOf<NdArray<Float32Array>>();
    expect(single.flat.dtype).to.equal("float32");
  });

  describe("is refused", () => {
    for (const [options, message] of [
      [{ into: new Float64Array(8) }, "into needs a template, got none"],
      [{ partial: true }, "partial needs a template, got none"],
      [{ partial: false, dtype: "float32" }, "partial needs a template, got none"],
      [
        { template, into: flat, dtype: "float32" },
        "dtype is for a new flat, and into is one that exists",
      ],
      [{ verify: "no" }, 'verify must be true or false, got "no"'],
      [{ verify: null }, "verify must be true or false, got null"],
      [{ template, partial: null }, "partial must be true or false, got null"],
      [{ rename: String }, "rename needs a template, got none"],
      [{ template, rename: null }, "rename must be a function, got null"],
      [{ partial: null }, "partial needs a template, got none"],
      [{ template, partial: 1 }, "partial must be true or false, got 1"],
      [{ dtype: "int8" }, 'dtype must be "float64" or "float32", got "int8"'],
      [{ template, into: new Float64Array(7) }, "template needs 8 elements, into has 7"],
      [{ template: { w: -1 } }, "w: axis length must be a non-negative integer, got -1"],
    ] as const) {
      it(`with wrong ${Object.keys(options).join(", ")}, before the file is looked for`, async () => {
        const error = await rejection(open(join(folder, "missing"), options as object));
        expect(error).to.be.instanceOf(
          /must be (true|"f|a f)/.test(message) ? TypeError : RangeError,
        );
        expect(error.message).to.equal(`open: ${message}`);
      });
    }

    it("if any one of its bits is flipped", async () => {
      await save(path, flat, template, { metadata: { step: "1" } });
      const bytes = readFileSync(path);
      const damaged = join(folder, "damaged");
      for (let i = 0; i < bytes.length; i++) {
        const copy = Buffer.from(bytes);
        copy[i]! ^= 1 << (i % 8);
        writeFileSync(damaged, copy);
        const { message } = await rejection(open(damaged));
        expect(message, `bit ${i % 8} of byte ${i}`).to.satisfy((text: string) =>
          text.startsWith(`open: ${damaged}: `),
        );
      }
    });

    it("if it is cut off at any byte", async () => {
      await save(path, flat, template);
      const bytes = readFileSync(path);
      for (let end = 0; end < bytes.length; end += 3) {
        writeFileSync(path, bytes.subarray(0, end));
        expect(await rejection(open(path)), `at ${end}`).to.be.instanceOf(RangeError);
      }
    });

    it("if it is damaged, with both checksums in the message", async () => {
      await save(path, flat, template);
      const bytes = readFileSync(path);
      const digits = parse(bytes).metadata["crc32"]!;
      bytes[bytes.length - 1]! ^= 1;
      writeFileSync(path, bytes);
      expect((await rejection(open(path))).message).to.match(
        new RegExp(
          `^open: ${path}: the file is damaged: its checksum is ${digits}, its bytes have [0-9a-f]{8}$`,
        ),
      );
      expect((await open(path, { verify: false })).flat.data.length).to.equal(8);
    });

    it("if it has no checksum, unless verify is false", async () => {
      writeFileSync(path, serialize(flat, template, { metadata: { step: "1" } }));
      expect((await rejection(open(path))).message).to.equal(
        `open: ${path}: the file has no checksum; to open a file of another program, ask for { verify: false }`,
      );
      const { flat: opened, metadata } = await open(path, { verify: false, template });
      expect(opened.data).to.deep.equal(flat);
      expect({ ...metadata }).to.deep.equal({ format: "pt", step: "1" });
    });

    it("if the template is another one, with the file's name in the message", async () => {
      await save(path, flat, template);
      expect((await rejection(open(path, { template: [8] }))).message).to.equal(
        `open: ${path}: the file and the template differ: missing: 0; extra: hidden.w, hidden.b`,
      );
    });
  });

  describe("refuses", () => {
    const wrong: [string, () => Promise<unknown>, string][] = [
      ["an empty path", () => save("", flat, template), "save: path must be a path or a file URL, got \"\""],
      ["a missing path", () => save(undefined as never, flat, template), "save: path must be a path or a file URL, got undefined"],
      ["a number for a path, in open", () => open(5 as never), "open: path must be a path or a file URL, got 5"],
      ["null for a path, in generations", () => generations(null as never), "generations: path must be a path or a file URL, got null"],
      ["a flat that is too short", () => save(path, new Float64Array(7), template), "save: template needs 8 elements, flat has 7"],
      ["a keep of 0", () => save(path, flat, template, { keep: 0 }), "save: keep must be a whole number of at least 1, got 0"],
      ["a keep of text", () => save(path, flat, template, { keep: "3" as never }), 'save: keep must be a number, got "3"'],
      ["a web address for a path", () => save(new URL("https://example.org/model"), flat, template), "save: path must be a path or a file URL, got https://example.org/model"],
      ["a record for a path", () => save({ href: path } as never, flat, template), "save: path must be a path or a file URL, got an Object"],
      ["the name of an index", () => save(`${path}.index.json`, flat, template), "save: path must not end in .index.json, as an index of files does"],
      ["a keep of null", () => save(path, flat, template, { keep: null as never }), "save: keep must be a number, got null"],
      ["a bigint for keep", () => save(path, flat, template, { keep: 3n as never }), "save: keep must be a number, got 3n"],
      ["an endless keep", () => save(path, flat, template, { keep: Infinity }), "save: keep must be a whole number of at least 1, got Infinity"],
      ["null for options", () => save(path, flat, template, null as never), "save: options must be an object, got null"],
      ["null for metadata", () => save(path, flat, template, { metadata: null as never }), "save: metadata must be a record of strings, got null"],
      ["null for a template, in open", () => open(path, { template: null as never }), "open: the template must be a list or a record, got null"],
      ["null for a dtype, in open", () => open(path, { dtype: null as never }), 'open: dtype must be "float64" or "float32", got null'],
      ["null for into, in open", () => open(path, { template, into: null as never }), "open: into must be a Float64Array, a Float32Array or an ndarray of rank 1 on one, got null"],
      ["null for options, in open", () => open(path, null as never), "open: options must be an object, got null"],
      ["a keep of 1.5", () => save(path, flat, template, { keep: 1.5 }), "save: keep must be a whole number of at least 1, got 1.5"],
      ["metadata of numbers", () => save(path, flat, template, { metadata: { step: 1 } as never }), "save: metadata.step must be a string, got 1"],
      ["a Map for metadata", () => save(path, flat, template, { metadata: new Map([["a", "b"]]) as never }), "save: metadata must be a record of strings, got a Map"],
      ["metadata called crc32", () => save(path, flat, template, { metadata: { crc32: "0" } }), "save: metadata.crc32 is reserved for the file's checksum"],
    ]; // oxfmt-ignore
    for (const [name, call, message] of wrong) {
      it(`${name}, and writes nothing`, async () => {
        expect((await rejection(call())).message).to.equal(message);
        expect(readdirSync(folder)).to.deep.equal([]);
      });
    }
  });
});
