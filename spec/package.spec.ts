/** The package as a consumer gets it: packed, unpacked, type-checked, imported and required. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { expect } from "chai";

const folder = resolve("build/consumer");
const installed = `${folder}/node_modules/ndarray-params`;
const tsc = createRequire(import.meta.url)
  .resolve("typescript/package.json")
  .replace("package.json", "bin/tsc");
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  exports: Record<string, unknown>;
  dependencies: Record<string, string>;
};
const entries = Object.keys(manifest.exports)
  .filter((entry) => entry !== "./package.json")
  .map((entry) => entry.replace(".", "ndarray-params"));

const program = `
${entries.map((entry, i) => `import * as entry${i} from "${entry}";`).join("\n")}
import { emptyWithViews, layoutOf, shapedFromFlat } from "ndarray-params";
import type { NdArray } from "ndarray";
export const all = [${entries.map((_, i) => `entry${i}`).join(", ")}];
const [flat, [w]] = emptyWithViews([[784, 10], 10]);
export const doubles: NdArray<Float64Array> = w;
const layout = layoutOf({ hidden: { w: [3, 2], b: 2 } });
shapedFromFlat(flat, layout).hidden.b.set(0, 1);
// @ts-expect-error: the template has no such leaf
shapedFromFlat(flat, layout).hidden.weights;
`;

it("every entry of the package names its source first, for the suite", () => {
  const found = Object.entries(manifest.exports)
    .filter(([entry]) => entry !== "./package.json")
    .map(([, conditions]) => Object.keys(conditions as object)[0]);
  expect([...new Set(found)]).to.deep.equal(["ndarray-params-source"]);
});

describe("the packed package", () => {
  before("is packed and unpacked beside its dependencies", function () {
    this.timeout(120_000);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(installed, { recursive: true });
    const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
      encoding: "utf8",
    });
    const tarball = packed.trim().split("\n").at(-1)!;
    execFileSync("tar", ["-xzf", `${folder}/${tarball}`, "-C", installed, "--strip-components=1"]);
    mkdirSync(`${folder}/node_modules/@types`);
    for (const name of Object.keys(manifest.dependencies)) {
      symlinkSync(resolve("node_modules", name), `${folder}/node_modules/${name}`);
    }
    writeFileSync(`${folder}/package.json`, JSON.stringify({ type: "module" }));
    writeFileSync(`${folder}/program.ts`, program);
  });

  const resolutions = [
    ["node16", "node16"],
    ["esnext", "bundler"],
  ] as const;
  for (const [module, moduleResolution] of resolutions) {
    it(`type-checks under ${moduleResolution} with skipLibCheck off`, () => {
      const config = {
        compilerOptions: {
          target: "es2022",
          lib: ["es2022", "dom"],
          types: [],
          module,
          moduleResolution,
          strict: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ["program.ts"],
      };
      writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
      const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], {
        encoding: "utf8",
      });
      expect(status, stdout).to.equal(0);
    });
  }

  for (const entry of entries) {
    it(`gives ${entry} to import and to require, one copy of it`, () => {
      const check = `
        import { createRequire } from "node:module";
        import * as imported from "${entry}";
        const required = createRequire(import.meta.url)("${entry}");
        const names = Object.keys(imported);
        console.log(names.length > 0 && names.every((name) => imported[name] === required[name]));
      `;
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ["--no-warnings", "--input-type=module", "--eval", check],
        { cwd: folder, encoding: "utf8" },
      );
      expect(stdout, stderr).to.equal("true\n");
    });
  }

  it("loads nothing but ndarray through its main entry", () => {
    const check = `
      const { Module } = require("node:module");
      const load = Module._load;
      const loaded = [];
      Module._load = (name, ...rest) => (loaded.push(name), load(name, ...rest));
      require("${installed}/dist/cjs/index.js");
      console.log(loaded.filter((name) => !/^[./]/.test(name)).join());
    `;
    const output = execFileSync(process.execPath, ["--eval", check], { encoding: "utf8" });
    expect(output).to.equal("ndarray,iota-array,is-buffer\n");
  });
});
