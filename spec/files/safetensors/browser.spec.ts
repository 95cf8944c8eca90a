import { runInNewContext } from "node:vm";
import { build } from "esbuild";
import { expect } from "chai";
import { toNpz } from "ndarray-params/npz";

const bundle = (contents: string) =>
  build({
    stdin: { contents, resolveDir: "lib/files" },
    bundle: true,
    platform: "browser",
    format: "iife",
    globalName: "files",
    write: false,
    metafile: true,
    logLevel: "silent",
  });

describe("in a browser", () => {
  for (const family of ["safetensors", "npy", "npz"]) {
    it(`${family} is bundled without a module of Node`, async () => {
      const { metafile } = await bundle(`export * from "./${family}/index.ts";`);
      const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
      expect(imports.filter(({ path }) => path.startsWith("node:"))).to.deep.equal([]);
      expect(imports.filter(({ external }) => external)).to.deep.equal([]);
    });
  }

  it("files are read and written where there is no SharedArrayBuffer, TextEncoder or TextDecoder", async () => {
    const { outputFiles } = await bundle(`
      export * from "./safetensors/index.ts";
      export * from "./npy/index.ts";
    `);
    const program = `
      delete globalThis.SharedArrayBuffer;
      ${outputFiles[0]!.text}
      const bytes = files.serialize([1, 2, 3], { w: [1, 2], b: 1 }, { metadata: { é: "𝄞" } });
      const faults = [];
      for (const call of [() => files.parse("text"), () => files.fromNpy({})]) {
        try { call(); } catch (error) { faults.push(error.name + ": " + error.message); }
      }
      [
        typeof SharedArrayBuffer + typeof TextEncoder + typeof TextDecoder,
        [...files.parse(bytes.buffer).flat.data].join(),
        JSON.stringify(files.parse(bytes).metadata),
        [...files.load(bytes, { b: 1, w: [1, 2] }).flat.data].join(),
        [...files.fromNpy(files.toNpy(new Float32Array([4, 5]))).data].join(),
        ...faults,
      ].join("\\n")
    `;
    expect(String(runInNewContext(program)).split("\n")).to.deep.equal([
      "undefinedundefinedundefined",
      "1,2,3",
      '{"format":"pt","é":"𝄞"}',
      "3,1,2",
      "4,5",
      'TypeError: parse: bytes must be a Uint8Array or an ArrayBuffer, got "text"',
      "TypeError: fromNpy: bytes must be a Uint8Array or an ArrayBuffer, got an Object",
    ]);
  });

  it("npz files are read and written in a bare context too", async () => {
    const { outputFiles } = await bundle(`export * from "./npz/index.ts";`);
    const program = `
      ${outputFiles[0]!.text}
      const bytes = files.toNpz({ é: new Float64Array([1, 2]) }, { compress: true });
      [...files.fromNpz(bytes)].map(([name, { data }]) => name + ":" + data.join()).join() + ":" + bytes.join()
    `;
    const bytes = toNpz({ é: Float64Array.of(1, 2) }, { compress: true });
    expect(runInNewContext(program)).to.equal(`é:1,2:${bytes.join()}`);
  });
});
