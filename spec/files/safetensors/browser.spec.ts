import { build } from "esbuild";
import { expect } from "chai";

describe("in a browser", () => {
  for (const family of ["safetensors", "npy"]) {
    it(`${family} is bundled without a module of Node`, async () => {
      const { metafile } = await build({
        entryPoints: [`lib/files/${family}/index.ts`],
        bundle: true,
        platform: "browser",
        format: "esm",
        write: false,
        metafile: true,
        logLevel: "silent",
      });
      const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
      expect(imports.filter(({ path }) => path.startsWith("node:"))).to.deep.equal([]);
      expect(imports.filter(({ external }) => external)).to.deep.equal([]);
    });
  }
});
