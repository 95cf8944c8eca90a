/** The package as a consumer gets it: packed, unpacked, measured, type-checked, loaded, bundled. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { build } from "esbuild";
import {
  entries,
  installPackage,
  manifest,
  specifierOf,
  type Consumer,
} from "./support/package/consumer.ts";
import { installed } from "./engines/install.ts";
import { program } from "./support/package/consumer-programs.ts";

/** The table of docs/faq.md: for each entry the most kilobytes it may have, and what it may load. */
const sizes = [
  ...readFileSync("docs/faq.md", "utf8").matchAll(
    /^\| `(ndarray-params[^`]*)` \| ([\d.]+) \| ([^|]*) \|$/gm,
  ),
].map(([, specifier, kB, packages]) => ({
  specifier: specifier!,
  kB: Number(kB),
  packages: packages === "nothing" ? [] : packages!.split(", "),
}));

/** Programs that only this spec needs: npm brings them when it runs. */
const tools = [
  "@arethetypeswrong/cli@0.18.5",
  "publint@0.3.25",
  "typescript-5.7@npm:typescript@5.7.3",
];

async function toolAt(file: string): Promise<string> {
  const path = await installed("package", tools, file);
  if (path === undefined) throw new Error(`npm could not bring ${file}`);
  return path;
}

describe("the packed package", () => {
  let consumer: Consumer;
  let files: readonly string[];

  before("is packed and installed", function () {
    this.timeout(120_000);
    consumer = installPackage();
    files = readdirSync(consumer.installed, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => statSync(join(consumer.installed, file)).isFile());
  });
  after(() => consumer?.remove());

  /** The output of a bundler for a module in the consumer's folder. */
  async function bundle(contents: string): Promise<{ code: Uint8Array; packages: string[] }> {
    const { outputFiles, metafile } = await build({
      stdin: { contents, resolveDir: consumer.folder },
      bundle: true,
      minify: true,
      format: "esm",
      platform: "node",
      external: Object.keys(manifest.dependencies),
      metafile: true,
      write: false,
      logLevel: "silent",
    });
    const [output] = Object.values(metafile.outputs);
    const packages = output!.imports.map(({ path }) => path);
    return {
      code: outputFiles[0]!.contents,
      packages: [...new Set(packages)].filter((path) => !path.startsWith("node:")).toSorted(),
    };
  }

  it("holds what is built, its documents and nothing else", () => {
    const wanted =
      /^(dist\/(esm|cjs)\/[a-z0-9/-]+(\.js|\.d\.ts)|dist\/cjs\/package\.json|package\.json|docs\/[A-Za-z/-]+\.(md|svg)|README\.md|CHANGELOG\.md|LICENSE)$/;
    expect(files.filter((file) => !wanted.test(file))).to.deep.equal([]);
    expect(files.filter((file) => file.includes("node_modules"))).to.deep.equal([]);
    expect(files).to.include.members(["README.md", "CHANGELOG.md", "LICENSE"]);
  });

  it("has at most 8 files for each entry and 60 others, and 469 kB", () => {
    expect(files.length).to.be.at.most(8 * entries.length + 60);
    expect(statSync(consumer.tarball).size).to.be.at.most(469_000);
  });

  it("has one file for each entry and format, and each module in one file of a format", () => {
    for (const entry of entries) {
      const name = entry === "." ? "index" : entry.slice(2);
      expect(manifest.exports[entry]).to.deep.equal({
        "module-sync": `./dist/esm/${name}.js`,
        import: `./dist/esm/${name}.js`,
        require: `./dist/cjs/${name}.js`,
      });
      expect(files).to.include.members(
        ["esm", "cjs"].flatMap((format) => [
          `dist/${format}/${name}.js`,
          `dist/${format}/${name}.d.ts`,
        ]),
      );
    }
    expect(sizes.map(({ specifier }) => specifier)).to.deep.equal(entries.map(specifierOf));
  });

  for (const { specifier, kB, packages } of sizes) {
    it(`${specifier} has at most ${kB} kB minified and gzipped and loads ${packages.join()}`, async () => {
      const { code, packages: loaded } = await bundle(`export * from "${specifier}";`);
      expect(loaded).to.deep.equal(packages);
      expect(gzipSync(code, { level: 9 }).length / 1000).to.be.at.most(kB);
    });
  }

  it("leaves a bundle what a program uses, and no more", async () => {
    const bytesOf = async (names: string, entry: string): Promise<number> =>
      (await bundle(`export { ${names} } from "ndarray-params${entry}";`)).code.length;
    expect(await bytesOf("layoutOf", "")).to.be.below(5000);
    expect(await bytesOf("zeros", "/initialize")).to.be.below(4100);
    const zippedOf = async (names: string): Promise<number> => {
      const { code } = await bundle(`export { ${names} } from "ndarray-params/ops";`);
      return gzipSync(code, { level: 9 }).length;
    };
    expect(await zippedOf("default")).to.be.below(7000);
    expect(await zippedOf("add")).to.be.below(2048);
    expect(await zippedOf("sum")).to.be.below(2048);
    expect(await bytesOf("afterIterations", "/optimize")).to.be.below(3500);
    const { code } = await bundle(
      entries.map((entry) => `import "${specifierOf(entry)}";`).join(""),
    );
    expect(code.length).to.equal(0);
  });

  describe("gives one copy to import and to require", () => {
    let lines: readonly string[];
    before(() => {
      const { output } = consumer.evaluate(`
        import { createRequire } from "node:module";
        const require = createRequire(import.meta.url);
        for (const specifier of ${JSON.stringify(entries.map(specifierOf))}) {
          const [imported, required] = [await import(specifier), require(specifier)];
          const names = Object.keys(imported);
          const isOne = names.length > 0 && names.every((name) => imported[name] === required[name]);
          console.log(specifier, isOne);
        }
      `);
      lines = output.split("\n");
    });
    for (const entry of entries) {
      it(`of ${specifierOf(entry)}`, () => expect(lines).to.include(`${specifierOf(entry)} true`));
    }
  });

  for (const format of ["esm", "cjs"]) {
    it(`finds again through one entry the views that another has made, as ${format}`, () => {
      const { output } = consumer.evaluate(`
        const folder = "${consumer.installed.replaceAll("\\", "/")}/dist/${format}/";
        const { layoutOf, shapedFromFlat } = await import(folder + "index.js");
        const { load, serialize } = await import(folder + "safetensors.js");
        const layout = layoutOf({ w: [3, 2], b: 2 });
        const { flat, views } = load(serialize(new Float64Array(8), layout), layout);
        console.log(shapedFromFlat(flat, layout) === views);
      `);
      expect(output).to.equal("true\n");
    });
  }

  it("loads nothing but ndarray through its main entry", () => {
    const { output } = consumer.evaluate(`
      import { createRequire, Module } from "node:module";
      const load = Module._load;
      const loaded = [];
      Module._load = (name, ...rest) => (loaded.push(name), load(name, ...rest));
      createRequire(import.meta.url)("./node_modules/ndarray-params/dist/cjs/index.js");
      console.log(loaded.filter((name) => !/^[./]/.test(name)).join());
    `);
    expect(output).to.equal("ndarray,iota-array,is-buffer\n");
  });

  it("generates no code, and starts threads by what a pool's workerUrl replaces", () => {
    const found = (pattern: RegExp): string[] =>
      files
        .filter((file) => file.endsWith(".js"))
        .filter((file) => pattern.test(readFileSync(join(consumer.installed, file), "utf8")));
    expect(found(/\beval\s*\(|\bFunction\s*\(|\bset(Timeout|Interval)\s*\(\s*["'`]/)).to.deep.equal(
      [],
    );
    const starts = found(/createObjectURL|\bnew \w*\.?Worker\b/).toSorted();
    expect(starts.map(dirname)).to.deep.equal(["dist/cjs/chunks", "dist/esm/chunks"]);
    for (const format of ["cjs", "esm"]) {
      const pool = readFileSync(join(consumer.installed, `dist/${format}/gemm/pool.js`), "utf8");
      expect(pool).to.include("workerUrl");
    }
  });

  it("passes publint", async function () {
    this.timeout(120_000);
    const publint = await toolAt("publint/src/cli.js");
    const { succeeded, output } = consumer.run(publint, "--strict", consumer.tarball);
    expect(succeeded, output).to.equal(true);
  });

  it("passes attw", async function () {
    this.timeout(120_000);
    const attw = await toolAt("@arethetypeswrong/cli/dist/index.js");
    const args = [consumer.tarball, "--profile", "node16"];
    const { succeeded, output } = consumer.run(attw, ...args);
    expect(succeeded, output).to.equal(true);
  });

  // The types need neither the DOM nor Node.
  for (const [compiler, module, moduleResolution] of [
    ["typescript", "node16", "node16"],
    ["typescript", "nodenext", "nodenext"],
    ["typescript", "esnext", "bundler"],
    ["typescript-5.7", "node16", "node16"],
    ["typescript-5.7", "nodenext", "nodenext"],
    ["typescript-5.7", "esnext", "bundler"],
  ] as const) {
    it(`compiles for a consumer by ${compiler} under ${moduleResolution}`, async function () {
      this.timeout(120_000);
      const tsc = `${compiler}/bin/tsc`;
      const compile = compiler === "typescript" ? tsc : await toolAt(tsc);
      // The CommonJS types are the same text; to check them once for each compiler is enough.
      const sources = ["program.ts", ...(module === "node16" ? ["program.cts"] : [])];
      for (const source of sources) consumer.write(source, program);
      const compilerOptions = {
        target: "es2022",
        lib: ["es2022"],
        types: [],
        module,
        moduleResolution,
        strict: true,
        skipLibCheck: false,
        declaration: true,
        noEmit: true,
      };
      consumer.write("tsconfig.json", JSON.stringify({ compilerOptions, files: sources }));
      const { succeeded, output } = consumer.run(compile);
      expect(succeeded, output).to.equal(true);
    });
  }
});
