/** Models in several files, as Hugging Face lays them out, from the disk. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { expectTypeOf } from "expect-type";
import type { NdArray } from "ndarray";
import { open, save } from "ndarray-params/checkpoint";
import { serialize } from "ndarray-params/safetensors";
import { rejection } from "../../support/rejection.ts";

const template = { hidden: { w: [3, 2], b: 2 }, out: 2 } as const;
const flat = Float64Array.from({ length: 10 }, (_, i) => i);
const [first, second] = ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"];
const weights = { out: second, "hidden.w": first, "hidden.b": second };

describe("an index of shards", () => {
  let folder = "";
  let path = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "shards-"));
    path = join(folder, "model.safetensors.index.json");
    const shards: [string, Uint8Array][] = [
      [first, serialize(flat.subarray(0, 6), { hidden: { w: [3, 2] } })],
      [second, serialize(flat.subarray(6), { hidden: { b: 2 }, out: 2 })],
    ];
    for (const [name, bytes] of shards) writeFileSync(join(folder, name), bytes);
    writeIndex(weights);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function writeIndex(weight_map: unknown): void {
    writeFileSync(path, JSON.stringify({ metadata: { total_size: 80 }, weight_map }));
  }

  it("is opened as one file, with a template or without one", async () => {
    const opened = await open(path, { template, verify: false });
    expectTypeOf(opened.views.hidden.w).toEqualTypeOf<NdArray<Float64Array>>();
    expect(opened.flat.data).to.deep.equal(flat);
    expect({ ...opened.metadata }).to.deep.equal({ format: "pt" });
    const into = new Float32Array(10);
    await open(path, { template, into, verify: false });
    expect([...into]).to.deep.equal([...flat]);
    const parsed = await open(path, { dtype: "float32", verify: false });
    expect(parsed.template).to.deep.equal({ out: [2], hidden: { w: [3, 2], b: [2] } });
    expect(parsed.flat.dtype).to.equal("float32");
    expect(parsed.shared).to.equal(false);
  });

  it("is opened by other names, if the template's are other ones", async () => {
    const rename = (name: string): string => name.replace("first", "hidden");
    const { flat: opened } = await open(path, {
      template: { first: { w: [3, 2] } },
      rename,
      partial: true,
      verify: false,
    });
    expect([...opened.data]).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });

  it("is looked for beside its own name, not beside that which a link leads to", async () => {
    const blob = join(folder, "blobs", "0123");
    mkdirSync(join(folder, "blobs"));
    renameSync(path, blob);
    symlinkSync(blob, path);
    expect((await open(path, { template, verify: false })).flat.data).to.deep.equal(flat);
  });

  it("asks for a checksum in each file, which save writes", async () => {
    expect((await rejection(open(path, { template }))).message).to.equal(
      `open: ${join(folder, second)}: the file has no checksum; to open a file of another program, ask for { verify: false }`,
    );
    await save(join(folder, first), flat.subarray(0, 6), { hidden: { w: [3, 2] } });
    await save(join(folder, second), flat.subarray(6), { hidden: { b: 2 }, out: 2 });
    expect((await open(path, { template })).flat.data).to.deep.equal(flat);
  });

  it("is refused if it, or a file, is not what it must be, before anything is written", async () => {
    const into = new Float64Array(10).fill(-1);
    const message = async (): Promise<string> =>
      (await rejection(open(path, { template, into, verify: false }))).message;
    writeIndex({ ...weights, "hidden.w": second });
    expect(await message()).to.equal(
      `open: ${path}: ${second} lacks "hidden.w", which the index places there`,
    );
    writeIndex({ ...weights, "hidden.w": "none" });
    expect(await message()).to.match(new RegExp(`^open: ${join(folder, "none")}: ENOENT: `));
    writeIndex({ ...weights, "hidden.w": "../other" });
    expect(await message()).to.match(
      new RegExp(`^open: ${path}: index: .*"../other" is not the name of a file`),
    );
    writeFileSync(path, Uint8Array.of(0x7b, 0xff));
    expect(await message()).to.equal(`open: ${path}: index: it is not UTF-8`);
    rmSync(path);
    expect(await message()).to.match(new RegExp(`^open: ${path}: ENOENT: `));
    mkdirSync(path);
    expect(await message()).to.equal(`open: ${path}: it is not a regular file`);
    expect(into.every((element) => element === -1)).to.equal(true);
  });
});
